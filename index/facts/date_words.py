"""The regular expressions of dates, made of the lexicon once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from index.facts.lexicons import alternatives, from_lexicon, table
from index.facts.numerals import GAP

DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,/]\d|\w)"
YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)(?![\d:%]|[.,/]\d|\w)"
_ZONE_WORDS = ("local time", "Eastern", "Central", "Pacific", "Mountain", "Zulu", "hours")


class DateWords:
    """The patterns, and the values of the words in them."""

    def __init__(self) -> None:
        words = table("calendar")
        self.months: dict[str, int] = _keyed(words["months"])
        self.doubtful: frozenset[str] = frozenset(words["doubtful"]["months"])
        self.weekdays: dict[str, int] = _keyed(words["weekdays"])
        self.seasons: dict[str, list[int]] = words["seasons"]
        self.units: dict[str, str] = words["units"]
        self.moments: dict[str, int] = words["moments"]
        self.holidays: dict[str, list[int]] = words["holidays"]
        self.moving_holidays: dict[str, list[int]] = words["moving_holidays"]
        self.bounds: dict[str, str] = words["bounds"]
        self.zones: dict[str, str] = words["zones"]
        self.ordinals: dict[str, int] = table("numbers")["ordinals"]
        self._compile(words)

    def _compile(self, words: Mapping[str, Any]) -> None:
        month = _named(words["months"])
        weekday = _named(words["weekdays"])
        full_weekday = _named(name for name in words["weekdays"] if name.endswith("day"))
        unit = alternatives(self.units)
        long_unit = alternatives(
            word
            for word, name in self.units.items()
            if name not in ("second", "minute", "hour", "season", "quarter")
            and not word.endswith("s")
        )
        part = alternatives(words["dayparts"]["words"])
        season = alternatives(self.seasons)
        ordinal = rf"\d{{1,2}}(?:st|nd|rd|th)|{alternatives(self.ordinals)}"
        monthly = rf"(?P<month>{month})(?!\w)(?:\.(?=\s?\d))?"
        year_tail = rf"(?:,?{GAP}{YEAR})?"
        self.month = re.compile(
            rf"{monthly}(?:"
            rf"{GAP}?{DAY}(?:{GAP}?(?:-|–|—|to|and){GAP}?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|[.,/]\d|\w))?{year_tail}"
            rf"|,?{GAP}(?:of{GAP})?(?P<only_year>(?:1[0-9]|20)\d\d)(?![\d:%]|[.,/]\d|\w)"
            rf"|{GAP}['’](?P<short_year>\d\d)(?!\w)|)"
        )
        self.day_month = re.compile(
            rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:{GAP}?(?:-|–|to){GAP}?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?"
            rf"{GAP}(?:of{GAP})?{monthly}{year_tail}"
        )
        self.weekday = re.compile(
            rf"(?P<weekday>{full_weekday}|(?:{weekday})(?=\.?,?\s(?:{month}|\d)))(?P<plural>s)?(?!\w)\.?"
            rf"(?:(?:,?{GAP}(?:the{GAP})?(?=(?:{month})|\d{{1,2}}(?:st|nd|rd|th)?{GAP}(?:of{GAP})?(?:{month}))(?P<date>))"
            rf"|{GAP}the{GAP}(?P<nth>\d{{1,2}})(?:st|nd|rd|th)|{GAP}(?P<part>{part})\b)?"
        )
        self.iso = re.compile(
            r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-]|\.\d)(?P<rest>)"
        )
        self.slashed = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)(?![\w/])")
        self.year = re.compile(
            rf"(?:{YEAR}(?:[-–/](?P<end>\d{{4}}|\d\d)(?!\w))?(?P<fiscal>{GAP}fiscal{GAP}year)?"
            rf"|(?P<decade>(?:1[5-9]|20)\d0)['’]?s(?!\w))"
        )
        self.short_decade = re.compile(r"(?P<decade>[2-9]0)['’]?s(?!\w)")
        self.clock = re.compile(
            r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?|o['’]clock)"
            r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![:.]?\d|\w)"
            r"|(?P<hour4>[01]\d|2[0-3])(?P<minute4>[0-5]\d)(?=\s?(?:GMT|UTC|hours|hrs)\b)"
        )
        zones = alternatives([*self.zones, *_ZONE_WORDS])
        self.zone = re.compile(rf"{GAP}?\(?(?P<zone>{zones})\)?(?:{GAP}(?:[Tt]ime))?(?!\w)")
        self.span_of_time = re.compile(
            r"\d{1,2}:\d\d(?::\d\d)?\.\d+(?:\.\d+)?(?!\w)|\d{1,2}:\d\d:\d\d(?![:\w])"
        )
        self.relative = re.compile(
            rf"(?i:(?P<the>the{GAP})?(?P<which>last|next|this|past|coming|previous|following|preceding|current|same){GAP}"
            rf"(?:(?P<unit>(?:fiscal{GAP}|calendar{GAP})?(?:{long_unit}))|(?P<season>{season})|(?P<part>{part})"
            rf"|(?P<weekday>{full_weekday})|(?P<month>{month}))(?P<tail>{GAP}(?:{part}))?(?!\w))"
        )
        self.period = re.compile(
            rf"(?i:(?:the{GAP})?(?P<which>last|next|past|coming|previous|following|preceding|first|final|opening){GAP})"
        )
        self.recent = re.compile(
            rf"(?i:(?P<which>recent|coming|previous|past){GAP}(?P<unit>{unit})(?<=s)(?!\w))"
        )
        self.units_after = re.compile(
            rf"(?i:(?:{GAP}|-)(?P<unit>{unit})(?!\w|\.\w)(?:{GAP}(?P<way>ago|from{GAP}now)\b)?)"
        )
        self.glued_unit = re.compile(r"(?P<unit>min|mins|sec|secs|hr|hrs|yr|yrs)(?!\w)(?P<way>)")
        self.one_unit = re.compile(
            rf"(?i:(?:half{GAP})?(?:an?|one){GAP}(?:full{GAP}|whole{GAP}|half-|quarter[-\s](?:of{GAP}a{GAP})?)?"
            rf"(?P<unit>{unit})(?<!s)(?!\w|-)(?:{GAP}and{GAP}a{GAP}half)?(?:{GAP}(?P<way>ago|from{GAP}now)\b)?)"
        )
        self.day_word = re.compile(
            r"(?i:(?P<before>the\sday\s(?:before|after)\s)?(?P<word>today|yesterday|tomorrow|tonight)(?!\w))"
        )
        self.season = re.compile(rf"(?P<season>{season})(?:{GAP}(?:of{GAP})?{YEAR})?(?!\w)")
        self.quarter = re.compile(
            rf"(?i:(?P<which>{ordinal}){GAP}?-?(?P<what>quarter|half)(?!\w))(?:{GAP}of(?={GAP}))?"
        )
        self.century = re.compile(
            rf"(?i:(?P<which>(?:{alternatives(table('numbers')['tens'])})-(?:first)|{ordinal})[-\s]century(?!\w))"
        )
        self.holiday = re.compile(
            rf"(?P<name>{alternatives([*self.holidays, *self.moving_holidays])})(?!\w)(?:,?{GAP}{YEAR})?"
        )
        self.moment = re.compile(rf"(?i:(?P<moment>{alternatives(self.moments)})(?!\w))")
        self.some_time = re.compile(
            r"(?i:some\stime(?!\w)(?!\s(?:in|on|next|this|soon|around|later)))"
        )
        self.edge = re.compile(
            rf"(?i:(?:the{GAP})?(?P<edge>end|start|beginning|middle|close|turn|height){GAP}of{GAP}"
            rf"(?:the{GAP}(?P<unit>week|month|quarter|year|decade|century|fiscal{GAP}year)(?!\w))?)"
        )
        self.part = re.compile(
            rf"(?i:(?:the{GAP})?(?P<part>very{GAP}early|early|mid|middle|late)(?:{GAP}?(?:to|or|and){GAP}?(?P<last>mid|late))?(?:-|{GAP})(?:in{GAP})?)"
        )
        self.within = re.compile(
            rf"(?i:(?P<when>earlier|later|late|early)(?:{GAP}on)?(?:{GAP}(?=(?:this|last|next|that|in){GAP}|{full_weekday}|today))"
            rf"(?:in{GAP}the{GAP}(?P<unit>day|week|month|year|season)(?!\w))?)"
        )
        self.fiscal = re.compile(
            rf"(?i:(?:the{GAP})?fiscal(?:{GAP}year)?{GAP}(?={YEAR.replace('?P<year>', '?:')}))"
        )
        future = "|".join(
            rf"{word}" if word.startswith(("'", "’")) else rf"\b{word}\b"
            for word in alternatives(words["tense"]["future"]).split("|")
        )
        past = alternatives(words["tense"]["past"])
        self.tense = re.compile(rf"(?P<future>{future})|(?P<past>\b(?:{past}|\w{{2,20}}ed)\b)")


def _keyed(values: Mapping[str, int]) -> dict[str, int]:
    return {name.lower(): value for name, value in values.items()}


def _named(names: Iterable[str]) -> str:
    """Names in their capitalised and, where long enough to be safe, all-capital form."""
    names = list(names)
    return alternatives([*names, *(name.upper() for name in names if len(name) > 3)])


@from_lexicon
def date_words() -> DateWords:
    """The patterns of dates, compiled once."""
    return DateWords()
