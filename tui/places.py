"""What a screen hands back when the person asks to read on at a certain place."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A stretch of one article: where the reader should open it."""

    article: str
    start: int
    end: int
