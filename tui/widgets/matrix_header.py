"""Whose words stand in which column of the matrix."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from index.compare.matrix import Matrix
from tui.rendering.flow import cells, shorten
from tui.rendering.grid import GridGeometry
from tui.rendering.words import day, outlet


class MatrixHeader(Static):
    """Outlet, day and title of each report that is seen; how many are out of sight."""

    def show(self, matrix: Matrix, geometry: GridGeometry, left: int, column: int) -> None:
        """Draws the heads of the columns from `left` on; the cursor stands in `column`."""
        of, last = len(matrix.articles), left + geometry.shown
        more = ""
        if geometry.shown < of:
            before, after = "◂ " if left else "  ", " ▸" if last < of else ""
            more = f"{before}{left + 1}–{last} of {of}{after}"
        head = Content.styled(_filled(f" {more}", geometry.first + 2), "$quiet")
        titles = Content(" " * (geometry.first + 2))
        for index in range(left, last):
            article = matrix.articles[index]
            mark = "▸" if index == column else " "
            original = matrix.copied_from(index)
            title = f"″ the text of {outlet(original)}" if original else article.title
            title = f"{day(article.published)} · {title}"
            style = "bold $primary" if index == column else "bold"
            head += Content.styled("│", "$border-blurred")
            head += Content.styled(_filled(mark + outlet(article), geometry.column + 2), style)
            titles += Content.styled("│", "$border-blurred")
            titles += Content.styled(_filled(" " + title, geometry.column + 2), "$quiet")
        self.update(head + "\n" + titles, layout=False)


def _filled(text: str, width: int) -> str:
    """`text` in exactly `width` cells, the last of them a blank."""
    cut = shorten(text, width - 1)
    return cut + " " * (width - cells(cut))
