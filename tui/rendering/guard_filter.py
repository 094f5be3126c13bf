"""The guard over everything that widgets draw."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.rendering.guard import REPLACEMENT, guard


class GuardFilter(LineFilter):
    """Guards every line of every widget, after it is drawn and before it is sent."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments; those with a dangerous character are replaced."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment
            if segment.control
            else Segment(guard(segment.text).replace("\n", REPLACEMENT), segment.style)
            for segment in segments
        ]
