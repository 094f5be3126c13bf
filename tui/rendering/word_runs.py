"""Words of a text, found by offset: for selecting them one by one, or as many as the mouse passes.

A number with its points is one word ("10,000"), and so are "Son-hui" and "don't".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_RUN = re.compile(r"\w+(?:[.,'’-]\w+)*|\W")
"""A word, or another character."""


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Where the word, or the run of other characters, at `offset` begins and ends."""
    return next(
        (
            m.span()
            for m in _RUN.finditer(text, text.rfind("\n", 0, offset) + 1)
            if m.end() > offset
        ),
        (offset, offset),
    )


def next_word(text: str, offset: int) -> tuple[int, int] | None:
    """The first word that begins behind the one at `offset`."""
    return next(_words(text, word_at(text, offset)[1]), None)


def previous_word(text: str, offset: int) -> tuple[int, int] | None:
    """The last word that begins before `offset`."""
    line = text.rfind("\n", 0, offset) + 1
    while True:
        before = [span for span in _words(text, line, offset) if span[0] < offset]
        if before or line == 0:
            return before[-1] if before else None
        line = text.rfind("\n", 0, line - 1) + 1


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` to `end`, and the rest of the words at both ends."""
    first, last = word_at(text, start)[0], word_at(text, max(start, end - 1))[1]
    return min(first, start), max(last, end)


def _words(text: str, start: int, end: int | None = None) -> Iterator[tuple[int, int]]:
    runs = _RUN.finditer(text, start, len(text) if end is None else end)
    return (run.span() for run in runs if run.group()[0].isalnum() or run.group()[0] == "_")
