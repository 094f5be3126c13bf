"""Times of day: "9:30 a.m. EST on Thursday", "21:00", "noon"."""

from __future__ import annotations

import re

from index.facts.date_words import DateWords, Found, Reading
from index.facts.lexicons import alternatives
from index.facts.numerals import GAP

_JOINED = re.compile(r",?\s(?:on\s)?")


class ClockReader:
    """Reads the time of day that begins at an offset."""

    def __init__(self, words: DateWords) -> None:
        self._words = words
        short_zones = alternatives(zone for zone in words.zones if zone.isupper())
        self._clock = re.compile(
            r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?"
            r"(?P<half>[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?|o['’]clock)"
            r"|(?P<hour24>[01]?\d|2[0-3])(?:(?::|h(?=\d\d\b))(?P<minute24>[0-5]\d)(?![:.]?\d|\w)"
            rf"|\.(?P<minute_dot>[0-5]\d)(?=\s(?:{short_zones})\b))"
            r"|(?P<hour4>[01]\d|2[0-3])(?P<minute4>[0-5]\d)(?=\s?(?:GMT|UTC|hours|hrs)\b)"
        )
        self._stopwatch = re.compile(
            r"\d{1,2}:\d\d(?::\d\d)?\.\d+(?:\.\d+)?(?!\w)|\d{1,2}:\d\d:\d\d(?![:\w])"
        )
        zones = alternatives([*words.zones, *words.zone_words])
        self._zone = re.compile(rf"{GAP}?\(?(?P<zone>{zones})\)?(?:{GAP}[Tt]ime)?(?!\w)")
        self._moment = re.compile(rf"(?i:(?P<moment>{alternatives(words.moments)})(?!\w))")

    def digits(self, reading: Reading, at: int) -> Found | None:
        """A time of day in digits, or a length of time as a stopwatch shows it."""
        body = reading.body
        if match := self._clock.match(body, at):
            return self._read(reading, match)
        if match := self._stopwatch.match(body, at):
            return Found(match.end(), (None, None), "duration", "stopwatch")
        return None

    def moment(self, reading: Reading, at: int) -> Found | None:
        """A time of day with a name: noon, midnight, sundown."""
        match = self._moment.match(reading.body, at)
        if match is None:
            return None
        hour = self._words.moments[match["moment"].lower()]
        return self._zoned(reading, match.end(), f"{hour:02}:00" if hour >= 0 else "")

    def _read(self, reading: Reading, match: re.Match[str]) -> Found | None:
        hour = int(match["hour"] or match["hour24"] or match["hour4"])
        minutes = ("minute", "minute24", "minute_dot", "minute4")
        minute = int(next((match[name] for name in minutes if match[name]), 0))
        end, half = match.end(), match["half"] or ""
        if half[:1].lower() in ("a", "p"):
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if half[0] in "pP" else 0)
        if half.endswith(".") and half.count(".") == 1:
            end -= 1  # "9 pm." ends the sentence
        return self._zoned(reading, end, f"{hour % 24:02}:{minute:02}")

    def _zoned(self, reading: Reading, end: int, clock: str) -> Found:
        """The time with its zone; its day is the last one that the article named."""
        if zone := self._zone.match(reading.body, end):
            clock += self._words.zones.get(zone["zone"], "") if clock else ""
            end = zone.end() - (zone.group().endswith(")") and "(" not in zone.group())
        day = reading.anchor or reading.published
        return Found(end, (day, day), "time", "time of day", clock)


def joined_day(body: str, end: int) -> int | None:
    """Where a day may go on from a time of day: "5:30 a.m. on Thursday"."""
    match = _JOINED.match(body, end)
    return match.end() if match and match.end() < len(body) else None
