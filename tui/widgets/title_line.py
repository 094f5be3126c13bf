"""What a screen shows, in its first line."""

from __future__ import annotations

from textual.content import Content, ContentType
from textual.widgets import Static


class TitleLine(Static):
    """One line, cut with an ellipsis where it does not fit; what went wrong stays whole."""

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
    TitleLine.-failed { height: auto; text-wrap: wrap; }
    """

    def __init__(self, content: ContentType = "") -> None:
        super().__init__(content, markup=False)

    def fail(self, sentence: str) -> None:
        """Says why there is nothing to show, in as many lines as that takes."""
        self.add_class("-failed")
        self.update(Content(sentence))
