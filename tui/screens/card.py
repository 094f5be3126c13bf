"""The evidence for one question: each report's sentence, who said it, when, and the relation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.getters import app, query_one
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from index.article import Article
from index.compare.model import Question
from tui.bindings import for_screen
from tui.messages import Ruled
from tui.places import Place
from tui.rendering import evidence
from tui.rendering.flow import rows_of, wrap
from tui.rendering.telling import names_of
from tui.screens.closing import ClosesOnce
from tui.shared_actions import SharedActions
from tui.widgets.key_line import KeyLine
from tui.widgets.keyed_list import KeyedList

_FEWEST: Final = 4
"""Rows that the list of answers keeps."""
_WIDEST: Final = 104
"""Cells of the card at most; it takes nine tenths of the screen, as styles/card.tcss says."""
_FOOT: Final = 2
"""Rows of the reports that do not answer."""


class AnswerList(KeyedList):
    """One answer each; Enter goes to where it stands."""

    BINDINGS = for_screen("card")

    opened_at: int | None = None
    """The answer that a question opens with, until another one is gone to."""

    _whole = False
    """All of it is to be seen, as far as there is room; else its first line will do."""

    def open_at(self, index: int, *, whole: bool) -> None:
        """Highlights an answer and stays at the top, as far as it is seen there."""
        self.scroll_home(animate=False, immediate=True)
        self.opened_at, self._whole = index, whole
        self.highlighted = index

    def on_resize(self) -> None:
        """The head and the foot of the card may take their room only now."""
        if self.opened_at is not None:
            self.call_after_refresh(self.scroll_to_highlight)

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Brings the whole answer into view, the one opened with from its first line on."""
        if self.highlighted is None or self.highlighted != self.opened_at:
            self.opened_at = None
            super().scroll_to_highlight(top)
            return
        self._update_lines()  # Textual lays its options out no sooner
        line = self._index_to_line.get(self.highlighted)
        if self.is_mounted and line is not None:
            room = self.scrollable_content_region
            rows = self._heights[self.highlighted] - 1 if self._whole else 1  # the last is blank
            region = Region(0, line, room.width, max(1, min(rows, room.height)))
            self.scroll_to_region(region, force=True, animate=False, top=top, immediate=True)


class EvidenceCard(ModalScreen[Place | None], ClosesOnce[Place | None]):
    """What the reports answer to a question, in their words. Says nothing about who is right.

    Ends with the place of the answer that the person chose, or None.
    """

    CSS_PATH = "../../styles/card.tcss"
    BINDINGS = for_screen("card_screen")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012  (Textual declares no ClassVar)

    app = app(SharedActions)
    answers = query_one(AnswerList)
    head = query_one("#card-head", Static)
    foot = query_one("#card-foot", Static)

    def __init__(
        self,
        questions: Sequence[Question],
        reports: Sequence[Article],
        place: Place | None = None,
        *,
        reasons: bool = False,
        timeline: bool = True,
        reading: bool = False,
    ) -> None:
        """`reports` are those compared; `place` is where the person comes from.

        `reasons`: with the reason of every pair of answers from the start. `timeline`: the answers
        can be shown over time. `reading`: the person is reading at `place`, so that another
        report's answer is highlighted first.
        """
        super().__init__()
        self._questions = tuple(questions)
        self._reports = reports
        self._names = names_of(reports)
        self._place = place
        self._own: int | None = None
        """The person's own answer to the question that is shown."""
        self._shown = 0
        self._reasons = reasons
        self._timeline = timeline
        self._reading = reading

    def compose(self) -> ComposeResult:
        """A box over the dimmed screen."""
        with Vertical(id="card"):
            yield Static("", id="card-head", markup=False)
            yield AnswerList(markup=False)
            yield Static("", id="card-foot", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the first question."""
        self._show(0)
        self.answers.focus()

    def _show(self, number: int) -> None:
        self._shown = number
        question = self._questions[number]
        self._own = evidence.own_answer(question, self._place)
        key = self.app.key_of("question.why")
        self.answers.set_options(
            Option(
                evidence.entry(
                    question,
                    index,
                    self._names,
                    own=self._own,
                    every_reason=self._reasons,
                    reasons_key=key,
                )
            )
            for index in range(len(question.answers))
        )
        first = evidence.counterpart(question, self._own) if self._reading else self._own or 0
        self.answers.open_at(first, whole=first != self._own)
        self._fit()

    def on_resize(self) -> None:
        """Another size has room for more or less."""
        self._fit()

    def _fit(self) -> None:
        """Shares the height out: the head keeps the person's own answer, the list scrolls."""
        card = self.query_one("#card")
        width = min(self.size.width * 9 // 10, _WIDEST) - card.gutter.width
        room = (self.size.height - 1) * 9 // 10 - card.gutter.height
        question, of = self._questions[self._shown], len(self._questions)

        silent = evidence.not_reported(question, self._names)
        foot = rows_of(silent, width, _FOOT) if silent else []
        self.foot.update(Content("\n".join(foot)))
        self.foot.display = bool(foot)
        room -= len(foot) + (self.foot.styles.margin.height if foot else 0)

        room -= self.head.styles.margin.height
        head = evidence.head(
            question,
            self._own,
            self._names,
            place=f"{self._shown + 1}/{of}" if of > 1 else "",
            width=width,
            rows=room - max(_FEWEST, room // 3),
        )
        self.head.update(head)
        taken = sum(len(wrap(line, 0, len(line), width)) for line in head.plain.split("\n"))
        self.answers.styles.max_height = max(3, room - taken)

    @on(OptionList.OptionSelected)
    def _go_there(self, message: OptionList.OptionSelected) -> None:
        answer = self._questions[self._shown].answers[message.option_index]
        self.dismiss(Place(answer.article, answer.start, answer.end))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides what cannot be done: other questions where there is one, ruling without a place for
        it, the timeline where the person comes from there."""
        if action in ("rule", "unrule"):
            return self.app.desk is not None
        if action in ("next_question", "previous_question"):
            return len(self._questions) > 1
        return action != "timeline" or self._timeline

    def action_next_question(self) -> None:
        self._show((self._shown + 1) % len(self._questions))

    def action_previous_question(self) -> None:
        self._show((self._shown - 1) % len(self._questions))

    def action_rule(self) -> None:
        """Asks how the person reads the answers."""
        self.app.ask_ruling(self._questions[self._shown])

    def action_unrule(self) -> None:
        """Takes the person's ruling back."""
        self.app.take_ruling_back(self._questions[self._shown])

    @on(Ruled)
    def _take_ruling(self, message: Ruled) -> None:
        changed = message.question
        self._questions = tuple(changed if one.id == changed.id else one for one in self._questions)
        self._show(self._shown)

    def action_timeline(self) -> None:
        """Shows the answers over time."""
        self.app.show_timeline(self._questions[self._shown], self._reports)

    def action_why(self) -> None:
        """Shows the reason of every pair of answers, or the gravest of each answer alone."""
        self._reasons = not self._reasons
        chosen = self.answers.highlighted
        self._show(self._shown)
        self.answers.highlighted = chosen
