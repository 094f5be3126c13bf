"""The matrix as lines: how its columns share the width, and what stands in each cell.

Nothing is drawn here. A cell is a list of lines, a line a list of words with the name of their
style; cells are made when they are first asked for and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.compare.matrix import Matrix, Row, Value
from index.compare.model import DISPUTED, Answer
from tui.rendering.flow import cells, wrap
from tui.rendering.guard import guard
from tui.rendering.relations import label, standing
from tui.rendering.words import count, held_on

Piece = tuple[str, str]
"""Words and the name of their style."""
Line = list[Piece]

MOST: Final = 3
"""Values that a cell shows; how many more there are stands below them."""
GAP: Final = 3
"""Cells between two columns: the rule, the cursor's sign, and a blank at the end."""
_WANTED: Final = 24
"""Cells in which most values and speakers stand on one line."""
_NARROWEST: Final = 18
"""Cells that still hold a number, a name and a day."""
_WIDEST: Final = 44


@dataclass(frozen=True, slots=True)
class GridGeometry:
    """How the width is shared out."""

    first: int
    """Cells of the questions."""
    column: int
    """Cells of the words of one report."""
    shown: int
    """How many reports are seen at once."""

    @classmethod
    def fit(cls, width: int, columns: int) -> GridGeometry:
        """The best way to set `columns` reports beside their questions in `width` cells."""
        first = max(15, min(38, width * 27 // 100))
        rest = max(_NARROWEST + GAP, width - first - 2)
        shown = rest // (_WANTED + GAP)
        if shown < 2:
            shown = min(2, rest // (_NARROWEST + GAP))
        shown = max(1, min(shown, columns))
        return cls(first, min(_WIDEST, rest // shown - GAP), shown)


class Grid:
    """The cells of a matrix at one width."""

    def __init__(self, matrix: Matrix, rows: Sequence[int], geometry: GridGeometry) -> None:
        """`rows` are those of the matrix that are shown, by index."""
        self.matrix = matrix
        self.rows = rows
        self.geometry = geometry
        self._questions: dict[int, list[Line]] = {}
        self._cells: dict[tuple[int, int], list[Line]] = {}

    def question(self, number: int) -> list[Line]:
        """The first column of the row shown as `number`."""
        if number not in self._questions:
            row = self.matrix.rows[self.rows[number]]
            self._questions[number] = question_lines(row, self.geometry.first)
        return self._questions[number]

    def cell(self, number: int, column: int) -> list[Line]:
        """What the report of `column` answers in the row shown as `number`."""
        key = (number, column)
        if key not in self._cells:
            row = self.matrix.rows[self.rows[number]]
            self._cells[key] = cell_lines(row, column, self.geometry.column)
        return self._cells[key]

    def tops(self, left: int) -> list[int]:
        """The first line of each row, and the line below the last, while `left` is the first
        column that is seen: a row is as tall as what is seen of it, and has a rule below."""
        seen = range(left, left + self.geometry.shown)
        tops = [0]
        for number in range(len(self.rows)):
            height = len(self.question(number))
            for column in seen:
                height = max(height, len(self.cell(number, column)))
            tops.append(tops[-1] + height + 1)
        return tops


def question_lines(row: Row, width: int) -> list[Line]:
    """The relation, the question, and how many reports answer it."""
    style = "disputed" if row.relation in DISPUTED else "quiet"
    answering = sum(bool(cell) for cell in row.cells)
    of = f"{answering} of {count(len(row.cells), 'report')}"
    return [
        *_wrapped(label(row.question), style, width),
        *_wrapped(guard(row.question.question), "question", width),
        *_wrapped(of, "quiet", width),
    ]


def cell_lines(row: Row, column: int, width: int) -> list[Line]:
    """Each value in its own words; who said it, as of when, where it stands."""
    values = row.cells[column]
    if not values:
        return [[("not reported", "quiet")]]
    lines: list[Line] = []
    for value in values[:MOST]:
        answer = row.question.answers[value.answers[0]]
        lines += _wrapped(guard(" ".join(answer.text.split())), "value", width)
        lines += _told(answer, value, width)
    if len(values) > MOST:
        lines += _wrapped(f"+{len(values) - MOST} more", "quiet", width)
    if row.headlines[column]:
        lines += _wrapped("≠ headline and text differ", "disputed", width)
    return lines


def _told(answer: Answer, value: Value, width: int) -> list[Line]:
    """How a value stands to what was said before, whose it is, its day and its paragraphs."""
    relation = standing(answer, value.relation)
    speaker = answer.speaker or "nobody named"
    places = ["headline"] if value.in_headline else []
    places += [f"¶{number}" for number in value.paragraphs if number > 1 or not value.in_headline]
    said = "" if speaker == answer.text else speaker
    parts = [relation, said, _held_on(answer), " ".join(places)]
    words = " · ".join(_unbroken(guard(part), width) for part in parts if part)
    lines = _wrapped(words, "quiet", width)
    if value.relation and lines:
        (first, _), *_ = lines[0]
        style = "disputed" if value.relation in DISPUTED else "quiet"
        lines[0] = [(first[: len(relation)], style), (first[len(relation) :], "quiet")]
    return lines


def _held_on(answer: Answer) -> str:
    """The day, without the year where the head of the column names it."""
    year = (answer.published or "")[:4]
    return held_on(answer).removesuffix(f" {year}") if year else held_on(answer)


def _unbroken(part: str, width: int) -> str:
    """What belongs together does not part at the end of a line, if a line has room for it."""
    return part.replace(" ", "\N{NO-BREAK SPACE}") if cells(part) <= width - 2 else part


def _wrapped(words: str, style: str, width: int) -> list[Line]:
    return [[(words[a:b], style)] for a, b in wrap(words, 0, len(words), width)]
