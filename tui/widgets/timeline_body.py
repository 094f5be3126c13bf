"""The answers to one question in the order of their days, each with its lanes."""

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

from index.compare.timeline import Timeline
from tui.bindings import for_screen
from tui.rendering.flow import cells
from tui.rendering.grid import Line
from tui.rendering.lanes import Glyphs, Lanes, own_glyphs
from tui.widgets.row_view import RowView

_BAR = "▌"
_EDGE = 2
"""Cells at the left: the cursor's sign and a blank."""


class TimelineBody(RowView, can_focus=True, inherit_bindings=False):
    """One answer a row, with a cursor on one of them."""

    BINDINGS = for_screen("lanes")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lanes--bar",
        "lanes--cursor",
        "lanes--link",
        "lanes--lane",
        "lanes--value",
        "lanes--disputed",
        "lanes--quiet",
    }

    @dataclass
    class Moved(Message):
        """The cursor stands on another answer, or they are drawn anew."""

        body: TimelineBody

        def can_replace(self, message: Message) -> bool:
            """A later one says all that an earlier one did."""
            return isinstance(message, TimelineBody.Moved)

    @dataclass
    class Opened(Message):
        """The person asks about the answer under the cursor."""

        body: TimelineBody

    def __init__(self, *, glyphs: Glyphs | None = None, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.timeline: Timeline | None = None
        self.lanes: Lanes | None = None
        self._glyphs = glyphs or own_glyphs()
        self._rows: list[list[Line]] = []
        self._tops = [0]
        self._styles: dict[str, Style] = {}

    def show(self, timeline: Timeline) -> None:
        """Shows a timeline; the cursor stays where it is."""
        self.timeline = timeline
        self._lay_out()

    def _lay_out(self) -> None:
        if self.timeline is None or not self.size.width:
            return
        width = self.scrollable_content_region.width - _EDGE - 1
        self.lanes = lanes = Lanes(self.timeline, width, self._glyphs)
        self._rows = [lanes.moment(number) for number in range(len(self.timeline.moments))]
        self._tops = [0]
        for lines in self._rows:
            self._tops.append(self._tops[-1] + len(lines))
        self.virtual_size = Size(self.size.width, self._tops[-1])
        self.redraw()
        self.go(self.row)

    def on_resize(self) -> None:
        """Draws to another scale; the cursor's answer stays in view."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Another theme: nothing that is drawn still holds."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    @property
    def row_count(self) -> int:
        return len(self._rows)

    def extent(self, row: int) -> tuple[int, int]:
        return self._tops[row], self._tops[row + 1] - 1

    def row_at(self, line: int) -> int:
        return max(0, min(bisect_right(self._tops, line) - 1, len(self._rows) - 1))

    def tell_moved(self) -> None:
        self.post_message(self.Moved(self))

    def action_open(self) -> None:
        self.post_message(self.Opened(self))

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor where the mouse is; the second click opens."""
        if self._rows:
            self._set_row(self.row_at(self.scroll_offset.y + event.y))
            if event.chain == 2:
                self.action_open()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        at, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if at >= self._tops[-1]:
            return Strip.blank(width, self.rich_style)
        strip = self._strips.get(at)
        if strip is None or strip.cell_length != width:
            strip = self._strips[at] = self._draw(at, width)
        return strip

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(f"lanes--{name}", partial=True)
        return self._styles[name]

    def _draw(self, at: int, width: int) -> Strip:
        row = self.row_at(at)
        lines = self._rows[row]
        here = row == self.row and at < self._tops[row + 1] - 1
        ground = self.rich_style + self._style("cursor") if here else self.rich_style
        edge = (_BAR if here else " ") + " " * (_EDGE - 1)
        segments = [Segment(edge, ground + self._style("bar"))]
        for words, style in lines[at - self._tops[row]]:
            segments.append(Segment(words, ground + self._style(style)))
        used = sum(cells(segment.text) for segment in segments)
        segments.append(Segment(" " * max(0, width - used), ground))
        return Strip(segments).adjust_cell_length(width, self.rich_style)
