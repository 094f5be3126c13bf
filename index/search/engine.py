"""What a search engine must do for the library. Whoosh stands behind this."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, Protocol

from index.article import Article
from index.errors import IndexUnavailableError

if TYPE_CHECKING:
    from index.facts.model import Facts

SortOrder = Literal["relevance", "date"]

NOTHING_FOLDED: Final[Mapping[str, str]] = MappingProxyType({})
"""Every article that is found is shown and counted."""


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
class Facets:
    """How many of all the articles found come from each outlet and each month."""

    sources: tuple[tuple[str, int], ...]
    """Outlets, the most frequent first; "" is not known."""
    months: tuple[tuple[str, int], ...]
    """Months of publication ("2024-10"), the latest first; "" is not known."""


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
    facets: Facets | None = None
    """Where they were asked for."""


class IndexBusyError(IndexUnavailableError):
    """Another process is writing the index; reading goes on."""


class SearchEngine(Protocol):
    """A full-text index over articles. Knows ids, not texts: bodies stay in the catalogue."""

    @property
    def notices(self) -> list[str]:
        """What a person should know of the index, one sentence each. Grows when an index turns
        out damaged: `ids` then says what is still in it, and the rest is to be given again."""
        ...

    def update(
        self, documents: Iterable[tuple[Article, Facts]], removed: Sequence[str] = ()
    ) -> None:
        """Adds or replaces `documents` and drops `removed` ids, in one commit.

        Raises IndexBusyError where another process writes, IndexUnavailableError where the disk
        does not take it. Memory stays flat however many documents there are.
        """
        ...

    def tidy(self) -> None:
        """Puts in order what single updates have left: searches answer the same, and sooner.

        Where another process writes, or the disk does not take it, nothing is done.
        """
        ...

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
        """Ranked hits; with `as_you_type` the last word counts as the beginning of a word.

        Where nothing is found, articles with some of the words are given, or with the words that
        were meant; not with `exact`.
        Without `body_of` the hits carry no snippet. `sort` by "date" puts the last published
        first. `noted` are the ids of articles with a bookmark, for `in:notes`. An article of
        `under` is not among the hits, nor counted, where the one that it is folded under is found
        too. An empty query finds everything, the last published first.
        """
        ...

    def matches(self, query: str, text: str, *, as_you_type: bool = False) -> list[tuple[int, int]]:
        """Where the words of `query` stand in `text`, for marking them."""
        ...

    def complete(self, query: str, cursor: int, *, limit: int = 10) -> list[str]:
        """`query` with the field or the value that `cursor` stands in completed, likeliest first.

        Each is the whole new query; what follows the cursor's word is kept.
        """
        ...

    def state(self) -> str:
        """A name for what is in the index: another one after each commit, by any process."""
        ...

    def ids(self) -> frozenset[str]:
        """Every article in the index: what the library holds against its catalogue."""
        ...

    def close(self) -> None:
        """Lets go of files and locks."""
        ...
