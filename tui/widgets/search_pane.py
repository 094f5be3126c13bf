"""The search box with its results."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from tui.rendering.guard import guard
from tui.widgets.hit_list import HitList
from tui.widgets.search_box import SearchBox


class SearchPane(Vertical):
    """Search box, a line of notice, the list."""

    box = query_one("#search", SearchBox)
    hits = query_one("#results", HitList)
    notice_line = query_one("#notice", Static)

    def compose(self) -> ComposeResult:
        """Box, notice, list."""
        yield SearchBox(placeholder="Search the reports", id="search")
        yield Static(markup=False, id="notice")
        yield HitList(id="results")

    def notice(self, text: str, *, error: bool = False) -> None:
        """Says something above the list; "" takes the line away."""
        self.notice_line.update(Content(guard(text)))
        self.notice_line.set_class(error, "-error")
        self.notice_line.display = bool(text)
