"""Values as intervals: what the words of a figure or a date allow.

Numbers are compared by rules on intervals, not by a model of language: on numeric inference a
symbolic comparer beats them by far (EQUATE, Ravichander et al., CoNLL 2019).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from math import inf, isclose

from index.facts.model import DateMention, Figure

ABOUT = 0.1
"""How far "about x" reaches on either side, as a part of x, without the ends."""
CONVERTED = 0.02
"""How far two measures in different units may lie apart and still be the same measurement."""

_MINUTES_OF_A_DAY = 24 * 60
_OFFSET = re.compile(r"T.*[+-]\d\d:\d\d$")
_AGO = re.compile(r"\b(year|month|week|day)s?\s+(?:ago|earlier|before)\b", re.IGNORECASE)
_AGO_MINUTES = {
    "year": 366 * _MINUTES_OF_A_DAY,
    "month": 31 * _MINUTES_OF_A_DAY,
    "week": 7 * _MINUTES_OF_A_DAY,
    "day": _MINUTES_OF_A_DAY,
}
_NUMERAL = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_MAGNITUDES = {
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_MAGNITUDE = re.compile(r"(thousand|million|m|billion|bn|trillion)\b")

UNITS: dict[str, tuple[str, float]] = {
    "km": ("length", 1000.0),
    "kilometer": ("length", 1000.0),
    "kilometre": ("length", 1000.0),
    "m": ("length", 1.0),
    "meter": ("length", 1.0),
    "metre": ("length", 1.0),
    "cm": ("length", 0.01),
    "mile": ("length", 1609.344),
    "mi": ("length", 1609.344),
    "yard": ("length", 0.9144),
    "foot": ("length", 0.3048),
    "feet": ("length", 0.3048),
    "ft": ("length", 0.3048),
    "inch": ("length", 0.0254),
    "kg": ("mass", 1.0),
    "kilogram": ("mass", 1.0),
    "kilo": ("mass", 1.0),
    "pound": ("mass", 0.45359237),
    "lb": ("mass", 0.45359237),
    "ton": ("mass", 1000.0),
    "tonne": ("mass", 1000.0),
    "mph": ("speed", 1.609344),
    "km/h": ("speed", 1.0),
    "kph": ("speed", 1.0),
}
"""Units that can be told in one another: what they measure, and their size in its base unit."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that some words allow. Infinite ends are open."""

    low: float
    high: float
    low_included: bool = True
    high_included: bool = True
    rounding: float = 0.0
    """Half a step of the last digit written: "2.3 million" speaks of steps of 100,000."""

    def same_as(self, other: Interval) -> bool:
        """Whether both allow just the same values."""
        return (
            self.low_included == other.low_included
            and self.high_included == other.high_included
            and _close(self.low, other.low)
            and _close(self.high, other.high)
        )

    def overlaps(self, other: Interval) -> bool:
        """Whether some value fits both, roundings allowed for."""
        return not (self._below(other) or other._below(self))

    def inside(self, other: Interval) -> bool:
        """Whether every value of this one fits the other, which is then the wider."""
        low = self.low > other.low or (
            self.low == other.low and (other.low_included or not self.low_included)
        )
        high = self.high < other.high or (
            self.high == other.high and (other.high_included or not self.high_included)
        )
        return low and high

    @property
    def single(self) -> bool:
        """Whether the words state one value."""
        return self.low == self.high

    def scaled(self, factor: float) -> Interval:
        """The same values in another unit."""
        return Interval(
            self.low * factor,
            self.high * factor,
            self.low_included,
            self.high_included,
            self.rounding * factor,
        )

    def _below(self, other: Interval) -> bool:
        slack = max(self.rounding, other.rounding)
        if slack and self.high < other.low:
            return other.low - self.high > slack * (1 + 1e-9)
        return self.high < other.low or (
            self.high == other.low and not (self.high_included and other.low_included)
        )


def digits(value: float) -> int:
    """How many significant digits a number has: 10,500 has three, 10,000 one."""
    return len(f"{abs(value):.12g}".replace(".", "").strip("0")) if value else 0


def _close(a: float, b: float) -> bool:
    return a == b or isclose(a, b, rel_tol=1e-9)


