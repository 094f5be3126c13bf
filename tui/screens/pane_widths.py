"""How wide the panes beside the article are, as the person has set them."""

from __future__ import annotations

from textual.widget import Widget

NARROWEST = 24
"""Cells of a pane at least: a list or a page that is narrower cannot be read."""
STEP = 4
"""Cells that one key adds or takes."""


class PaneWidths:
    """Widths by the id of a pane; a pane without one follows the style sheet."""

    def __init__(self) -> None:
        self.cells: dict[str, int] = {}
        self._applied: dict[str, int | None] = {}

    def change(self, pane: Widget, by: int, room: int) -> bool:
        """Makes a pane wider by so many cells, where it may have at most `room`; whether it is."""
        # What was set may not have been laid out yet: keys come faster than frames.
        now = min(self.cells.get(pane.id or "", pane.outer_size.width), room)
        width = max(NARROWEST, min(now + by, room))
        if width == now:
            return False
        self.cells[pane.id or ""] = width
        return True

    def apply(self, pane: Widget, room: int | None) -> None:
        """Gives a pane its width, at most `room`; None where it stands alone."""
        cells, styles = self.cells.get(pane.id or ""), pane.styles
        width = None if cells is None or room is None else max(NARROWEST, min(cells, room))
        if width != self._applied.get(pane.id or ""):  # to set it again lays the screen out again
            self._applied[pane.id or ""] = width
            styles.width = styles.min_width = styles.max_width = width
