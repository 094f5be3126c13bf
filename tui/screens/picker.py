"""Choosing one more report for a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui.bindings import for_screen
from tui.rendering.words import day
from tui.widgets.key_line import KeyLine
from tui.widgets.keyed_list import KeyedList

if TYPE_CHECKING:
    from index.catalog import Entry

MOST = 200
"""Reports that are listed at once; typing narrows them."""


class ReportList(KeyedList):
    """One report on two lines: its title, its outlet and day."""

    BINDINGS = for_screen("card")


class ReportPicker(ModalScreen[str | None]):
    """Ends with the id of the report that was chosen, or None."""

    CSS_PATH = "../../styles/help.tcss"
    BINDINGS = for_screen("picker_screen")

    reports = query_one(ReportList)
    filter = query_one(Input)

    def __init__(self, entries: Sequence[Entry]) -> None:
        """`entries`: what can be chosen, the likeliest first."""
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """A box over the dimmed screen."""
        with Vertical(id="help"):
            yield Input(placeholder="Type to search the reports", compact=True)
            yield ReportList(markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows what can be chosen."""
        self._list("")
        self.reports.focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted)
    def _leave_filter(self) -> None:
        self.reports.focus()

    def _list(self, words: str) -> None:
        wanted = [entry for entry in self._entries if _has(entry, words)][:MOST]
        options = [
            Option(
                Content.assemble(
                    entry.title,
                    "\n",
                    (f"  {entry.source or ''} · {day(entry.published)}", "$quiet"),
                ),
                id=entry.id,
            )
            for entry in wanted
        ]
        nothing = Option("No other report has these words.", disabled=True)
        self.reports.set_options(options or [nothing])
        self.reports.action_first()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_focus_filter(self) -> None:
        self.filter.focus()

    def action_step_back(self) -> None:
        """Out of the search first, then out of the choice."""
        if self.filter.has_focus or self.filter.value:
            self.filter.value = ""
            self.reports.focus()
        else:
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)


def _has(entry: Entry, words: str) -> bool:
    text = f"{entry.title} {entry.source or ''} {entry.published or ''}".casefold()
    return all(word in text for word in words.casefold().split())
