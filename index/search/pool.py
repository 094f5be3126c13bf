"""What a writer keeps in memory until its segment is full: the inverted index itself."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from heapq import merge
from itertools import accumulate, groupby
from operator import itemgetter

from index.search.codec import RawTerm
from index.search.documents import Document
from index.search.postings import PostingList
from index.search.schema import BEGIN_FIELD, NAME_FIELDS, TEXT_FIELDS

_PLACE_BITS = 24
_PLACE_MASK = (1 << _PLACE_BITS) - 1
_FIELD_AND_TERM = itemgetter(0, 1)


class InvertedPool:
    """Posting lists that grow at their ends: articles come in the order of their numbers."""

    def __init__(self) -> None:
        # Article and position in one number, so that a word costs one look-up and one append.
        self._places: dict[str, defaultdict[str, array[int]]] = {
            name: defaultdict(_long_numbers) for name in TEXT_FIELDS
        }
        self._names: dict[str, defaultdict[str, array[int]]] = {
            name: defaultdict(_numbers) for name in NAME_FIELDS
        }
        self._beginnings: defaultdict[str, tuple[array[int], array[int]]] = defaultdict(
            lambda: (_numbers(), _numbers())
        )
        self._others: list[Iterator[RawTerm]] = []
        self.spellings: dict[str, Counter[str]] = {name: Counter() for name in TEXT_FIELDS}
        """How many articles have each spelling."""
        self.names: dict[str, list[tuple[str, int]]] = {name: [] for name in NAME_FIELDS}
        """Each name with its articles; known once everything is written."""

    def add(self, number: int, document: Document) -> None:
        """Takes in one article. Articles of other segments come after all of these."""
        first = number << _PLACE_BITS
        for name, runs in (("text", document.text), ("title", ((0, document.title_terms),))):
            places = self._places[name]
            for start, terms in runs:
                for place, term in enumerate(terms, first + start):
                    places[term].append(place)
        for beginning, count in document.beginnings.items():
            ids, counts = self._beginnings[beginning]
            ids.append(number)
            counts.append(count)
        for name, names in document.names.items():
            for each in names:
                self._names[name][each].append(number)
        self.spellings["text"].update(document.spellings)
        self.spellings["title"].update(document.title_spellings)

    def merge(
        self, lists: Iterable[tuple[str, bytes, PostingList]], numbers: Sequence[int]
    ) -> None:
        """Takes in the lists of another segment, which come in order of field and term.

        `numbers` are its articles' new ones, rising, and -1 for those that are gone. Nothing is
        read before `iter_postings`.
        """
        self._others.append(
            (field, term, *columns)
            for field, term, postings in lists
            if (columns := _moved(postings, numbers)) is not None
        )

    def iter_postings(self) -> Iterator[RawTerm]:
        """Everything, in the order of field and term that the codec writes in. The pool is empty
        after it: what is written is let go of at once, and of other segments one term is held at
        a time."""
        terms = (
            merge(self._own(), *self._others, key=_FIELD_AND_TERM) if self._others else self._own()
        )
        for (field, term), same in groupby(terms, key=_FIELD_AND_TERM):
            found = reduce(_joined, same)
            if field in self.names:
                self.names[field].append((term.decode(), len(found[2])))
            yield found

    def _own(self) -> Iterator[RawTerm]:
        """The terms of the articles that were added. The order of strings is that of their UTF-8
        bytes."""
        for field in sorted((BEGIN_FIELD, *self._places, *self._names)):
            if field == BEGIN_FIELD:
                for beginning in sorted(self._beginnings):
                    yield field, beginning.encode(), *self._beginnings.pop(beginning), None
            elif field in self._names:
                names = self._names[field]
                for each in sorted(names):
                    yield field, each.encode(), names.pop(each), None, None
            else:
                places = self._places[field]
                for term in sorted(places):
                    yield field, term.encode(), *_columns(places.pop(term))

    def cleanup(self) -> None:
        """Nothing lies outside memory."""


def _columns(places: array[int]) -> tuple[array[int], array[int], array[int]]:
    """Articles, counts and positions of one term."""
    if len(places) == 1:  # as it is for most terms
        place = places[0]
        return (
            array("I", (place >> _PLACE_BITS,)),
            array("I", (1,)),
            array("I", (place & _PLACE_MASK,)),
        )
    counts = Counter([place >> _PLACE_BITS for place in places])
    positions = array("I", [place & _PLACE_MASK for place in places])
    return array("I", counts), array("I", counts.values()), positions


def _moved(
    postings: PostingList, numbers: Sequence[int]
) -> tuple[array[int], array[int] | None, array[int] | None] | None:
    """The columns of a list under new numbers; None where no article of it is left."""
    moved = [numbers[old] for old in postings.ids]
    counts, places = postings.counts, postings.all_positions
    if -1 in moved:
        starts = accumulate(counts, initial=0)
        rows = [row for row in zip(moved, starts, counts, strict=False) if row[0] >= 0]
        moved = [number for number, _, _ in rows]
        counts = array("I", [count for _, _, count in rows])
        if places:
            runs = (places[start : start + count] for _, start, count in rows)
            places = array("I", [place for run in runs for place in run])
    if not moved:
        return None
    return (
        array("I", moved),
        counts if postings.has_counts else None,
        places if postings.has_positions else None,
    )


def _joined(one: RawTerm, other: RawTerm) -> RawTerm:
    """The list of both; the articles of `other` come after those of `one`."""
    field, term, ids, counts, places = one
    return field, term, ids + other[2], _after(counts, other[3]), _after(places, other[4])


def _after(one: array[int] | None, other: array[int] | None) -> array[int] | None:
    """Two columns as one; lists of one field have the same columns."""
    if one is None or other is None:
        return None
    return array("I", one) + array("I", other)


def _numbers() -> array[int]:
    return array("I")


def _long_numbers() -> array[int]:
    return array("Q")
