"""Reports in columns, level on what they answer, with their relation between them.

On the Line API: the wrapped lines are offsets (`tui.rendering.columns`), a strip is made when its
line comes into view.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.bindings import for_screen
from tui.posted import posted
from tui.rendering.column_painter import ColumnPainter
from tui.rendering.columns import MARGIN, Geometry, Line, Table, alone, level
from tui.rendering.highlight import hidden_layers, next_shown
from tui.rendering.reports import Reports
from tui.widgets.row_view import RowView


class CompareBody(RowView, can_focus=True, inherit_bindings=False):
    """The columns of the compare screen, with a cursor on one passage of one report."""

    BINDINGS = for_screen("columns")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "compare--cursor",
        "compare--rule",
        "compare--relation",
        "compare--disputed-relation",
        "compare--report",
        "compare--furniture",
        "compare--bookmark",
        "compare--bookmark-sign",
        "compare--figure",
        "compare--official",
        "compare--disputed",
        "compare--changed",
    }

    @posted
    class Moved(Message):
        """The cursor stands on another passage, or the columns changed."""

        body: CompareBody

        def can_replace(self, message: Message) -> bool:
            """A later one says all that an earlier one did."""
            return isinstance(message, CompareBody.Moved)

    @posted
    class Opened(Message):
        """The person asks about the passage under the cursor."""

        body: CompareBody

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.reports: Reports | None = None
        self.rows: tuple[int, ...] = ()
        """The rows that are shown, as `Reports` names them."""
        self.column = 0
        """The report that the cursor stands in."""
        self.linked = True
        """The reports scroll together."""
        self._shown = "usual"
        """Which layers of marks are shown."""
        self.everything = True
        """All rows are shown, not only those that differ."""
        self.geometry = Geometry.fit(80, 2)
        self._table = Table((), ())
        self._alone: tuple[Table, ...] = ()
        self._offsets: list[int] = []
        self._painter: ColumnPainter | None = None

    # What is shown

    def show(self, reports: Reports) -> None:
        """Shows other reports, or the same in another order; the cursor stays on its row.

        At first that is where the words of its report begin: a title may stand in the others alone.
        """
        if self.reports is None:
            spans = (row.spans[self.column] for row in reports.rows)
            self.row = next((n for n, span in enumerate(spans) if span is not None), 0)
        self.reports = reports
        self.column = min(self.column, len(reports.articles) - 1)
        self._choose_rows()

    def show_everything(self, everything: bool) -> None:
        """All rows, or only those in which the reports do not say the same."""
        here = self.rows[self.row] if self.rows else 0
        self.everything = everything
        self._choose_rows()
        self.go_to(here)

    def _choose_rows(self) -> None:
        if self.reports is None:
            return
        self.rows = tuple(
            row
            for row in range(len(self.reports.rows))
            if self.everything or self.reports.parts(row)
        )
        self.row = max(0, min(self.row, len(self.rows) - 1))
        self._lay_out()

    def _lay_out(self) -> None:
        reports = self.reports
        if reports is None or not self.size.width:
            return
        bodies = [article.body for article in reports.articles]
        self.geometry = Geometry.fit(self.scrollable_content_region.width, len(bodies))
        self.linked = self.linked or self.geometry.stacked
        rows = [reports.rows[row] for row in self.rows]
        signed = {n for n, row in enumerate(self.rows) if reports.relation_of(row)}
        self._table = level(bodies, rows, self.geometry, signed)
        self._alone = () if self.linked else self._each_alone(reports)
        self._offsets = [0] * len(bodies)
        self._painter = ColumnPainter(reports, self.rows, self.geometry, self._styles())
        self._painter.hidden = hidden_layers(self._shown)
        self.set_extent(len(self._current().lines))
        self.redraw()
        self.go(self.row)

    def _each_alone(self, reports: Reports) -> tuple[Table, ...]:
        width = self.geometry.column
        rows = [reports.rows[row] for row in self.rows]
        return tuple(
            alone(article.body, rows, column, width)
            for column, article in enumerate(reports.articles)
        )

    def _current(self) -> Table:
        """The lines that the scrollbar goes through."""
        return self._table if self.linked else self._alone[self.column]

    @property
    def row_count(self) -> int:
        return len(self.rows)

    def extent(self, row: int) -> tuple[int, int]:
        return self._current().extent(row)

    def row_at(self, line: int) -> int:
        return self._line_at(line).row

    def tell_moved(self) -> None:
        self.post_message(self.Moved(self))

    def on_resize(self) -> None:
        """Wraps anew; the cursor's row stays in view, also once the other panes have settled."""
        self._lay_out()
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        self.go(self.row)

    def notify_style_update(self) -> None:
        """Another theme: nothing that is drawn still holds."""
        super().notify_style_update()
        self._strips.clear()
        if self._painter is not None:
            self._painter.styles = self._styles()

    def _styles(self) -> dict[str, Style]:
        styles = {
            name.removeprefix("compare--"): self.get_component_rich_style(name, partial=True)
            for name in self.COMPONENT_CLASSES
        }
        return {**styles, "base": self.rich_style}

    def cycle_layers(self) -> str:
        """Hides other layers of marks than before; returns what is shown now."""
        self._shown = next_shown(self._shown)
        if self._painter is not None:
            self._painter.hidden = hidden_layers(self._shown)
        self.redraw()
        return self._shown

    # Linking

    def link(self, linked: bool) -> None:
        """Lets the reports scroll together, or each by itself, from what is on the screen now."""
        if self.reports is None or not self.rows or self.geometry.stacked:
            return
        row, below = self._anchor()
        self.linked = linked
        if linked:
            self.set_extent(len(self._table.lines))
            self.scroll_to(y=self._table.tops[row] - below, animate=False, immediate=True)
        else:
            self._alone = self._each_alone(self.reports)
            self._offsets = [max(0, table.tops[row] - below) for table in self._alone]
            self._take_column(self.column)
        self.redraw()

    def _anchor(self) -> tuple[int, int]:
        """A row that stays where it is while all else moves, and its line on the screen.

        The cursor's, or else the first on the screen.
        """
        y, height = self.scroll_offset.y, self.scrollable_content_region.height
        top, end = self._current().extent(self.row)
        row = self.row if top < y + height and end > y else self._line_at(y).row
        return row, self._current().tops[row] - y

    def _line_at(self, y: int) -> Line:
        lines = self._current().lines
        return lines[min(y, len(lines) - 1)]

    def _take_column(self, column: int) -> None:
        """Makes the scrollbar that of one report."""
        self.column = column
        self.set_extent(len(self._alone[column].lines))
        self.scroll_to(y=self._offsets[column], animate=False, immediate=True)

    # Moving

    def go_to(self, row: int) -> None:
        """Goes to a row by its index in the reports, or to the next one that is shown."""
        self.go(bisect_left(self.rows, row))

    def turn(self, direction: int) -> None:
        """Puts the cursor on another report, round the end."""
        if self.reports is not None:
            self._enter((self.column + direction) % len(self.reports.articles))
            self.redraw()

    def _enter(self, column: int) -> None:
        if self.linked:
            self.column = column
        elif column != self.column:
            self._offsets[self.column] = self.scroll_offset.y
            self._take_column(column)

    def action_open(self) -> None:
        self.post_message(self.Opened(self))

    def next_disputed(self, direction: int) -> bool:
        """Goes to the next row in which the reports do not say the same; False if none is left."""
        row = self.row + direction
        while self.reports is not None and 0 <= row < len(self.rows):
            if self.reports.parts(self.rows[row]):
                self.go(row)
                return True
            row += direction
        return False

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor where the mouse is; the second click opens."""
        if self.reports is None or not self.rows:
            return
        line = self._line_at(self.scroll_offset.y + event.y)
        step = self.geometry.column + self.geometry.gutter
        column = line.report if self.geometry.stacked else (event.x - MARGIN) // step
        self.row = line.row
        self._enter(max(0, min(column, len(self.reports.articles) - 1)))
        self.redraw()
        if event.chain == 2:
            self.action_open()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        at = self.scroll_offset.y + y
        lines = self._current().lines
        if self.reports is None or at >= len(lines):
            return self.blank(self.size.width)
        strip = self._strips.get(at) if self.linked else None
        if strip is None:
            strip = self._strip(at).adjust_cell_length(self.size.width, self.rich_style)
            self._strips[at] = strip
        return strip

    def _strip(self, at: int) -> Strip:
        painter, column = self._painter, self.column
        if painter is None:
            return Strip([])
        if self.linked:
            return Strip(painter.level(self._table.lines[at], self.row, column))
        y = at - self.scroll_offset.y
        places = [y + offset for offset in self._offsets]
        places[column] = at
        lines = [
            table.lines[place] if place < len(table.lines) else None
            for table, place in zip(self._alone, places, strict=True)
        ]
        return Strip(painter.apart(lines, self.row, column))
