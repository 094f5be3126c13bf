"""Screens that choose a query, or a part of one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work

from index.search.query import UNKNOWN
from tui.bindings import for_screen
from tui.rendering.words import count, month
from tui.screens.picker import Choice, Picker
from tui.worker_faults import TellsWorkerFaults

if TYPE_CHECKING:
    from index.search.engine import Facets
    from tui.searches import KeptSearch, Searches


class SearchPicker(TellsWorkerFaults, Picker):
    """Ends with a query that is kept, or one of before."""

    BINDINGS: ClassVar = [*for_screen("picker_screen"), *for_screen("searches_screen")]

    def __init__(self, searches: Searches, current: str) -> None:
        """`current`: what stands in the search box, offered for keeping."""
        super().__init__(
            [],
            title="Searches",
            typing="narrow the searches",
            nothing="There is no such search yet.",
        )
        self._searches = searches
        self._current = current.strip()

    def on_mount(self) -> None:
        """Counting what answers them takes a moment."""
        self.look()

    @work(exclusive=True, exit_on_error=False)
    async def look(self, change: Callable[[], None] | None = None) -> None:
        """Brings the searches with their counts, once `change` is done."""

        def found() -> tuple[Sequence[KeptSearch], Sequence[str]]:
            if change is not None:
                change()
            return self._searches.kept(), self._searches.earlier()

        self.offer(self._choices_of(*await asyncio.to_thread(found)))

    def _choices_of(self, kept: Sequence[KeptSearch], earlier: Sequence[str]) -> list[Choice]:
        known = {search.query for search in kept}
        choices = [
            Choice(search.query, search.query, count(search.total, "report"), "✓", "Kept")
            for search in kept
        ]
        if self._current and self._current not in known:
            choices.append(Choice(self._current, self._current, heading="In the search box"))
            known.add(self._current)
        choices += [Choice(q, q, heading="Of before") for q in earlier if q not in known]
        return choices

    def action_keep(self) -> None:
        """Keeps the query under the cursor."""
        if (query := self.highlighted) is not None:
            self.look(lambda: self._searches.keep(query))

    def action_forget(self) -> None:
        """Forgets the query under the cursor."""
        if (query := self.highlighted) is not None:
            self.look(lambda: self._searches.forget(query))


def facet_choices(facets: Facets, query: str) -> list[Choice]:
    """The outlets and months of what was found; each id is the term that keeps to it.

    The terms that `query` has are signed: choosing one takes it out again.
    """
    outlets = [
        (f'source:"{name}"' if name else f"source:{UNKNOWN}", name or "unknown source", number)
        for name, number in facets.sources
        if '"' not in name
    ]
    months = [
        (f"date:{name or UNKNOWN}", month(name) if name else "undated", number)
        for name, number in facets.months
    ]
    return [
        Choice(
            term,
            name,
            count(number, "report"),
            "✓" if term in query else "",
            heading,
        )
        for heading, group in (("Outlets", outlets), ("Months", months))
        for term, name, number in group
    ]


def with_term(query: str, term: str) -> str:
    """`query` with `term` added, or without it where it has it."""
    if term in query:
        return " ".join(query.replace(term, " ").split())
    return f"{query.strip()} {term}".strip()
