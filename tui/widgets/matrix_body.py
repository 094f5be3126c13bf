"""Questions × reports on the screen: the questions stay while the reports go by.

On the Line API: what a cell says is worked out when it is first seen, a strip when its line comes
into view, so a hundred questions of twenty reports cost what a screenful of them does.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from index.compare.matrix import Matrix, Row
from tui.bindings import for_screen
from tui.rendering.flow import cells
from tui.rendering.grid import GAP, Grid, GridGeometry, Line
from tui.widgets.row_view import RowView

_RULE = "│"
_BAR = "▌"


class MatrixBody(RowView, can_focus=True, inherit_bindings=False):
    """The cells of the matrix, with a cursor on one of them."""

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

    @dataclass
    class Moved(Message):
        """The cursor stands on another cell, or other cells are shown."""

        body: MatrixBody

        def can_replace(self, message: Message) -> bool:
            """A later one says all that an earlier one did."""
            return isinstance(message, MatrixBody.Moved)

    @dataclass
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
        self._tops = [0]
        self._styles: dict[str, Style] = {}

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

    def go_to_question(self, identity: str) -> None:
        """Puts the cursor on a question, if it is shown."""
        if self.matrix is not None:
            for number, index in enumerate(self.rows):
                if self.matrix.rows[index].question.id == identity:
                    self.go(number)

    def _choose_rows(self, here: str | None) -> None:
        if self.matrix is None:
            return
        rows = self.matrix.rows
        self.rows = [n for n, row in enumerate(rows) if self.everything or row.disputed]
        places = [n for n, index in enumerate(self.rows) if rows[index].question.id == here]
        self.row = places[0] if places else max(0, min(self.row, len(self.rows) - 1))
        self._lay_out()

    @property
    def current(self) -> Row | None:
        """The row under the cursor; None where there is none."""
        if self.matrix is None or not self.rows:
            return None
        return self.matrix.rows[self.rows[self.row]]

    def _lay_out(self) -> None:
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
            self.virtual_size = Size(self.size.width, self._tops[-1])
            self.redraw()

    def on_resize(self) -> None:
        """Wraps anew; the cursor's row stays in view."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Another theme: nothing that is drawn still holds."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    # Moving

    @property
    def row_count(self) -> int:
        return len(self.rows)

    def extent(self, row: int) -> tuple[int, int]:
        return self._tops[row], self._tops[row + 1] - 1

    def row_at(self, line: int) -> int:
        return max(0, min(bisect_right(self._tops, line) - 1, len(self.rows) - 1))

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

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor where the mouse is; the second click opens."""
        if self.matrix is None or not self.rows:
            return
        self._set_row(self.row_at(self.scroll_offset.y + event.y))
        at = (event.x - self.geometry.first - 2) // (self.geometry.column + GAP)
        if at >= 0:
            self.enter(min(self.left + at, self.left + self.geometry.shown - 1))
        if event.chain == 2:
            self.action_open()

    # Drawing

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(f"grid--{name}", partial=True)
        return self._styles[name]

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        at = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if self._grid is None or at >= self._tops[-1]:
            return Strip.blank(width, self.rich_style)
        strip = self._strips.get(at)
        if strip is None or strip.cell_length != width:
            strip = self._draw(self._grid, at).adjust_cell_length(width, self.rich_style)
            self._strips[at] = strip
        return strip

    def _draw(self, grid: Grid, at: int) -> Strip:
        number = self.row_at(at)
        line, geometry, base = at - self._tops[number], self.geometry, self.rich_style
        rule = Segment(_RULE, base + self._style("rule"))
        here = number == self.row
        if at == self._tops[number + 1] - 1:
            return Strip(self._rule_below(base))
        ground = base + self._style("row") if here else base
        bar = _BAR if here else " "
        segments = [Segment(bar, ground + self._style("bar"))]
        segments += self._words(grid.question(number), line, geometry.first + 1, ground)
        for column in range(self.left, self.left + geometry.shown):
            current = here and column == self.column
            ground = base + self._style("cursor") if current else base
            segments.append(rule)
            bar = _BAR if current else " "
            segments.append(Segment(bar, ground + self._style("bar")))
            lines = grid.cell(number, column)
            segments += self._words(lines, line, geometry.column + GAP - 2, ground)
        return Strip(segments)

    def _rule_below(self, base: Style) -> list[Segment]:
        geometry = self.geometry
        cell = "┼" + "─" * (geometry.column + GAP - 1)
        words = "─" * (geometry.first + 2) + cell * geometry.shown
        return [Segment(words, base + self._style("rule"))]

    def _words(self, lines: list[Line], number: int, width: int, ground: Style) -> list[Segment]:
        """One line of a cell, filled up to `width`."""
        line = lines[number] if number < len(lines) else []
        segments = [Segment(words, ground + self._style(style)) for words, style in line]
        used = sum(cells(words) for words, _ in line)
        return [*segments, Segment(" " * max(0, width - used), ground)]
