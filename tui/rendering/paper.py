"""Prose with marks as lines of a given width: what the dossier and the brief are drawn from.

A paper is a list of entries, each a few paragraphs that the cursor stands on together. Nothing is
drawn here; lines are made when an entry is first seen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from tui.places import Place
from tui.rendering.flow import cells, wrap
from tui.rendering.guard import guard

Piece = tuple[str, str]
"""Words and the name of their style."""
Line = list[Piece]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some words, wrapped at the width."""

    text: str
    style: str = ""
    marks: tuple[tuple[int, int, str], ...] = ()
    """Stretches of `text` with a style of their own, in order and apart."""
    indent: int = 0
    sign: str = ""
    """Stands before the first row, where the indent of the others hangs."""


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """What the cursor stands on."""

    paragraphs: tuple[Paragraph, ...]
    place: Place | None = None
    """Where it comes from, for reading on there."""


class Paper:
    """Entries at one width."""

    def __init__(self, entries: Sequence[PaperEntry], width: int) -> None:
        self.entries = entries
        self._width = max(10, width)
        self._rows = [
            [self._wrapped(paragraph) for paragraph in entry.paragraphs] for entry in entries
        ]
        heights = (sum(map(len, paragraphs)) for paragraphs in self._rows)
        self.tops = [0, *accumulate(heights)]
        """The first line of each entry, and the line below the last."""

    def _wrapped(self, paragraph: Paragraph) -> list[tuple[int, int]]:
        width = self._width - paragraph.indent - cells(paragraph.sign)
        return wrap(paragraph.text, 0, len(paragraph.text), width)

    def entry_at(self, line: int) -> int:
        """The entry that holds a line."""
        return max(0, min(bisect_right(self.tops, line) - 1, len(self.entries) - 1))

    def line(self, number: int) -> Line:
        """One line in pieces."""
        entry = self.entry_at(number)
        at = number - self.tops[entry]
        for paragraph, rows in zip(self.entries[entry].paragraphs, self._rows[entry], strict=True):
            if at < len(rows):
                return _pieces(paragraph, *rows[at])
            at -= len(rows)
        return []


def _pieces(paragraph: Paragraph, start: int, end: int) -> Line:
    """The words of a row, each stretch in its style."""
    sign = paragraph.sign if start == 0 else " " * cells(paragraph.sign)
    line: Line = [(" " * paragraph.indent, ""), (sign, paragraph.style)]
    at = start
    for mark_start, mark_end, style in paragraph.marks:
        first, last = max(mark_start, at), min(mark_end, end)
        if first < last:
            line.append((guard(paragraph.text[at:first]), paragraph.style))
            line.append((guard(paragraph.text[first:last]), style))
            at = last
    line.append((guard(paragraph.text[at:end]), paragraph.style))
    return [piece for piece in line if piece[0]]
