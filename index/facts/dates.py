"""Dates and calendar expressions, and the days that they mean.

Relative words count from the article's own day of publication: "Tuesday" is the latest Tuesday
not after it, or the next one where the clause speaks of the future.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from index.facts import calendar_days as days
from index.facts.calendar_days import UNKNOWN
from index.facts.date_words import NTH, YEAR, DateWords, Found, Reading, date_words
from index.facts.eras import EraReader, rank
from index.facts.lexicons import alternatives, from_lexicon
from index.facts.month_dates import MonthReader
from index.facts.numerals import GAP
from index.facts.relative_dates import RelativeReader
from index.facts.tenses import tense
from index.facts.times import ClockReader, joined_day

_LIKE_DATE = re.compile(
    r"\d{1,2}(?:[:./]\d|h[0-5]\d|\s?(?:[ap]\.?\s?m\b|[AP]\.?M\b|o['’])"
    rf"|{NTH}?(?:{GAP}?[-–]{GAP}?\d\d?{NTH}?|(?:,{GAP}\d\d?{NTH}?){{0,6}},?{GAP}(?:to|and|or|&)"
    rf"{GAP}\d\d?{NTH}?)?{GAP}(?:of{GAP})?[JFMASOND]"
    rf"|{NTH}[\s-](?:quarter|half|century|Century)|0['’]?s)|\d{{4}}"
)
"""What digits must look like before the patterns of dates are tried one by one."""
_SHORT_QUARTER = re.compile(rf"Q(?P<number>[1-4])(?!\w)(?:{GAP}(?:of{GAP})?{YEAR})?")
_AFTER_THE = re.compile(r"['’\d]|[fst]\w{3,6}(?:\s|-)(?:quarter|century|half)")
_TITLED = re.compile(r"\s(?:Night|Morning|Evening|Afternoon)\b")  # "Saturday Night Live"


class DateReader:
    """Reads the date that begins at an offset."""

    def __init__(self, words: DateWords) -> None:
        self._words = words
        self._clock, self._relative = ClockReader(words), RelativeReader(words)
        self._months, self._eras = MonthReader(words), EraReader(words)
        self._compile_days(words)
        self._compile_longer(words)

    def _compile_days(self, words: DateWords) -> None:
        dated = rf"(?:{words.month})|\d{{1,2}}{NTH}?{GAP}(?:of{GAP})?(?:{words.month})"
        self._weekday = re.compile(
            rf"(?P<weekday>{words.full_weekday}|(?:{words.weekday})(?=\.?,?\s(?:{words.month}|\d)))"
            rf"(?P<plural>s)?(?!\w)(?:\.?,?{GAP}(?:the{GAP})?(?={dated})(?P<date>)"
            rf"|{GAP}the{GAP}(?P<nth>\d{{1,2}}){NTH}|{GAP}(?:{words.part_of_day})\b)?"
        )
        self._iso = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\w-]|\.\d)")
        self._slashed = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)(?![\w/])")
        names = alternatives([*words.holidays, *words.moving_holidays])
        self._holiday = re.compile(rf"(?P<name>{names})(?!\w)(?:,?{GAP}{YEAR})?")

    def _compile_longer(self, words: DateWords) -> None:
        self._quarter = re.compile(
            rf"(?i:(?P<which>{words.ordinal})(?:{GAP}|-)(?P<what>quarter|half)(?!\w))"
            rf"(?P<of>{GAP}of(?={GAP}))?"
        )
        self._fiscal = re.compile(rf"(?i:(?:the{GAP})?fiscal(?:{GAP}year)?{GAP}(?=\d{{4}}))")
        edges = alternatives(words.modifiers["edges"])
        own = alternatives(words.modifiers["own_years"])
        parts = alternatives(words.modifiers["parts"])
        self._edge = re.compile(
            rf"(?i:(?:the{GAP})?(?P<edge>{edges}){GAP}of{GAP}(?:the{GAP}(?:(?P<own>{own}){GAP})?"
            r"(?P<unit>week|month|quarter|year|decade|century)(?!\w))?)"
        )
        self._part = re.compile(
            rf"(?i:(?:the{GAP})?(?:very{GAP})?(?P<part>{parts})"
            rf"(?:{GAP}?(?:to|or|and){GAP}?(?P<last>mid|late))?(?:-|{GAP})(?:in{GAP})?)"
        )
        self._within = re.compile(
            rf"(?i:(?P<when>{alternatives(words.modifiers['within'])})(?:{GAP}on)?{GAP}"
            rf"(?=(?:this|last|next){GAP}|{words.full_weekday}|today)"
            rf"|(?:earlier|later){GAP}(?:in{GAP}the|that){GAP}(?:day|week|month|year)(?!\w))"
        )

    # By what a date begins with

    def read_digits(self, reading: Reading, at: int) -> Found | None:
        """A date or a time of day whose digits begin at `at`."""
        body = reading.body
        if _LIKE_DATE.match(body, at) is None:
            return self._eras.decade(body, at) if body[at] in "'’" else None
        if match := self._iso.match(body, at):
            day = days.safe_date(int(match[1]), int(match[2]), int(match[3]))
            return Found(match.end(), (day, day), "date", "iso date") if day else None
        if clock := self._clock.digits(reading, at):
            return self._on_day(reading, clock)
        if found := self._months.read_day(reading, at):
            return found
        if match := self._slashed.match(body, at):
            return self._numeric(match)
        if found := self._eras.years(body, at):
            return found
        if found := self.read_ordinal(reading, at):
            return found
        return self._eras.decade(body, at)

    def read_name(self, reading: Reading, at: int) -> Found | None:
        """A month, weekday or holiday."""
        body = reading.body
        if match := self._weekday.match(body, at):
            return self._read_weekday(reading, match)
        if found := self._months.read_name(reading, at):
            return found
        if match := self._holiday.match(body, at):
            return self._read_holiday(reading, match)
        if match := _SHORT_QUARTER.match(body, at):
            interval = UNKNOWN
            if match["year"]:
                interval = days.quarter_of(int(match["year"]), int(match["number"]))
            return Found(match.end(), interval, "date", "quarter")
        return None

    def read_ordinal(self, reading: Reading, at: int) -> Found | None:
        """The second quarter, the 19th century."""
        body = reading.body
        if found := self._eras.century(body, at):
            return found
        if match := self._quarter.match(body, at):
            return self._read_quarter(reading, match)
        return None

    def read_narrowed(self, reading: Reading, at: int) -> Found | None:
        """The end of June, early December, later this week, last year, yesterday, noon."""
        body = reading.body
        if match := self._edge.match(body, at):
            return self._read_edge(reading, match)
        if (match := self._within.match(body, at)) and (found := self._read_within(reading, match)):
            return found
        if match := self._part.match(body, at):
            core = self.read_plain(reading, match.end())
            return self._read_part(core, match) if core else None
        return self.read_plain(reading, at)

    def read_plain(self, reading: Reading, at: int) -> Found | None:
        """A date without words before it that narrow it."""
        body = reading.body
        first = body[at : at + 1]
        if first == "t" and body.startswith("the ", at) and _AFTER_THE.match(body, at + 4):
            at += 4
            first = body[at : at + 1]
        if first.isdigit():
            found = self.read_digits(reading, at)
            return found if found and found.kind == "date" else None
        if first in ("'", "’"):
            return self._eras.decade(body, at)
        if first.isupper() and (found := self.read_name(reading, at)):
            return found
        if found := self._relative.read(reading, at):
            return found
        if found := self.read_ordinal(reading, at):
            return found
        if found := self._clock.moment(reading, at):
            return self._on_day(reading, found)
        if found := self._eras.season(body, at):
            return found
        if match := self._fiscal.match(body, at):
            year = self.read_digits(reading, match.end())
            return Found(year.end, UNKNOWN, "date", "fiscal year") if year else None
        return None

    # What narrows a date

    def _read_edge(self, reading: Reading, match: re.Match[str]) -> Found | None:
        edge = match["edge"].lower()
        if match["unit"]:
            interval = UNKNOWN
            if reading.published and not match["own"]:
                interval = days.unit_around(reading.published, match["unit"].lower(), 0)
            return Found(match.end(), days.part_of(interval, edge), "date", "edge")
        core = self.read_plain(reading, match.end())
        if core is None or core.kind != "date":
            return None
        return Found(core.end, days.part_of(core.interval, edge), "date", "edge")

    def _read_part(self, core: Found, match: re.Match[str]) -> Found | None:
        if core.kind != "date":
            return None
        interval = days.part_of(core.interval, match["part"].lower())
        if match["last"]:
            interval = interval[0], days.part_of(core.interval, match["last"].lower())[1]
        return Found(core.end, interval, "date", f"part of {core.rule}")

    def _read_within(self, reading: Reading, match: re.Match[str]) -> Found | None:
        """Earlier or later in a stretch of time that is not over."""
        if match["when"] is None:
            return Found(match.end(), UNKNOWN, "date", "within")
        core = self.read_plain(reading, match.end())
        if core is None or core.kind != "date":
            return None
        when, published, (start, end) = match["when"].lower(), reading.published, core.interval
        if start and end and start != end:
            if when in ("early", "late"):
                start, end = days.part_of(core.interval, when)
            elif published and start <= published <= end:
                if when == "earlier":
                    end = max(start, published - timedelta(days=1))
                else:
                    start = min(end, published + timedelta(days=1))
        return Found(core.end, (start, end), "date", f"within {core.rule}")

    def _on_day(self, reading: Reading, clock: Found) -> Found:
        """A time of day with the day that stands beside it, if both are known."""
        at = joined_day(reading.body, clock.end) if clock.clock else None
        core = self.read_plain(reading, at) if at is not None else None
        if core is None or core.kind != "date":
            return clock
        if core.interval[0] is None or core.interval[0] != core.interval[1]:
            return clock
        return Found(core.end, core.interval, "time", "time of day", clock.clock)

    # Days

    def _read_weekday(self, reading: Reading, match: re.Match[str]) -> Found | None:
        body = reading.body
        if match["date"] is not None:
            return self.read_plain(reading, match.end())
        if match["plural"]:
            return Found(match.end("plural"), UNKNOWN, "date", "weekdays")
        end = match.end()
        if _TITLED.match(body, end):
            return None
        if match["nth"] or reading.published is None:
            return Found(end, UNKNOWN, "date", "weekday")
        number = self._words.weekdays[match["weekday"].lower()]
        way = tense(self._words, body, match.start(), end)
        day = days.nearest_weekday(reading.published, number, way)
        return Found(end, (day, day), "date", "weekday")

    def _read_holiday(self, reading: Reading, match: re.Match[str]) -> Found:
        name, published, end = match["name"], reading.published, match.end()
        if not match["year"] and published is None:
            return Found(end, UNKNOWN, "date", "holiday")
        year = int(match["year"]) if match["year"] else published.year if published else 0
        fixed = self._words.holidays.get(name)
        way = tense(self._words, reading.body, match.start(), end)
        if fixed is None:
            day: date | None = days.weekday_of_month(year, *self._words.moving_holidays[name])
        elif published and not match["year"]:
            day = days.nearest_day(published, fixed[0], fixed[1], way)
        else:
            day = days.safe_date(year, fixed[0], fixed[1])
        return Found(end, (day, day), "date", "holiday")

    def _numeric(self, match: re.Match[str]) -> Found | None:
        """10/29/2024 has one reading; 10/11/2024 has two, and both bound what it can mean."""
        one, two, mark = int(match[1]), int(match[3]), match[2]
        if mark == "." and len(match.group()) != len("30.10.23") and len(match[4]) == 2:
            return None
        year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
        readings = [days.safe_date(year, two, one)]
        if mark == "/":
            readings.append(days.safe_date(year, one, two))
        known = sorted(day for day in readings if day)
        return Found(match.end(), (known[0], known[-1]), "date", "numeric date") if known else None

    # Longer than a day

    def _read_quarter(self, reading: Reading, match: re.Match[str]) -> Found | None:
        """A quarter of a year; a half too, but only with its year: "the first half of 2016"."""
        number, is_half = rank(self._words, match["which"]), match["what"].lower() == "half"
        core = self.read_plain(reading, match.end() + 1) if match["of"] else None
        if core is None or core.rule not in ("year", "relative"):
            if is_half or number > 4:
                return None
            return Found(match.end("what"), UNKNOWN, "date", "quarter")
        year = core.interval[0].year if core.interval[0] else 0
        if not year or number > (2 if is_half else 4):
            return Found(core.end, UNKNOWN, "date", "quarter")
        length = 6 if is_half else 3
        first, _ = days.month_of(year, number * length - length + 1)
        _, last = days.month_of(year, number * length)
        return Found(core.end, (first, last), "date", "quarter")


@from_lexicon
def date_reader() -> DateReader:
    """The reader of dates, made of the lexicon once."""
    return DateReader(date_words())
