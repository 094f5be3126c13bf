"""Calendar arithmetic: the days that the words of a date can mean.

An interval is a pair of days, both inclusive; None is open or cannot be known. Weeks run from
Monday to Sunday (ISO 8601).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Interval = tuple[date | None, date | None]
Tense = Literal["past", "future", ""]

UNKNOWN: Interval = (None, None)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Interval:
    """The whole month; years that no calendar has are the first or the last that there is."""
    year = min(max(year, date.min.year), date.max.year)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_of(year: int) -> Interval:
    """The whole year."""
    return date(year, 1, 1), date(year, 12, 31)


def years(first: int, last: int) -> Interval:
    """Whole years, both inclusive."""
    return date(first, 1, 1), date(last, 12, 31)


def week_of(day: date) -> Interval:
    """The week that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    if not 1 <= year <= 9999:
        return day
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, count: int) -> date:
    """`day` moved by `count` units; units shorter than a day do not move it."""
    if unit in ("day", "night"):
        return _add_days(day, count)
    if unit in ("week", "weekend"):
        return _add_days(day, 7 * count)
    if unit == "fortnight":
        return _add_days(day, 14 * count)
    months = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}
    return add_months(day, months[unit] * count) if unit in months else day


def _add_days(day: date, count: int) -> date:
    return safe_shift(day, timedelta(days=count))


def safe_shift(day: date, by: timedelta) -> date:
    """`day` moved, or as it is where the calendar ends."""
    try:
        return day + by
    except OverflowError:
        return day


def unit_around(day: date, unit: str, offset: int) -> Interval:
    """The calendar unit `offset` units from the one that holds `day`: -1 of "week" is last week."""
    moved = shift(day, unit, offset)
    if unit in ("day", "night"):
        return moved, moved
    if unit == "week":
        return week_of(moved)
    if unit == "weekend":
        saturday = moved + timedelta(days=5 - moved.weekday())
        return saturday, saturday + timedelta(days=1)
    if unit == "month":
        return month_of(moved.year, moved.month)
    if unit == "quarter":
        return quarter_of(moved.year, (moved.month + 2) // 3)
    if unit == "year":
        return year_of(moved.year)
    if unit == "decade":
        first = moved.year // 10 * 10
        return years(max(first, 1), first + 9)
    if unit == "century":
        first = (moved.year - 1) // 100 * 100 + 1
        return years(first, min(first + 99, 9999))
    return UNKNOWN


def quarter_of(year: int, quarter: int) -> Interval:
    """Three months, the first quarter being January to March."""
    return month_of(year, quarter * 3 - 2)[0], month_of(year, quarter * 3)[1]


def season_of(year: int, first: int, last: int) -> Interval:
    """The months of a season that begins in `year`."""
    return month_of(year, first)[0], month_of(year + (last < first), last)[1]


def nearest_weekday(published: date, weekday: int, tense: Tense) -> date:
    """The latest such weekday not after `published`, or with a future tense the next one."""
    back = (published.isoweekday() - weekday) % 7
    if tense == "future" and back:
        return _add_days(published, 7 - back)
    return _add_days(published, -back)


def nearest_month(published: date, month: int, tense: Tense) -> Interval:
    """The latest such month that has begun by `published`, or with a future tense the next."""
    year = published.year
    if tense == "future":
        return month_of(year + (month < published.month), month)
    return month_of(year - (month > published.month), month)


SOON, LONG_AGO = 60, 300
"""Days up to which a day without a year is one to come, where the last such day lies so far back
that a report would have named its year."""


def nearest_day(published: date, month: int, day: int, tense: Tense) -> date | None:
    """The day of the year nearest to `published` that the tense allows."""
    candidates = [
        found
        for year in (published.year - 1, published.year, published.year + 1)
        if (found := safe_date(year, month, day))
    ]
    if tense == "past":
        before = [found for found in candidates if found <= published] or candidates
        soon = [found for found in candidates if 0 < (found - published).days <= SOON]
        candidates = soon if soon and (published - before[-1]).days > LONG_AGO else before
    elif tense == "future":
        candidates = [found for found in candidates if found >= published] or candidates
    return min(candidates, key=lambda found: abs(found - published), default=None)


def part_of(interval: Interval, part: str) -> Interval:
    """The early, middle or late third of a month, or of anything longer; its start or end."""
    start, end = interval
    if start is None or end is None:
        return interval
    if part in ("end", "close", "turn"):
        return end, end
    if part in ("start", "beginning"):
        return start, start
    if (end - start).days < 27:
        return interval
    first, second = _thirds(start, end)
    if part.startswith("early"):
        return start, first
    if part.startswith(("mid", "middle", "height")):
        return first + timedelta(days=1), second
    return second + timedelta(days=1), end


def _thirds(start: date, end: date) -> tuple[date, date]:
    """The last days of the early and of the middle part: days 10 and 20 of a month, April and
    August of a year, years 3 and 6 of a decade, else thirds by the calendar."""
    whole_years = start.month == start.day == 1 and (end.month, end.day) == (12, 31)
    if (end.year, end.month) == (start.year, start.month):
        return start.replace(day=10), start.replace(day=20)
    if whole_years and start.year == end.year:
        return date(start.year, 4, 30), date(start.year, 8, 31)
    if whole_years and end.year - start.year == 9:
        return date(start.year + 3, 12, 31), date(start.year + 6, 12, 31)
    third = (end - start) / 3
    return start + third, start + 2 * third


def weekday_of_month(year: int, month: int, weekday: int, which: int) -> date:
    """The `which`-th weekday of a month, counted from 1; -1 is the last."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if which < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
