"""Questions × reports: who says what to each question, as of when, and how they stand together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one

from index.article import Article
from index.compare.matrix import Matrix, Row
from tui.bindings import for_screen
from tui.places import Place
from tui.rendering.relations import label, relation_words, why
from tui.rendering.telling import elsewhere
from tui.rendering.titles import Part, answered_differently
from tui.rendering.words import count, report_name
from tui.screens.comparing import ComparingScreen
from tui.screens.question_actions import Standing
from tui.widgets.key_line import KeyLine
from tui.widgets.matrix_body import MatrixBody
from tui.widgets.matrix_header import MatrixHeader
from tui.widgets.reason_strip import ReasonStrip
from tui.widgets.title_line import TitleLine


class MatrixScreen(ComparingScreen[Matrix]):
    """The matrix, and below it why the current cell stands to the others as it does."""

    CSS_PATH = "../../styles/matrix.tcss"
    BINDINGS = for_screen("matrix")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal")]  # noqa: RUF012  (Textual declares no ClassVar)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012  (Textual declares no ClassVar)

    body = query_one(MatrixBody)
    header = query_one(MatrixHeader)

    def __init__(self, load: Callable[[], Matrix], article: str | None = None) -> None:
        """`article` is the report that the cursor begins with, or whose story is asked for."""
        super().__init__(load)
        self._article = article
        self._elsewhere: Part = ""
        """That this is another story than that."""

    @property
    def matrix(self) -> Matrix | None:
        """What is shown; None until it is there."""
        return self.found

    @property
    def walked(self) -> MatrixBody:
        return self.body

    def compose(self) -> ComposeResult:
        """The heads of the columns, the cells, and the reason of the current one."""
        yield TitleLine("Comparing…")
        yield MatrixHeader(markup=False)
        yield MatrixBody()
        yield ReasonStrip(id="matrix-reason")
        yield KeyLine()

    def draw(self) -> None:
        if self.found is None:
            return
        ids = [article.id for article in self.found.articles]
        self._elsewhere = elsewhere(self._article, self.found.articles)
        if self._article in ids:
            self.body.column, self._article = ids.index(self._article), None
        self.body.show(self.found)

    # What the cursor stands on

    def standing(self) -> Standing:
        row = self.body.current
        if self.matrix is None or row is None:
            return Standing((), None)
        return Standing((row.question,), self._first_value(row))

    def compared(self) -> Sequence[Article]:
        return self.matrix.articles if self.matrix else ()

    def passage(self) -> Place | None:
        """The first value of the current cell."""
        row = self.body.current
        place = self._first_value(row) if row else None
        if place is None:
            self.app.tell("This report does not answer the question: there is nothing to keep.")
        return place

    def _first_value(self, row: Row) -> Place | None:
        cell = row.cells[self.body.column]
        if not cell:
            return None
        answer = row.question.answers[cell[0].answers[0]]
        return Place(answer.article, answer.start, answer.end)

    @on(MatrixBody.Moved)
    def _describe(self) -> None:
        matrix, body = self.matrix, self.body
        if matrix is None:
            return
        self.header.show(matrix, body.geometry, body.left, body.column)
        self.title_line.say("Matrix", *self._title(matrix))
        self._tell_reason(matrix, body.current)

    def _title(self, matrix: Matrix) -> list[Part]:
        disputed = sum(row.disputed for row in matrix.rows)
        texts = count(len(matrix.origins), "origin")
        return [
            self._elsewhere,
            count(len(matrix.articles), "report"),
            (texts, texts, "") if len(matrix.origins) < len(matrix.articles) else "",
            answered_differently(len(matrix.rows), disputed),
            "" if self.body.everything else ("≠ differences only", "≠ only"),
        ]

    def _tell_reason(self, matrix: Matrix, row: Row | None) -> None:
        """Why the current cell stands to the others as it does."""
        if row is None:
            nothing = "These reports answer no question together."
            if matrix.rows:
                key = self.app.key_of("compare.everything")
                nothing = f"No question is answered differently. Press {key} to see everything."
            self.reason.tell(Content(nothing))
            return
        column = self.body.column
        name = report_name(matrix.articles[column])
        relations = row.relations_of(column)
        question = row.question
        if question.ruling:
            head, reason = label(question), why(question)
        elif not row.cells[column]:
            head, reason = "not reported", f"{name} does not answer this. {question.reason}"
        elif (headline := row.headlines[column]) is not None:
            head, reason = (
                relation_words(headline.kind),
                f"Headline and body of {name} part. {headline.reason}",
            )
        elif relations:
            head, reason = relation_words(relations[0].kind), relations[0].reason
        else:
            head, reason = label(question), question.reason
        key = self.app.key_of("question.why")
        more = f"  (+{len(relations) - 1} more: {key})" if len(relations) > 1 else ""
        style = "$disputed" if row.disputed else "$quiet"
        self.reason.tell(
            Content.assemble((head, f"bold {style}"), (f"  {question.question}{more}", "bold")),
            reason,
        )

    @on(MatrixBody.Opened)
    def _open_cell(self) -> None:
        self.show_card(self.standing().questions)

    # What the keys do

    def action_toggle_everything(self) -> None:
        self.body.show_everything(not self.body.everything)
