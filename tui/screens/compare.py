"""Two or more reports side by side, level on what they answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList

from index.article import Article
from index.compare.matrix import Matrix, by_day, matrix_of
from index.compare.model import DISPUTED
from index.compare.support import support, worded
from tui.bindings import for_screen
from tui.places import Place
from tui.rendering.column_painter import ELSEWHERE
from tui.rendering.columns import Geometry
from tui.rendering.copies import SIGN as COPY
from tui.rendering.highlight import legend
from tui.rendering.relations import label, relation_words, shown_relation, why
from tui.rendering.reports import Reports
from tui.rendering.telling import origins
from tui.rendering.titles import Part, answered_differently
from tui.rendering.words import count
from tui.screens.comparing import ComparingScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.picker import Choice, ReportPicker, report_choices
from tui.screens.question_actions import Standing
from tui.widgets.column_header import ColumnHeader
from tui.widgets.compare_body import CompareBody
from tui.widgets.key_line import KeyLine
from tui.widgets.question_list import QuestionList
from tui.widgets.reason_strip import ReasonStrip
from tui.widgets.title_line import TitleLine

_WIDE: Final = 170
"""Cells of a screen that can have its questions beside the columns."""
_QUESTIONS: Final = 52
"""Cells that they take there, as styles/compare.tcss says."""


class CompareScreen(ComparingScreen[Reports]):
    """Reports in columns and the questions they answer."""

    CSS_PATH = "../../styles/compare.tcss"
    BINDINGS = for_screen("compare")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal")]  # noqa: RUF012  (Textual declares no ClassVar)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012  (Textual declares no ClassVar)

    body = query_one(CompareBody)
    header = query_one(ColumnHeader)
    questions = query_one(QuestionList)

    def __init__(self, load: Callable[[], Reports]) -> None:
        super().__init__(load)
        self._stacked = False
        self._headed: tuple[object, ...] = ()
        """What the lines above the columns were drawn for."""

    @property
    def reports(self) -> Reports | None:
        """What is shown; None until it is there."""
        return self.found

    @property
    def walked(self) -> CompareBody:
        return self.body

    def compose(self) -> ComposeResult:
        """The columns, what ties the current row, and the questions."""
        yield TitleLine("Comparing…")
        with Container(id="compare-panes"):
            with Vertical(id="compare-columns"):
                yield ColumnHeader(markup=False)
                yield CompareBody()
                yield ReasonStrip(id="compare-reason")
            yield QuestionList(markup=False)
        yield KeyLine()

    def on_resize(self) -> None:
        """Another width may have room for the questions elsewhere."""
        self._place_questions()

    def _place_questions(self) -> None:
        """Beside the columns, where these do not have to be stacked for it; else below them."""
        columns = len(self.reports.articles) if self.reports else 2
        least, width = Geometry.narrowest(columns), self.size.width - 1  # but for a scrollbar
        stacked_by_them = width - _QUESTIONS < least <= width
        self.set_class(self.size.width >= _WIDE and not stacked_by_them, "-beside")

    def draw(self) -> None:
        if self.found is not None:
            self._place_questions()
            self.body.show(self.found)
            self._list_questions(self.found)

    def _list_questions(self, reports: Reports) -> None:
        """Where none is left to list, the keys are for the columns again."""
        self.questions.show(reports, everything=self.body.everything)
        if self.questions.has_focus and not self.questions.can_focus:
            self.set_focus(self.body)

    # What the cursor stands on

    @on(CompareBody.Moved)
    def _describe(self) -> None:
        if self.reports is None:
            return
        body = self.body
        self._tell_reason(self.reports)
        if body.rows and not self.questions.has_focus:
            row = body.rows[body.row]
            self.questions.follow(self.reports.questions_of(row, body.column))
        headed = (self.reports, body.geometry, body.column, body.linked, body.everything)
        if headed == self._headed:
            return
        self._headed = headed
        self.header.show(self.reports, body.geometry, body.column)
        if body.geometry.stacked != self._stacked:
            self._stacked = body.geometry.stacked
            self.header.display = not self._stacked  # each passage has its own head then
            self.refresh_bindings()
        self.title_line.say("Compare", *self._title(self.reports))

    def _title(self, reports: Reports) -> list[Part]:
        questions = reports.comparison.questions
        disputed = sum(shown_relation(question) in DISPUTED for question in questions)
        shown = count(len(reports.articles), "report")
        return [
            (shown, shown, ""),
            *((said, said, "") for said in origins(reports.comparison)),
            *([] if self.body.everything else [("≠ differences only", "≠ only")]),
            answered_differently(len(questions), disputed),
            self._setting(len(reports.articles)),
        ]

    def _setting(self, reports: int) -> Part:
        """Whether the reports scroll together, or why they stand one below the other."""
        if self.body.geometry.stacked:
            needed = Geometry.narrowest(reports)
            return f"stacked: {reports} columns need {needed} cells", "stacked"
        if self.body.linked:
            return "⇅ linked"
        return "⇎ each scrolls by itself", "⇎ unlinked"

    def _tell_reason(self, reports: Reports) -> None:
        body = self.body
        if not body.rows:
            key = self.app.key_of("compare.everything")
            same = f"No passage of these reports differs. Press {key} to see everything."
            self.reason.tell(Content(same))
            return
        questions = reports.questions_of(body.rows[body.row], body.column)
        told = reports.copies.told_in(body.rows[body.row])
        changed = Content.styled(f"{COPY} {told}", "bold $disputed") if told else Content()
        if not questions:
            nothing = Content.styled("Nothing here is answered by another report.", "$quiet")
            self.reason.tell(changed if told else nothing)
            return
        question = questions[0]
        pair = reports.relation_at(body.rows[body.row], body.column, question)
        said, reason, kind = label(question), why(question), shown_relation(question)
        if pair is not None and not question.ruling:
            reason, kind = pair.reason, pair.kind
            said = said if kind == question.relation else relation_words(kind)
        style = "$disputed" if kind in DISPUTED else "$quiet"
        key = self.app.key_of("open")
        more = f"  (+{len(questions) - 1} more: {key})" if len(questions) > 1 else ""
        tied = question.id in reports.rows[body.rows[body.row]].questions
        elsewhere = "" if tied else f"  {ELSEWHERE} answered in another row"
        head = Content.assemble(
            (said, f"bold {style}"),
            ("  " + question.question, "bold"),
            (elsewhere + more, "$quiet"),
        )
        backing = worded(support(question.answers, reports.comparison))
        tail = Content.assemble((f" {backing}.", "$quiet"), " " if told else "", changed)
        self.reason.tell(head, reason, tail)

    def standing(self) -> Standing:
        """The questions of the passage under the cursor, or the one of the list in use."""
        reports, body = self.reports, self.body
        if reports is None:
            return Standing((), None)
        if self.questions.has_focus and (chosen := self.questions.chosen):
            return Standing((reports.question(chosen),), None)
        if not body.rows:
            return Standing((), None)
        questions = reports.questions_of(body.rows[body.row], body.column)
        return Standing(questions, self._here(reports))

    def compared(self) -> Sequence[Article]:
        return self.reports.articles if self.reports else ()

    def _here(self, reports: Reports) -> Place:
        """What the cursor stands on: words of the current report, or none of it."""
        body = self.body
        span = reports.rows[body.rows[body.row]].spans[body.column]
        start, end = (span.start, span.end) if span is not None else (0, 0)
        return Place(reports.articles[body.column].id, start, end)

    def passage(self) -> Place | None:
        """The passage of the current report, or else the nearest of another in the same row."""
        reports, body = self.reports, self.body
        if reports is None or not body.rows:
            return None
        own = reports.articles[body.column]
        passages = zip(reports.articles, reports.rows[body.rows[body.row]].spans, strict=True)
        for article, span in sorted(passages, key=lambda passage: passage[0] is not own):
            if span is not None:
                return Place(article.id, span.start, span.end)
        return None

    @on(CompareBody.Opened)
    def _open_row(self) -> None:
        if questions := self.standing().questions:
            self.show_card(questions)
        else:
            self.app.leave_for(self.passage())

    @on(OptionList.OptionHighlighted)
    def _go_to_question(self, message: OptionList.OptionHighlighted) -> None:
        if self.reports is not None and self.questions.has_focus and message.option_id:
            self.body.go_to(self.reports.row_of(self.reports.question(message.option_id)))

    @on(OptionList.OptionSelected)
    def _open_question(self) -> None:
        self.show_card(self.standing().questions)

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides what cannot be done: nothing to link where the reports are stacked, nothing to
        drop where there are two, nothing to add without a library."""
        if action == "drop":
            return self.reports is not None and len(self.reports.articles) > 2
        if action == "add":
            return self.reports is not None and self.app.desk is not None
        if action == "toggle_linked":
            return not self._stacked
        return super().check_action(action, parameters)

    def action_toggle_everything(self) -> None:
        self.body.show_everything(not self.body.everything)
        if self.reports is not None:
            self._list_questions(self.reports)

    def action_layers(self) -> None:
        """Shows other marks: all, the figures, the officials, none."""
        self.app.tell(legend(self.body.cycle_layers()))

    def action_toggle_linked(self) -> None:
        self.body.link(not self.body.linked)

    def action_swap(self) -> None:
        """Trades the places of the current report and the one on its right, round the end."""
        if self.reports is None:
            return
        body = self.body
        other = (body.column + 1) % len(self.reports.articles)
        reports = self.reports.swapped(body.column, other)
        body.column = other
        self.show(reports)
        self._load_these([article.id for article in reports.articles])

    def action_drop(self) -> None:
        """Compares the others again."""
        if self.reports is not None:
            dropped = self.reports.articles[self.body.column].id
            self._compare_these([a.id for a in self.reports.articles if a.id != dropped])

    @work
    async def action_add(self) -> None:
        """Asks for one more report, those of the same story first."""
        if self.reports is None or (desk := self.app.desk) is None:
            return
        ids = [article.id for article in self.reports.articles]

        def others() -> Sequence[Choice]:
            story = {*desk.stories.of(ids[0])}
            entries = [entry for entry in desk.library.entries() if entry.id not in ids]
            return report_choices(sorted(entries, key=lambda entry: entry.id not in story))

        picker = ReportPicker(await asyncio.to_thread(others))
        chosen = await self.app.push_screen_wait(picker)
        if chosen is not None:
            self._compare_these([*ids, chosen])

    def _compare_these(self, ids: list[str]) -> None:
        self._load_these(ids)
        self.compare()

    def _load_these(self, ids: list[str]) -> None:
        """From now on these reports are compared, in this order."""
        if (desk := self.app.desk) is not None:
            from tui.gathering import reports_of

            self._load = lambda: reports_of(desk, ids)

    def action_matrix(self) -> None:
        """The same reports as a matrix of questions."""
        if self.reports is None:
            return
        articles, comparison = by_day(self.reports.articles), self.reports.comparison
        desk = self.app.desk

        def load() -> Matrix:
            if desk is None:
                return matrix_of(articles, comparison)
            return desk.stories.matrix([article.id for article in articles])

        here = self.reports.articles[self.body.column].id
        self.app.push_screen(MatrixScreen(load, here))

    def action_toggle_questions(self) -> None:
        if not self.questions.option_count:
            self.app.tell("There is no question to list.")
            return
        if self.questions.has_focus or not self.questions.display:
            self.questions.display = not self.questions.display
        if self.questions.display:
            self.set_focus(self.questions)
        else:
            self.set_focus(self.body)

    def action_step_back(self) -> None:
        if self.questions.has_focus:
            self.set_focus(self.body)
        else:
            super().action_step_back()
