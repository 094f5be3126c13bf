"""The answers to one question in the order of their days, each with its lanes."""

from __future__ import annotations

from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip

from index.compare.timeline import Timeline
from tui.bindings import for_screen
from tui.posted import posted
from tui.rendering.flow import cells
from tui.rendering.grid import Line
from tui.rendering.lanes import Lanes
from tui.widgets.drawn_rows import BAR, DrawnRows

_EDGE = 2
"""Cells at the left: the cursor's sign and a blank."""


class TimelineBody(DrawnRows, can_focus=True, inherit_bindings=False):
    """One answer a row, with a cursor on one of them."""

    PARTS = "lanes"
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

    @posted
    class Moved(Message):
        """The cursor stands on another answer, or they are drawn anew."""

        body: TimelineBody

        def can_replace(self, message: Message) -> bool:
            """A later one says all that an earlier one did."""
            return isinstance(message, TimelineBody.Moved)

    @posted
    class Opened(Message):
        """The person asks about the answer under the cursor."""

        body: TimelineBody

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self.timeline: Timeline | None = None
        self.lanes: Lanes | None = None
        self._rows: list[list[Line]] = []

    def show(self, timeline: Timeline) -> None:
        """Shows a timeline; the cursor stays where it is."""
        self.timeline = timeline
        self.lay_out()

    def lay_out(self) -> None:
        if self.timeline is None or not self.size.width:
            return
        width = self.scrollable_content_region.width - _EDGE - 1
        self.lanes = lanes = Lanes(self.timeline, width)
        self._rows = [lanes.moment(number) for number in range(len(self.timeline.moments))]
        self._tops = [0, *accumulate(map(len, self._rows))]
        self.set_extent(self._tops[-1])
        self.redraw()
        self.go(self.row)

    @property
    def row_count(self) -> int:
        return len(self._rows)

    def tell_moved(self) -> None:
        self.post_message(self.Moved(self))

    def action_open(self) -> None:
        self.post_message(self.Opened(self))

    def draw(self, at: int, width: int) -> Strip:
        row = self.row_at(at)
        lines = self._rows[row]
        here = row == self.row and at < self._tops[row + 1] - 1
        ground = self.rich_style + self.part_style("cursor") if here else self.rich_style
        edge = (BAR if here else " ") + " " * (_EDGE - 1)
        segments = [Segment(edge, ground + self.part_style("bar"))]
        for words, style in lines[at - self._tops[row]]:
            segments.append(Segment(words, ground + self.part_style(style)))
        used = sum(cells(segment.text) for segment in segments)
        segments.append(Segment(" " * max(0, width - used), ground))
        return Strip(segments)
