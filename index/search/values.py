"""Reading the values of fields: ranges of numbers and of days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_SCALES = {"": 1.0, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_NUMBER = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)(k|mn|m|bn|b|tn)?", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_COMPARISON = re.compile(r"(>=|<=|>|<)(.+)", re.DOTALL)

RELATIVE_DAYS = ("today", "yesterday", "this-week", "last-week", "this-month", "last-month")


@dataclass(frozen=True, slots=True)
class NumberRange:
    """Numbers between two bounds; None is open."""

    low: float | None
    high: float | None
    exclusive: bool = False


def read_numbers(value: str) -> NumberRange:
    """`8000`, `8,000..12k`, `>1bn`, `..50`. Raises ValueError with a sentence for the person."""
    if comparison := _COMPARISON.fullmatch(value):
        sign, bound = comparison.group(1), _number(comparison.group(2))
        exclusive = not sign.endswith("=")
        if sign.startswith(">"):
            return NumberRange(bound, None, exclusive)
        return NumberRange(None, bound, exclusive)
    first, dots, last = value.partition("..")
    if not dots:
        number = _number(value)
        return NumberRange(number, number)
    low = _number(first) if first else None
    high = _number(last) if last else None
    if low is not None and high is not None and low > high:
        low, high = high, low
    return NumberRange(low, high)


def read_days(value: str, today: date) -> tuple[date | None, date | None]:
    """`2024`, `2024-10`, `2024-10-28..2024-11-04`, `>2024-10`, `last-week`; both ends included.

    Weeks run from Monday to Sunday. Raises ValueError with a sentence for the person.
    """
    if comparison := _COMPARISON.fullmatch(value):
        sign = comparison.group(1)
        first, last = _days(comparison.group(2), today)
        one = timedelta(days=1)
        bounds: dict[str, tuple[date | None, date | None]] = {
            ">": (last + one, None),
            ">=": (first, None),
            "<": (None, first - one),
            "<=": (None, last),
        }
        return bounds[sign]
    start, dots, end = value.partition("..")
    if not dots:
        return _days(value, today)
    earliest = _days(start, today)[0] if start else None
    latest = _days(end, today)[1] if end else None
    if earliest is not None and latest is not None and earliest > latest:
        earliest, latest = _days(end, today)[0], _days(start, today)[1]
    return earliest, latest


def _number(text: str) -> float:
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"“{text}” is no number: write 8000, 8k..12k or >1bn")
    return float(match.group(1).replace(",", "")) * _SCALES[(match.group(2) or "").lower()]


def _days(text: str, today: date) -> tuple[date, date]:
    text = text.strip().lower()
    if text in RELATIVE_DAYS:
        return _relative_days(text, today)
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is no date: write 2024-10-28, 2024-10 or last-week")
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        if not day:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:  # month 13, day 31 of November, year 0
        raise ValueError(f"“{text}” is no day of the calendar") from None


def _relative_days(word: str, today: date) -> tuple[date, date]:
    monday = today - timedelta(days=today.weekday())
    first_of_month = today.replace(day=1)
    before = first_of_month - timedelta(days=1)
    month_end = calendar.monthrange(today.year, today.month)[1]
    return {
        "today": (today, today),
        "yesterday": (today - timedelta(days=1), today - timedelta(days=1)),
        "this-week": (monday, monday + timedelta(days=6)),
        "last-week": (monday - timedelta(days=7), monday - timedelta(days=1)),
        "this-month": (first_of_month, today.replace(day=month_end)),
        "last-month": (before.replace(day=1), before),
    }[word]
