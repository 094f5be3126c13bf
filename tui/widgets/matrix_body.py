"""Questions × reports on the screen: the questions stay while the reports go by.

On the Line API: what a cell says is worked out when it is first seen, a strip when its line comes
into view, so a hundred questions of twenty reports cost what a screenful of them does.
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from index.compare.matrix import Matrix, Row
from tui.bindings import for_screen
from tui.posted import posted
from tui.rendering.flow import cells
from tui.rendering.grid import GAP, Grid, GridGeometry, Line
from tui.widgets.drawn_rows import BAR, DrawnRows

_RULE = "│"


class MatrixBody(DrawnRows, can_focus=True, inherit_bindings=False):
    """The cells of the matrix, with a cursor on one of them."""

    PARTS = "grid"
    BINDINGS = for_screen("grid")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--bar",
        "grid--cursor",
        "grid--row",
        "grid--rule",
        "grid--question",
        "grid--value",
        "grid--disputed",
        "grid--quiet",
    }

    @posted
    class Moved(Message):
        """The cursor stands on another cell, or other cells are shown."""

        body: MatrixBody

        def can_replace(self, message: Message) -> bool:
            """A later one says all that an earlier one did."""
            return isinstance(message, MatrixBody.Moved)

    @posted
    class Opened(Message):
        """The person asks about the cell under the cursor."""

        body: MatrixBody

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.matrix: Matrix | None = None
        self.rows: list[int] = []
        """The rows of the matrix that are shown, by index."""
        self.column = 0
        """The report that the cursor stands on."""
        self.left = 0
        """The first report that is seen."""
        self.everything = True
        """All rows are shown, not only those that are disputed."""
        self.geometry = GridGeometry.fit(80, 2)
        self._grid: Grid | None = None

    # What is shown

    def show(self, matrix: Matrix) -> None:
        """Shows another matrix, or the same with a ruling; the cursor stays on its question."""
        here = self.current.question.id if self.current else None
        self.matrix = matrix
        self.column = min(self.column, len(matrix.articles) - 1)
        self._choose_rows(here)

    def show_everything(self, everything: bool) -> None:
        """All rows, or only those in which the reports do not say the same."""
        here = self.current.question.id if self.current else None
        self.everything = everything
        self._choose_rows(here)

    def _choose_rows(self, here: str | None) -> None:
        if self.matrix is None:
            return
        rows = self.matrix.rows
        self.rows = [n for n, row in enumerate(rows) if self.everything or row.disputed]
        places = [n for n, index in enumerate(self.rows) if rows[index].question.id == here]
        self.row = places[0] if places else max(0, min(self.row, len(self.rows) - 1))
        self.lay_out()

    @property
    def current(self) -> Row | None:
        """The row under the cursor; None where there is none."""
        if self.matrix is None or not self.rows:
            return None
        return self.matrix.rows[self.rows[self.row]]

    def lay_out(self) -> None:
        if self.matrix is None or not self.size.width:
            return
        width = self.scrollable_content_region.width
        self.geometry = GridGeometry.fit(width, len(self.matrix.articles))
        self._grid = Grid(self.matrix, self.rows, self.geometry)
        self.left = self._left_for(self.column)
        self._set_lines()
        self.go(self.row)

    def _set_lines(self) -> None:
        if self._grid is not None:
            self._tops = self._grid.tops(self.left)
            self.set_extent(self._tops[-1])
            self.redraw()

    # Moving

    @property
    def row_count(self) -> int:
        return len(self.rows)

    def tell_moved(self) -> None:
        self.post_message(self.Moved(self))

    def _left_for(self, column: int) -> int:
        """The first column to be seen, so that `column` is."""
        if self.matrix is None:
            return 0
        last = max(0, len(self.matrix.articles) - self.geometry.shown)
        return min(last, max(min(self.left, column), column - self.geometry.shown + 1))

    def turn(self, direction: int) -> None:
        """Puts the cursor on the next report, and brings it into view; stops at the last."""
        if self.matrix is None:
            return
        self.enter(max(0, min(self.column + direction, len(self.matrix.articles) - 1)))

    def enter(self, column: int) -> None:
        """Puts the cursor on a report, and brings it into view."""
        self.column = column
        left = self._left_for(column)
        if left == self.left:
            if self.rows:
                self._set_row(self.row)
            return
        below = self._tops[self.row] - self.scroll_offset.y
        self.left = left
        self._set_lines()
        self._scroll_to_line(self._tops[self.row] - below)  # the row stays where it is

    def next_disputed(self, direction: int) -> bool:
        """Goes to the next row in which the reports part; False if none is left."""
        row = self.row + direction
        while self.matrix is not None and 0 <= row < len(self.rows):
            if self.matrix.rows[self.rows[row]].disputed:
                self.go(row)
                return True
            row += direction
        return False

    def action_open(self) -> None:
        self.post_message(self.Opened(self))

    def pressed(self, x: int) -> None:
        """Puts the cursor on the report where the mouse is."""
        at = (x - self.geometry.first - 2) // (self.geometry.column + GAP)
        if at >= 0:
            self.enter(min(self.left + at, self.left + self.geometry.shown - 1))

    # Drawing

    def draw(self, at: int, width: int) -> Strip:
        grid = self._grid
        if grid is None:
            return self.blank(width)
        number = self.row_at(at)
        line, geometry, base = at - self._tops[number], self.geometry, self.rich_style
        rule = Segment(_RULE, base + self.part_style("rule"))
        here = number == self.row
        if at == self._tops[number + 1] - 1:
            return Strip(self._rule_below(base))
        ground = base + self.part_style("row") if here else base
        bar = BAR if here else " "
        segments = [Segment(bar, ground + self.part_style("bar"))]
        segments += self._words(grid.question(number), line, geometry.first + 1, ground)
        for column in range(self.left, self.left + geometry.shown):
            current = here and column == self.column
            ground = base + self.part_style("cursor") if current else base
            segments.append(rule)
            bar = BAR if current else " "
            segments.append(Segment(bar, ground + self.part_style("bar")))
            lines = grid.cell(number, column)
            segments += self._words(lines, line, geometry.column + GAP - 2, ground)
        return Strip(segments)

    def _rule_below(self, base: Style) -> list[Segment]:
        geometry = self.geometry
        cell = "┼" + "─" * (geometry.column + GAP - 1)
        words = "─" * (geometry.first + 2) + cell * geometry.shown
        return [Segment(words, base + self.part_style("rule"))]

    def _words(self, lines: list[Line], number: int, width: int, ground: Style) -> list[Segment]:
        """One line of a cell, filled up to `width`."""
        line = lines[number] if number < len(lines) else []
        segments = [Segment(words, ground + self.part_style(style)) for words, style in line]
        used = sum(cells(words) for words, _ in line)
        return [*segments, Segment(" " * max(0, width - used), ground)]
