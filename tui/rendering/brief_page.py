"""The brief as it is read on the screen: its Markdown set as plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.rendering.one_page import BriefLine
from tui.rendering.paper import PaperEntry, Paragraph

_MARK = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])|(?P<bold>\*\*)|(?P<code>`)")
_HEADING = re.compile(r"#{1,3} ")


def page_entries(lines: Iterable[BriefLine]) -> Iterator[PaperEntry]:
    """One entry for each line."""
    for line in lines:
        yield PaperEntry((_paragraph(line.text),), line.place)


def _paragraph(text: str) -> Paragraph:
    if heading := _HEADING.match(text):
        style = "title" if len(heading.group()) == 2 else "heading"
        return Paragraph(_set(text[heading.end() :])[0], style)
    words = text.lstrip(" ")
    indent = len(text) - len(words)
    if words.startswith("> "):
        return _marked("│ ", words[2:], "quiet", indent)
    if words.startswith("- "):
        return _marked("– " if indent else "• ", words[2:], "", indent)
    return _marked("", words, "", indent)


def _marked(sign: str, text: str, style: str, indent: int) -> Paragraph:
    """What is in bold is a value; what begins an entry of its own in bold is a question."""
    words, bold = _set(text)
    marks = tuple((start, end, "value" if indent or start else "heading") for start, end in bold)
    return Paragraph(words, style, marks, indent, sign)


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
