"""Reports side by side: which words stand on which line of the compare screen.

Pure arithmetic on offsets. The rows come from `index.compare.alignment`; here they get their
width, their height and their place. Where the terminal is too narrow the reports of a row stand
one below the other.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from index.compare.alignment import Row
from tui.rendering.flow import wrap
from tui.rendering.relations import WIDEST

NARROWEST = 36
"""Cells below which a column of news text is no longer pleasant to read."""
MARGIN = 2
"""Cells left of the first column: the cursor's sign and a blank."""
GUTTER = WIDEST + 4
"""Cells between two columns: the relation's word with two blanks on either side."""
SLIM = 3
"""The gutter where there is no room for words: the sign with a blank on either side."""

Piece = tuple[int, int]
"""The words of one column on one line, as offsets into its body."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """How the width is shared out."""

    columns: int
    column: int
    """Cells of each column."""
    gutter: int
    """Cells between two columns."""
    stacked: bool
    """The reports stand one below the other."""

    @classmethod
    def fit(cls, width: int, columns: int) -> Geometry:
        """The best way to set `columns` reports in `width` cells."""
        for gutter in (GUTTER, SLIM):
            column = (width - MARGIN - (columns - 1) * gutter) // max(columns, 1)
            if column >= NARROWEST:
                return cls(columns, column, gutter, stacked=False)
        return cls(columns, max(width - MARGIN, 2), 0, stacked=True)

    @staticmethod
    def narrowest(columns: int) -> int:
        """The fewest cells in which so many reports stand side by side."""
        return MARGIN + columns * NARROWEST + (columns - 1) * SLIM


class Line(NamedTuple):
    """One line of the screen."""

    row: int
    """Which of the rows it belongs to."""
    number: int
    """Which line of its row it is, from 0."""
    kind: Literal["words", "relation", "report", "gap"]
    """`relation` and `report` are headings of stacked rows."""
    pieces: tuple[Piece | None, ...] = ()
    """One for each column; a stacked line has only that of its report."""
    report: int = 0
    """The column that a stacked line belongs to."""


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of all rows, and where each row begins."""

    lines: tuple[Line, ...]
    tops: tuple[int, ...]
    """Index of the first line of each row."""

    def extent(self, row: int) -> tuple[int, int]:
        """The first line of a row and the line below its last words."""
        end = self.tops[row + 1] if row + 1 < len(self.tops) else len(self.lines)
        return self.tops[row], max(end - 1, self.tops[row])


def level(
    bodies: Sequence[str],
    rows: Sequence[Row],
    geometry: Geometry,
    signed: Container[int] = frozenset(),
) -> Table:
    """All reports together, the passages of a row level with each other.

    `signed` are the rows (by index) that have a relation to show.
    """
    setting = _stack if geometry.stacked else _set_level
    lines: list[Line] = []
    tops: list[int] = []
    for number, row in enumerate(rows):
        tops.append(len(lines))
        pieces = [
            wrap(body, span.start, span.end, geometry.column) if span else []
            for body, span in zip(bodies, row.spans, strict=True)
        ]
        lines.extend(setting(number, number in signed, pieces))
    return Table(tuple(lines), tuple(tops))


def alone(body: str, rows: Sequence[Row], column: int, width: int) -> Table:
    """One report by itself, for scrolling it apart from the others."""
    lines: list[Line] = []
    tops: list[int] = []
    for number, row in enumerate(rows):
        tops.append(len(lines))
        if (span := row.spans[column]) is not None:
            lines.extend(_set_level(number, False, [wrap(body, span.start, span.end, width)]))
    return Table(tuple(lines), tuple(tops))


def _set_level(number: int, signed: bool, pieces: Sequence[Sequence[Piece]]) -> list[Line]:
    height = max(2 if signed else 1, *map(len, pieces))  # a sign has its word below
    lines = [
        Line(
            number,
            line,
            "words",
            tuple(column[line] if line < len(column) else None for column in pieces),
        )
        for line in range(height)
    ]
    return [*lines, Line(number, height, "gap")]


def _stack(number: int, signed: bool, pieces: Sequence[Sequence[Piece]]) -> list[Line]:
    lines: list[Line] = []
    if signed:
        lines.append(Line(number, 0, "relation"))
    for report, column in enumerate(pieces):
        if column:
            lines.append(Line(number, len(lines), "report", report=report))
        for piece in column:
            lines.append(Line(number, len(lines), "words", (piece,), report))
    return [*lines, Line(number, len(lines), "gap")]
