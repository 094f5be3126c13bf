"""One question's answers over time: which held when, in whose words, and what updated what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from index.article import Article
from index.compare.model import DISPUTED, Question
from index.compare.timeline import Timeline, timeline_of
from tui.bindings import for_screen
from tui.messages import NotesChanged, Ruled
from tui.places import Place
from tui.rendering.lanes import Lanes
from tui.rendering.relations import label, relation_words, shown_relation, why
from tui.rendering.words import count, outlet
from tui.rulings import ruling_of, with_ruling
from tui.screens.question_actions import QuestionActions, Standing
from tui.widgets.key_line import KeyLine
from tui.widgets.reason_strip import ReasonStrip
from tui.widgets.timeline_body import TimelineBody
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.desk import Desk


class TimelineScreen(QuestionActions):
    """The timeline, and below it why the current answer is where it is."""

    CSS_PATH = "../../styles/timeline.tcss"
    BINDINGS = for_screen("timeline")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal")]  # noqa: RUF012  (Textual declares no ClassVar)

    is_timeline = True
    body = query_one(TimelineBody)
    axis = query_one("#timeline-axis", Static)
    title_line = query_one(TitleLine)
    reason = query_one("#timeline-reason", ReasonStrip)

    def __init__(self, question: Question, articles: Sequence[Article]) -> None:
        """`articles` are the reports compared."""
        super().__init__()
        self._articles = articles
        self.timeline: Timeline = timeline_of(question, articles)
        self._scales_of: Lanes | None = None
        """The lanes whose scales stand above them."""

    def compose(self) -> ComposeResult:
        """The question, the scales, the answers, and the reason of the current one."""
        yield TitleLine()
        yield Static("", id="timeline-axis", markup=False)
        yield TimelineBody()
        yield ReasonStrip(id="timeline-reason")
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows what there is at once: nothing has to be read for it."""
        self.body.focus()
        self.body.show(self.timeline)

    @on(Ruled)
    def _take_ruling(self, message: Ruled) -> None:
        if message.question.id == self.timeline.question.id:
            self.timeline = timeline_of(message.question, self._articles)
            self.body.show(self.timeline)

    @on(NotesChanged)
    def _look_at_ruling(self) -> None:
        if (desk := self.app.desk) is not None:
            self.look_again(desk)

    @work(thread=True, exclusive=True, group="ruling", exit_on_error=False)
    def look_again(self, desk: Desk) -> None:
        """A ruling may have been undone elsewhere."""
        question = self.timeline.question
        now = with_ruling(question, ruling_of(question, desk.rulings.rulings()))
        if now != question:
            self.post_message(Ruled(now))

    # What the cursor stands on

    def standing(self) -> Standing:
        return Standing((self.timeline.question,), self.passage())

    def compared(self) -> Sequence[Article]:
        return self._articles

    def passage(self) -> Place | None:
        if not self.timeline.moments:
            return None
        answer = self.timeline.moments[self.body.row].answer
        return Place(answer.article, answer.start, answer.end)

    @on(TimelineBody.Moved)
    def _describe(self) -> None:
        question, lanes = self.timeline.question, self.body.lanes
        if lanes is None:
            return
        style = "$disputed" if shown_relation(question) in DISPUTED else "$quiet"
        answers = count(len(self.timeline.moments), "answer")
        self.title_line.update(
            Content.assemble(
                f"Timeline · {answers} · ", (label(question), style), "  ", question.question
            ),
            layout=False,
        )
        if lanes is not self._scales_of:
            self._scales_of = lanes
            rows = ["".join(words for words, _ in line) for line in lanes.axis()]
            self.axis.update(Content("\n".join(f"  {row}" for row in [*lanes.legend(), *rows])))
        self._tell_reason(question)

    def _tell_reason(self, question: Question) -> None:
        """What the current answer updates, or how the question stands as a whole."""
        number = self.body.row
        update = self.timeline.updates_of(number)
        before = self.timeline.relations_to_earlier(number)
        head, reason = label(question), why(question)
        if update is not None and not question.ruling:
            older = self.timeline.moments[update.older]
            head = f"→ updates “{older.answer.text}” ({outlet(older.article)})"
            reason = update.reason
        elif before and not question.ruling:
            head, reason = relation_words(before[0].kind), before[0].reason
        self.reason.tell(Content.styled(head, "bold $disputed"), reason)

    @on(TimelineBody.Opened)
    def _open_answer(self) -> None:
        self.show_card(self.standing().questions)
