"""Writing: articles into segments, small segments into larger ones, all of it in one commit."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from whoosh.util.numeric import length_to_byte
from whoosh.writing import SegmentWriter

from index.search.analyzer import form_of, term_of
from index.search.codec import TABLES_EXTENSION, NewsCodec, NewsSegment, NewsTermsReader
from index.search.documents import Document
from index.search.pool import InvertedPool
from index.search.ranges import RangeRows, RangeTable
from index.search.schema import NAME_FIELDS, TEXT_FIELDS
from index.search.tables import (
    LONGEST_FORM,
    Lexicon,
    Tables,
    lexicon_lines,
    strings_table,
    write_tables,
)

SEGMENT_LIMIT = 5_000
"""Articles after which a segment is written out: what bounds the memory of a bulk load."""
MOST_TIDIED = 256
"""Articles that `tidy` writes again at most: a second of work, once in as many single articles."""
_MERGE_PER_ARTICLE = 8
_TIER = 4
_LARGEST_SEGMENT = 32_768
"""No merge makes a segment of more articles than this."""


class ArticleTables:
    """What is known of each article of a segment, in the order of their numbers."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.days = array("i")
        self.sources: dict[str, int] = {}
        self.source = array("H")
        self.lengths = {name: bytearray() for name in TEXT_FIELDS}
        self.ranges = {name: RangeRows(name) for name in ("figure", "when")}

    def add(self, id: str, day: int, source: str | None, lengths: Sequence[int]) -> None:  # noqa: A002
        """One more article; `lengths` as bytes, in the order of `TEXT_FIELDS`."""
        self.ids.append(id)
        self.days.append(day)
        self.source.append(self.sources.setdefault(source or "", len(self.sources)))
        for name, length in zip(TEXT_FIELDS, lengths, strict=True):
            self.lengths[name].append(length)

    def as_tables(self) -> dict[str, bytes]:
        """The tables that `segment.SegmentView` reads."""
        return {
            "ids": strings_table(self.ids),
            "days": self.days.tobytes(),
            "sources": strings_table(self.sources),
            "source": self.source.tobytes(),
            **{f"lengths of {name}": bytes(data) for name, data in self.lengths.items()},
            **self.ranges["figure"].as_tables(),
            **self.ranges["when"].as_tables(),
        }


class NewsWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh carries no types
    """One run of changes to the index. Holds the index's lock until `commit` or `cancel`."""

    def __init__(self, index: Any, timeout: float) -> None:
        """Raises Whoosh's LockError where another process writes for longer than `timeout` s."""
        try:
            super().__init__(index, timeout=timeout, codec=NewsCodec())
        except BaseException:
            self._let_go()
            raise
        self.known: list[tuple[NewsSegment, dict[str, int]]] = []
        """The segments with the numbers of their articles by id: whoever opens a writer gives
        them."""
        self._written: list[NewsSegment] = []
        self._merging: list[Any] = []  # readers that the pool still reads from
        self.lost_segments = False
        """A damaged segment was met while merging, and left out."""
        self._start_tables()

    def abandon(self) -> None:
        """Gives everything up that is not committed; works where even that cannot be written."""
        with suppress(Exception):  # what went wrong is on its way to the caller already
            self.cancel()
        self._let_go()

    def _let_go(self) -> None:
        if self.writelock is not None:
            with suppress(Exception):  # `cancel` may have done it
                self.writelock.release()

    def _start_tables(self) -> None:
        self.pool = InvertedPool()
        self.tables = ArticleTables()
        self._old_words: list[tuple[Tables, float]] = []

    def remove(self, article: str) -> None:
        """Drops an article, if it is there."""
        for segment, numbers in self.known:
            if article in numbers:
                segment.delete_document(numbers[article])

    def add(self, document: Document) -> None:
        """Adds an article in place of the one of that id. One id may come only once."""
        self.remove(document.id)
        if self.docnum >= SEGMENT_LIMIT:
            self._roll()
        number, writer = self.docnum, self.perdocwriter
        writer.start_doc(number)
        hit = (document.id, document.title, document.source, document.published)
        writer.add_field("hit", self.schema["hit"], hit, 0)
        text_length = sum(len(terms) for _, terms in document.text)
        title_length = len(document.title_terms)
        writer.add_field("text", self.schema["text"], None, text_length)
        writer.add_field("title", self.schema["title"], None, title_length)
        writer.finish_doc()
        self.pool.add(number, document)
        lengths = [length_to_byte(text_length), length_to_byte(title_length)]
        self.tables.add(document.id, document.day, document.source, lengths)
        for name, rows in document.ranges.items():
            self.tables.ranges[name].add(number, rows)
        self.docnum += 1
        self._added = True

    def _roll(self) -> None:
        """Writes the full segment out and starts the next; both go into the same commit."""
        self._written.append(self._finalize_segment())
        self.newsegment = self.codec.new_segment(self.storage, self.indexname)
        self.perdocwriter = self.codec.per_document_writer(self.storage, self.newsegment)
        self.fieldwriter = self.codec.field_writer(self.storage, self.newsegment)
        self.docnum = 0
        self._added = False
        self._start_tables()

    def commit_changes(self) -> None:
        """Makes everything since the last commit seen, at once, and lets go of the lock.

        Small segments are merged in proportion to what was added, so that a single article is
        there at once; `tidy` merges the others.
        """
        added = self.docnum + SEGMENT_LIMIT * len(self._written)
        self._commit_merging(added * _MERGE_PER_ARTICLE)

    def tidy(self) -> None:
        """Merges segments where there are many small ones, and lets go of the lock."""
        self._commit_merging(MOST_TIDIED)

    def _commit_merging(self, budget: int) -> None:
        self.commit(mergetype=lambda writer, segments: writer.merge_small(segments, budget))

    def merge_small(self, segments: Sequence[NewsSegment], budget: int) -> list[NewsSegment]:
        """Takes small segments into this one; returns those that stay as they are."""
        merged = to_merge(segments, self.docnum, budget)
        for segment in merged:
            self._merge(segment)
        return [*(segment for segment in segments if segment not in merged), *self._written]

    def _merge(self, segment: NewsSegment) -> None:
        from whoosh.reading import SegmentReader

        if segment.doc_count() == 0:
            return
        if not segment.is_whole(self.storage):  # its articles are given again by the caller
            self.lost_segments = True
            return
        reader = SegmentReader(self.storage, self.schema, segment)
        self.add_reader(reader)
        self._merging.append(reader)

    def add_reader(self, reader: Any) -> None:
        """Takes in all living articles of another segment."""
        segment = reader.segment()
        old = Tables(segment.open_file(reader.storage(), TABLES_EXTENSION))
        numbers = [-1] * segment.doc_count_all()
        gone = frozenset(segment.deleted_docs())
        sources, source = old.strings("sources"), old.numbers("source", "H")
        ids, days = old.strings("ids"), old.numbers("days", "i")
        lengths = [old.bytes(f"lengths of {name}") for name in TEXT_FIELDS]
        for number in range(len(numbers)):
            if number not in gone:
                numbers[number] = len(self.tables.ids)
                row_lengths = [table[number] for table in lengths]
                self.tables.add(ids[number], days[number], sources[source[number]], row_lengths)
        for name, ranges in self.tables.ranges.items():
            for article, row in RangeTable(old, name).rows():
                if numbers[article] >= 0:
                    ranges.add(numbers[article], (row,))
        self._old_words.append((old, 1 - len(gone) / max(1, len(numbers))))
        self._numbers = numbers
        super().add_reader(reader)

    def add_postings_to_pool(self, reader: Any, startdoc: int, docmap: Any) -> None:
        """Whoosh's hook for the posting lists of a merged segment."""
        terms: NewsTermsReader = reader._terms  # Whoosh opened it; to open it again takes long
        self.pool.merge(terms.posting_lists(), self._numbers)

    def _forms(self, field: str) -> Iterator[tuple[str, int]]:
        """Every spelling of the new segment in order, with its articles."""
        added = sorted(_by_form(self.pool.spellings[field]).items())
        old = [_lessened(tables.lexicon(field), share) for tables, share in self._old_words]
        for form, same in groupby(merge(added, *old), key=itemgetter(0)):
            yield form, sum(articles for _, articles in same)

    def _flush_segment(self) -> None:
        super()._flush_segment()
        while self._merging:
            self._merging.pop().close()
        tables = self.tables.as_tables()
        for name in TEXT_FIELDS:
            tables[f"words of {name}"] = lexicon_lines(
                (form, term_of(form), articles) for form, articles in self._forms(name)
            )
        for name in NAME_FIELDS:
            tables[f"words of {name}"] = lexicon_lines(
                (term, term, articles) for term, articles in self.pool.names[name]
            )
        file = self.newsegment.create_file(self.storage, TABLES_EXTENSION)
        file.write(write_tables(tables))
        file.close()


def to_merge(segments: Sequence[NewsSegment], added: int, budget: int) -> list[NewsSegment]:
    """Which segments should become one, together with `added` articles; of `budget` at most.

    Segments come in tiers, each of four times the size of the one below; a tier that is full is
    merged, with all below it. So an article is written again once a tier, and a library of any size
    has few segments. One that is mostly deleted articles is merged as well.
    """
    budget = min(budget, _LARGEST_SEGMENT)
    merged = [
        segment
        for segment in segments
        if segment.deleted_count() > segment.doc_count() and segment.doc_count() <= budget
    ]
    for tier in range(_tier(budget) + 1):
        total = added + sum(segment.doc_count() for segment in merged)
        small = [
            segment
            for segment in segments
            if segment not in merged and _tier(segment.doc_count()) <= tier
        ]
        alike = sum(_tier(segment.doc_count()) == tier for segment in small)
        alike += total > 0 and _tier(total) == tier
        if alike >= _TIER and total + sum(segment.doc_count() for segment in small) <= budget:
            merged += small
    return merged


def _lessened(words: Lexicon, share: float) -> Iterator[tuple[str, int]]:
    """The spellings of a segment of which only a share of the articles is left, about."""
    return ((entry.form, max(1, round(entry.articles * share))) for entry in words)


def _by_form(spellings: Counter[str]) -> Counter[str]:
    """Articles by folded spelling; one with two writings of it counts twice, which is near enough
    for the order of completions."""
    forms: Counter[str] = Counter()
    for spelling, articles in spellings.items():
        if len(spelling) <= LONGEST_FORM:
            forms[form_of(spelling)] += articles
    return forms


def _tier(articles: int) -> int:
    """The power of four that a segment of so many articles has reached."""
    return (max(articles, 1).bit_length() - 1) // 2
