"""Prose on the screen, entry by entry, with a cursor on one of them.

On the Line API: a strip is drawn when its line comes into view.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip

from tui.bindings import for_screen
from tui.posted import posted
from tui.rendering.paper import Paper, PaperEntry
from tui.widgets.drawn_rows import BAR, DrawnRows

_MEASURE = 100
"""Cells of a line of prose at most: longer ones are hard to read."""


class PaperBody(DrawnRows, can_focus=True, inherit_bindings=False):
    """Entries of a dossier or a brief."""

    PARTS = "paper"
    BINDINGS = for_screen("paper")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "paper--bar",
        "paper--row",
        "paper--title",
        "paper--heading",
        "paper--quiet",
        "paper--value",
        "paper--disputed",
        "paper--changed",
    }

    @posted
    class Moved(Message):
        """The cursor stands on another entry, or others are shown."""

        body: PaperBody

        def can_replace(self, message: Message) -> bool:
            """A later one says all that an earlier one did."""
            return isinstance(message, PaperBody.Moved)

    @posted
    class Opened(Message):
        """The person wants to read where the entry under the cursor comes from."""

        entry: PaperEntry

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(id=id)
        self._entries: Sequence[PaperEntry] = ()
        self._paper = Paper((), 80)

    def show(self, entries: Sequence[PaperEntry]) -> None:
        """Shows other entries; the cursor stays on the one of the same place."""
        here = self.current.place if self.current else None
        self._entries = entries
        same = [n for n, entry in enumerate(entries) if here is not None and entry.place == here]
        self.row = same[0] if same else max(0, min(self.row, len(entries) - 1))
        self.lay_out()

    @property
    def current(self) -> PaperEntry | None:
        """The entry under the cursor."""
        return self._entries[self.row] if self._entries else None

    def lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        self._paper = Paper(self._entries, min(width - 2, _MEASURE))
        self._tops = self._paper.tops
        self.set_extent(self._tops[-1])
        self.go(self.row)
        self.redraw()

    @property
    def row_count(self) -> int:
        return len(self._paper.entries)

    def extent(self, row: int) -> tuple[int, int]:
        return self._tops[row], self._tops[row + 1]

    def tell_moved(self) -> None:
        self.post_message(self.Moved(self))

    def action_open(self) -> None:
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def draw(self, at: int, width: int) -> Strip:
        here = self.row_at(at) == self.row
        ground = self.rich_style + self.part_style("row") if here else self.rich_style
        segments = [Segment(BAR if here else " ", ground + self.part_style("bar"))]
        segments.append(Segment(" ", ground))
        for words, style in self._paper.line(at):
            segments.append(Segment(words, ground + self.part_style(style) if style else ground))
        return Strip(segments).adjust_cell_length(width, ground)
