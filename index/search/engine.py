"""What a search engine must do for the library. Whoosh stands behind this."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.article import Article
from index.facts.model import Facts


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One article that answers a query."""

    article: str
    title: str
    source: str | None
    published: str | None
    score: float
    snippet: str
    """The best sentence of the body, cut to a few lines."""
    matches: tuple[tuple[int, int], ...]
    """Where query words stand in `snippet`."""


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """A part of a query that could not be understood; the rest ran."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to one query."""

    query: str
    total: int
    seconds: float
    hits: tuple[SearchHit, ...]
    corrected: str | None = None
    """The query that ran instead, where no word of the asked one is known."""
    relaxed: bool = False
    """No article has all the words: these have some of them."""
    problems: tuple[QueryProblem, ...] = ()


class SearchEngine(Protocol):
    """A full-text index over articles. Knows ids, not texts: bodies stay in the catalogue."""

    def update(
        self, documents: Iterable[tuple[Article, Facts]], removed: Sequence[str] = ()
    ) -> None:
        """Adds or replaces `documents` and drops `removed` ids, in one commit."""
        ...

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        as_you_type: bool = False,
        body_of: Callable[[str], str] | None = None,
    ) -> SearchResults:
        """Ranked hits; with `as_you_type` the last word counts as the beginning of a word.

        Without `body_of` the hits carry no snippet.
        """
        ...

    def matches(self, query: str, text: str, *, as_you_type: bool = False) -> list[tuple[int, int]]:
        """Where the words of `query` stand in `text`, for marking them."""
        ...

    def ids(self) -> frozenset[str]:
        """Every article in the index: what the library holds against its catalogue."""
        ...

    def close(self) -> None:
        """Lets go of files and locks."""
        ...
