"""As much of a sentence as there is room for: the words that matter stay."""

from __future__ import annotations

import re

from tui.rendering.flow import cells, shorten, wrap

_WORD = re.compile(r"\S+")
_LESS = 4
"""Cells by which an excerpt is made shorter until its rows hold it."""


def around(text: str, start: int, end: int, width: int, rows: int = 1) -> str:
    """One line of `text` as far as it fits into `rows` of `width` cells, cut between words around
    `text[start:end]`.

    "…" stands where something is left out. Words that are wider than the room are cut themselves.
    """
    room = width * rows
    excerpt = _around(text, start, end, room)
    while not _fits(excerpt, width, rows):  # rows end between words, so they hold a little less
        room -= _LESS
        excerpt = _around(text, start, end, room)
    return excerpt


def _around(text: str, start: int, end: int, width: int) -> str:
    if cells(text) <= width:
        return text
    words = [found.span() for found in _WORD.finditer(text)]
    inside = [n for n, (a, b) in enumerate(words) if a < end and start < b] or [0]
    first, last = inside[0], inside[-1]
    used = cells(text[words[first][0] : words[last][1]]) + 2  # room for an ellipsis at either end
    if used > width:
        return shorten(text[words[first][0] :], width)
    grows = True
    while grows:
        grows = False
        if last + 1 < len(words):
            more = cells(text[words[last][1] : words[last + 1][1]])
            if used + more <= width:
                last, used, grows = last + 1, used + more, True
        if first:
            more = cells(text[words[first - 1][0] : words[first][0]])
            if used + more <= width:
                first, used, grows = first - 1, used + more, True
    opens, ends = "…" if first else "", "…" if last + 1 < len(words) else ""
    return f"{opens}{text[words[first][0] : words[last][1]]}{ends}"


def fit_reason(reason: str, width: int, rows: int) -> str:
    """`reason` in at most so many rows of `width` cells.

    A reason names the answers first and says why last, after its last semicolon: of the answers as
    much is left out, with "…", as the why needs.
    """
    if _fits(reason, width, rows):
        return reason
    answers, parted, why = reason.rpartition("; ")
    words = answers.split(" ") if parted else []
    while words:
        shorter = f"{' '.join(words)}…; {why}"
        if _fits(shorter, width, rows):
            return shorter
        words.pop()
    return shorten(why, max(width, 2) * max(rows, 1))


def _fits(text: str, width: int, rows: int) -> bool:
    return len(wrap(text, 0, len(text), width)) <= rows


def why_of(reason: str) -> str:
    """What a reason concludes: what stands behind its last semicolon."""
    return reason.rpartition("; ")[2]
