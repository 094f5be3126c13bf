"""One segment as searches see it. Segments never change, so all that is read of them is kept."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from index.search.analyzer import name_words
from index.search.codec import TABLES_EXTENSION, NewsSegment
from index.search.postings import PostingList
from index.search.ranges import RangeTable
from index.search.tables import Lexicon, Tables

Hit = tuple[str, str, str | None, str | None]
"""Id, title, source and day of publication, as they are stored."""


class SegmentView:
    """Terms, articles and words of one segment. Safe to use from several threads."""

    def __init__(self, storage: Any, segment: NewsSegment) -> None:
        files = segment.open_compound_file(storage)
        codec = segment.codec()
        self._terms = codec.terms_reader(files, segment)
        self._articles = codec.per_document_reader(files, segment)
        self._tables = Tables(segment.open_file(files, TABLES_EXTENSION))
        self.count: int = segment.doc_count_all()
        self._lexicons: dict[str, Lexicon] = {}
        self._names: dict[str, list[tuple[str, tuple[str, ...]]]] = {}

    def posting_list(self, field: str, term: str) -> PostingList | None:
        """Where a term stands, or None."""
        found: PostingList | None = self._terms.posting_list(field, term)
        return found

    def hit(self, article: int) -> Hit:
        """What is shown of an article."""
        hit: Hit = self._articles.stored_fields(article)["hit"]
        return hit

    def total_length(self, field: str) -> int:
        """The words of a text field in all articles together."""
        return int(self._articles.field_length(field))

    def lexicon(self, field: str) -> Lexicon:
        """The spellings of a field."""
        if field not in self._lexicons:
            self._lexicons[field] = self._tables.lexicon(field)
        return self._lexicons[field]

    def lengths(self, field: str) -> bytes:
        """The length of a text field in each article, as Whoosh's byte for it."""
        return self._tables.bytes(f"lengths of {field}")

    @cached_property
    def ids(self) -> list[str]:
        """The id of each article."""
        return self._tables.strings("ids")

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each article in this segment."""
        return {id_: number for number, id_ in enumerate(self.ids)}

    @cached_property
    def days(self) -> array[int]:
        """The day of publication of each article, as ordinal; 0 where it is not known."""
        return self._tables.numbers("days", "i")

    @cached_property
    def _by_day(self) -> list[int]:
        days = self.days
        return sorted(range(self.count), key=days.__getitem__)

    @cached_property
    def _sorted_days(self) -> list[int]:
        return [self.days[number] for number in self._by_day]

    def published_between(self, first: int | None, last: int | None) -> Sequence[int]:
        """The articles published from one day to another; those without a date are in none."""
        start = bisect_left(self._sorted_days, max(first or 1, 1))
        end = self.count if last is None else bisect_right(self._sorted_days, last)
        return self._by_day[start:end]

    @cached_property
    def newest_first(self) -> list[int]:
        """Every article, the last published first, those without a date at the end."""
        return self._by_day[::-1]

    @cached_property
    def source_names(self) -> list[str]:
        """Every outlet, in the order that `source` counts them; "" where it is not known."""
        return self._tables.strings("sources")

    @cached_property
    def source(self) -> array[int]:
        """The outlet of each article, as index into `source_names`."""
        return self._tables.numbers("source", "H")

    def names(self, field: str) -> list[tuple[str, tuple[str, ...]]]:
        """Every name of a field with its words."""
        if field not in self._names:
            lexicon = self.lexicon(field)
            self._names[field] = [(entry.form, name_words(entry.form)) for entry in lexicon]
        return self._names[field]

    @cached_property
    def figures(self) -> RangeTable:
        """The figures of all articles."""
        return RangeTable(self._tables, "figure")

    @cached_property
    def mentioned_days(self) -> RangeTable:
        """The days that the articles speak of."""
        return RangeTable(self._tables, "when")
