"""A labelled stretch of text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """Offsets into an article's body, end exclusive."""

    start: int
    end: int
