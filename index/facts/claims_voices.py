"""Whose statement the words at a place are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from index.facts.model import Statement


class Voices:
    """Finds the speaker of the narrowest statement that holds a place of the article."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements  # in order of their starts
        self._starts = [statement.start for statement in statements]
        self._reach = list(accumulate((statement.end for statement in statements), max))
        """How far any statement up to this one goes."""

    def speaker(self, start: int, end: int) -> str | None:
        """Who says the words between `start` and `end`; None if it is the article, or unnamed."""
        narrowest: Statement | None = None
        for at in range(bisect_right(self._starts, start) - 1, -1, -1):
            if self._reach[at] < end:
                break
            statement = self._statements[at]
            if statement.end >= end and (
                narrowest is None
                or statement.end - statement.start <= narrowest.end - narrowest.start
            ):
                narrowest = statement
        return narrowest.speaker if narrowest else None
