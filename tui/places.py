"""What a screen hands back when the person asks to read on at a certain place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one article: where the reader should open it."""

    article: str
    start: int
    end: int
