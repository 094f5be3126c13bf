"""Whose words stand in which column of the matrix."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from index.compare.matrix import Matrix
from tui.rendering.flow import cells, rows_of, shorten
from tui.rendering.grid import GridGeometry
from tui.rendering.words import day, outlet

_ROWS = 2
"""Rows of an outlet, or of a title, at most."""
_HIGH = 30
"""Rows of a screen that has room for the titles."""


class MatrixHeader(Static):
    """Outlet, day and title of each report that is seen; how many are out of sight.

    An outlet is wrapped rather than cut. On low screens the titles are left out.
    """

    def show(self, matrix: Matrix, geometry: GridGeometry, left: int, column: int) -> None:
        """Draws the heads of the columns from `left` on; the cursor stands in `column`."""
        of, last = len(matrix.articles), left + geometry.shown
        more = ""
        if geometry.shown < of:
            before, after = "◄ " if left else "  ", " ►" if last < of else ""
            more = f"{before}{left + 1}–{last} of {of}{after}"
        names = [self._outlet(matrix, n, n == column, geometry) for n in range(left, last)]
        below = [self._below(matrix, n, geometry) for n in range(left, last)]
        heads = [
            [*_padded(name, max(map(len, names))), *_padded(under, max(map(len, below)))]
            for name, under in zip(names, below, strict=True)
        ]
        empty = Content(" " * (geometry.column + 2))
        rule = Content.styled("│", "$border-blurred")
        lines = []
        for row, parts in enumerate(zip(*heads, strict=True)):
            first = Content.styled(
                _filled(f" {more}" if not row else "", geometry.first + 2), "$quiet"
            )
            lines.append(
                Content("").join([first, *(part for one in parts for part in (rule, one or empty))])
            )
        self.update(Content("\n").join(lines), layout=len(lines) != self.size.height)

    @staticmethod
    def _outlet(matrix: Matrix, index: int, here: bool, geometry: GridGeometry) -> list[Content]:
        """The outlet; the cursor's is marked."""
        rows = rows_of(outlet(matrix.articles[index]), geometry.column, _ROWS)
        marks = ["▸" if here else " ", *" " * len(rows)]
        style = "bold $primary" if here else "bold"
        return [
            Content.styled(_filled(mark + row, geometry.column + 2), style)
            for mark, row in zip(marks, rows, strict=False)
        ]

    def _below(self, matrix: Matrix, index: int, geometry: GridGeometry) -> list[Content]:
        """The day; of a copy whose text it shares, of another its title where there is room."""
        article, width = matrix.articles[index], geometry.column
        rows = rows_of(day(article.published), width, 1)
        high = self.app.size.height >= _HIGH
        if original := matrix.copied_from(index):
            rows += rows_of(f"″ same text as {outlet(original)}", width, _ROWS if high else 1)
        elif high and article.source:  # without an outlet the title stands above
            rows += rows_of(article.title, width, _ROWS)
        return [Content.styled(_filled(f" {row}", width + 2), "$quiet") for row in rows]


def _padded(rows: list[Content], height: int) -> list[Content | None]:
    return [*rows, *[None] * (height - len(rows))]


def _filled(text: str, width: int) -> str:
    """`text` in exactly `width` cells, the last of them a blank."""
    cut = shorten(text, width - 1)
    return cut + " " * (width - cells(cut))
