"""The line above the keys: what just happened, what stands, where the reader is."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.timer import Timer
from textual.widget import Widget

from tui.posted import posted
from tui.rendering.flow import cells, shorten
from tui.rendering.guard import guard

_SHOWN = 8.0
"""Seconds that a message stands."""


class StatusLine(Widget):
    """One row. A message takes the place of the standing words for a while."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--error", "status--message", "status--tab"}
    DEFAULT_CSS = "StatusLine { height: 1; }"

    @posted
    class Chosen(Message):
        """The tab of a pane was clicked."""

        pane: str

    standing: reactive[str] = reactive("")
    """What is true all the time: "5 reports · 7 questions answered differently"."""
    unread: reactive[str] = reactive("")
    """What more there is to read: "2 notices: I"."""
    place: reactive[str] = reactive("")
    """Where the reader is: "¶3/24 · figure 3/17"."""
    marked: reactive[int] = reactive(0)
    """Reports that are marked for comparing, in view or not."""
    panes: reactive[tuple[str, ...]] = reactive(())
    """Names of the panes that share the screen in turn, where there is room for one only."""
    pane: reactive[str] = reactive("")
    """The one that is shown."""
    message: reactive[str] = reactive("")
    error: reactive[bool] = reactive(False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self._timer: Timer | None = None
        self._shown_tabs: tuple[str, ...] = ()

    def say(self, text: str, *, error: bool = False, stays: bool = False) -> None:
        """Shows a sentence for a while, or until the next one if it `stays`."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.message, self.error = text, error
        if text and not stays:
            self._timer = self.set_timer(_SHOWN, self._fade)

    def _fade(self) -> None:
        self.message = ""

    def render(self) -> Content:
        """Left: the message, or what stands. Right: the place."""
        width = self.size.width
        standing = " · ".join(filter(None, (self.standing, self.unread)))
        place = guard(self._right(standing))
        room = max(0, width - 2 - (cells(place) + 2 if place else 0))
        if self.message and cells(self.message) > room:
            place, room = "", max(0, width - 2)
        self._shown_tabs = ()
        if self.message:
            left = Content(shorten(guard(self.message), room)).stylize(
                self.get_visual_style("status--error" if self.error else "status--message")
            )
        elif self.panes:
            left = self._tabs(self.panes)
            if left.cell_length > room and self.place:
                left = self._tabs((self.pane,))
        else:
            left = Content(shorten(guard(standing), room))
        place = _whole_words(place, width - 2 - left.cell_length)
        gap = max(1, width - 2 - left.cell_length - cells(place))
        return Content.assemble(" ", left, " " * gap, place, " ")

    def _right(self, standing: str) -> str:
        """How many reports are marked; where the reader is. On a narrow screen what stands, until
        there is a place to tell: a list in front of the article hides it."""
        place = "" if self.panes and self.pane == self.panes[0] else self.place
        place = place or (standing if self.panes else "")
        marked = f"{self.marked:,} marked" if self.marked and not self.message else ""
        return " · ".join(filter(None, (marked, place)))

    def on_click(self, event: events.Click) -> None:
        """A click on a tab goes to its pane."""
        column = event.x - 1
        for name in self._shown_tabs:
            if 0 <= column < cells(name) + 2:
                self.post_message(self.Chosen(name))
                return
            column -= cells(name) + 4

    def _tabs(self, names: tuple[str, ...]) -> Content:
        """The names of panes, the one that is shown set off."""
        self._shown_tabs = names
        # Textual leaves `reverse` out of the style that it makes of a sheet.
        tab = self.get_visual_style("status--tab") + Style(reverse=True)
        return Content("  ").join(
            Content(f" {name} ").stylize(tab) if name == self.pane else Content(f" {name} ")
            for name in names
        )


def _whole_words(text: str, room: int) -> str:
    """`text`, or as many of its words as there is room for; "…" where that is not a whole piece."""
    if cells(text) <= room:
        return text
    words = text.split(" ")
    for end in range(len(words) - 1, 0, -1):
        kept = " ".join(words[:end]) + ("" if words[end] == "·" else "…")
        if words[end - 1] != "·" and cells(kept) <= room:
            return kept
    return ""
