"""Plain signs and letters in all that widgets draw."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.rendering.ascii import in_ascii, with_plain_signs


class AsciiFilter(LineFilter):
    """Draws every line of every widget with what the terminal has."""

    def __init__(self, *, letters: bool) -> None:
        """`letters`: the terminal has those beyond ASCII, and lacks signs only."""
        super().__init__()
        self._plain = with_plain_signs if letters else in_ascii

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments; those with other letters than ASCII are replaced."""
        plain = self._plain
        return [
            segment
            if segment.control or segment.text.isascii()
            else Segment(plain(segment.text), segment.style)
            for segment in segments
        ]
