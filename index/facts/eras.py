"""Dates longer than a month: years, decades, centuries, seasons."""

from __future__ import annotations

import re

from index.facts import calendar_days as days
from index.facts.calendar_days import UNKNOWN
from index.facts.date_words import YEAR, DateWords, Found
from index.facts.numerals import GAP

_BEFORE_SEASON = frozenset({"in", "by", "until", "of", "for", "during", "since", "over", "this"})
_OWNED = frozenset({"his", "her", "their", "my"})


class EraReader:
    """Reads the year, decade, century or season that begins at an offset."""

    def __init__(self, words: DateWords) -> None:
        self._words = words
        self._year = re.compile(
            rf"{YEAR}(?:[-–/](?P<end>\d{{4}}|\d\d)(?!\w))?(?P<fiscal>{GAP}fiscal{GAP}year)?"
            r"|(?P<decade>(?:1[5-9]|20)\d0)['’]?s(?!\w)"
        )
        self._short_decade = re.compile(r"['’]?([2-9]0)['’]?s(?!\w)")
        self._century = re.compile(
            rf"(?i:(?:(?P<tens>twenty)-)?(?P<which>{words.ordinal})[-\s]century)(?!\w)"
        )
        self._season = re.compile(
            rf"(?i:(?P<season>{words.season}))(?:{GAP}(?:of{GAP})?{YEAR})?(?!\w)"
        )

    def years(self, body: str, at: int) -> Found | None:
        """A year, a run of years ("1997-98") or a decade in full ("1960s")."""
        match = self._year.match(body, at)
        if match is None:
            return None
        if match["decade"]:
            first = int(match["decade"])
            return Found(match.end(), days.years(first, first + 9), "date", "decade")
        if match["fiscal"]:
            return Found(match.end(), UNKNOWN, "date", "fiscal year")
        first, end = int(match["year"]), match["end"] or match["year"]
        last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
        if not first <= last <= first + 120:
            return Found(match.end("year"), days.years(first, first), "date", "year")
        return Found(match.end(), days.years(first, last), "date", "year")

    def decade(self, body: str, at: int) -> Found | None:
        """ "The '60s"; "in his 60s" is an age, "the low 60s" a temperature."""
        match = self._short_decade.match(body, at)
        if match is None:
            return None
        if body[at] not in "'’":
            left = body[max(0, at - 12) : at].lower().replace("-", " ").split()[-2:]
            if not left or left[-1] not in ("the", "early", "late", "mid", "since"):
                return None
            if _OWNED & set(left):
                return None
        first = 1900 + int(match[1])
        return Found(match.end(), days.years(first, first + 9), "date", "decade")

    def century(self, body: str, at: int) -> Found | None:
        """The 19th century; not "20th Century Fox"."""
        match = self._century.match(body, at)
        if match is None:
            return None
        end = match.end()
        if body[end - 7].isupper() and body[end + 1 : end + 2].isupper():
            return None
        number = rank(self._words, match["which"]) + (20 if match["tens"] else 0)
        if not 1 <= number <= 90:
            return Found(end, UNKNOWN, "date", "century")
        return Found(end, days.years(number * 100 - 99, number * 100), "date", "century")

    def season(self, body: str, at: int) -> Found | None:
        """A season with its year; by itself only where it cannot be a verb or a well."""
        match = self._season.match(body, at)
        if match is None:
            return None
        if match["year"]:
            first, last = self._words.seasons[match["season"].lower()]
            interval = days.season_of(int(match["year"]), first, last)
            return Found(match.end(), interval, "date", "season")
        left = body[max(0, at - 16) : at].lower().split()
        if len(left) < 2:
            return None
        in_it = left[-1] in ("in", "by", "until", "late", "early", "mid")
        if in_it or (left[-1] == "the" and left[-2] in _BEFORE_SEASON):
            return Found(match.end(), UNKNOWN, "date", "season")
        return None


def rank(words: DateWords, text: str) -> int:
    """The number of an ordinal, in digits or in words."""
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else words.ordinals[text.lower()]
