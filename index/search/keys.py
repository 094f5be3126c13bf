"""Figures and days as terms: written here, read back here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.facts.model import DateMention, Facts, Figure
from index.search.analyzer import terms

_LONGEST_MENTION = 31
"""Days. A longer stretch ("in 2024") only answers a query that holds all of it."""


@dataclass(frozen=True, slots=True)
class FigureKey:
    """What can be asked of a figure."""

    kind: str
    low: float
    high: float
    counted: frozenset[str]
    """Terms of the counted noun and of its class."""

    @classmethod
    def read(cls, key: str) -> FigureKey:
        """The figure of a term that `figure_keys` wrote."""
        kind, low, high, counted = key.split("|")
        return cls(kind, float(low), float(high), frozenset(counted.split(",")))


@dataclass(frozen=True, slots=True)
class DayKey:
    """The days that a mention of a date can mean, as proleptic ordinals, both included."""

    first: int
    last: int

    @classmethod
    def read(cls, key: str) -> DayKey:
        """The days of a term that `day_keys` wrote."""
        first, last = key.split("|")
        return cls(int(first), int(last))

    def answers(self, first: int, last: int) -> bool:
        """Whether a query for the days from `first` to `last` is about this mention."""
        if self.last - self.first < _LONGEST_MENTION:
            return self.first <= last and self.last >= first
        return first <= self.first and self.last <= last


def figure_keys(facts: Facts) -> set[str]:
    """The terms of an article's figures.

    An open bound counts as the number that is written: "at least 3,000" is found as 3,000, or a
    search for 10,000 would find every article that says "at least".
    """
    classes: dict[int, set[str]] = {}
    for claim in facts.claims:
        if claim.figure is not None and claim.counted:
            classes.setdefault(claim.figure, set()).update(terms(claim.counted))
    return {
        key
        for number, figure in enumerate(facts.figures)
        if (key := _figure_key(figure, classes.get(number, set()))) is not None
    }


def _figure_key(figure: Figure, classes: set[str]) -> str | None:
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    if low is None or high is None:
        return None
    counted = sorted(classes.union(terms(figure.counted or "")))
    return f"{figure.kind}|{low:.15g}|{high:.15g}|{','.join(counted)}"


def day_keys(facts: Facts) -> set[str]:
    """The terms of the days that an article mentions; an open end counts as the day named."""
    return {key for mention in facts.dates if (key := _day_key(mention)) is not None}


def _day_key(mention: DateMention) -> str | None:
    first, last = mention.earliest or mention.latest, mention.latest or mention.earliest
    if mention.kind == "duration" or first is None or last is None:
        return None
    return f"{day_number(first)}|{day_number(last)}"


def day_number(moment: str) -> int:
    """The proleptic ordinal of an ISO 8601 day or moment."""
    return date.fromisoformat(moment[:10]).toordinal()
