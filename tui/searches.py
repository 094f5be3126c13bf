"""The person's queries: those of before, those that are kept, and what would narrow or finish one.

Nothing here draws; everything may run in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tui.noted import noted_articles

if TYPE_CHECKING:
    from index.library import Library
    from index.notes.notebook import Notebook
    from index.relatives import Folds
    from index.search.engine import Facets
    from index.state import State


FIRST: Final = 40
"""Reports that are listed at first; going to the end of the list brings more."""


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """A query that the person keeps, and how many reports answer it now."""

    query: str
    total: int


class Searches:
    """What is known of the queries of one library."""

    def __init__(
        self,
        library: Library,
        notebook: Notebook | None,
        state: State | None,
        folds: Callable[[], Folds],
    ) -> None:
        """Without `state` nothing is remembered. `folds`: as the list folds versions and copies."""
        self._library = library
        self._notebook = notebook
        self._state = state
        self._folds = folds

    def remember(self, query: str) -> None:
        """Adds a query that was of use to those of before."""
        if self._state is not None and query.strip():
            self._state.remember_query(query.strip())

    def earlier(self) -> Sequence[str]:
        """The queries of before, the last one first."""
        return self._state.queries() if self._state is not None else ()

    def keep(self, query: str) -> None:
        """Keeps a query until it is forgotten."""
        if self._state is not None and query.strip():
            self._state.save_search(query.strip(), query.strip())

    def forget(self, query: str) -> None:
        """Keeps a query no more, and drops it from those of before."""
        if self._state is not None:
            self._state.forget_search(query)
            self._state.forget_query(query)

    def kept(self) -> list[KeptSearch]:
        """The kept queries in the order of the alphabet."""
        kept = self._state.searches().values() if self._state is not None else ()
        return [KeptSearch(query, self._count(query)) for query in kept]

    def _count(self, query: str) -> int:
        noted = noted_articles(query, self._library, lambda: self._notebook)
        under = self._folds().under
        return self._library.search(query, limit=1, noted=noted, under=under, exact=True).total

    def facets(self, query: str, *, exact: bool = False) -> Facets | None:
        """How many of the reports that answer `query` are from each outlet and each month.

        `exact`: as `Desk.listing` has it.
        """
        noted = noted_articles(query, self._library, lambda: self._notebook)
        return self._library.search(
            query,
            limit=1,
            as_you_type=True,
            facets=True,
            noted=noted,
            under=self._folds().under,
            exact=exact,
        ).facets

    def complete(self, query: str, cursor: int) -> list[str]:
        """`query` with what stands before `cursor` completed, the likeliest first."""
        return self._library.complete(query, cursor)
