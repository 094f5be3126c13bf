"""Copies of one text among the reports that are compared: where one words something differently.

Only copies are held against each other word by word: of reports that were written apart it would
only show that they were.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.article import Article
from index.compare.alignment import Row
from index.compare.differences import Difference, differences, summary
from index.span import TextSpan

SIGN = "±"
"""Stands where a copy has other words."""

_KEPT = 20
"""Pairs of copies whose differences are kept, about those of one story: their texts stay with them,
however long they are."""
_differences = lru_cache(maxsize=_KEPT)(differences)


class Copies:
    """What each copy changes of the report of its origin that stands furthest left."""

    def __init__(
        self,
        articles: Sequence[Article],
        origins: Iterable[Sequence[str]],
        rows: Sequence[Row],
    ) -> None:
        """`articles` and the spans of `rows` are in the order of the columns."""
        columns = {article.id: number for number, article in enumerate(articles)}
        self._changes: dict[int, tuple[Difference, ...]] = {}
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._rows: dict[int, dict[int, list[Difference]]] = {}
        """By row, and then by column, what the copy in that column has differently there."""
        for group in origins:
            first, *others = sorted(columns[id_] for id_ in group if id_ in columns) or [0]
            for copy in others:
                found = _differences(articles[first].body, articles[copy].body)
                self._changes[copy] = found
                self._mark(first, (one.before for one in found))
                self._mark(copy, (one.after for one in found))
                self._place(rows, first, copy, found)

    def _mark(self, column: int, spans: Iterable[TextSpan]) -> None:
        marked = self._spans.setdefault(column, [])
        marked.extend((span.start, span.end) for span in spans if len(span))

    def _place(
        self, rows: Sequence[Row], first: int, copy: int, found: Iterable[Difference]
    ) -> None:
        own, other = _Held(rows, copy), _Held(rows, first)
        for one in found:
            row = own.row(one.after) if one.kind != "removed" else other.row(one.before)
            if row is not None:
                self._rows.setdefault(row, {}).setdefault(copy, []).append(one)

    def spans(self, column: int) -> list[tuple[int, int]]:
        """The words of a report that another copy has differently, or has not."""
        return self._spans.get(column, [])

    def changes(self, row: int) -> dict[int, list[Difference]]:
        """By column, what copies have differently in a row."""
        return self._rows.get(row, {})

    def told(self, column: int) -> str | None:
        """What a copy changes, in one line; None for a report that is no copy."""
        found = self._changes.get(column)
        return None if found is None else summary(found)

    def told_in(self, row: int) -> str | None:
        """What copies change in a row, in one line."""
        found = [one for changes in self.changes(row).values() for one in changes]
        return summary(list(dict.fromkeys(found))) if found else None


class _Held:
    """The rows in which a column has passages."""

    def __init__(self, rows: Sequence[Row], column: int) -> None:
        held = [
            (span.start, number)
            for number, row in enumerate(rows)
            if (span := row.spans[column]) is not None
        ]
        self._starts = [start for start, _ in held]
        self._numbers = [number for _, number in held]

    def row(self, span: TextSpan) -> int | None:
        at = bisect_right(self._starts, span.start) - 1
        return self._numbers[max(0, at)] if self._numbers else None
