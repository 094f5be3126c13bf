"""What a writer keeps in memory until its segment is full: the inverted index itself."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from index.search.codec import RawTerm
from index.search.documents import Document
from index.search.postings import PostingList
from index.search.schema import KEY_FIELDS, NAME_FIELDS, TEXT_FIELDS

TextEntry = tuple["array[int]", "array[int]", "array[int]"]
"""Articles, counts, positions."""


class InvertedPool:
    """Posting lists that grow at their ends: articles come in the order of their numbers."""

    def __init__(self) -> None:
        self.text: dict[str, dict[str, TextEntry]] = {name: {} for name in TEXT_FIELDS}
        self.keys: dict[str, dict[str, array[int]]] = {
            name: {} for name in NAME_FIELDS + KEY_FIELDS
        }
        self.spellings: dict[str, Counter[str]] = {name: Counter() for name in TEXT_FIELDS}

    def add(self, number: int, document: Document) -> None:
        """Takes in one article."""
        for name, places in (("text", document.text), ("title", document.title_places)):
            entries = self.text[name]
            for term, positions in places.items():
                entry = entries.get(term)
                if entry is None:
                    entry = entries[term] = (array("I"), array("I"), array("I"))
                entry[0].append(number)
                entry[1].append(len(positions))
                entry[2].extend(positions)
        for name, terms in (*document.names.items(), *document.keys.items()):
            for term in terms:
                self.keys[name].setdefault(term, array("I")).append(number)
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
            self.keys[field].setdefault(term, array("I")).extend(kept)
            return
        counts, places = postings.counts, postings.all_positions
        if gone:
            ends = list(accumulate(counts))
            stays = [row for row, number in enumerate(moved) if number >= 0]
            places = array(
                "I", [p for row in stays for p in places[ends[row] - counts[row] : ends[row]]]
            )
            counts = array("I", [counts[row] for row in stays])
        entry = self.text[field].setdefault(term, (array("I"), array("I"), array("I")))
        entry[0].extend(kept)
        entry[1].extend(array("I", counts))
        entry[2].extend(array("I", places))

    def iter_postings(self) -> Iterator[RawTerm]:
        """Everything, in the order of field and term that the codec writes in."""
        for field in sorted((*self.text, *self.keys)):
            if field in self.keys:
                names = self.keys[field]
                for encoded, term in _sorted_terms(names):
                    yield field, encoded, names[term], None, None
            else:
                entries = self.text[field]
                for encoded, term in _sorted_terms(entries):
                    yield field, encoded, *entries[term]

    def cleanup(self) -> None:
        """Nothing lies outside memory."""


def _sorted_terms(entries: Mapping[str, object]) -> list[tuple[bytes, str]]:
    return sorted((term.encode(), term) for term in entries)
