"""Whose words stand in which column of the compare screen."""

from __future__ import annotations

from rich.cells import set_cell_size
from textual.content import Content
from textual.widgets import Static

from tui.rendering.columns import Geometry
from tui.rendering.copies import SIGN
from tui.rendering.reports import Reports
from tui.rendering.words import day, outlet


class ColumnHeader(Static):
    """Outlet, day and title of each report over its column; the cursor's is marked.

    A copy has in place of its title what it changes. Where no outlet is known, the title stands in
    its place, once.
    """

    def show(self, reports: Reports, geometry: Geometry, column: int) -> None:
        """Draws the heads for columns set as `geometry` says."""
        head, titles = Content("  "), Content("  ")
        for index, article in enumerate(reports.articles):
            if index:
                gap = " " * geometry.gutter
                head, titles = head + gap, titles + gap
            mark = "▸ " if index == column else ""
            style = "bold $primary" if index == column else "bold"
            head += Content.styled(_cut(mark + outlet(article), geometry.column), style)
            told = reports.copies.told(index)
            below = [day(article.published)]
            if told is not None:
                below.append(f"{SIGN} {told}")
            elif article.source:
                below.append(article.title)
            titles += Content.styled(_cut(" · ".join(below), geometry.column), "$quiet")
        self.update(head + "\n" + titles, layout=False)


def _cut(text: str, width: int) -> str:
    """`text` in exactly `width` cells, with an ellipsis where it is cut."""
    cut = set_cell_size(text, width)
    return cut if cut.rstrip() == text.rstrip() else set_cell_size(text, width - 1) + "…"
