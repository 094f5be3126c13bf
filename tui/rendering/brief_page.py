"""The brief as it is read on the screen: its Markdown set as plain lines, tables row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.rendering.brief import BriefLine
from tui.rendering.paper import PaperEntry, Paragraph

_MARK = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])|(?P<bold>\*\*)|(?P<code>`)")
_CELL = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"#{1,3} ")
_EMPTY = "not reported"


def page_entries(lines: Iterable[BriefLine]) -> Iterator[PaperEntry]:
    """One entry for each line, a row of a table on several."""
    heads: Sequence[str] = ()
    for line in lines:
        if not line.text.startswith("|"):
            heads = ()
            yield PaperEntry((_paragraph(line.text),), line.place)
        elif not heads:
            heads = _cells(line.text)
        elif not set(line.text) <= set("| -"):
            yield PaperEntry(tuple(_row(heads, _cells(line.text))), line.place)


def _paragraph(text: str) -> Paragraph:
    if heading := _HEADING.match(text):
        style = "title" if len(heading.group()) == 2 else "heading"
        return Paragraph(_set(text[heading.end() :])[0], style)
    for begin, sign, style, indent in (("  > ", "│ ", "quiet", 4), ("- ", "• ", "", 0)):
        if text.startswith(begin):
            return _marked(sign, text[len(begin) :], style, indent)
    words = text.lstrip(" ")
    return _marked("", words, "", len(text) - len(words))


def _row(heads: Sequence[str], cells: Sequence[str]) -> Iterator[Paragraph]:
    """The question, below it what each report answers, and which do not."""
    yield Paragraph(_set(cells[0])[0], "heading")
    silent = []
    for head, cell in zip(heads[1:], cells[1:], strict=False):
        if cell == _EMPTY:
            silent.append(_set(head)[0])
        else:
            yield _marked(f"{_set(head)[0]}: ", cell, "", 2)
    if silent:
        yield Paragraph(f"{_EMPTY}: {'; '.join(silent)}", "quiet", indent=2)
    yield Paragraph("")


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in _CELL.split(row.strip())[1:-1]]


def _marked(sign: str, text: str, style: str, indent: int) -> Paragraph:
    words, bold = _set(text)
    at = len(sign)
    marks = tuple((start + at, end + at, "value") for start, end in bold)
    return Paragraph(sign + words, style, marks, indent)


def _set(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Markdown of one line as its words, and where they are bold."""
    words, bold, at = "", [], 0
    begun: int | None = None
    for mark in _MARK.finditer(text):
        words += text[at : mark.start()] + (mark["sign"] or "")
        at = mark.end()
        if mark["bold"]:
            if begun is None:
                begun = len(words)
            else:
                bold.append((begun, len(words)))
                begun = None
    return words + text[at:], bold
