"""Marks as words, for those who listen and for plain lines: "[figure: at least 10,000] troops"."""

from __future__ import annotations

from collections.abc import Iterable

NamedMark = tuple[int, int, str]
"""Where a mark begins and ends, and what it is called."""


def with_names(text: str, marks: Iterable[NamedMark]) -> str:
    """`text` with each mark in brackets that say what it is.

    A mark may stand inside another one; one that only overlaps another ends where that one does.
    Several of the same words are named together: "[disputed figure: 8,000]".
    """
    together: dict[tuple[int, int], list[str]] = {}
    for start, end, name in marks:
        names = together.setdefault((start, end), [])
        if name not in names:
            names.append(name)
    said: list[str] = []
    at, open_until = 0, list[int]()
    for (start, end), names in sorted(together.items(), key=lambda one: (one[0][0], -one[0][1])):
        while open_until and open_until[-1] <= start:
            said += [text[at : open_until[-1]], "]"]
            at = open_until.pop()
        last = min(end, open_until[-1]) if open_until else end
        if start < last:
            said += [text[at:start], f"[{' '.join(names)}: "]
            at = start
            open_until.append(last)
    while open_until:
        said += [text[at : open_until[-1]], "]"]
        at = open_until.pop()
    return "".join([*said, text[at:]])
