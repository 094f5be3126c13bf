"""Lengths of time as values: "19 days", "nearly three weeks", "a year and a half", in minutes."""

from __future__ import annotations

import re
from typing import TypeAlias

from index.facts.approximators import approximator_before
from index.facts.date_words import date_words
from index.facts.figure_words import figure_words
from index.facts.lexicons import alternatives, from_lexicon
from index.facts.model import Approximation
from index.facts.numerals import numeral_reader

Minutes: TypeAlias = tuple[float | None, float | None, float]
"""Least and most minutes, None is open; and how far the length may be rounded."""

ABOUT = 0.1
"""How far "about" and "nearly" reach, as a part of the length."""
ROUNDED = 0.25
"""Part of its smallest unit by which a length may be rounded: "four months" and 123 days."""

_DAY = 24.0 * 60
_MINUTES = {
    "second": 1 / 60,
    "minute": 1.0,
    "hour": 60.0,
    "day": _DAY,
    "night": _DAY,
    "week": 7 * _DAY,
    "fortnight": 14 * _DAY,
    "month": 365.25 / 12 * _DAY,
    "year": 365.25 * _DAY,
    "decade": 3652.5 * _DAY,
    "century": 36525 * _DAY,
}
_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|or|-|–)\s*(?=\w)", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w.,])\w")


@from_lexicon
def length_of(text: str) -> Minutes | None:
    """The minutes that a length of time can mean; None where it names no number of units."""
    low = smallest = 0.0
    high: float | None = 0.0
    approximation: Approximation | None = None
    at = 0
    while (word := _WORD.search(text, at)) is not None:
        part = _part(text, word.start())
        if part is None:
            at = word.end()
            continue
        first, last, unit, end = part
        if not smallest:
            found = approximator_before(figure_words(), text, word.start(), 0)
            approximation = found[1] if found else None
        low += first * unit
        high = None if high is None or last is None else high + last * unit
        smallest = unit
        at = end
    if not smallest:
        return None
    return _within(low, high, approximation, ROUNDED * smallest)


def _part(text: str, at: int) -> tuple[float, float | None, float, int] | None:
    """A number and its unit from an offset: least, most, minutes of a unit, and where it ends."""
    article = _article().match(text, at)
    if article is not None:
        unit = _MINUTES.get(date_words().units[article["unit"].lower()])
        half = _HALF.match(text, article.end())
        number = 1.5 if half else 1.0
        return (number, number, unit, half.end() if half else article.end()) if unit else None
    numeral = numeral_reader().read(text, at)
    if numeral is None or numeral.low is None:
        return None
    low, high, end = numeral.low, numeral.high, numeral.end
    join = _TO.match(text, end)
    other = numeral_reader().read(text, join.end()) if join else None
    if other is not None and other.low is not None:
        high, end = other.high or other.low, other.end
    match = _unit().match(text, end)
    unit = _MINUTES.get(date_words().units[match["unit"].lower()]) if match else None
    return (low, high, unit, match.end()) if match and unit else None


def _within(
    low: float, high: float | None, approximation: Approximation | None, rounding: float
) -> Minutes:
    """What an approximator leaves of a length."""
    if approximation in ("about", "nearly") and high is not None:
        above = ABOUT if approximation == "about" else 0.0
        return (low * (1 - ABOUT), high * (1 + above), rounding)
    if approximation in ("at_least", "more_than"):
        return (low, None, rounding)
    if approximation in ("at_most", "less_than"):
        return (None, high, rounding)
    return (low, high, rounding)


@from_lexicon
def _unit() -> re.Pattern[str]:
    words = date_words()
    told = alternatives(words.modifiers["counted"])  # "two full days"
    return re.compile(rf"[\s-]*(?:(?:an?|{told})\s+)?(?P<unit>{words.unit})(?!\w)", re.IGNORECASE)


@from_lexicon
def _article() -> re.Pattern[str]:
    return re.compile(rf"an?\s+(?P<unit>{date_words().unit})(?!\w)", re.IGNORECASE)
