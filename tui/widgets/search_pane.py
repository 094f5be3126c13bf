"""The search box with its results."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.rendering.guard import guard
from tui.widgets.backdrop import Backdrop
from tui.widgets.hit_list import HitList
from tui.widgets.search_box import SearchBox


class SearchPane(Vertical, Backdrop):
    """Search box, a line of notice, the list."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        self.box = SearchBox(placeholder="Search the reports", id="search")
        self.notice_line = Static(markup=False, id="notice")
        self.notice_line.display = False
        self.hits = HitList(id="results")
        super().__init__(self.box, self.notice_line, self.hits, id=id)

    def notice(self, text: str, *, error: bool = False) -> None:
        """Says something above the list; "" takes the line away."""
        self.notice_line.update(Content(guard(text)))
        self.notice_line.set_class(error, "-error")
        self.notice_line.display = bool(text)
