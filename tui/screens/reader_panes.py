"""Which panes of the reader are seen, and how one gets from pane to pane."""

from __future__ import annotations

from typing import Literal

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.getters import app, query_one
from textual.screen import Screen
from textual.widget import Widget

from tui.shared_actions import SharedActions
from tui.widgets.article_body import ArticleBody
from tui.widgets.article_pane import ArticlePane
from tui.widgets.facts_pane import FactsPane
from tui.widgets.hit_list import HitList
from tui.widgets.key_line import KeyLine
from tui.widgets.search_box import SearchBox
from tui.widgets.search_pane import SearchPane
from tui.widgets.status_line import StatusLine

Pane = Literal["search", "results", "article", "facts"]

TWO_PANES = 100
"""Cells from which list and article stand side by side."""
THREE_PANES = 160
"""Cells from which the facts stand beside them, too."""


class ReaderPanes(Screen[None]):
    """Search and results, article, facts; one, two or three of them by the width."""

    app = app(SharedActions)

    search = query_one("#search-pane", SearchPane)
    pane = query_one("#article-pane", ArticlePane)
    facts = query_one("#facts", FactsPane)
    status = query_one("#status", StatusLine)
    box = query_one("#search", SearchBox)
    hits = query_one("#results", HitList)
    body = query_one("#article", ArticleBody)

    def __init__(self) -> None:
        super().__init__()
        self.at: Pane = "results"
        """The pane in use."""
        self.zen = False
        """The article stands alone."""
        self._facts_open: bool | None = None
        """None: open where there is room for three panes."""

    def compose(self) -> ComposeResult:
        """Three panes side by side, of which the width decides how many are seen."""
        with Horizontal(id="panes"):
            yield SearchPane(id="search-pane")
            yield ArticlePane(id="article-pane")
            yield FactsPane(id="facts")
        yield StatusLine(id="status")
        yield KeyLine()

    def on_mount(self) -> None:
        """Only what the width has room for."""
        self.status.standing = "Opening the library…"
        self.lay_out_panes()

    def lay_out_panes(self) -> None:
        """Shows the panes that the width has room for, the one in use among them."""
        width = self.size.width
        narrow, wide = width < TWO_PANES, width >= THREE_PANES
        at_facts = self.at == "facts"
        alone = self.zen or narrow
        beside = wide if self._facts_open is None else self._facts_open
        shows_facts = at_facts or (beside and not alone)
        self.facts.display = shows_facts
        self.search.display = (
            self.at in ("search", "results")
            if alone
            else (wide or not shows_facts or self.at in ("search", "results"))
        )
        if not wide and self.search.display:
            self.facts.display = False
        self.pane.display = not alone or self.at == "article"
        self.query_one(KeyLine).display = not self.zen
        for pane in (self.search, self.facts):
            pane.set_class(alone, "-alone")
        self.status.panes = ("Results", "Article", "Facts") if narrow and not self.zen else ()
        shown = "Results" if self.search.display else "Facts" if at_facts else "Article"
        self.status.pane = shown

    def to(self, pane: Pane) -> None:
        """Goes to a pane, showing it where it is hidden."""
        self.at = pane
        if self.zen and pane != "article":
            self.zen = False
        self.lay_out_panes()
        self.set_focus(self._widget_of(pane))  # at once: the next key is for it

    def _widget_of(self, pane: Pane) -> Widget:
        if pane == "search":
            return self.box
        return {"results": self.hits, "article": self.body, "facts": self.facts}[pane]

    @on(events.DescendantFocus)
    def _follow_focus(self, event: events.DescendantFocus) -> None:
        """The mouse or Tab may go to a pane, too."""
        panes: tuple[Pane, ...] = ("search", "results", "article", "facts")
        for pane in panes:
            if event.widget is self._widget_of(pane) and pane != self.at:
                self.at = pane
                self.lay_out_panes()

    def on_resize(self, event: events.Resize) -> None:
        """Another width may have room for other panes."""
        self.lay_out_panes()

    def _next_pane(self, step: int) -> Widget:
        panes: list[Pane] = ["search", "results", "article"]
        if self.facts.display or self.size.width < TWO_PANES:
            panes.append("facts")
        at = panes.index(self.at) if self.at in panes else 0
        self.to(panes[(at + step) % len(panes)])
        return self._widget_of(self.at)

    def focus_next(self, selector: str | type = "*") -> Widget | None:
        """Tab goes from pane to pane, to those out of sight as well."""
        return self._next_pane(1)

    def focus_previous(self, selector: str | type = "*") -> Widget | None:
        """Shift+Tab goes back."""
        return self._next_pane(-1)

    def action_focus_search(self) -> None:
        """To the search box."""
        self.to("search")

    def action_focus_results(self) -> None:
        """To the list."""
        self.to("results")

    def action_focus_article(self) -> None:
        """To the article."""
        self.to("article")

    def action_find_words(self) -> None:
        """Asks for words to find in the article."""
        self.pane.open_find()

    def action_toggle_facts(self) -> None:
        """Shows the facts and goes there, or folds them away."""
        if self.at == "facts":
            self._facts_open = False
            self.to("article")
        elif self.facts.display:
            self.to("facts")
        else:
            self._facts_open = True
            self.to("facts")

    def action_zen(self) -> None:
        """The article alone, or with the panes again."""
        self.zen = not self.zen
        self.to("article")
