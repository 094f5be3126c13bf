"""The first lines of an extracted text: what the head of the page says once more."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.sources.workers.bylines import bare_byline, day_in, is_byline, parts_of

_LOOK_AT = 6
"""Blocks at the top that can be such lines."""
_LONGEST = 160
"""Characters of such a line."""


class Opening(NamedTuple):
    """The text without those lines, and what they tell."""

    text: str
    byline: str
    published: str


def without_opening(text: str, title: str, source: str, byline: str) -> Opening:
    """Takes headline, byline, date and outlet off the top of `text`, each if it stands alone."""
    blocks = text.split("\n\n")
    kept: list[str] = []
    said_by = published = ""
    for number, block in enumerate(blocks):
        if number >= _LOOK_AT or len(block) > _LONGEST:
            kept += blocks[number:]
            break
        told = [_told(part, title, source, byline) for part in parts_of(block)]
        whole = _told(block, title, source, byline)
        if whole or (told and all(told)):
            for kind, value in filter(None, [whole, *told]):
                said_by = said_by or (value if kind == "byline" else "")
                published = published or (value if kind == "date" else "")
        else:
            kept.append(block)
    return Opening("\n\n".join(kept), said_by, published) if kept else Opening(text, "", "")


def _told(line: str, title: str, source: str, byline: str) -> tuple[str, str] | None:
    """What kind of line it is, with what it says; None for a line of the text."""
    bare = _letters(line)
    if not bare or bare == _letters(title) or bare == _letters(source):
        return ("title", title)
    if re.fullmatch(r"https?://\S+", line):
        return ("url", line)
    if is_byline(line, byline):
        return ("byline", bare_byline(line, source))
    day = day_in(line)
    return ("date", day) if day else None


def _letters(line: str) -> str:
    return re.sub(r"[\W_]", "", line.casefold())
