"""A view of rows of different heights, drawn line by line, with a cursor that stands on one row.

The compare screen, the matrix and the timeline are such views. A row may be taller than the
screen: the cursor then goes through it before it goes on.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from functools import partial

from tui.labels import Target
from tui.widgets.drawn_view import DrawnView

STEP = 3
"""Lines that a step of the cursor scrolls inside a row that is taller than the screen."""


class RowView(DrawnView, can_focus=True, inherit_bindings=False):
    """Rows by number; a subclass says where each stands and how a line looks."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.row = 0
        """Where the cursor stands."""

    # What a subclass says

    @property
    @abstractmethod
    def row_count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def extent(self, row: int) -> tuple[int, int]:
        """The first line of a row and the line below its last words."""

    @abstractmethod
    def row_at(self, line: int) -> int:
        """The row that holds a line."""

    @abstractmethod
    def tell_moved(self) -> None:
        """The cursor stands on another row, or what is shown changed."""

    def action_open(self) -> None:
        """Asks about what the cursor stands on."""
        raise NotImplementedError

    def targets(self) -> Iterator[Target]:
        """The rows whose first line is in view; going there puts the cursor on one."""
        region, top = self.scrollable_content_region, self.scroll_offset.y
        if not self.row_count:
            return
        for row in range(self.row_at(top), self.row_count):
            first, end = self.extent(row)
            if first >= top + region.height:
                break
            if top <= first < end:
                yield Target(region.x, region.y + first - top, partial(self._take, row))

    def _take(self, row: int) -> None:
        self.screen.set_focus(self)
        self.go(row)

    # Drawing anew

    def redraw(self) -> None:
        """Every line looks different."""
        self._strips.clear()
        self.refresh()
        self.tell_moved()

    def _set_row(self, row: int) -> None:
        """Moves the cursor, and draws only what it leaves and what it comes to."""
        self._draw_row(self.row)
        self.row = row
        self._draw_row(row)
        self.tell_moved()

    def _draw_row(self, row: int) -> None:
        if row < self.row_count:
            top, end = self.extent(row)
            for line in range(top, end):
                self._strips.discard(line)
            self.refresh_lines(top, end - top)

    # Moving

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    def _scroll_to_line(self, line: int) -> None:
        self.scroll_to(y=line, animate=False, immediate=True)

    def go(self, row: int) -> None:
        """Puts the cursor on a row and into view."""
        if not self.row_count:
            self.redraw()
            return
        self._set_row(max(0, min(row, self.row_count - 1)))
        top, end = self.extent(self.row)
        height, y = self._height, self.scroll_offset.y
        if end - top > height:
            self._scroll_to_line(top)
        elif not y <= top <= end <= y + height:
            partly_seen = top < y + height and end > y  # go no further than needed
            nearest = min(max(y, end - height), top)
            self._scroll_to_line(nearest if partly_seen else top - height // 3)

    def _step(self, direction: int) -> None:
        if not self.row_count:
            return
        top, end = self.extent(self.row)
        height, y = self._height, self.scroll_offset.y
        if direction > 0 and end > y + height > top:
            self._scroll_to_line(min(y + STEP, end - height))
        elif direction < 0 and top < y < end:
            self._scroll_to_line(max(y - STEP, top))
        else:
            self._go_to_filled(self.row + direction, direction)

    def _go_to_filled(self, row: int, direction: int) -> None:
        """The next row that has any lines."""
        while 0 <= row < self.row_count:
            top, end = self.extent(row)
            if end > top:
                self.go(row)
                return
            row += direction

    def _page(self, lines: int) -> None:
        """Scrolls, and takes the cursor along when it leaves the screen."""
        if not self.row_count:
            return
        height = self._height
        y = max(0, min(self.scroll_offset.y + lines, self.max_scroll_y))
        moved = y != self.scroll_offset.y
        self._scroll_to_line(y)
        top, end = self.extent(self.row)
        row = self.row
        if not moved:
            row = self.row_count - 1 if lines > 0 else 0
        elif top < y:
            row = self.row_at(y + min(1, height - 1))
        elif end > y + height:
            row = self.row_at(y + height - 1)
            if self.extent(row)[0] < y:
                row = self.row_at(y)
        self._set_row(row)

    def action_cursor_down(self) -> None:
        self._step(1)

    def action_cursor_up(self) -> None:
        self._step(-1)

    def action_first(self) -> None:
        self.go(0)

    def action_last(self) -> None:
        self.go(self.row_count - 1)

    def action_page_down(self) -> None:
        self._page(self._height - 2)

    def action_page_up(self) -> None:
        self._page(2 - self._height)

    def action_half_page_down(self) -> None:
        self._page(self._height // 2)

    def action_half_page_up(self) -> None:
        self._page(-(self._height // 2))
