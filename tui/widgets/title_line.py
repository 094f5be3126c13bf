"""What a screen shows, in its first line."""

from __future__ import annotations

from textual.content import ContentType
from textual.widgets import Static


class TitleLine(Static):
    """One line, cut with an ellipsis where it does not fit."""

    DEFAULT_CSS = """
    TitleLine {
        height: 1;
        padding: 0 2;
        background: $panel;
        color: $foreground;
        text-style: bold;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, content: ContentType = "") -> None:
        super().__init__(content, markup=False)
