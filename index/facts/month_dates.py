"""Months, and days of months: "May", "12 June 2019", "March 3 to 5".

May, March and their like are words and names too: what stands beside them tells.
"""

from __future__ import annotations

import re
from datetime import date

from index.facts import calendar_days as days
from index.facts.calendar_days import UNKNOWN
from index.facts.date_words import NO_MORE_DIGITS, NTH, YEAR, DateWords, Found, Reading
from index.facts.numerals import GAP
from index.facts.tenses import tense

_NAMED_YEAR = re.compile(rf"(?i:{GAP}(?:of{GAP})?(last|this|next){GAP}year)(?!\w)")
_LONGEST_PLACE = 40
"""Characters of a place before the day of a dateline."""


class MonthReader:
    """Reads the date that begins with the name of a month, or with a day before it."""

    def __init__(self, words: DateWords) -> None:
        self._words = words
        monthly = rf"(?P<month>{words.month})(?!\w)(?:\.(?=\s?\d))?"
        day = rf"(?P<day>\d{{1,2}}){NTH}?"
        self._month = re.compile(
            rf"{monthly}(?:{GAP}?{day}{NO_MORE_DIGITS}"
            rf"(?:{GAP}?(?:-|–|—|to|and){GAP}?(?P<last>\d{{1,2}}){NTH}?{NO_MORE_DIGITS})?"
            rf"(?:,?{GAP}{YEAR})?"
            rf"|,?{GAP}(?:of{GAP})?{YEAR.replace('<year>', '<month_year>')}"
            rf"|{GAP}['’](?P<short_year>\d\d)(?!\w)|)"
        )
        self._day_month = re.compile(
            rf"{day}(?:(?:{GAP}?(?:-|–|to){GAP}?"
            rf"|(?:,{GAP}\d\d?{NTH}?){{0,6}},?{GAP}(?:and|or|&){GAP})(?P<last>\d{{1,2}}){NTH}?)?"
            rf"{GAP}(?:of{GAP})?{monthly}(?:,?{GAP}{YEAR})?"
        )

    def read_name(self, reading: Reading, at: int) -> Found | None:
        """A month, or a day or two of it: "March", "March 3 to 5, 2019"."""
        match = self._month.match(reading.body, at)
        return self._read_month(reading, match) if match else None

    def read_day(self, reading: Reading, at: int) -> Found | None:
        """A day, or a run of days, before its month: "3 to 5 March"."""
        match = self._day_month.match(reading.body, at)
        if match is None or not 1 <= int(match["day"]) <= 31:
            return None
        return self._dated(reading, match, "day month")

    def _read_month(self, reading: Reading, match: re.Match[str]) -> Found | None:
        number = self._words.months[match["month"].lower()]
        if match["day"] and 1 <= int(match["day"]) <= 31:
            if match["last"] and _is_dateline(reading.body, match):
                day = self._month.fullmatch(reading.body, match.start(), match.end("day"))
                match = day or match
            return self._dated(reading, match, "month day")
        year = int(match["month_year"] or 0)
        if match["short_year"]:
            year = _full_year(int(match["short_year"]), reading.published)
        if year:
            return Found(match.end(), days.month_of(year, number), "date", "month year")
        start, end = match.span("month")
        if match["month"].title() in self._words.doubtful and not self._means_month(
            reading.body, start, end
        ):
            return None
        if reading.published is None:
            return Found(end, UNKNOWN, "date", "month")
        if tail := self._named_year(reading, end):
            return Found(tail[1], days.month_of(tail[0], number), "date", "month year")
        way = tense(self._words, reading.body, start, end, to_the_day=False)
        return Found(end, days.nearest_month(reading.published, number, way), "date", "month")

    def _named_year(self, reading: Reading, end: int) -> tuple[int, int] | None:
        """The year after "12 June last year", and where its words end."""
        match = _NAMED_YEAR.match(reading.body, end)
        if match is None or reading.published is None:
            return None
        step = {"last": -1, "next": 1}.get(match[1].lower(), 0)
        return max(reading.published.year + step, 1), match.end()

    def _means_month(self, body: str, start: int, end: int) -> bool:
        """Whether a word such as May or March stands where a month does."""
        if body[start:end].isupper():
            return False
        before = body[max(0, start - 24) : start].replace("-", " ").split()
        after = body[end : end + 16].split()
        word = before[-1].lower() if before else ""
        months = self._words.months
        named = body[end : end + 1] == " " and bool(after) and after[0][:1].isupper()
        if named and word not in ("in", "since", "until", "by"):
            return False  # "In April" is a month, "for May Street" has a name.
        if word.rstrip(",.") in months:
            return True
        opens = not before or before[-1][-1] in ".!?:" or body[start - 1] == "\n"
        if opens and body[start:end] == "March" and after[:1] in (["is"], ["was"], ["has"]):
            return True
        if word in ("and", "or", "to", "through"):
            joined = len(before) > 1 and before[-2].lower().rstrip(",.") in months
            return joined or (word in ("to", "through") and body[start:end] != "May")
        if word in self._words.month_before:
            return True
        if after and after[0].rstrip(".,;") in self._words.month_after:
            return True
        if len(after) < 2 or after[0] not in ("and", "or", "to", "through"):
            return False
        return after[1].rstrip(".,;").lower() in months and not word[:1].isalpha()

    def _dated(self, reading: Reading, match: re.Match[str], rule: str) -> Found:
        """A day of a month, or a run of days, with its year or without."""
        number = self._words.months[match["month"].lower()]
        day, last = sorted((int(match["day"]), int(match["last"] or match["day"])))
        start, until = None, match.end()
        if match["year"]:
            start = days.safe_date(int(match["year"]), number, day)
        elif tail := self._named_year(reading, until):
            start, until = days.safe_date(tail[0], number, day), tail[1]
        elif reading.published:
            way = tense(self._words, reading.body, match.start(), until)
            start = days.nearest_day(reading.published, number, day, way)
        end = days.safe_date(start.year, number, last) if start else None
        return Found(until, (start, end), "date", rule)


def _is_dateline(body: str, match: re.Match[str]) -> bool:
    """Whether a run of days is a dateline's day and a sentence: "KYIV, March 5 - 12 people ..."."""
    if body[match.start("last") - 1] != " ":
        return False
    start = match.start()
    before = body[max(0, start - _LONGEST_PLACE) : start].rpartition("\n")[2]
    return not before or (before[:1].isupper() and before.endswith(", ") and before.count(" ") < 4)


def _full_year(short: int, published: date | None) -> int:
    """A year of two digits, in the century that puts it at or before the next decade."""
    latest = (published.year if published else 2030) + 10
    year = latest // 100 * 100 + short
    return year if year <= latest else year - 100
