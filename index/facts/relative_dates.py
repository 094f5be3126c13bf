"""Dates that count from the article's own day: last week, this spring, next Tuesday, yesterday."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.facts import calendar_days as days
from index.facts.calendar_days import UNKNOWN, Tense
from index.facts.date_words import DateWords, Found, Reading
from index.facts.lexicons import alternatives
from index.facts.numerals import GAP
from index.facts.tenses import tense

_OFFSETS = {"last": -1, "past": -1, "next": 1, "coming": 1}
_OF_THE_STORY = frozenset({"previous", "following", "preceding", "same"})
"""These count from a day that the article has named, not from its own."""


class RelativeReader:
    """Reads the relative date that begins at an offset."""

    def __init__(self, words: DateWords) -> None:
        self._words = words
        unit = alternatives(
            word
            for word, name in words.units.items()
            if name not in ("second", "minute", "hour", "season", "quarter") and word[-1] != "s"
        )
        which = alternatives(words.modifiers["which"])
        self._by_what: dict[str, Callable[[Reading, re.Match[str]], Found | None]] = {
            "unit": self._unit,
            "season": self._season,
            "part": self._part,
            "weekday": self._weekday,
            "month": self._month,
        }
        part = words.part_of_day
        self._relative = re.compile(
            rf"(?i:(?P<the>(?:the|this){GAP})?(?P<which>{which}){GAP}"
            rf"(?:(?:fiscal{GAP}|calendar{GAP})?(?P<unit>{unit})|(?P<season>{words.season})"
            rf"|(?P<part>{part})|(?P<weekday>{words.full_weekday})(?:{GAP}(?:{part}))?"
            rf"|(?P<month>{words.month}))(?!\w))"
        )
        self._day_word = re.compile(
            r"(?i:(?P<before>the\sday\s(?:before|after)\s)?"
            rf"(?P<word>today|yesterday|tomorrow|tonight)(?!\w)(?:{GAP}(?:{part})(?!\w))?)"
        )

    def read(self, reading: Reading, at: int) -> Found | None:
        """The relative date that begins at `at`, or None."""
        body = reading.body
        if match := self._relative.match(body, at):
            return self._by_what[match.lastgroup or "unit"](reading, match)
        if match := self._day_word.match(body, at):
            return self._day(reading, match)
        return None

    def _unit(self, reading: Reading, match: re.Match[str]) -> Found | None:
        which, published, end = match["which"].lower(), reading.published, match.end()
        unit = self._words.units[match["unit"].lower()]
        named = match["the"] is not None
        if which in _OF_THE_STORY or (named and unit in ("day", "night")):
            return self._of_the_story(reading, which, unit, end)
        if unit == "day" or (unit == "night" and which not in ("last", "this")):
            return None
        if published is None:
            return Found(end, UNKNOWN, "date", "relative")
        if named and which in ("last", "past"):
            return Found(end, (days.shift(published, unit, -1), published), "duration", "period")
        interval = days.unit_around(published, unit, _OFFSETS.get(which, 0))
        return Found(end, interval, "date", "relative")

    def _of_the_story(self, reading: Reading, which: str, unit: str, end: int) -> Found:
        """ "The following day" counts from the last day named."""
        steps = {"following": 1, "next": 1, "previous": -1, "preceding": -1}
        if unit in ("day", "night") and reading.anchor and which in steps:
            day = days.shift(reading.anchor, "day", steps[which])
            return Found(end, (day, day), "date", "day of the story")
        return Found(end, UNKNOWN, "date", "day of the story")

    def _weekday(self, reading: Reading, match: re.Match[str]) -> Found:
        which, published, end = match["which"].lower(), reading.published, match.end()
        if which in _OF_THE_STORY or published is None:
            return Found(end, UNKNOWN, "date", "relative weekday")
        offset = _OFFSETS.get(which, 0)
        number = self._words.weekdays[match["weekday"].lower()]
        way: Tense = "future" if offset > 0 else "past" if offset < 0 else ""
        way = way or tense(self._words, reading.body, match.start(), end)
        day = days.nearest_weekday(published, number, way)
        if day == published and offset:
            day = days.shift(day, "week", offset)
        return Found(end, (day, day), "date", "relative weekday")

    def _month(self, reading: Reading, match: re.Match[str]) -> Found:
        if reading.published is None:
            return Found(match.end(), UNKNOWN, "date", "relative month")
        offset = _OFFSETS.get(match["which"].lower(), 0)
        way: Tense = "future" if offset > 0 else "past" if offset < 0 else ""
        number = self._words.months[match["month"].lower()]
        interval = days.nearest_month(reading.published, number, way)
        return Found(match.end(), interval, "date", "relative month")

    def _season(self, reading: Reading, match: re.Match[str]) -> Found:
        published, end = reading.published, match.end()
        if published is None:
            return Found(end, UNKNOWN, "date", "relative season")
        first, last = self._words.seasons[match["season"].lower()]
        around = [days.season_of(published.year + step, first, last) for step in (-2, -1, 0, 1)]
        offset = _OFFSETS.get(match["which"].lower(), 0)
        if offset < 0:
            around = [span for span in around if span[1] and span[1] < published][-1:]
        elif offset > 0:
            around = [span for span in around if span[0] and span[0] > published]
        else:
            around = [span for span in around if span[0] and span[0].year == published.year]
        return Found(end, around[0] if around else UNKNOWN, "date", "relative season")

    def _part(self, reading: Reading, match: re.Match[str]) -> Found | None:
        """This morning, last night."""
        which = match["which"].lower()
        if which not in ("this", "last"):
            return None
        if reading.published is None:
            return Found(match.end(), UNKNOWN, "date", "part of day")
        day = days.shift(reading.published, "day", -1 if which == "last" else 0)
        return Found(match.end(), (day, day), "date", "part of day")

    def _day(self, reading: Reading, match: re.Match[str]) -> Found | None:
        """Today, yesterday, tomorrow; "USA Today" is a name."""
        body, start, word = reading.body, match.start("word"), match["word"].lower()
        if body[start].isupper() and start > 1:
            before = body[max(0, start - 20) : start].split()
            if before and before[-1][-1].isalpha() and before[-1][0].isupper():
                return None
            if before and before[-1].endswith(("'s", "’s")):
                return None
        if reading.published is None:
            return Found(match.end(), UNKNOWN, "date", "day word")
        step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        if match["before"]:
            step += -1 if "before" in match["before"].lower() else 1
        day = days.shift(reading.published, "day", step)
        return Found(match.end(), (day, day), "date", "day word")
