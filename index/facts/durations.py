"""Lengths of time: "six months", "the past two years", "an hour", and "two years ago".

A length that is anchored in the article's day of publication has days; any other has none.
"""

from __future__ import annotations

import re
from datetime import date

from index.facts import calendar_days as days
from index.facts.calendar_days import UNKNOWN, Interval
from index.facts.date_words import YEAR, DateWords, Found, Reading, date_words
from index.facts.lexicons import alternatives, from_lexicon
from index.facts.nouns import NounReader, next_word, noun_reader, word_before
from index.facts.numerals import GAP, Numeral, NumeralReader, first_letters, numeral_reader

_SHORT = frozenset({"second", "minute", "hour"})
_NO_LENGTH = frozenset({"second", "quarter", "season"})
"""After "a", these are an ordinal, a coin and a sport's year more often than a length."""
_GOES_ON = frozenset({" t", " o", " a", "\nt", "\no", "\na", "\u00a0t"})
"""How the text goes on where "to", "or" or "and" may follow."""
_DASHES = ("-", "–")
_PARTS_UNIT = (" ", "-", "–", "\n", "\u00a0")
"""What may stand between a number and its unit."""
_ANCHORED = frozenset({"later", "earlier", "before", "after"})
_DESCRIBED = frozenset({"when", "that", "where", "which"})
"""Before these, "a day" is one that is told of: "a day when nobody worked"."""
_AHEAD = frozenset({"next", "coming"})
_BACK = frozenset({"last", "past", "recent"})


