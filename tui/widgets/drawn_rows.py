"""A view of rows whose lines follow each other, each drawn when it comes into view.

The matrix, the timeline and the pages of prose are such views; the compare screen, whose columns
may scroll apart, is not.
"""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Sequence

from textual import events
from textual.strip import Strip

from tui.widgets.row_view import RowView

BAR = "▌"
"""Stands before the row of the cursor."""


class DrawnRows(RowView, can_focus=True, inherit_bindings=False):
    """Draws lines, keeps them, and follows size, theme and mouse; a subclass makes the lines."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self._tops: Sequence[int] = [0]
        """The first line of each row, and the line below the last."""

    # What a subclass says

    @abstractmethod
    def lay_out(self) -> None:
        """Works out the rows for the size that there is now."""

    @abstractmethod
    def draw(self, at: int, width: int) -> Strip:
        """One line of the rows."""

    def pressed(self, x: int) -> None:
        """The mouse was pressed on a cell of the row under the cursor."""

    # Where the rows are

    def extent(self, row: int) -> tuple[int, int]:
        """The last line of a row is a blank or a rule."""
        return self._tops[row], self._tops[row + 1] - 1

    def row_at(self, line: int) -> int:
        return max(0, min(bisect_right(self._tops, line) - 1, self.row_count - 1))

    # Drawing

    def on_resize(self) -> None:
        """Wraps anew; the cursor's row stays in view."""
        self.lay_out()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        at, width = self.scroll_offset.y + y, self.room
        if at >= self._tops[-1]:
            return self.blank(width)
        strip = self._strips.get(at)
        if strip is None or strip.cell_length != width:
            strip = self.draw(at, width).adjust_cell_length(width, self.rich_style)
            self._strips[at] = strip
        return strip

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor where the mouse is; the second click opens."""
        if not self.row_count:
            return
        self._set_row(self.row_at(self.scroll_offset.y + event.y))
        self.pressed(event.x)
        if event.chain == 2:
            self.action_open()
