"""A page on which words can be selected, with the mouse or by the keys.

Selections are Textual's own, held in the body's lines and columns; the keys drive the same state as
the mouse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset
from textual.selection import Selection

from tui.rendering.word_runs import whole_words
from tui.widgets.page_view import PageView

if TYPE_CHECKING:
    pass


class SelectablePage(PageView):
    """One article, or nothing, with the words that are selected in it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self._selected: tuple[int, int] | None = None
        self._pressed: int | None = None
        """Where the mouse began to select; None while the keys do."""
        self._pointer = Offset(0, 0)

    def turn(self) -> None:
        """Nothing is selected."""
        self.clear_selection()
        super().turn()

    def selected_span(self) -> tuple[int, int] | None:
        """Offsets of what is selected, or None."""
        return self._selected

    def select(self, start: int, end: int) -> None:
        """Selects words, as the mouse would."""
        self._pressed = None
        self.show_head_for(end)
        line, last = self.page.line_of(start), self.page.line_of(end)
        starts = self.page.line_starts
        self.screen.selections = {
            self: Selection(Offset(start - starts[line], line), Offset(end - starts[last], last))
        }

    def clear_selection(self) -> None:
        """Leaves the selection."""
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words selected, for Textual's own copying."""
        return (self.body[slice(*self._selected)], "\n") if self._selected else None

    def selection_updated(self, selection: Selection | None) -> None:
        """The mouse or the keyboard changed the selection."""
        span = None
        if selection is not None and self._pressed is not None:
            # Textual knows no place in the margin, so the cells themselves are asked. Half a
            # figure is no evidence: the mouse takes whole words.
            here = self.offset_at(*self._pointer)
            first, last = min(self._pressed, here), max(self._pressed, here) + 1
            span = whole_words(self.body, first, min(last, len(self.body)))
        elif selection is not None and selection.start is not None and selection.end is not None:
            start, end = selection.start, selection.end
            span = self.page.offset_of(start.y, start.x), self.page.offset_of(end.y, end.x)
        self._selected = span
        self.set_layer("selection", [span] if span else [])

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remembers where a selection may begin."""
        self._pointer = event.offset
        self._pressed = self.offset_at(event.x, event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follows the pointer, the other end of a selection."""
        self._pointer = event.offset
