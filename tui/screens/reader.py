"""The first screen: search, results, article, facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.getters import app, query_one
from textual.widget import Widget
from textual.widgets import Footer, Input

from tui import messages
from tui.bindings import for_screen
from tui.rendering.relations import SIGN, shown_relation
from tui.rendering.words import count
from tui.screens.reader_work import ReaderWork
from tui.shared_actions import SharedActions
from tui.widgets.article_body import ArticleBody
from tui.widgets.article_pane import ArticlePane
from tui.widgets.facts_pane import FactsPane
from tui.widgets.hit_list import Hit
from tui.widgets.search_pane import SearchPane
from tui.widgets.status_line import StatusLine
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from index.compare.model import Question
    from index.notes.bookmark import Bookmark

Pane = Literal["search", "results", "article", "facts"]

TWO_PANES = 100
"""Cells from which list and article stand side by side."""
THREE_PANES = 160
"""Cells from which the facts stand beside them, too."""


class ReaderScreen(ReaderWork):
    """Panes, and what moves between them. The work itself is done by `ReaderWork`."""

    BINDINGS: ClassVar = for_screen("reader")
    AUTO_FOCUS = "#results"
    app = app(SharedActions)

    search = query_one("#search-pane", SearchPane)
    pane = query_one("#article-pane", ArticlePane)
    facts = query_one("#facts", FactsPane)
    status = query_one(StatusLine)

    def __init__(self) -> None:
        super().__init__()
        self._at: Pane = "results"
        self._zen = False
        self._facts_open: bool | None = None
        """None: open where there is room for three panes."""

    def compose(self) -> ComposeResult:
        """Three panes side by side, of which the width decides how many are seen."""
        with Horizontal(id="panes"):
            yield SearchPane(id="search-pane")
            yield ArticlePane(id="article-pane")
            yield FactsPane(id="facts")
        yield StatusLine(id="status")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Only what the width has room for."""
        self.status.standing = "Opening the library…"
        self._arrange()

    # ---- panes

    def _arrange(self) -> None:
        """Shows the panes that the width has room for, the one in use among them."""
        width = self.size.width
        narrow, wide = width < TWO_PANES, width >= THREE_PANES
        at_facts = self._at == "facts"
        alone = self._zen or narrow
        beside = wide if self._facts_open is None else self._facts_open
        shows_facts = at_facts or (beside and not alone)
        self.facts.display = shows_facts
        self.search.display = (
            self._at in ("search", "results")
            if alone
            else (wide or not shows_facts or self._at in ("search", "results"))
        )
        if not wide and self.search.display:
            self.facts.display = False
        self.pane.display = not alone or self._at == "article"
        for pane in (self.search, self.facts):
            pane.set_class(alone, "-alone")
        self.status.panes = ("Results", "Article", "Facts") if narrow and not self._zen else ()
        shown = "Results" if self.search.display else "Facts" if at_facts else "Article"
        self.status.pane = shown

    def _to(self, pane: Pane) -> None:
        """Goes to a pane, showing it where it is hidden."""
        self._at = pane
        if self._zen and pane != "article":
            self._zen = False
        self._arrange()
        self._widget_of(pane).focus()

    def _widget_of(self, pane: Pane) -> Widget:
        if pane == "search":
            return self.box
        return {"results": self.hits, "article": self.body, "facts": self.facts}[pane]

    @on(events.DescendantFocus)
    def _follow_focus(self, event: events.DescendantFocus) -> None:
        """The mouse or Tab may go to a pane, too."""
        panes: tuple[Pane, ...] = ("search", "results", "article", "facts")
        for pane in panes:
            if event.widget is self._widget_of(pane) and pane != self._at:
                self._at = pane
                self._arrange()

    def on_resize(self, event: events.Resize) -> None:
        """Another width may have room for other panes."""
        self._arrange()

    def _next_pane(self, step: int) -> Widget:
        panes: list[Pane] = ["search", "results", "article"]
        if self.facts.display or self.size.width < TWO_PANES:
            panes.append("facts")
        at = panes.index(self._at) if self._at in panes else 0
        self._to(panes[(at + step) % len(panes)])
        return self._widget_of(self._at)

    def focus_next(self, selector: str | type = "*") -> Widget | None:
        """Tab goes from pane to pane, to those out of sight as well."""
        return self._next_pane(1)

    def focus_previous(self, selector: str | type = "*") -> Widget | None:
        """Shift+Tab goes back."""
        return self._next_pane(-1)

    def action_focus_search(self) -> None:
        """To the search box."""
        self._to("search")

    def action_focus_results(self) -> None:
        """To the list."""
        self._to("results")

    def action_focus_article(self) -> None:
        """To the article."""
        self._to("article")

    def action_toggle_facts(self) -> None:
        """Shows the facts and goes there, or folds them away."""
        if self._at == "facts":
            self._facts_open = False
            self._to("article")
        elif self.facts.display:
            self._to("facts")
        else:
            self._facts_open = True
            self._to("facts")

    def action_zen(self) -> None:
        """The article alone, or with the panes again."""
        self._zen = not self._zen
        self.query_one(Footer).display = not self._zen
        self._to("article")

    def _key_escape(self) -> None:
        """Textual would drop the selection before `step_back` sees that there is one."""

    def action_step_back(self) -> None:
        """One step: find, selection, zen, comparison, article, query, marks."""
        if self.pane.finding:
            self.pane.leave_find()
        elif self.body.selected_span():
            self.body.leave_selection()
        elif self._zen:
            self.action_zen()
        elif self._at == "article" and self._steps_back_to_comparison():
            return
        elif self._at == "article" and self.back_to_comparison():
            pass
        elif self._at in ("article", "facts", "search"):
            self._to("results")
        elif self.box.value:
            self.box.value = ""
        elif self.hits.unmark():
            self.status.say("No report is marked any more.")

    def _steps_back_to_comparison(self) -> bool:
        article = self.body.article
        return article is not None and self.app.step_back_to_comparison(article.id)

    def action_close(self) -> None:
        """Back to the list; from there, out."""
        if self._at in ("article", "facts"):
            if self._zen:
                self.action_zen()
            self._to("results")
        else:
            self.app.exit()

    # ---- searching

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self.find(event.value)

    @on(Input.Submitted, "#search")
    def _entered(self) -> None:
        if self.hits.current is not None:
            self.hits.action_open()
        else:
            self._to("results")

    @on(messages.Listed)
    def _show_hits(self, event: messages.Listed) -> None:
        listing, hits = event.listing, self.hits
        again = self.listing is not None and self.listing.query == listing.query
        self.listing = listing
        keep = hits.current.id if hits.current and again else None
        hits.show(
            [
                Hit(h.article, h.title, h.source, h.published, h.snippet, h.matches)
                for h in listing.hits
            ],
            keep=keep,
        )
        notice = listing.notice
        if listing.query and not notice:
            notice = count(listing.total, "report")
        if not listing.hits:
            notice = self.nothing_found()
            if not listing.query:
                self.show_nothing()
        self.search.notice(notice)

    # ---- the article

    @on(VirtualList.Highlighted, "#results")
    def _passing_by(self, event: VirtualList.Highlighted) -> None:
        hit = self.hits.current
        if event.index >= len(self.hits.hits) - 1:
            self.find_more()
        if hit is not None and self.size.width >= TWO_PANES and self._at != "article":
            self.read(hit.id, focus=False)

    @on(VirtualList.Chosen, "#results")
    def _open_hit(self, event: VirtualList.Chosen) -> None:
        hit = self.hits.current
        if hit is not None:
            self.read(hit.id, focus=True)

    @on(messages.Read)
    def _show_article(self, event: messages.Read) -> None:
        reading, body = event.reading, self.body
        fresh = (
            body.article != reading.article
            or self.reading is None
            or self.reading.matches != reading.matches
        )
        self.reading = reading
        if fresh:
            self.questions = ()
            at = reading.matches[0][0] if reading.matches else 0
            with self.app.batch_update():
                body.show(reading.article, reading.facts)
                body.set_layer("match", reading.matches)
                self.show_bookmarks(reading.bookmarks)
                body.go(at if event.at is None else event.at)
            self.facts.show(reading.article, reading.facts, body.page)
            self.find_disputes(reading.article.id)
        elif event.at is not None:
            body.go(event.at)
        if event.focus:
            self._to("article")

    def show_nothing(self) -> None:
        """No article at all."""
        self.reading, self.questions = None, ()
        self.body.show(None)
        self.facts.show(None, None, self.body.page)

    @on(messages.Disputed)
    def _show_disputes(self, event: messages.Disputed) -> None:
        article = self.body.article
        if article is None or article.id != event.article or self.reading is None:
            return
        self.questions = event.questions
        sentences: dict[tuple[int, int], str] = {}
        values = set()
        for question in event.questions:
            for answer in question.answers:
                if answer.article == article.id:
                    sentence = self.body.sentence_at(answer.start)
                    sentences.setdefault(sentence, SIGN[shown_relation(question)])
                    values.add((answer.start, answer.end))
        self.body.set_layer("disputed", values)
        self.body.set_signs(disputed=sentences)
        self.facts.show(article, self.reading.facts, self.body.page, event.questions)

    @on(ArticleBody.Moved)
    def _show_place(self) -> None:
        body = self.body
        if body.article is None:
            self.status.place = ""
            return
        number, of = body.page.paragraph_of(body.cursor), len(body.page.paragraph_starts)
        place = f"¶{number}/{of}"
        self.status.place = f"{body.step} · {place}" if body.step else place

    @on(ArticleBody.Note)
    def _say(self, event: ArticleBody.Note) -> None:
        self.status.say(event.text)

    @on(FactsPane.Jump)
    def _jump(self, event: FactsPane.Jump) -> None:
        self.body.go(event.start, span=(event.start, event.end))
        self._to("article")

    @on(ArticleBody.Open)
    def _show_evidence(self, event: ArticleBody.Open) -> None:
        article = self.body.article
        if article is None:
            return
        here = [
            question
            for question in self.questions
            if any(
                answer.article == article.id and event.start <= answer.start < event.end
                for answer in question.answers
            )
        ]
        if here:
            self.show_card(here, article.id)
        else:
            self.status.say("No other report answers this sentence differently.")

    def show_card(self, questions: list[Question], article_id: str) -> None:
        """What each report answers, over the dimmed screen."""
        from tui.screens.card import EvidenceCard

        self.app.push_screen(
            EvidenceCard(questions, self.names_in_story(article_id), article_id), self.read_on
        )

    # ---- library

    @on(messages.Standing)
    def _show_standing(self, event: messages.Standing) -> None:
        self.status.standing = event.text

    @on(messages.Progressed)
    def _show_progress(self, event: messages.Progressed) -> None:
        self.status.standing = f"Reading in {event.done:,} of {count(event.total, 'article')}…"

    @on(messages.Failed)
    def _show_failure(self, event: messages.Failed) -> None:
        self.status.say(event.reason, error=True)
        if self.desk is None:
            self.status.standing = ""
            self.search.notice(event.reason, error=True)

    # ---- notes

    @on(messages.Kept)
    def _show_kept(self, event: messages.Kept) -> None:
        if event.result is not None:
            self.status.say(event.result.message, error=event.result.state == "pending")
            self.show_bookmarks(event.bookmarks)
            self.body.leave_selection()

    @on(messages.Undone)
    def _show_undone(self, event: messages.Undone) -> None:
        self.status.say(event.what or "There is nothing to undo.")
        self.show_bookmarks(event.bookmarks)

    def show_bookmarks(self, bookmarks: Sequence[Bookmark]) -> None:
        """Signs in the gutter where passages are kept."""
        self.body.set_signs(
            bookmarked=[
                (kept.passage.start, kept.passage.end)
                for kept in bookmarks
                if kept.state != "vanished"
            ]
        )
