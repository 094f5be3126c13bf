"""The search engine on Whoosh."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from whoosh.index import LockError

from index.article import Article
from index.errors import IndexUnavailableError
from index.search.engine import NOTHING_FOLDED, IndexBusyError, SearchResults, SortOrder
from index.search.highlighting import Highlighter
from index.search.opened_index import OpenIndex, reason
from index.search.parser import parse
from index.search.ranking import Request, answer
from index.search.snapshot import Snapshot

if TYPE_CHECKING:
    from index.facts.model import Facts
    from index.search.writer import NewsWriter

_LOCK_SECONDS = 10.0


class WhooshEngine:
    """A `SearchEngine`. Searches see the index as of the last commit, of this or another process;
    writing does not hold them up."""

    def __init__(self, index: OpenIndex) -> None:
        """Use `open`."""
        self._index = index
        self._writing = threading.Lock()

    @classmethod
    def open(cls, folder: Path | None) -> Self:
        """The engine on the index in `folder`, or in memory. Never fails; see `notices`."""
        return cls(OpenIndex.open(folder))

    @property
    def notices(self) -> list[str]:
        """What a person should know of the index, one sentence each."""
        return self._index.notices

    def update(
        self, documents: Iterable[tuple[Article, Facts]], removed: Sequence[str] = ()
    ) -> None:
        """Adds or replaces `documents` and drops `removed` ids, in one commit.

        Nothing is seen of it before its end, and nothing stays of it if it fails. Raises
        IndexBusyError where another process writes, IndexUnavailableError where the disk does not
        take it.
        """
        with self._writing:
            try:
                self._write(documents, removed)
            except LockError:
                raise IndexBusyError(
                    f"Another newsreader ({self._index.holder()}) is writing the search index "
                    f"{self._index.folder}; try again when it is done."
                ) from None
            except OSError as error:
                with suppress(Exception):
                    self._index.remove_unfinished()
                raise IndexUnavailableError(
                    f"The search index {self._index.folder} cannot be written ({reason(error)})."
                ) from error

    def tidy(self) -> None:
        """Merges segments where there are many small ones; leaves it where that cannot be."""
        with self._writing, suppress(LockError, OSError):
            if self._index.is_tidy():
                return
            writer = self._index.writer(0.0)
            try:
                writer.tidy()
            except BaseException:
                writer.abandon()
                raise
            self._after(writer)

    def _after(self, writer: NewsWriter) -> None:
        """Tells of what a commit has found, and opens what it has written."""
        if writer.lost_segments:
            self._index.tell_of_damage()
        self._index.read(Snapshot.ready)

    def _write(self, documents: Iterable[tuple[Article, Facts]], removed: Sequence[str]) -> None:
        from index.search.documents import make_document

        writer = self._index.writer(_LOCK_SECONDS)
        try:
            for id_ in removed:
                writer.remove(id_)
            seen: set[str] = set()
            for article, facts in documents:
                if article.id in seen:
                    raise ValueError(f"{article.id} comes twice in one update")
                seen.add(article.id)
                writer.add(make_document(article, facts))
            writer.commit_changes()
        except BaseException:
            writer.abandon()
            raise
        self._after(writer)

    def search(  # noqa: PLR0913  (all by keyword, each a side of one query)
        self,
        query: str,
        *,
        limit: int = 20,
        as_you_type: bool = False,
        body_of: Callable[[str], str] | None = None,
        sort: SortOrder = "relevance",
        facets: bool = False,
        noted: Collection[str] = (),
        under: Mapping[str, str] = NOTHING_FOLDED,
        exact: bool = False,
    ) -> SearchResults:
        """Ranked hits; see `SearchEngine.search`."""
        started = time.perf_counter()
        parsed = parse(query, as_you_type=as_you_type)
        request = Request(parsed, limit, sort, facets, noted, under, body_of, as_you_type, exact)
        return self._index.read(lambda snapshot: answer(snapshot, request, started))

    def matches(self, query: str, text: str, *, as_you_type: bool = False) -> list[tuple[int, int]]:
        """Where the words of `query` stand in `text`, in order and without overlaps."""
        return Highlighter(parse(query, as_you_type=as_you_type).node).spans(text)

    def complete(self, query: str, cursor: int, *, limit: int = 10) -> list[str]:
        """`query` with the field or value at `cursor` completed, the likeliest first."""
        from index.search.completion import complete

        return self._index.read(lambda snapshot: complete(snapshot, query, cursor, limit))

    def state(self) -> str:
        """A name for what is in the index as of its last commit."""
        return self._index.read(Snapshot.state)

    def ids(self) -> frozenset[str]:
        """Every article in the index."""
        return self._index.read(Snapshot.ids)

    def close(self) -> None:
        """Lets go of the index's files. The engine cannot be used after it."""
        self._index.close()
