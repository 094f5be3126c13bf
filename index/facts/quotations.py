"""Where quotation marks open and close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from index.span import TextSpan

# The first mark is taken before its neighbours are looked at: so the search can skip by it.
_DOUBLE = re.compile(r"[“”\"„«»'`](?:(?<=[“”\"„«»])|(?<=')'|(?<=`)`)")
_SINGLE = re.compile(r"[‘’'](?:(?<!’)(?<!\w.)(?=\w)|(?<!‘)(?<=[\w.,!?…].)(?!\w))")
_OPENS = frozenset("“„«") | {"``"}
_CLOSES = frozenset("”»")
_TRANSCRIPT = re.compile(r"[A-Z][A-Z .'-]{2,40}:\s")
_LONGEST_SINGLE = 600


def find_quotations(body: str, paragraph: TextSpan) -> list[TextSpan]:
    """The quotations of one paragraph with their marks, in order and without overlap.

    Any number of marks is borne: a mark that closes nothing is passed over, one that nothing
    closes runs to the paragraph's end. Single marks count only where no double ones stand, since
    an apostrophe looks the same.
    """
    start, end = paragraph.start, paragraph.end
    marks = _DOUBLE.finditer(body, start, end)
    first = next(marks, None)
    if first is None:
        return list(_pair_single(body, _SINGLE.finditer(body, start, end)))
    if _TRANSCRIPT.match(body, first.end()) is None:
        marks = chain([first], marks)  # “WALLACE: ...” is a line of a transcript, not quoted words
    return list(_pair_double(body, marks, end))


def _pair_double(body: str, marks: Iterator[re.Match[str]], end: int) -> Iterator[TextSpan]:
    opened: int | None = None
    for match in marks:
        mark = match.group()
        if opened is None:
            if mark not in _CLOSES:
                opened = match.start()
        elif mark in _CLOSES or (mark not in _OPENS and not _opens(body, match)):
            yield TextSpan(opened, match.end())
            opened = None
        elif mark not in _OPENS:
            # A straight mark that plainly opens: the one before was never closed.
            opened = match.start()
    if opened is not None:
        yield TextSpan(opened, end)


def _opens(body: str, match: re.Match[str]) -> bool:
    """Whether a mark that may open or close stands as an opening one: space before, word after."""
    before = body[match.start() - 1 : match.start()]
    after = body[match.end() : match.end() + 1]
    return before.isspace() and bool(after) and not after.isspace() and after not in ".,;:!?"


def _pair_single(body: str, marks: Iterator[re.Match[str]]) -> Iterator[TextSpan]:
    opened: int | None = None
    for match in marks:
        after = body[match.end() : match.end() + 1]
        if after.isalnum():
            if opened is None:
                opened = match.start()
        elif opened is not None:
            if match.end() - opened <= _LONGEST_SINGLE:
                yield TextSpan(opened, match.end())
            opened = None
