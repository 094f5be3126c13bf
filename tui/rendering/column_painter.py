"""Draws lines of reports in columns: words with their marks, relations in the gutters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style

from index.compare.model import DISPUTED, RelationKind
from tui.rendering.columns import GUTTER, Geometry, Line, Piece
from tui.rendering.copies import SIGN as COPY
from tui.rendering.flow import cells
from tui.rendering.highlight import Layer, segments_of
from tui.rendering.relations import SIGN, shown_relation
from tui.rendering.reports import Reports

CURSOR = "▌"
RULE = "│"
UNLINKED_RULE = "┊"
ELSEWHERE = "↕"
"""Follows the sign where the other answer stands in another row."""


KEPT = "•"
"""Stands before a line on which a bookmarked passage begins."""


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
            edge = self._edge(here, self._is_kept(line.report, piece))
            return [*edge, *self._words(line.report, piece)]
        segments: list[Segment] = []
        for index in range(self._geometry.columns):
            here = current and index == column and line.kind == "words"
            piece = line.pieces[index] if line.pieces else None
            kept = self._is_kept(index, piece)
            if index:
                words, style = self._gutter(line, index)
                segments += self._sign(words, style, here, kept)
            else:
                segments += self._edge(here, kept)
            segments += self._words(index, piece)
        return segments

    def apart(self, lines: Sequence[Line | None], row: int, column: int) -> list[Segment]:
        """A line of the screen while each report scrolls by itself."""
        segments: list[Segment] = []
        for index, line in enumerate(lines):
            here = index == column and line is not None and (line.row, line.kind) == (row, "words")
            piece = line.pieces[0] if line and line.pieces else None
            kept = self._is_kept(index, piece)
            rule = self._sign(UNLINKED_RULE, "rule", here, kept)
            segments += rule if index else self._edge(here, kept)
            segments += self._words(index, piece)
        return segments

    def _segment(self, text: str, style: str) -> Segment:
        return Segment(text, self.styles["base"] + self.styles[style])

    def _edge(self, here: bool, kept: bool = False) -> list[Segment]:
        """The cells left of the first column: the cursor, and the sign of a bookmark."""
        cursor = self._segment(CURSOR, "cursor") if here else Segment(" ", self.styles["base"])
        return [cursor, self._segment(KEPT if kept else " ", "bookmark-sign")]

    def _is_kept(self, column: int, piece: Piece | None) -> bool:
        """Whether a bookmarked passage begins in the words of a column on one line."""
        if piece is None:
            return False
        kept = self._marks[column]["bookmark"].between(*piece)
        return any(piece[0] <= start < piece[1] for start, _ in kept)

    def _is_changed(self, line: Line, column: int) -> bool:
        """Whether the report in a column is a copy that has other words here."""
        return column in self._reports.copies.changes(self._rows[line.row])

    def _gutter(self, line: Line, column: int) -> tuple[str, str]:
        """What stands left of a column, and its style: the relation's sign, below it its word,
        below that a rule; on a rule the sign of a copy with other words."""
        if line.kind != "words":
            return RULE, "rule"
        sign = self._gutters[line.row][column - 1]
        if sign is not None:
            style = self._relation_style(sign.relation) if sign.level else "relation"
            if line.number == 0:
                return SIGN[sign.relation] + ("" if sign.level else ELSEWHERE), style
            if line.number == 1 and self._geometry.gutter == GUTTER:
                return sign.relation if sign.level else "elsewhere", style
        if self._is_changed(line, column) and line.number == (2 if sign else 0):
            return COPY, "disputed-relation"
        return RULE, "rule"

    def _sign(self, words: str, style: str, here: bool, kept: bool) -> list[Segment]:
        """Words in the middle of a gutter; at its right end the sign of a bookmark, or else the
        cursor, if it is here."""
        width = self._geometry.gutter
        left = (width - cells(words)) // 2
        drawn = self._segment((" " * left + words).ljust(width - 1)[: width - 1], style)
        if kept:
            return [drawn, self._segment(KEPT, "bookmark-sign")]
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
            self.styles,
        )
        return [*segments, Segment(" " * max(0, width - cells(text)), base)]
