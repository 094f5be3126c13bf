"""Dates, times of day and calendar expressions, and the days that they mean.

Relative words count from the article's own day of publication: "Tuesday" is the latest Tuesday
not after it, or the next one where the clause speaks of the future. Words that bound a date (by,
since, until, between) belong to the mention and open its interval on one side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from index.facts import calendar_days as days
from index.facts.calendar_days import UNKNOWN, Interval, Tense
from index.facts.date_words import DateWords, date_words
from index.facts.lexicons import from_lexicon
from index.facts.model import DateKind

_TITLED = re.compile(r"\s(?:Night|Morning|Evening|Afternoon)\b")  # "Saturday Night Live"
_LOOK_BACK, _LOOK_AHEAD = 120, 80
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z\"“])|\n")


@dataclass(frozen=True, slots=True)
class Found:
    """A date as it was read: where it ends, and what it can mean."""

    end: int
    interval: Interval
    kind: DateKind
    rule: str
    clock: str = ""
    """Time of day, "21:00", with its distance from UTC where the text names a zone."""


@dataclass(slots=True)
class Reading:
    """The article being read, and the last single day that it named."""

    body: str
    published: date | None
    anchor: date | None = None


class DateReader:
    """Reads the date that begins at an offset."""

    def __init__(self, words: DateWords) -> None:
        self._words = words

    def read(self, reading: Reading, at: int) -> Found | None:
        """The date that begins at `at`, or None. Durations are read by `durations`."""
        body, words = reading.body, self._words
        first = body[at]
        if first.isdigit():
            return self._digits(reading, at)
        if first in "'’":
            return self._short_decade(body, at + 1)
        if first.isupper() and (found := self._names(reading, at)):
            return found
        edge = words.edge.match(body, at)
        if edge:
            return self._edge(reading, edge)
        if (within := words.within.match(body, at)) and (found := self._within(reading, within)):
            return found
        part = words.part.match(body, at)
        if part and (core := self._core(reading, part.end())):
            return self._part(core, part)
        return self._core(reading, at)

    # Modified dates: the end of June, early December, earlier this month

    def _edge(self, reading: Reading, match: re.Match[str]) -> Found | None:
        edge = match["edge"].lower()
        if match["unit"]:
            unit = match["unit"].lower().removeprefix("fiscal").strip()
            if unit == "day" or reading.published is None:
                return Found(match.end(), UNKNOWN, "date", "edge")
            interval = days.unit_around(reading.published, unit, 0)
            return Found(match.end(), days.part_of(interval, edge), "date", "edge")
        core = self._core(reading, match.end())
        if core is None or core.kind != "date":
            return None
        return Found(core.end, days.part_of(core.interval, edge), "date", "edge")

    def _part(self, core: Found, match: re.Match[str]) -> Found | None:
        if core.kind != "date":
            return None
        interval = days.part_of(core.interval, match["part"].lower().removeprefix("very "))
        if match["last"]:
            interval = interval[0], days.part_of(core.interval, match["last"].lower())[1]
        return Found(core.end, interval, "date", f"part {core.rule}")

    def _within(self, reading: Reading, match: re.Match[str]) -> Found | None:
        """Earlier or later in a stretch of time that is not over."""
        if match["unit"]:
            return Found(match.end(), UNKNOWN, "date", "within")
        core = self._core(reading, match.end())
        if core is None or core.kind != "date":
            return None
        start, end = core.interval
        published = reading.published
        if published and start and end and start <= published <= end and start != end:
            if match["when"].lower() == "earlier":
                end = max(start, published - timedelta(days=1))
            elif match["when"].lower() == "later":
                start = min(end, published + timedelta(days=1))
        return Found(core.end, (start, end), "date", f"within {core.rule}")

    # The dates themselves

    def _core(self, reading: Reading, at: int) -> Found | None:
        body, words = reading.body, self._words
        if at >= len(body):
            return None
        if body[at].isdigit():
            found = self._digits(reading, at)
            return found if found and found.kind == "date" else None
        if body[at] in "'’":
            return self._short_decade(body, at + 1)
        if body.startswith("the ", at) and body[at + 4 : at + 5].isdigit():
            found = self._digits(reading, at + 4)
            return found if found and found.kind == "date" else None
        if body[at].isupper() and (found := self._names(reading, at)):
            return found
        if match := words.relative.match(body, at):
            return self._relative(reading, match)
        if match := words.day_word.match(body, at):
            return self._day_word(reading, match)
        if match := words.fiscal.match(body, at):
            year = self._digits(reading, match.end())
            return Found(year.end, UNKNOWN, "date", "fiscal year") if year else None
        if match := words.century.match(body, at):
            return self._century(body, match)
        if match := words.quarter.match(body, at):
            return self._quarter(reading, match)
        if match := words.moment.match(body, at):
            return self._moment(reading, match)
        if match := words.season.match(body, at):
            return self._season(reading, match)
        if match := words.some_time.match(body, at):
            return Found(match.end(), UNKNOWN, "duration", "some time")
        return None

    def _names(self, reading: Reading, at: int) -> Found | None:
        """Dates that begin with a capital: months, weekdays, holidays."""
        body, words = reading.body, self._words
        if match := words.weekday.match(body, at):
            return self._weekday(reading, match)
        if match := words.month.match(body, at):
            return self._month(reading, match)
        if match := words.holiday.match(body, at):
            return self._holiday(reading, match)
        return None

    def _digits(self, reading: Reading, at: int) -> Found | None:
        body, words = reading.body, self._words
        if match := words.iso.match(body, at):
            day = days.safe_date(int(match["year"]), int(match["month"]), int(match["day"]))
            return Found(match.end(), (day, day), "date", "iso date") if day else None
        if match := words.clock.match(body, at):
            return self._clock(reading, match)
        if match := words.span_of_time.match(body, at):
            return Found(match.end(), UNKNOWN, "duration", "stopwatch")
        if (match := words.day_month.match(body, at)) and 1 <= int(match["day"]) <= 31:
            return self._dated(reading, match, "day month")
        if match := words.slashed.match(body, at):
            return self._slashed(match)
        if match := words.year.match(body, at):
            return self._year(match)
        if match := words.century.match(body, at):
            return self._century(body, match)
        if match := words.quarter.match(body, at):
            return self._quarter(reading, match)
        if (match := words.short_decade.match(body, at)) and self._names_decade(body, at):
            return self._short_decade(body, at)
        return None

    def _month(self, reading: Reading, match: re.Match[str]) -> Found | None:
        body = reading.body
        number = self._words.months[match["month"].lower()]
        if match["day"] and 1 <= int(match["day"]) <= 31:
            return self._dated(reading, match, "month day")
        year_text = match["only_year"]
        if year_text:
            interval = days.month_of(int(year_text), number)
            return Found(match.end(), interval, "date", "month year")
        if match["short_year"]:
            year = _full_year(int(match["short_year"]), reading.published)
            return Found(match.end(), days.month_of(year, number), "date", "month year")
        if match["month"].title() in self._words.doubtful and not self._means_month(body, match):
            return None
        end = match.end("month")
        if body.startswith(".", end) and match.end() > end:
            end = match.end("month")
        if reading.published is None:
            return Found(end, UNKNOWN, "date", "month")
        tense = self.tense(body, match.start(), end)
        interval = days.nearest_month(reading.published, number, tense)
        return Found(end, interval, "date", "month")

    def _means_month(self, body: str, match: re.Match[str]) -> bool:
        """Whether a word such as May or March stands where a month does."""
        left = body[max(0, match.start() - 24) : match.start()]
        before = left.rstrip(" \t\u00a0-")
        word = before.split()[-1].lower() if before.split() else ""
        if match["month"].isupper():
            return False
        right = body[match.end() : match.end() + 12]
        if word in _MONTH_BEFORE:
            # "in April" is a month, "in May Street" a name.
            return not re.match(r"\s[A-Z][a-z]", right) or word in ("in", "since", "until", "by")
        if self._words.months.get(word.rstrip(",.")) is not None:
            return True
        return bool(re.match(r"\s(?:and|to|or|through)\s(?:[A-Z][a-z]{2,8}\b)", right)) and (
            right.split()[1].rstrip(".,").lower() in self._words.months
            if len(right.split()) > 1
            else False
        )

    def _dated(self, reading: Reading, match: re.Match[str], rule: str) -> Found | None:
        """A day of a month, or a run of days, with its year or without."""
        number = self._words.months[match["month"].lower()]
        day, last = int(match["day"]), int(match["last"] or match["day"])
        if match["year"]:
            start = days.safe_date(int(match["year"]), number, day)
        elif reading.published:
            tense = self.tense(reading.body, match.start(), match.end())
            start = days.nearest_day(reading.published, number, day, tense)
        else:
            start = None
        end = days.safe_date(start.year, number, last) if start else None
        return Found(match.end(), (start, end), "date", rule)

    def _weekday(self, reading: Reading, match: re.Match[str]) -> Found | None:
        if match["date"] is not None:
            return self._core(reading, match.end())
        if match["plural"]:
            return Found(match.end("plural"), UNKNOWN, "date", "weekdays")
        if _TITLED.match(reading.body, match.end()):
            return None
        end = match.end()
        if reading.body.startswith(".", match.end("weekday")) and not match["part"]:
            end = match.end("weekday")
        if match["nth"] or reading.published is None:
            return Found(end, UNKNOWN, "date", "weekday")
        tense = self.tense(reading.body, match.start(), end)
        number = self._words.weekdays[match["weekday"].lower()]
        day = days.nearest_weekday(reading.published, number, tense)
        return Found(end, (day, day), "date", "weekday")

    def _holiday(self, reading: Reading, match: re.Match[str]) -> Found | None:
        name, published = match["name"], reading.published
        if match["year"]:
            year = int(match["year"])
        elif published:
            year = published.year
        else:
            return Found(match.end(), UNKNOWN, "date", "holiday")
        fixed = self._words.holidays.get(name)
        if fixed and not match["year"] and published:
            day = days.nearest_day(published, fixed[0], fixed[1], "")
        elif fixed:
            day = days.safe_date(year, fixed[0], fixed[1])
        else:
            day = days.weekday_of_month(year, *self._words.moving_holidays[name])
        return Found(match.end(), (day, day), "date", "holiday")

    def _relative(self, reading: Reading, match: re.Match[str]) -> Found | None:
        """Last week, this year, next Tuesday, the following day."""
        which, published = match["which"].lower(), reading.published
        offset = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
        body = reading.body
        if match["weekday"]:
            if which in ("past", "previous", "following", "preceding", "same") or published is None:
                return Found(match.end(), UNKNOWN, "date", "relative weekday")
            number = self._words.weekdays[match["weekday"].lower()]
            day = days.nearest_weekday(published, number, "future" if offset > 0 else "past")
            if day == published and offset:
                day += timedelta(days=7 * offset)
            elif which == "this" and self.tense(body, match.start(), match.end()) == "future":
                day = days.nearest_weekday(published, number, "future")
            return Found(match.end(), (day, day), "date", "relative weekday")
        if match["month"]:
            if published is None:
                return Found(match.end(), UNKNOWN, "date", "relative month")
            number = self._words.months[match["month"].lower()]
            tense: Tense = "future" if offset > 0 else "past" if offset < 0 else ""
            return Found(match.end(), days.nearest_month(published, number, tense), "date", "month")
        if match["season"]:
            return self._relative_season(reading, match, offset)
        if match["part"]:
            return self._relative_part(reading, match, which)
        unit = self._words.units.get(match["unit"].lower().split()[-1], "")
        if which in ("previous", "following", "preceding", "same") or (
            match["the"] and unit in ("day", "night")
        ):
            if unit in ("day", "night") and reading.anchor and which in ("following", "next"):
                day = days.shift(reading.anchor, "day", 1)
                return Found(match.end(), (day, day), "date", "day after")
            if unit in ("day", "night") and reading.anchor and which in ("previous", "preceding"):
                day = days.shift(reading.anchor, "day", -1)
                return Found(match.end(), (day, day), "date", "day before")
            return Found(match.end(), UNKNOWN, "date", "relative")
        if unit in ("day",) or (which == "same"):
            return None
        if published is None:
            return Found(match.end(), UNKNOWN, "date", "relative")
        if match["the"] and which in ("last", "past"):
            return Found(
                match.end(), (days.shift(published, unit, -1), published), "duration", "period"
            )
        if unit == "night":
            day = days.shift(published, "day", min(offset, 0))
            return Found(match.end(), (day, day), "date", "relative")
        return Found(match.end(), days.unit_around(published, unit, offset), "date", "relative")

    def _relative_season(self, reading: Reading, match: re.Match[str], offset: int) -> Found:
        published = reading.published
        if published is None:
            return Found(match.end(), UNKNOWN, "date", "season")
        first, last = self._words.seasons[match["season"].lower()]
        candidates = [days.season_of(published.year + step, first, last) for step in (-2, -1, 0, 1)]
        begun = [span for span in candidates if span[0] and span[0] <= published]
        if offset > 0:
            ahead = [span for span in candidates if span[0] and span[0] > published]
            return Found(match.end(), ahead[0], "date", "season")
        ended = [span for span in begun if span[1] and span[1] < published]
        if offset < 0:
            return Found(match.end(), ended[-1], "date", "season")
        return Found(match.end(), candidates[2], "date", "season")

    def _relative_part(self, reading: Reading, match: re.Match[str], which: str) -> Found | None:
        if which not in ("this", "last") or reading.published is None:
            return None if which != "this" else Found(match.end(), UNKNOWN, "date", "part of day")
        day = days.shift(reading.published, "day", -1 if which == "last" else 0)
        return Found(match.end(), (day, day), "date", "part of day")

    def _day_word(self, reading: Reading, match: re.Match[str]) -> Found:
        if reading.published is None:
            return Found(match.end(), UNKNOWN, "date", "day word")
        step = {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0)
        if match["before"]:
            step += -1 if "before" in match["before"].lower() else 1
        day = days.shift(reading.published, "day", step)
        return Found(match.end(), (day, day), "date", "day word")

    def _year(self, match: re.Match[str]) -> Found:
        if match["decade"]:
            first = int(match["decade"])
            return Found(match.end(), days.years(first, first + 9), "date", "decade")
        first = int(match["year"])
        last = first
        if match["end"]:
            last = (
                int(match["end"])
                if len(match["end"]) == 4
                else first // 100 * 100 + int(match["end"])
            )
        if match["fiscal"]:
            return Found(match.end(), UNKNOWN, "date", "fiscal year")
        if not first <= last <= first + 120:
            return Found(match.end("year"), days.year_of(first), "date", "year")
        return Found(match.end(), days.years(first, last), "date", "year")

    def _short_decade(self, body: str, at: int) -> Found | None:
        match = self._words.short_decade.match(body, at)
        if match is None:
            return None
        first = 1900 + int(match["decade"])
        return Found(match.end(), days.years(first, first + 9), "date", "decade")

    def _names_decade(self, body: str, at: int) -> bool:
        """ "The 60s" is a decade, "in his 60s" an age, "the low 60s" a temperature."""
        left = body[max(0, at - 12) : at].lower().split()
        return (
            bool(left)
            and left[-1] in ("the", "early", "late", "mid-", "since")
           
        )

    def _century(self, body: str, match: re.Match[str]) -> Found | None:
        if match.group()[-7].isupper() and body[match.end() + 1 : match.end() + 2].isupper():
            return None  # "20th Century Fox"
        digits = re.match(r"\d+", match["which"])
        word = match["which"].lower()
        number = int(digits.group()) if digits else self._words.ordinals.get(word, 0)
        if word == "twenty-first":
            number = 21
        if not 1 <= number <= 90:
            return Found(match.end(), UNKNOWN, "date", "century")
        return Found(match.end(), days.years(number * 100 - 99, number * 100), "date", "century")

    def _quarter(self, reading: Reading, match: re.Match[str]) -> Found | None:
        """A quarter or half of a year: "the first half of 2016"."""
        digits = re.match(r"\d+", match["which"])
        number = int(digits.group()) if digits else self._words.ordinals[match["which"].lower()]
        is_half = match["what"].lower() == "half"
        core = (
            self._core(reading, match.end() + 1) if match.group().lower().endswith("of") else None
        )
        if core is None or core.rule not in ("year", "relative"):
            if is_half or number > 4:
                return None
            return Found(match.end("what"), UNKNOWN, "date", "quarter")
        year = core.interval[0].year if core.interval[0] else None
        if year is None or number > (2 if is_half else 4):
            return Found(core.end, UNKNOWN, "date", "quarter")
        if is_half:
            interval = days.month_of(year, number * 6 - 5)[0], days.month_of(year, number * 6)[1]
            return Found(core.end, interval, "date", "quarter")
        return Found(core.end, days.quarter_of(year, number), "date", "quarter")

    def _season(self, reading: Reading, match: re.Match[str]) -> Found | None:
        """A season by itself counts only where it cannot be a verb or a spring of water."""
        first, last = self._words.seasons[match["season"].lower()]
        if match["year"]:
            return Found(
                match.end(), days.season_of(int(match["year"]), first, last), "date", "season"
            )
        left = reading.body[max(0, match.start() - 12) : match.start()].lower().split()
        if len(left) < 2 or left[-1] not in ("the", "in", "by", "until", "late", "early"):
            return None
        if left[-1] == "the" and left[-2] not in (
            "in",
            "by",
            "until",
            "of",
            "for",
            "during",
            "since",
        ):
            return None
        return Found(match.end(), UNKNOWN, "date", "season")

    def _slashed(self, match: re.Match[str]) -> Found | None:
        """10/29/2024 has one reading, 10/11/2024 two: then only the year is sure."""
        one, two, year_text = int(match[1]), int(match[3]), match[4]
        if len(year_text) == 2 and match[2] == ".":
            return None
        year = int(year_text) if len(year_text) == 4 else 2000 + int(year_text)
        readings = {days.safe_date(year, one, two), days.safe_date(year, two, one)} - {None}
        if match[2] == ".":
            readings = {days.safe_date(year, two, one)} - {None}
        if not readings:
            return None
        ordered = sorted(day for day in readings if day)
        return Found(match.end(), (ordered[0], ordered[-1]), "date", "numeric date")

    # Times of day

    def _clock(self, reading: Reading, match: re.Match[str]) -> Found | None:
        if match["hour"]:
            hour, minute = int(match["hour"]), int(match["minute"] or 0)
            half = match["half"].lower()
            if not 1 <= hour <= 12 and half[0] in "ap":
                return None
            if half.startswith("p"):
                hour = hour % 12 + 12
            elif half.startswith("a"):
                hour %= 12
        elif match["hour24"]:
            hour, minute = int(match["hour24"]), int(match["minute24"])
        else:
            hour, minute = int(match["hour4"]), int(match["minute4"])
        end = match.end()
        if match["half"] and match["half"].endswith(".") and match["half"].count(".") == 1:
            end -= 1  # "9 pm." ends the sentence
        return self._timed(reading, match.start(), end, f"{hour % 24:02}:{minute:02}")

    def _moment(self, reading: Reading, match: re.Match[str]) -> Found:
        hour = self._words.moments[match["moment"].lower()]
        clock = f"{hour:02}:00" if hour >= 0 else ""
        return self._timed(reading, match.start(), match.end(), clock)

    def _timed(self, reading: Reading, start: int, end: int, clock: str) -> Found:
        """A time of day with its zone and the day beside it, or the last day named."""
        body = reading.body
        if zone := self._words.zone.match(body, end):
            clock += self._words.zones.get(zone["zone"], "") if clock else ""
            end = zone.end()
        joined = re.compile(r",?\s(?:on\s)?").match(body, end)
        if joined and (core := self._core(reading, joined.end())) and core.kind == "date":
            if core.interval[0] == core.interval[1] or core.rule == "weekdays":
                return Found(core.end, core.interval, "time", "time of day", clock)
        day = reading.anchor or reading.published
        return Found(end, (day, day), "time", "time of day", clock)

    # What stands around a date

    def tense(self, body: str, start: int, end: int) -> Tense:
        """Whether the clause around a date speaks of the past or the future."""
        left = body[max(0, start - _LOOK_BACK) : start]
        cut = [match.end() for match in _SENTENCE_END.finditer(left)]
        found: Tense = ""
        for match in self._words.tense.finditer(left, cut[-1] if cut else 0):
            found = "future" if match.lastgroup == "future" else "past"
        if found:
            return found
        right = body[end : end + _LOOK_AHEAD]
        stop = _SENTENCE_END.search(right)
        ahead = self._words.tense.search(right, 0, stop.start() if stop else len(right))
        if ahead:
            return "future" if ahead.lastgroup == "future" else "past"
        return ""


_MONTH_BEFORE = frozenset(
    [
        "in",
        "of",
        "by",
        "since",
        "last",
        "next",
        "this",
        "until",
        "till",
        "early",
        "late",
        "mid",
        "from",
        "to",
        "through",
        "between",
        "during",
        "and",
        "or",
        "before",
        "after",
        "every",
        "that",
        "for",
        "as",
        "around",
        "about",
        "on",
    ]
)


def _full_year(short: int, published: date | None) -> int:
    """A year of two digits, in the century that puts it at or before the next decade."""
    latest = (published.year if published else 2030) + 10
    year = latest // 100 * 100 + short
    return year if year <= latest else year - 100


@from_lexicon
def date_reader() -> DateReader:
    """The reader of dates, made of the lexicon once."""
    return DateReader(date_words())
