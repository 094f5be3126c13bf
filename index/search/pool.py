"""What a writer keeps in memory until its segment is full: the inverted index itself."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from index.search.codec import RawTerm
from index.search.documents import Document
from index.search.postings import PostingList
from index.search.schema import BEGIN_FIELD, KEY_FIELDS, NAME_FIELDS, TEXT_FIELDS

Columns = tuple["array[int]", "array[int]", "array[int]"]
"""Articles, counts, positions."""

_PLACE_BITS = 24
_PLACE_MASK = (1 << _PLACE_BITS) - 1


class InvertedPool:
    """Posting lists that grow at their ends: articles come in the order of their numbers."""

    def __init__(self) -> None:
        # Article and position in one number, so that a word costs one look-up and one append.
        self._places: dict[str, defaultdict[str, array[int]]] = {
            name: defaultdict(_long_numbers) for name in TEXT_FIELDS
        }
        self._merged: dict[str, dict[str, list[Columns]]] = {name: {} for name in TEXT_FIELDS}
        self.keys: dict[str, defaultdict[str, array[int]]] = {
            name: defaultdict(_numbers) for name in NAME_FIELDS + KEY_FIELDS
        }
        self._beginnings: defaultdict[str, tuple[array[int], array[int]]] = defaultdict(
            _two_columns
        )
        self.spellings: dict[str, Counter[str]] = {name: Counter() for name in TEXT_FIELDS}

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
        for name, keys in (*document.names.items(), *document.keys.items()):
            for key in keys:
                self.keys[name][key].append(number)
        self.spellings["text"].update(document.spellings)
        self.spellings["title"].update(document.title_spellings)

    def merge(self, field: str, term: str, postings: PostingList, numbers: Sequence[int]) -> None:
        """Takes in a list of another segment; `numbers` are its articles' new ones, -1 for gone."""
        moved = [numbers[old] for old in postings.ids]
        gone = -1 in moved
        kept = array("I", [number for number in moved if number >= 0] if gone else moved)
        if not kept:
            return
        if field in self.keys:
            self.keys[field][term].extend(kept)
            return
        counts, places = postings.counts, postings.all_positions
        if gone:
            counts = array(
                "I", [count for new, count in zip(moved, counts, strict=True) if new >= 0]
            )
        if field == BEGIN_FIELD:
            self._beginnings[term][0].extend(kept)
            self._beginnings[term][1].extend(array("I", counts))
            return
        if gone:
            starts = accumulate(postings.counts, initial=0)
            rows = zip(moved, starts, postings.counts, strict=False)
            stays = [places[start : start + count] for new, start, count in rows if new >= 0]
            places = array("I", [place for run in stays for place in run])
        self._merged[field].setdefault(term, []).append((kept, counts, places))

    def iter_postings(self) -> Iterator[RawTerm]:
        """Everything, in the order of field and term that the codec writes in. The pool is empty
        after it: what is written is let go of at once."""
        for field in sorted((BEGIN_FIELD, *self._places, *self.keys)):
            if field == BEGIN_FIELD:
                for beginning in sorted(self._beginnings, key=str.encode):
                    yield field, beginning.encode(), *self._beginnings.pop(beginning), None
            elif field in self.keys:
                keys = self.keys[field]
                for key in sorted(keys, key=str.encode):
                    yield field, key.encode(), keys[key], None, None
            else:
                terms = self._places[field].keys() | self._merged[field].keys()
                for term in sorted(terms, key=str.encode):
                    yield field, term.encode(), *self._columns(field, term)

    def _columns(self, field: str, term: str) -> Columns:
        """Articles, counts and positions of one term, taken out of the pool."""
        merged = self._merged[field].pop(term, ())
        places = self._places[field].pop(term, None)
        if places is None and len(merged) == 1:
            return merged[0]
        ids, counts, positions = _numbers(), _numbers(), _numbers()
        if places is not None:
            found = Counter([place >> _PLACE_BITS for place in places])
            ids.extend(found)
            counts.extend(found.values())
            positions.extend([place & _PLACE_MASK for place in places])
        for more_ids, more_counts, more_positions in merged:
            ids.extend(more_ids)
            counts.extend(array("I", more_counts))
            positions.extend(array("I", more_positions))
        return ids, counts, positions

    def cleanup(self) -> None:
        """Nothing lies outside memory."""


def _numbers() -> array[int]:
    return array("I")


def _two_columns() -> tuple[array[int], array[int]]:
    return array("I"), array("I")


def _long_numbers() -> array[int]:
    return array("Q")
