"""Lengths of time: "six months", "the past two years", "an hour", and "two years ago".

A length that is anchored in the article's day of publication has days; any other has none.
"""

from __future__ import annotations

import re
from datetime import date

from index.facts import calendar_days as days
from index.facts.calendar_days import UNKNOWN, Interval
from index.facts.date_words import DateWords, date_words
from index.facts.dates import Found, Reading
from index.facts.lexicons import from_lexicon
from index.facts.nouns import noun_reader
from index.facts.numerals import GAP, Numeral, NumeralReader, numeral_reader

_MORE = re.compile(rf",?{GAP}(?:and{GAP})?(?=\d|[a-z])")
_RATED = frozenset({"once", "twice", "times", "percent", "cent", "time", "what", "such", "kroner", "yen", "yuan"})


class DurationReader:
    """Reads the length of time that begins at an offset."""

    def __init__(self, words: DateWords, numerals: NumeralReader) -> None:
        self._words, self._numerals = words, numerals

    def read(self, reading: Reading, at: int) -> Found | None:
        """The length of time that begins at `at`, or None."""
        body, words = reading.body, self._words
        if body[at].isdigit() or body[at] in "½¼¾":
            return self._counted(reading, at)
        if match := words.period.match(body, at):
            return self._period(reading, match)
        if match := words.recent.match(body, at):
            return self._recent(reading, match)
        if (match := words.one_unit.match(body, at)) and self._is_spent(body, match):
            return self._with_way(reading, match, 1.0)
        return self._counted(reading, at)

    def _counted(self, reading: Reading, at: int) -> Found | None:
        """A number and a unit of time, more than one of them perhaps: "2 hours, 32 minutes"."""
        body = reading.body
        numeral = self._numerals.read(body, at)
        if numeral is None:
            return None
        numeral = self._to(body, numeral)
        match = self._words.units_after.match(body, numeral.end)
        if match is None and numeral.form == "digits":
            match = self._words.glued_unit.match(body, numeral.end)
        if match is None or body.startswith(("-old", " old"), match.end()):
            return None
        unit = self._words.units[match["unit"].lower()]
        if unit == "second" and match["unit"].lower() == "second" and numeral.low != 1:
            if body[numeral.end] != "-":
                return None
        end = match.end()
        if match["way"]:
            return self._with_way(reading, match, numeral.low or numeral.high or 0)
        for _ in range(3):
            more = _MORE.match(body, end)
            following = self._numerals.read(body, more.end()) if more else None
            tail = self._words.units_after.match(body, following.end) if following else None
            if tail is None or self._words.units[tail["unit"].lower()] == unit or tail["way"]:
                break
            end = tail.end()
        return Found(end, UNKNOWN, "duration", "duration")

    def _to(self, body: str, numeral: Numeral) -> Numeral:
        """The second number of "three to five years"; the unit may stand after the first too."""
        unit = self._words.units_after.match(body, numeral.end)
        at = unit.end() if unit and not unit["way"] else numeral.end
        join = re.compile(rf"(?:{GAP}(?P<word>to|or|and){GAP}|-to-|[-–])(?=\w)").match(body, at)
        if join and join["word"] == "and" and not body[:numeral.start].endswith("between "):
            return numeral
        other = self._numerals.read(body, join.end()) if join else None
        if other is None or other.low is None or numeral.low is None or other.low <= numeral.low:
            return numeral
        if not self._words.units_after.match(body, other.end):
            return numeral
        return Numeral(numeral.start, other.end, numeral.low, other.high, "range")

    def _with_way(self, reading: Reading, match: re.Match[str], count: float) -> Found:
        """ "Two years ago" is a day; without such a word it is a length."""
        way = (match["way"] or "").lower()
        if not way:
            return Found(match.end(), UNKNOWN, "duration", "duration")
        unit = self._words.units[match["unit"].lower()]
        interval = UNKNOWN
        if reading.published and count == int(count):
            sign = -1 if way == "ago" else 1
            day = days.shift(reading.published, unit, sign * int(count))
            interval = day, day
        return Found(match.end(), interval, "date", way)

    def _period(self, reading: Reading, match: re.Match[str]) -> Found | None:
        """ "The past two years", "the next several weeks", "the first three months"."""
        body, words = reading.body, self._words
        if match.end() >= len(body):
            return None
        numeral = self._numerals.read(body, match.end())
        which = match["which"].lower()
        plain = None
        if numeral is None:
            return None
        unit_match = words.units_after.match(body, numeral.end)
        if unit_match is None:
            return plain
        unit = words.units[unit_match["unit"].lower()]
        if unit_match["way"]:
            return None
        few = numeral.form == "few"
        interval = self._span(reading.published, which, unit, None if few else numeral.low)
        return Found(unit_match.end(), interval, "duration", "period")

    def _recent(self, reading: Reading, match: re.Match[str]) -> Found | None:
        which = match["which"].lower()
        unit = self._words.units[match["unit"].lower()]
        if unit in ("second", "minute", "hour"):
            return None
        which = "past" if which in ("recent", "previous") else which
        return Found(
            match.end(), self._span(reading.published, which, unit, None), "duration", "recent"
        )

    def _span(self, published: date | None, which: str, unit: str, count: float | None) -> Interval:
        if published is None or which in (
            "first",
            "final",
            "opening",
            "previous",
            "following",
            "preceding",
        ):
            return UNKNOWN
        ahead = which in ("next", "coming")
        if count is None or count != int(count):
            return (published, None) if ahead else (None, published)
        other = days.shift(published, unit, int(count) if ahead else -int(count))
        return (published, other) if ahead else (other, published)

    def _is_spent(self, body: str, match: re.Match[str]) -> bool:
        """Whether "a year" is a length of time, and no rate ("$10,000 a year")."""
        text = match.group().lower()
        if (
            match["way"]
            or text.startswith(("half", "one"))
            or text.endswith("half")
            or "half-" in text
            or "quarter" in text
        ):
            return True
        after = body[match.end() : match.end() + 8].lower().lstrip(" -")
        if after.startswith(("later", "earlier", "long", "before", "after", "to ", "into")):
            return True
        if self._words.units[match["unit"].lower()] in ("second", "quarter", "season"):
            return False
        left = body[max(0, match.start() - 20) : match.start()].lower().split()
        if not left:
            return match.start() == 0
        word = left[-1].strip("\"“(")
        return not (
            word in _RATED
            or word[-1:].isdigit()
            or noun_reader().is_plural(word)
            or (word.isalpha() and self._numerals.read(word, 0) is not None)
        )


@from_lexicon
def duration_reader() -> DurationReader:
    """The reader of durations, made of the lexicon once."""
    return DurationReader(date_words(), numeral_reader())
