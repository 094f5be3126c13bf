"""An article set as a page: which words stand on which row of the screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from tui.rendering.flow import wrap

RowKind = Literal["headline", "text", "ornament", "gap"]

CUT = " …"
"""Stands where a headline goes on that has no more rows."""
HARD_WRAPPED = 100
"""A text with blank lines and no line longer than this was wrapped by hand, as mail is."""


class Row(NamedTuple):
    """One row of the page."""

    start: int
    end: int
    """Offsets into the body; of an ornament, `start` is its number and `end` the offset below."""
    line: int
    """Which line of the body it belongs to, from 0."""
    kind: RowKind
    number: int = 0
    """The paragraph's number in the margin, on its first row."""


class Page:
    """The rows of one body at one measure, and the way between rows and offsets.

    Paragraphs are the body's lines that are not blank, counted from 1, as in the notes. A gap
    stands between any two, unless the text was wrapped by hand: then only where it has blank
    lines.
    """

    def __init__(
        self, body: str, measure: int, *, headline: bool, ornaments: int, short: bool = False
    ) -> None:
        """`headline`: the first line is one; `short`: it has one row, whatever it holds.
        `ornaments`: rows to keep free below it, or at the top where there is none.
        """
        self.body = body
        self.measure = measure
        self._key = (measure, headline, ornaments, short, body)
        self.hidden = range(0)
        """Offsets of the headline's words for which its one row has no room."""
        self.line_starts: list[int] = []
        """Offset of each line of the body, blank ones included."""
        self.paragraph_starts: list[int] = []
        self.rows: list[Row] = []
        self.ornaments = range(0)
        """The rows that are kept free."""
        self._set(headline, ornaments, short)
        self._row_starts = [row.start if row.kind != "ornament" else row.end for row in self.rows]

    def is_for(
        self, body: str, measure: int, headline: bool, ornaments: int, short: bool = False
    ) -> bool:
        """Whether a page made of these would be no other."""
        return self._key == (measure, headline, ornaments, short, body)

    def _set(self, headline: bool, ornaments: int, short: bool) -> None:
        rows = self.rows
        lines = self.body.split("\n")
        wrapped = "" in lines and max(map(len, lines)) <= HARD_WRAPPED
        rows.append(Row(0, 0, 0, "gap"))
        if not headline:
            self._ornament(ornaments, 0)
        start, blank = 0, True
        for index, line in enumerate(lines):
            self.line_starts.append(start)
            end = start + len(line)
            if not line or line.isspace():
                blank = True
            else:
                if (blank or not wrapped) and rows[-1].kind != "gap":
                    rows.append(Row(start, start, index, "gap"))
                self.paragraph_starts.append(start)
                number = len(self.paragraph_starts)
                kind: RowKind = "headline" if headline and number == 1 else "text"
                pieces = wrap(self.body, start, end, self.measure)
                if kind == "headline" and short and len(pieces) > 1:
                    pieces = wrap(self.body, start, end, max(2, self.measure - len(CUT)))[:1]
                    self.hidden = range(pieces[0][1], end)
                for row_start, row_end in pieces:
                    rows.append(Row(row_start, row_end, index, kind, number))
                    number = 0
                if kind == "headline":
                    self._ornament(ornaments, end)
                blank = False
            start = end + 1
        rows.append(Row(len(self.body), len(self.body), len(lines) - 1, "gap"))

    def _ornament(self, count: int, offset: int) -> None:
        line = max(len(self.line_starts) - 1, 0)
        self.ornaments = range(len(self.rows), len(self.rows) + count)
        self.rows.extend(Row(number, offset, line, "ornament") for number in range(count))

    def row_at(self, offset: int) -> int:
        """Index of the row that holds `offset`, or the text row next to it."""
        index = min(bisect_right(self._row_starts, offset) - 1, len(self.rows) - 1)
        while index > 0 and self.rows[index].kind in ("gap", "ornament"):
            index -= 1
        while index < len(self.rows) - 1 and self.rows[index].kind in ("gap", "ornament"):
            index += 1
        return max(index, 0)

    def text_row(self, index: int, direction: int) -> int:
        """The row at `index` if it has text, else the next that has, looking first one way."""
        index = max(0, min(index, len(self.rows) - 1))
        for step in (direction, -direction):
            at = index
            while 0 <= at < len(self.rows):
                if self.rows[at].kind in ("text", "headline"):
                    return at
                at += step
        return index

    def rows_between(self, start: int, end: int) -> range:
        """Indices of the rows that hold any of the words from `start` to `end`."""
        if not self.rows:
            return range(0)
        return range(self.row_at(start), self.row_at(max(start, end - 1)) + 1)

    def line_of(self, offset: int) -> int:
        """Index of the body's line that holds `offset`."""
        return bisect_right(self.line_starts, offset) - 1

    def paragraph_of(self, offset: int) -> int:
        """Number of the paragraph that holds `offset`, from 1; 0 above the first."""
        return bisect_right(self.paragraph_starts, offset)

    def paragraph_span(self, number: int) -> tuple[int, int]:
        """Where the words of paragraph `number` (from 1) stand."""
        start = self.paragraph_starts[number - 1]
        end = self.body.find("\n", start)
        return start, len(self.body) if end < 0 else end

    def offset_of(self, line: int, column: int) -> int:
        """The offset of a place given as line and column, as Textual's selection gives it."""
        line = min(line, len(self.line_starts) - 1)
        start = self.line_starts[line]
        if line + 1 < len(self.line_starts):
            return min(start + column, self.line_starts[line + 1] - 1)
        return min(start + column, len(self.body))


def next_in(offsets: Sequence[int], offset: int) -> int | None:
    """Index of the first of the sorted `offsets` after `offset`."""
    index = bisect_right(offsets, offset)
    return index if index < len(offsets) else None


def previous_in(offsets: Sequence[int], offset: int) -> int | None:
    """Index of the last of the sorted `offsets` before `offset`."""
    index = bisect_left(offsets, offset) - 1
    return index if index >= 0 else None