class DurationReader:
    """Reads the length of time that begins at an offset."""

    def __init__(self, words: DateWords, numerals: NumeralReader, nouns: NounReader) -> None:
        self._words, self._numerals, self._nouns = words, numerals, nouns
        unit = words.unit
        way = rf"(?:{GAP}(?P<way>ago|from{GAP}now)\b)?"
        before = alternatives([*words.modifiers["which"], *words.modifiers["of_several"]])
        self._period = re.compile(rf"(?i:(?:(?:the|this){GAP})?(?P<which>{before}){GAP})")
        self._of_year = re.compile(rf"{GAP}of{GAP}(?:{YEAR}|(?P<own>the|this|last){GAP}year(?!\w))")
        self._recent = re.compile(
            rf"(?i:(?P<which>recent|coming|previous|past){GAP}(?P<unit>{unit})(?<=s)(?!\w))"
        )
        told, worked = words.modifiers["counted"], words.modifiers["worked"]
        self._units = re.compile(
            rf"(?i:(?:{GAP}(?:{alternatives(told)}|(?P<worked>{alternatives(worked)})))?"
            rf"(?:{GAP}|-)(?P<unit>{unit})(?!\w|\.\w){way})"
        )
        self._leads = first_letters([*words.units, *told, *worked, "to", "or", "and"])
        self._glued = re.compile(r"(?P<unit>mins?|secs?|hrs?|yrs?)(?!\w)(?P<way>)(?P<worked>)")
        self._one = re.compile(
            rf"(?i:(?:half{GAP})?(?:an?|one){GAP}"
            rf"(?:full{GAP}|whole{GAP}|half-|quarter[-\s](?:of{GAP}a{GAP})?)?"
            rf"(?P<unit>{unit})(?<!s)(?!\w|-)(?:{GAP}and{GAP}a{GAP}half)?{way})"
        )
        self._half = re.compile(
            rf"(?i:(?:(?:quarter|half)(?:{GAP}an?{GAP}|-)|all(?:{GAP}|-))"
            rf"(?P<unit>{unit})(?<!s)(?!\w){way})"
        )
        self._more = re.compile(rf",?{GAP}(?:and{GAP})?(?=\d|[a-z])")
        self._to = re.compile(rf"(?:{GAP}(?P<word>to|or|and){GAP}|-to-|[-–])(?=\w)")
        self._some = re.compile(r"(?i:some\stime(?!\w)(?!\s(?:in|on|next|this|soon|around|later)))")

    def read_relative(self, reading: Reading, at: int) -> Found | None:
        """The past two years, the first three months, recent weeks, some time."""
        body = reading.body
        if (match := self._period.match(body, at)) and match.end() < len(body):
            return self._read_period(reading, match)
        if match := self._recent.match(body, at):
            return self._read_recent(reading, match)
        if match := self._some.match(body, at):
            return Found(match.end(), UNKNOWN, "duration", "some time")
        return None

    def read_article(self, reading: Reading, at: int) -> Found | None:
        """A year, an hour and a half, half an hour, one day, all day."""
        body = reading.body
        match = self._one.match(body, at) or self._half.match(body, at)
        if match is None or not self._is_length(body, match):
            return None
        return self._anchored(reading, match, 1.0)

    def counted(self, reading: Reading, numeral: Numeral) -> Found | None:
        """A number and a unit of time, more than one of them perhaps: "2 hours, 32 minutes"."""
        body = reading.body
        if numeral.following is not None and numeral.following not in self._leads:
            return None
        follows = body[numeral.end : numeral.end + 2]
        if numeral.form == "fraction" and body.startswith((" year on", " year-on"), numeral.end):
            return None  # "fell by a third year on year"
        match = None
        if follows[:1] in _PARTS_UNIT:
            match = self._units.match(body, numeral.end)
            if match or follows in _GOES_ON or follows[:1] in _DASHES:
                numeral, match = self._to_range(body, numeral, match)
        elif numeral.form == "digits":
            match = self._glued.match(body, numeral.end)
        if match is None or body.startswith(("-old", " old"), match.end()):
            return None
        written = match["unit"].lower()
        unit = self._words.units[written]
        if written == "second" and numeral.low != 1 and body[numeral.end] != "-":
            return None
        if match["way"] and match["worked"]:
            return Found(match.end(), UNKNOWN, "date", "ago")  # "10 working days ago"
        if match["way"]:
            return self._anchored(reading, match, numeral.low or 0)
        if unit == "season":
            return None  # "three seasons" are games won and lost, and last nobody knows how long
        end = match.end()
        for _ in range(3):
            more = self._more.match(body, end)
            other = self._numerals.read(body, more.end()) if more else None
            tail = self._units.match(body, other.end) if other else None
            if tail is None or self._words.units[tail["unit"].lower()] == unit or tail["way"]:
                break
            end = tail.end()
        return Found(end, UNKNOWN, "duration", "duration")

    def _to_range(
        self, body: str, numeral: Numeral, unit: re.Match[str] | None
    ) -> tuple[Numeral, re.Match[str] | None]:
        """The second number of "three to five years", and its unit; the first may have one too."""
        at = unit.end() if unit and not unit["way"] else numeral.end
        if body[at : at + 2] not in _GOES_ON and body[at : at + 1] not in _DASHES:
            return numeral, unit
        join = self._to.match(body, at)
        if join is None or numeral.low is None:
            return numeral, unit
        if join["word"] == "and" and not body.endswith("between ", 0, numeral.start):
            return numeral, unit
        other = self._numerals.read(body, join.end())
        last = self._units.match(body, other.end) if other and other.low is not None else None
        if other is None or last is None or ((other.low or 0) <= numeral.low and unit is None):
            return numeral, unit
        return Numeral(numeral.start, other.end, numeral.low, other.high, "range"), last

    def _anchored(self, reading: Reading, match: re.Match[str], count: float) -> Found:
        """ "Two years ago" is a day; without such a word it is a length."""
        way = " ".join((match["way"] or "").lower().split())
        if not way:
            rule = "whole" if match.group()[:3].lower() == "all" else "duration"
            return Found(match.end(), UNKNOWN, "duration", rule)
        unit = self._words.units[match["unit"].lower()]
        interval = UNKNOWN
        if reading.published and count == int(count):
            day = days.shift(reading.published, unit, int(-count if way == "ago" else count))
            interval = day, day
        return Found(match.end(), interval, "date", way)

    def _read_period(self, reading: Reading, match: re.Match[str]) -> Found | None:
        body, which = reading.body, match["which"].lower()
        before = word_before(body, match.start()) if match["which"] == "last" else ""
        if before in self._words.before_infinitive:
            return None  # "is to last 60 days"
        numeral = self._numerals.read(body, match.end())
        if numeral is None:
            return None
        if numeral.form == "fraction" and body.endswith("quarters", numeral.start, numeral.end):
            end, unit, count = numeral.end, "quarter", numeral.low and numeral.low * 4
        else:
            unit_match = self._units.match(body, numeral.end)
            if unit_match is None or unit_match["way"]:
                return None
            end, unit = unit_match.end(), self._words.units[unit_match["unit"].lower()]
            count = None if numeral.form == "few" or unit_match["worked"] else numeral.low
        year = self._of_year.match(body, end) if which == "first" and count else None
        if year and (interval := _first_months(reading.published, year, unit, count or 0)):
            return Found(year.end(), interval, "date", "first months")
        return Found(end, self._span(reading.published, which, unit, count), "duration", "period")

    def _read_recent(self, reading: Reading, match: re.Match[str]) -> Found | None:
        unit = self._words.units[match["unit"].lower()]
        if unit in _SHORT:
            return None
        interval = self._span(reading.published, match["which"].lower(), unit, None)
        return Found(match.end(), interval, "duration", "period")

    def _span(self, published: date | None, which: str, unit: str, count: float | None) -> Interval:
        """The days of a period that ends or begins with the article's own."""
        ahead = which in _AHEAD
        if published is None or not (ahead or which in _BACK):
            return UNKNOWN
        if count is None or count != int(count):
            return (published, None) if ahead else (None, published)
        other = days.shift(published, unit, int(count) if ahead else -int(count))
        return (published, other) if ahead else (other, published)

    def _is_length(self, body: str, match: re.Match[str]) -> bool:
        """Whether "a year" is a length of time, and no rate ("$10,000 a year")."""
        text = match.group().lower()
        if match["way"] or not text.startswith(("a ", "an ")) or text.endswith("half"):
            return True
        if self._words.units[match["unit"].lower()] in _NO_LENGTH:
            return False
        following = next_word(body, match.end()).lower().rstrip(".")
        if following in _ANCHORED:
            return True
        if following in _DESCRIBED or (following == "of" and text.endswith(" day")):
            return False  # "a day of rest"
        left = body[max(0, match.start() - 20) : match.start()].lower().split()
        if not left:
            return match.start() == 0
        word = left[-1].strip('"“()')
        if word in self._words.rated or any(map(str.isdigit, word)) or self._nouns.is_plural(word):
            return False
        return not word.isalpha() or self._numerals.read(word, 0) is None


def _first_months(
    published: date | None, year: re.Match[str], unit: str, count: float
) -> Interval | None:
    """The days of "the first nine months of 2024", and of its first three quarters."""
    months = count * {"month": 1, "quarter": 3}.get(unit, 0)
    number = int(year["year"] or 0)
    if not number and published:
        number = published.year - (year["own"] == "last")
    if not number or months != int(months) or not 1 <= months < 12:
        return None
    return days.month_of(number, 1)[0], days.month_of(number, int(months))[1]


@from_lexicon
def duration_reader() -> DurationReader:
    """The reader of durations, made of the lexicon once."""
    return DurationReader(date_words(), numeral_reader(), noun_reader())
