"""What stands behind other widgets and looks the same on every line."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Backdrop(Widget):
    """A container of which little or nothing is seen: only its sides may have a border.

    Textual draws, filters and cuts every line of every container in each frame, also where other
    widgets cover it. Here one line stands for all.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The first line in a part of it, as often as there are lines."""
        return super().render_lines(crop._replace(height=1)) * crop.height