def of_figure(figure: Figure) -> Interval | None:
    """The values that a figure allows, in its own unit; None if it has none ("a small number")."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return None
    rounding = _rounding(figure.text) if figure.kind in ("count", "money") else 0.0
    match figure.approximation:
        case "about" if low is not None and low == high:
            return Interval(low * (1 - ABOUT), low * (1 + ABOUT), False, False, rounding)
        case "nearly" if high is not None:
            return Interval(high * (1 - ABOUT), high, rounding=rounding)
        case "more_than" if low is not None:
            return Interval(low, inf, low_included=False)
        case "less_than" if high is not None:
            return Interval(-inf, high, high_included=False)
    return Interval(-inf if low is None else low, inf if high is None else high, rounding=rounding)


def _rounding(text: str) -> float:
    """Half a step of the last digit of a numeral with its magnitude in words."""
    numeral = _NUMERAL.search(text)
    if numeral is None:
        return 0.0
    magnitude = _MAGNITUDE.search(text, numeral.end())
    if magnitude is None:
        return 0.0
    return float(_MAGNITUDES[magnitude[1]] * 0.5 * 10.0 ** -len(numeral[1] or ""))


def of_date(mention: DateMention) -> Interval | None:
    """The time that a date can mean, in minutes; None if it cannot be known.

    A deadline ("by December") counts by its last day, a beginning ("since 2009") by its first.
    """
    first, last = mention.earliest, mention.latest
    if first is None and last is None:
        return None
    if mention.kind == "duration" and None in (first, last):
        # "The next several weeks" have a first day, and no last one that is known.
        return Interval(
            -inf if first is None else _minutes(first, at_end=False),
            inf if last is None else _minutes(last, at_end=True),
        )
    start = _minutes(first or last or "", at_end=False)
    end = _minutes(last or first or "", at_end=True)
    if mention.text.lower().startswith("since") and first is not None:
        return Interval(start, start + _MINUTES_OF_A_DAY, high_included=False)
    ago = _AGO.search(mention.text)
    if ago is not None:
        # "Two years ago" is counted in whole years: half of one more or less fits too.
        slack = _AGO_MINUTES[ago[1].lower()]
        longer = mention.text.lower().startswith(("more than", "over"))
        return Interval(start - slack, end if longer else end + slack / 2, False, False)
    return Interval(start, end, high_included=end == start, rounding=_clock(start, end))


def of_minutes(minutes: tuple[float | None, float | None, float]) -> Interval:
    """The minutes that a length of time can mean: least, most, and how far it may be rounded."""
    low, high, rounding = minutes
    return Interval(-inf if low is None else low, inf if high is None else high, rounding=rounding)


def _clock(start: float, end: float) -> float:
    """How far a time of day may be meant to reach: people round to the hour, or to five minutes."""
    if start != end:
        return 0.0
    return 20.0 if start % 30 == 0 else 10.0 if start % 5 == 0 else 2.0


def has_zone(moment: str) -> bool:
    """Whether a moment tells its distance from UTC: it can be compared with such moments alone."""
    return _OFFSET.search(moment) is not None


def _minutes(moment: str, *, at_end: bool) -> float:
    """Minutes since the first day; in UTC where the moment tells its zone."""
    if len(moment) > 10:
        time = datetime.fromisoformat(moment)
        if time.tzinfo is not None:
            time = time.astimezone(UTC)
        return float(time.toordinal() * _MINUTES_OF_A_DAY + time.hour * 60 + time.minute)
    return float((date.fromisoformat(moment).toordinal() + at_end) * _MINUTES_OF_A_DAY)


def in_one_unit(
    a: Interval, unit_a: str | None, b: Interval, unit_b: str | None
) -> tuple[Interval, Interval] | None:
    """Both intervals in one unit, or None if their units cannot be told in one another."""
    if unit_a == unit_b:
        return a, b
    base_a, base_b = UNITS.get(_singular(unit_a)), UNITS.get(_singular(unit_b))
    if base_a is None or base_b is None or base_a[0] != base_b[0]:
        return None
    return _converted(a.scaled(base_a[1])), _converted(b.scaled(base_b[1]))


def in_base_unit(number: float, unit: str | None) -> float:
    """A number told in the base of its unit's kind; as it is where the unit has no other."""
    base = UNITS.get(_singular(unit))
    return number * base[1] if base else number


def _singular(unit: str | None) -> str:
    unit = (unit or "").lower()
    return unit[:-1] if unit.endswith("s") and unit[:-1] in UNITS else unit


def _converted(interval: Interval) -> Interval:
    """The interval with the rounding that a conversion between units brings."""
    largest = interval.high if interval.high != inf else interval.low
    return Interval(
        interval.low,
        interval.high,
        interval.low_included,
        interval.high_included,
        max(interval.rounding, abs(largest) * CONVERTED),
    )
