"""Draws lines of reports in columns: words with their marks, relations in the gutters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style

from index.compare.model import DISPUTED, RelationKind
from tui.rendering.columns import GUTTER, MARGIN, Geometry, Line, Piece
from tui.rendering.copies import SIGN as COPY
from tui.rendering.flow import cells
from tui.rendering.highlight import Layer, segments_of
from tui.rendering.relations import SIGN, shown_relation
from tui.rendering.reports import Reports, Sign

CURSOR = "▌"
RULE = "│"
UNLINKED_RULE = "┊"
ELSEWHERE = "↕"
"""Follows the sign where the other answer stands in another row."""


DRAWN: tuple[Layer, ...] = ("furniture", "figure", "official", "disputed", "changed")
"""The layers of marks that columns have."""


class ColumnPainter:
    """Knows everything that does not change from line to line."""

    def __init__(
        self,
        reports: Reports,
        rows: Sequence[int],
        geometry: Geometry,
        styles: Mapping[str, Style],
    ) -> None:
        """`rows` are those that are shown.

        `styles` has "base", and for each part of the picture a style to lay over it.
        """
        self.styles = styles
        self.hidden: frozenset[Layer] = frozenset()
        """Layers that the person does not want to see."""
        self._reports = reports
        self._rows = rows
        self._geometry = geometry
        self._marks = [reports.marks(column) for column in range(len(reports.articles))]
        self._gutters = [reports.gutter(row) for row in rows]

    def level(self, line: Line, row: int, column: int) -> list[Segment]:
        """A line of all reports together; the cursor stands on passage `row` of `column`."""
        current = line.row == row
        if line.kind == "relation":
            return [*self._edge(current), *self._relation_heading(line)]
        if self._geometry.stacked:
            here = current and line.report == column and line.kind != "gap"
            if line.kind == "report":
                name = self._reports.name(self._reports.articles[line.report].id)
                sign = f" {COPY}" if self._is_changed(line, line.report) else ""
                return [*self._edge(here), self._segment(name + sign, "report")]
            piece = line.pieces[0] if line.pieces else None
            return [*self._edge(here), *self._words(line.report, piece)]
        segments: list[Segment] = []
        for index in range(self._geometry.columns):
            here = current and index == column and line.kind == "words"
            if index:
                changed = self._is_changed(line, index)
                segments += self._gutter(self._gutters[line.row][index - 1], line, here, changed)
            else:
                segments += self._edge(here)
            segments += self._words(index, line.pieces[index] if line.pieces else None)
        return segments

    def apart(self, lines: Sequence[Line | None], row: int, column: int) -> list[Segment]:
        """A line of the screen while each report scrolls by itself."""
        segments: list[Segment] = []
        for index, line in enumerate(lines):
            here = index == column and line is not None and (line.row, line.kind) == (row, "words")
            segments += self._sign(UNLINKED_RULE, "rule", here) if index else self._edge(here)
            segments += self._words(index, line.pieces[0] if line and line.pieces else None)
        return segments

    def _segment(self, text: str, style: str) -> Segment:
        return Segment(text, self.styles["base"] + self.styles[style])

    def _edge(self, here: bool) -> list[Segment]:
        """The cells left of the first column."""
        if here:
            return [self._segment(CURSOR.ljust(MARGIN), "cursor")]
        return [Segment(" " * MARGIN, self.styles["base"])]

    def _is_changed(self, line: Line, column: int) -> bool:
        """Whether the report in a column is a copy that has other words here."""
        return column in self._reports.copies.changes(self._rows[line.row])

    def _gutter(self, sign: Sign | None, line: Line, here: bool, changed: bool) -> list[Segment]:
        """The relation's sign, below it its word, below that a rule; on a rule the sign of a copy
        with other words."""
        if sign is not None and line.kind == "words":
            style = self._relation_style(sign.relation) if sign.level else "relation"
            if line.number == 0:
                mark = SIGN[sign.relation] + ("" if sign.level else ELSEWHERE)
                return self._sign(mark, style, here)
            if line.number == 1 and self._geometry.gutter == GUTTER:
                return self._sign(sign.relation if sign.level else "elsewhere", style, here)
        if changed and line.kind == "words" and line.number == (2 if sign else 0):
            return self._sign(COPY, "disputed-relation", here)
        return self._sign(RULE, "rule", here)

    def _sign(self, words: str, style: str, here: bool) -> list[Segment]:
        """Words in the middle of a gutter; the cursor, if it is here, at its right end."""
        width = self._geometry.gutter
        left = (width - cells(words)) // 2
        drawn = self._segment((" " * left + words).ljust(width - 1)[: width - 1], style)
        cursor = self._segment(CURSOR, "cursor") if here else Segment(" ", self.styles["base"])
        return [drawn, cursor]

    @staticmethod
    def _relation_style(relation: RelationKind) -> str:
        return "disputed-relation" if relation in DISPUTED else "relation"

    def _relation_heading(self, line: Line) -> list[Segment]:
        """What the stacked passages below answer, and how they stand to each other."""
        row = self._rows[line.row]
        questions = self._reports.questions_of(row)
        level = self._reports.rows[row].relation
        relation = level or shown_relation(questions[0])
        style = self._relation_style(relation) if level else "relation"
        mark = f"{SIGN[relation]} {relation}" + ("" if level else f" {ELSEWHERE} elsewhere")
        room = self._geometry.column - cells(mark) - 2
        question = set_cell_size(questions[0].question, room).rstrip()
        return [self._segment(mark, style), self._segment(f"  {question}", "relation")]

    def _words(self, column: int, piece: Piece | None) -> list[Segment]:
        """The words of one column on one line, with their marks, filled up to its width."""
        width, base = self._geometry.column, self.styles["base"]
        if piece is None:
            return [Segment(" " * width, base)]
        start, end = piece
        text = self._reports.articles[column].body[start:end]
        segments = segments_of(
            text,
            start,
            self._marks[column].on_row(start, end, self.hidden),
            base,
            {layer: self.styles[layer] for layer in DRAWN},
        )
        return [*segments, Segment(" " * max(0, width - cells(text)), base)]
