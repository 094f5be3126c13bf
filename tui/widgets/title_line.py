"""What a screen shows, in its first line."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content, ContentType
from textual.visual import VisualType
from textual.widgets import Static

from tui.rendering.titles import Part, fitted


class TitleLine(Static):
    """One line, said shorter where it does not fit, and cut with an ellipsis where it still does
    not; what went wrong stays whole."""

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
        self._parts: Sequence[Part] = ()
        self._said = ""

    def say(self, *parts: Part) -> None:
        """Says these things, each in the longest of its ways for which there is room."""
        self._parts, self._said = parts, ""
        self._fit()

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Says this, in whatever room there is."""
        self._parts = ()
        super().update(content, layout=layout)

    def on_resize(self) -> None:
        """There may be more room, or less."""
        self._fit()

    def _fit(self) -> None:
        said = fitted(self._parts, self.content_size.width or self.app.size.width)
        if self._parts and said != self._said:
            self._said = said
            super().update(Content(said), layout=False)

    def fail(self, sentence: str) -> None:
        """Says why there is nothing to show, in as many lines as that takes."""
        self.add_class("-failed")
        self.update(Content(sentence))
