"""Posting lists: in which articles a term stands, how often and where.

One list is one stretch of bytes: a byte that says how wide the numbers are, then the articles'
numbers, then how often the term stands in each, then all its positions, as far as the field has
these. Numbers are plain arrays in the machine's own order, so that a list of ten thousand articles
is read at the speed of a copy, and positions are not touched until a phrase asks for them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, compress

_WIDTHS = "BHI"
"""Type codes of 1, 2 and 4 bytes; two bits of the first byte name one of them."""
_FEW = 16
"""Where fewer than one article in so many is asked for, it is looked up; else all are run through.
"""
_NONE = 3  # in place of a type code: the list has no such numbers


def _narrowest(greatest: int) -> int:
    return 0 if greatest < 1 << 8 else 1 if greatest < 1 << 16 else 2


def pack(ids: array[int], counts: array[int] | None, positions: array[int] | None) -> bytes:
    """The bytes of one list. `positions` holds those of every article one after the other."""
    widths = [_NONE if part is None else _narrowest(max(part)) for part in (counts, positions)]
    id_width = _narrowest(ids[-1])
    return b"".join(
        (
            bytes((id_width | widths[0] << 2 | widths[1] << 4,)),
            array(_WIDTHS[id_width], ids).tobytes(),
            b"" if counts is None else array(_WIDTHS[widths[0]], counts).tobytes(),
            b"" if positions is None else array(_WIDTHS[widths[1]], positions).tobytes(),
        )
    )


class PostingList:
    """One list as it was read, opened as far as it is asked for."""

    __slots__ = (
        "_data",
        "_ends",
        "_place_start",
        "_place_type",
        "_places",
        "counts",
        "has_counts",
        "has_positions",
        "ids",
    )

    def __init__(self, data: bytes, length: int) -> None:
        """`length` is the number of articles. Raises ValueError where the bytes are not whole."""
        widths = data[0]
        self.ids: array[int] = array(_WIDTHS[widths & 3])
        end_of_ids = 1 + length * self.ids.itemsize
        self.ids.frombytes(data[1:end_of_ids])
        if len(self.ids) != length:
            raise ValueError("a posting list is cut short")
        self.counts = array("B", bytes((1,)) * length)
        self._place_start = end_of_ids
        self._place_type = "B"
        self.has_counts = (count_width := widths >> 2 & 3) != _NONE
        if self.has_counts:
            self.counts = array(_WIDTHS[count_width])
            self._place_start = end_of_ids + length * self.counts.itemsize
            self.counts.frombytes(data[end_of_ids : self._place_start])
        self.has_positions = (place_width := widths >> 4 & 3) != _NONE
        if self.has_positions:
            self._place_type = _WIDTHS[place_width]
        self._data = data
        self._ends: list[int] | None = None
        self._places: array[int] | None = None

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def all_positions(self) -> array[int]:
        """The positions of every article, one after the other."""
        if self._places is None:
            self._places = array(self._place_type)
            self._places.frombytes(self._data[self._place_start :])
        return self._places

    def holding(self, articles: set[int]) -> set[int]:
        """Those of `articles` that are in the list."""
        if len(articles) * _FEW > len(self):
            return articles.intersection(self.ids)
        return {article for article in articles if self._has(article)}

    def _has(self, article: int) -> bool:
        row = bisect_left(self.ids, article)
        return row < len(self.ids) and self.ids[row] == article

    def runs(self, articles: Collection[int]) -> Iterator[Sequence[int]]:
        """Where the term stands in each of `articles`, which are all in the list, in the order of
        their numbers."""
        if len(articles) * _FEW < len(self):
            yield from map(self.positions, sorted(articles))
            return
        wanted = list(map(articles.__contains__, self.ids))
        places = self.all_positions
        ends = compress(accumulate(self.counts), wanted)
        for end, count in zip(ends, compress(self.counts, wanted), strict=True):
            yield places[end - count : end]

    def positions(self, article: int) -> Sequence[int]:
        """Where the term stands in `article`, ascending; `article` must be in the list of a text
        field."""
        if self._ends is None:
            self._ends = list(accumulate(self.counts))
        row = bisect_left(self.ids, article)
        end = self._ends[row]
        return self.all_positions[end - self.counts[row] : end]
