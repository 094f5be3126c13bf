"""The words of the calendar, and the pieces of regular expressions that several readers share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from index.facts.calendar_days import Interval
from index.facts.lexicons import alternatives, from_lexicon, table
from index.facts.model import DateKind

NO_MORE_DIGITS = r"(?![\d:%]|[.,/]\d|\w)"
YEAR = rf"(?P<year>(?:1[0-9]|20)\d\d){NO_MORE_DIGITS}"
NTH = r"(?:st|nd|rd|th)"


@dataclass(slots=True)
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


class DateWords:
    """The tables of the calendar lexicon."""

    def __init__(self) -> None:
        words = table("calendar")
        self.months = _keyed(words["months"])
        self.doubtful: frozenset[str] = frozenset(words["doubtful"]["months"])
        self.month_before: frozenset[str] = frozenset(words["doubtful"]["before"])
        self.month_after: frozenset[str] = frozenset(words["doubtful"]["after"])
        self.weekdays = _keyed(words["weekdays"])
        self.seasons: dict[str, list[int]] = words["seasons"]
        self.units: dict[str, str] = words["units"]
        self.moments: dict[str, int] = words["moments"]
        self.holidays: dict[str, list[int]] = words["holidays"]
        self.moving_holidays: dict[str, list[int]] = words["moving_holidays"]
        self.bounds: dict[str, str] = words["bounds"]
        self.zones: dict[str, str] = words["zones"]
        self.rated: frozenset[str] = frozenset(words["rates"]["before"])
        self.zone_words: list[str] = words["zone_words"]["words"]
        self.year_before: frozenset[str] = frozenset(words["years"]["before"])
        self.counted_after: frozenset[str] = frozenset(words["years"]["counted_after"])
        self.modifiers: dict[str, list[str]] = words["modifiers"]
        self.future: frozenset[str] = frozenset(words["tense"]["future"])
        self.before_infinitive: frozenset[str] = frozenset(words["tense"]["before_infinitive"])
        self.past: frozenset[str] = frozenset(words["tense"]["past"])
        self.moved: frozenset[str] = frozenset(words["tense"]["moved"])
        self.ordinals: dict[str, int] = table("numbers")["ordinals"]

        self.month = _named(words["months"])
        self.weekday = _named(words["weekdays"])
        self.full_weekday = _named(name for name in words["weekdays"] if name.endswith("day"))
        self.unit = alternatives(self.units)
        self.part_of_day = alternatives(words["dayparts"]["words"])
        self.season = alternatives(self.seasons)
        self.ordinal = rf"\d{{1,2}}{NTH}|{alternatives(self.ordinals)}"


def _keyed(values: Mapping[str, int]) -> dict[str, int]:
    return {name.lower(): value for name, value in values.items()}


def _named(names: Iterable[str]) -> str:
    """Names in their capitalised and, where long enough to be safe, all-capital form."""
    names = list(names)
    return alternatives([*names, *(name.upper() for name in names if len(name) > 3)])


@from_lexicon
def date_words() -> DateWords:
    """The words of dates, read once."""
    return DateWords()
