"""The first screen: search, results, article, facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on

from tui import messages
from tui.bindings import for_screen
from tui.painting import announced
from tui.places import Place
from tui.rendering.words import count, short_path
from tui.screens.reader_panes import TWO_PANES
from tui.screens.reader_telling import ReaderTelling
from tui.widgets.article_messages import STILL_COMPARING, ArticleMessages
from tui.widgets.hit_list import HitList
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from index.compare.model import Question
    from index.span import TextSpan


class ReaderScreen(ReaderTelling):
    """What the person does, and what the workers bring, on the panes."""

    BINDINGS: ClassVar = for_screen("reader")
    AUTO_FOCUS = "#results"

    def on_mount(self) -> None:
        """The list is there before the library is."""
        self.restore()

    # ---- the way back

    def _key_escape(self) -> None:
        """Textual would drop the selection before `step_back` sees that there is one."""

    def action_step_back(self) -> None:
        """One step: find, selection, zen, comparison, article, query, marks."""
        if self.pane.finding:
            self.pane.leave_find()
            self.body.set_layer("match", self.reading.matches if self.reading else ())
            self.to("article")
        elif self.body.selected_span():
            self.body.leave_selection()
            self.status.say("")
        elif self.zen:
            self.action_zen()
        elif self.at == "article" and self._steps_back_to_comparison():
            return
        elif self.at in ("article", "facts", "search"):
            self.to("results")
        elif self.box.value:
            self.box.value = ""
        elif self.hits.marked:
            self._leave_marks()

    def _leave_marks(self) -> None:
        """Marks took work to set: a step back asks first, and takes them while that is seen."""
        marked = count(len(self.hits.marked), "report")
        asks = f"{marked} marked: {self.app.key_of('back')} again takes the marks away."
        if self.status.message == asks:
            self.hits.unmark()
        else:
            self.status.say(asks)

    def _steps_back_to_comparison(self) -> bool:
        article = self.body.article
        return article is not None and self.app.step_back_to_comparison(article.id)

    def action_close(self) -> None:
        """Back to the list; from there, out."""
        if self.at in ("article", "facts"):
            if self.zen:
                self.action_zen()
            self.to("results")
        else:
            self.app.exit()

    # ---- the article

    @on(VirtualList.Highlighted, "#results")
    def _passing_by(self, event: VirtualList.Highlighted) -> None:
        if event.index >= len(self.hits.hits) - 1:
            self.find_more()
        self._read_beside()

    @on(events.Resize)
    def _keep_beside(self) -> None:
        """Where an article has room beside the list now, it is the one under the cursor."""
        reading, hit = self.reading, self.hits.current
        if hit is not None and (reading is None or reading.article.id != hit.id):
            self._read_beside()

    def _read_beside(self) -> None:
        hit = self.hits.current
        if hit is not None and self.size.width >= TWO_PANES and self.at in ("search", "results"):
            self.read(hit.id, focus=False)

    @on(VirtualList.Chosen, "#results")
    def open_hit(self) -> None:
        """Opens the report under the cursor of the list."""
        hit, reading = self.hits.current, self.reading
        if hit is None:
            return
        self.leave_article_for(hit.id)
        if reading is not None and reading.article.id == hit.id and self.is_fresh(reading):
            self._turn_to(messages.Read(reading, True, None))  # the next key is for it
        else:
            self.read(hit.id, focus=True)

    @on(HitList.MarksChanged)
    def _tell_marks(self) -> None:
        marked, key = len(self.hits.marked), self.app.key_of("compare.open")
        self.status.marked = marked
        told = "No report is marked any more."
        if marked == 1:
            told = f"1 report marked: mark another, or open one, then press {key} to compare."
        elif marked:
            told = f"{marked} reports marked: {key} compares them."
        self.status.say(told)

    @on(messages.Read)
    async def _show_article(self, event: messages.Read) -> None:
        with self.app.batch_update():
            self._turn_to(event)
            await announced(self.hits, self.body, self.facts, self.status)

    def _turn_to(self, event: messages.Read) -> None:
        reading, body = event.reading, self.body
        self.leave()
        fresh = (
            body.article != reading.article
            or self.reading is None
            or self.reading.matches != reading.matches
        )
        self.reading = reading
        if fresh:
            self.questions, self.reports = (), ()
            at = reading.matches[0][0] if reading.matches else reading.place
            self.pane.leave_find()
            facts = None if reading.unfinished else reading.facts
            body.show(reading.article, facts, corrections=reading.corrections)
            body.set_layer("match", reading.matches)
            body.set_layer("watch", reading.watched)
            self.show_bookmarks(reading.article.id, reading.bookmarks)
            body.go(at if event.at is None else event.at)
            self.facts.show(reading.article, reading.facts, body.page)
            if reading.unfinished:
                self.bring_facts(reading)
            else:
                self.find_disputes(reading.article.id)
        elif event.at is not None:
            body.go(event.at)
        if event.focus:
            self.opening = None
            self._news.set()
            self.opened.add(reading.article.id)
            if self.newcomer:
                self.newcomer = False
                self.search.notice("")
            self.hits.mark_read(reading.article.id)
            self.to("article")
            self.follow_place()
            self.tell_relatives(reading.article)

    def show_nothing(self) -> None:
        """No article at all."""
        self.reading, self.questions, self.reports = None, (), ()
        self.body.show(None)
        self.facts.show(None, None, self.body.page)

    @on(messages.Answered)
    def _show_answered(self, event: messages.Answered) -> None:
        article = self.body.article
        if article is None or article.id != event.article or self.reading is None:
            return
        self.questions, self.reports = event.questions, event.reports
        from tui.rendering.relations import is_disputed
        from tui.rendering.signs import signs_of

        disputed = [one for one in event.questions if is_disputed(one)]
        values = {
            (answer.start, answer.end)
            for question in disputed
            for answer in question.answers
            if answer.article == article.id
        }
        self.body.set_layer("disputed", values)
        self.body.set_signs(answered=signs_of(article.id, event.questions, self.body.sentence_at))
        self.facts.show(article, self.reading.facts, self.body.page, disputed)

    @on(ArticleMessages.Moved)
    def _keep_offset(self) -> None:
        self.reading_offset = self.body.cursor

    @on(ArticleMessages.Note)
    def _say(self, event: ArticleMessages.Note) -> None:
        self.status.say(event.text)

    @on(ArticleMessages.Selecting)
    def _tell_selecting(self) -> None:
        key_of = self.app.key_of
        steps = ", ".join(
            f"{key_of(f'move.previous_{step}')} {key_of(f'move.next_{step}')} by {step}"
            for step in ("word", "sentence", "paragraph")
        )
        self.status.say(f"Selecting: {steps}; {key_of('select.words')} leaves.")

    @on(ArticleMessages.Open)
    def _show_evidence(self, event: ArticleMessages.Open) -> None:
        article = self.body.article
        if article is None:
            return
        from tui.rendering.signs import answered_between

        here = answered_between(article.id, self.questions, event.start, event.end)
        if here:
            self.show_card(here, Place(article.id, event.start, event.end))
        else:
            nothing = "No other report answers what this sentence does."
            self.status.say(nothing if self.body.compared else STILL_COMPARING)

    def show_card(self, questions: list[Question], place: Place) -> None:
        """What each report answers, over the dimmed screen."""
        from tui.screens.card import EvidenceCard

        card = EvidenceCard(questions, self.reports, place, reading=True)
        self.app.push_screen(card, self.read_on)

    def action_layers(self) -> None:
        """Shows other marks, and says which, and how they look."""
        from tui.rendering.highlight import legend

        self.status.say(legend(self.body.cycle_layers()))

    # ---- notes

    @on(messages.Kept)
    def _show_kept(self, event: messages.Kept) -> None:
        self.show_bookmarks(event.article, event.bookmarks)
        if (kept := event.result) is not None:
            told = kept.message.replace(str(kept.path), short_path(kept.path))
            self.status.say(told, error=kept.state == "pending")
            if self._shows(event.article):
                self.body.leave_selection()

    @on(messages.Refound)
    def _show_refound(self, event: messages.Refound) -> None:
        self.show_bookmarks(event.article, event.bookmarks)
        reading = self.reading
        if not self._shows(event.article) or reading is None:
            return
        if reading.unfinished or event.facts != reading.facts:
            self.reading = replace(reading, facts=event.facts, unfinished=False)
            self._news.set()
            self.body.show_facts(event.facts)
            self.facts.show(reading.article, event.facts, self.body.page, self.questions)
            self.find_disputes(event.article)

    def _shows(self, article_id: str | None) -> bool:
        article = self.body.article
        return article is not None and article.id == article_id

    def show_bookmarks(self, article_id: str | None, bookmarks: Sequence[TextSpan]) -> None:
        """Signs in the gutter where passages are kept; none for an article that has gone by."""
        if self._shows(article_id):
            self.body.set_signs(bookmarked=[(kept.start, kept.end) for kept in bookmarks])
