"""Figures and mentioned days of a segment, as tables sorted by value.

A range is a stretch of the table, whatever the size of the library. The few rows that are ranges
themselves ("11,000 to 12,000", "last week") are listed apart, and looked at one by one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from index.search.analyzer import terms
from index.search.query import Figures, figure_kinds
from index.search.tables import Tables, strings_table

if TYPE_CHECKING:
    from index.facts.model import Facts

_LONGEST_MENTION = 31
"""Days. A longer stretch ("in 2024") only answers a query that holds all of it."""
_COLUMNS = {"low": "d", "high": "d", "article": "I", "kind": "B", "counted": "I"}

Row = tuple[float, float, int, str]
"""Low, high, kind (its place in `figure_kinds`) and the terms of what is counted, with blanks
between."""


def figure_rows(facts: Facts) -> set[Row]:
    """An article's figures.

    An open bound counts as the number that is written: "at least 3,000" is found as 3,000, or a
    search for 10,000 would find every article that says "at least".
    """
    classes: dict[int, set[str]] = {}
    for claim in facts.claims:
        if claim.figure is not None and claim.counted:
            classes.setdefault(claim.figure, set()).update(terms(claim.counted))
    rows: set[Row] = set()
    for number, figure in enumerate(facts.figures):
        low = figure.low if figure.low is not None else figure.high
        high = figure.high if figure.high is not None else figure.low
        if low is not None and high is not None:
            counted = sorted(classes.get(number, set()).union(terms(figure.counted or "")))
            rows.add(
                (float(low), float(high), figure_kinds().index(figure.kind), " ".join(counted))
            )
    return rows


def day_rows(facts: Facts) -> set[Row]:
    """The days that an article mentions, as ordinals; an open end counts as the day named."""
    rows: set[Row] = set()
    for mention in facts.dates:
        first, last = mention.earliest or mention.latest, mention.latest or mention.earliest
        if mention.kind != "duration" and first is not None and last is not None:
            rows.add((day_number(first), day_number(last), 0, ""))
    return rows


def day_number(moment: str) -> int:
    """The proleptic ordinal of an ISO 8601 day or moment."""
    return date.fromisoformat(moment[:10]).toordinal()


class RangeRows:
    """The rows of one table of a segment that is being written."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._columns: dict[str, array[Any]] = {
            column: array(code) for column, code in _COLUMNS.items()
        }
        self._counted: dict[str, int] = {}

    def add(self, article: int, rows: Iterable[Row]) -> None:
        """Takes in the rows of one article."""
        for low, high, kind, counted in rows:
            number = self._counted.setdefault(counted, len(self._counted))
            values = (low, high, article, kind, number)
            for column, value in zip(self._columns.values(), values, strict=True):
                column.append(value)

    def as_tables(self) -> dict[str, bytes]:
        """What `RangeTable` reads."""
        low, high = self._columns["low"], self._columns["high"]
        order = sorted(range(len(low)), key=low.__getitem__)
        tables = {
            f"{self._name} {column}": array(
                values.typecode, [values[row] for row in order]
            ).tobytes()
            for column, values in self._columns.items()
        }
        wide = array("I", [at for at, row in enumerate(order) if high[row] > low[row]])
        tables[f"{self._name} wide"] = wide.tobytes()
        tables[f"{self._name} nouns"] = strings_table(self._counted)
        return tables


class RangeTable:
    """The rows of one table of a segment, lowest first."""

    def __init__(self, tables: Tables, name: str) -> None:
        self._low = tables.numbers(f"{name} low", "d")
        self._high = tables.numbers(f"{name} high", "d")
        self._article = tables.numbers(f"{name} article", "I")
        self._kind = tables.numbers(f"{name} kind", "B")
        self._counted = tables.numbers(f"{name} counted", "I")
        self._wide = tables.numbers(f"{name} wide", "I")
        self._nouns = tables.strings(f"{name} nouns")

    def rows(self) -> Iterable[tuple[int, Row]]:
        """Every row with its article."""
        columns = zip(self._article, self._low, self._high, self._kind, self._counted, strict=True)
        for article, low, high, kind, counted in columns:
            yield article, (low, high, kind, self._nouns[counted])

    def figures(self, asked: Figures) -> set[int]:
        """The articles with a figure that is all of what is asked."""
        start, end = self._stretch(asked.low, asked.high, asked.exclusive)
        wide = [row for row in self._wide if asked.holds(self._low[row], self._high[row])]
        if asked.kind is None and asked.counted is None:
            return {*self._article[start:end], *map(self._article.__getitem__, wide)}
        kind = figure_kinds().index(asked.kind) if asked.kind is not None else None
        wanted = set(terms(asked.counted or ""))
        nouns = {at for at, noun in enumerate(self._nouns) if wanted.issubset(noun.split())}
        return {
            self._article[row]
            for row in (*range(start, end), *wide)
            if self._counted[row] in nouns and (kind is None or self._kind[row] == kind)
        }

    def days(self, first: int, last: int) -> set[int]:
        """The articles that mention a day from `first` to `last`."""
        start, end = self._stretch(first, last, exclusive=False)
        found = {
            self._article[row]
            for row in self._wide
            if self._low[row] <= last
            and self._high[row] >= first
            and (
                self._high[row] - self._low[row] < _LONGEST_MENTION
                or (first <= self._low[row] and self._high[row] <= last)
            )
        }
        single = range(start, end)
        wide = set(self._wide)
        found.update(self._article[row] for row in single if row not in wide)
        return found

    def counted(self) -> Mapping[str, int]:
        """Every term of what is counted, with how many figures count it."""
        nouns: Counter[str] = Counter()
        for number, figures in Counter(self._counted).items():
            for noun in self._nouns[number].split():
                nouns[noun] += figures
        return nouns

    def _stretch(self, low: float | None, high: float | None, exclusive: bool) -> tuple[int, int]:
        """The rows whose lower bound lies in a range; None is open."""
        first, after = (bisect_right, bisect_left) if exclusive else (bisect_left, bisect_right)
        start = 0 if low is None else first(self._low, low)
        end = len(self._low) if high is None else after(self._low, high)
        return start, end
