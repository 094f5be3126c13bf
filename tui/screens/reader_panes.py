"""Which panes of the reader are seen, and how one gets from pane to pane."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.getters import app
from textual.widget import Widget

from tui.painting import PaintedWhole
from tui.screens.pane_widths import NARROWEST, STEP, PaneWidths
from tui.shared_actions import SharedActions
from tui.widgets.backdrop import Backdrop
from tui.widgets.key_line import KeyLine
from tui.widgets.search_pane import SearchPane
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from tui.widgets.article_body import ArticleBody
    from tui.widgets.article_pane import ArticlePane
    from tui.widgets.facts_pane import FactsPane

Pane = Literal["search", "results", "article", "facts"]

_STYLES: Final = Path(__file__).parents[2] / "styles"

TWO_PANES = 100
"""Cells from which list and article stand side by side."""
THREE_PANES = 160
"""Cells from which the facts stand beside them, too."""
_TABS: Final[dict[str, Pane]] = {"Results": "results", "Article": "article", "Facts": "facts"}
"""The panes that share a narrow screen in turn."""
_PAGE = 40
"""Cells that the article keeps however wide the panes beside it are made."""


class Panes(Horizontal, Backdrop):
    """List, article and facts side by side."""


class ReaderPanes(PaintedWhole[None], Backdrop):
    """Search and results, article, facts; one, two or three of them by the width."""

    app = app(SharedActions)

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchPane(id="search-pane")
        self.box, self.hits = self.search.box, self.search.hits
        self.has_panes = False
        """Whether article and facts stand: the first frame does not wait for them."""
        self.status = StatusLine(id="status")
        self.at: Pane = "results"
        """The pane in use."""
        self.zen = False
        """The article stands alone."""
        self.widths = PaneWidths()
        self.list_open = True
        """The list stands beside the article; otherwise it comes when it is gone to."""
        self.facts_open: bool | None = None
        """None: open where there is room for three panes."""

    @cached_property
    def pane(self) -> ArticlePane:
        """The article, with a box to find words in it."""
        from tui.widgets.article_pane import ArticlePane

        return ArticlePane(id="article-pane")

    @property
    def body(self) -> ArticleBody:
        """The page of the article."""
        return self.pane.body

    @cached_property
    def facts(self) -> FactsPane:
        """What the article says."""
        from tui.widgets.facts_pane import FactsPane

        return FactsPane(id="facts")

    def compose(self) -> ComposeResult:
        """The list, and the lines below it; the panes beside it come after the first frame."""
        with Panes(id="panes"):
            yield self.search
        yield self.status
        yield KeyLine()

    def on_mount(self) -> None:
        """Only what the width has room for."""
        self.status.standing = "Opening the library…"
        self.lay_out_panes()

    async def add_panes(self) -> None:
        """The article and its facts, which the first frame does not wait for."""
        panes = self.query_one("#panes")
        if panes.is_attached and not self.has_panes:  # else the program is ending
            self.app.stylesheet.read(_STYLES / "article.tcss")
            self.has_panes = True
            self.lay_out_panes()
            # Painted together with the page that has moved: a message would come too late.
            self.watch(self.body, "place", self._show_place, init=False)
            await panes.mount(self.pane, self.facts)

    def _show_place(self, place: str) -> None:
        self.status.place = place

    def lay_out_panes(self) -> None:
        """Shows the panes that the width has room for, the one in use among them."""
        width = self.size.width
        narrow, wide = width < TWO_PANES, width >= THREE_PANES
        at_facts = self.at == "facts"
        alone = self.zen or narrow
        beside = wide if self.facts_open is None else self.facts_open
        shows_facts = at_facts or (beside and not alone)
        at_list = self.at in ("search", "results")
        self.search.display = at_list or (
            not alone and self.list_open and (wide or not shows_facts)
        )
        if self.has_panes:
            self.facts.display = shows_facts and (wide or not self.search.display)
            self.pane.display = not alone or self.at == "article"
        self.query_one(KeyLine).display = not self.zen
        for pane in self._beside:
            pane.set_class(alone, "-alone")
            self.widths.apply(pane, None if alone else self._room_for(pane))
        self.status.panes = tuple(_TABS) if narrow and not self.zen else ()
        shown = "Results" if self.search.display else "Facts" if at_facts else "Article"
        self.status.pane = shown

    @property
    def _beside(self) -> Sequence[Widget]:
        """What stands beside the article."""
        return (self.search, self.facts) if self.has_panes else (self.search,)

    def _room_for(self, pane: Widget) -> int:
        """Cells that a pane beside the article may have: the others keep what they need."""
        others = (one for one in self._beside if one is not pane and one.display)
        taken = sum(one.outer_size.width or NARROWEST for one in others)
        return self.size.width - taken - _PAGE

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
            if event.widget.id == pane != self.at:
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

    def action_toggle_results(self) -> None:
        """To the list; from there to the article, with the list folded away beside it."""
        folds = self.at == "results" and self.pane.display
        self.list_open = not folds
        self.to("article" if folds else "results")

    def action_focus_article(self) -> None:
        """To the article."""
        self.to("article")

    def action_find_words(self) -> None:
        """Asks for words to find in the article."""
        self.pane.open_find()

    def action_toggle_facts(self) -> None:
        """Shows the facts and goes there, or folds them away."""
        if self.at == "facts":
            self.facts_open = False
            self.to("article")
        elif self.facts.display:
            self.to("facts")
        else:
            self.facts_open = True
            self.to("facts")

    def action_wider(self) -> None:
        """More room for the pane in use."""
        self._widen(STEP)

    def action_narrower(self) -> None:
        """Less room for the pane in use."""
        self._widen(-STEP)

    def _widen(self, by: int) -> None:
        """The article is as wide as what stands beside it leaves."""
        beside = [pane for pane in self._beside if pane.display]
        if not self.pane.display or not beside:
            self.status.say("Only one pane is shown: there is no other to give or take room.")
            return
        if self.at == "article":
            pane, change = beside[0], -by
        else:
            pane, change = self.facts if self.at == "facts" else self.search, by
        if self.widths.change(pane, change, self._room_for(pane)):
            self.lay_out_panes()
        else:
            self.status.say(f"The pane cannot be made {'wider' if by > 0 else 'narrower'}.")

    @on(StatusLine.Chosen)
    def _go_to_tab(self, event: StatusLine.Chosen) -> None:
        self.to(_TABS[event.pane])

    def action_zen(self) -> None:
        """The article alone, or with the panes again."""
        self.zen = not self.zen
        self.to("article")
