"""Finds every figure and date in one pass over the text.

A cheap scan stops only at digits, currency signs and the first words that a figure or a date can
begin with; the readers look at those places alone. What a mark has taken is not read again, so no
two marks overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from index.facts.date_words import date_words
from index.facts.dates import DateReader, Found, Reading, date_reader
from index.facts.durations import DurationReader, duration_reader
from index.facts.figures import FigureReader, figure_reader
from index.facts.lexicons import from_lexicon, table
from index.facts.model import DateMention, Figure

_SEPARATORS = " \n\t\u00a0\"“”'‘’([—–-/"
_DATE_WORDS = (
    "early mid middle late later earlier end start beginning close turn height very last next this past coming "
    "previous following preceding current same today yesterday tomorrow tonight fiscal recent noon midnight midday "
    "sundown sunset sunrise opening final"
)


@dataclass(frozen=True, slots=True)
class _Scan:
    pattern: re.Pattern[str]
    start: re.Pattern[str]
    dates: frozenset[str]
    figures: frozenset[str]


@from_lexicon
def _scan() -> _Scan:
    numbers, words = table("numbers"), date_words()
    figures = {
        word.split()[0]
        for name in ("ones", "tens", "magnitudes", "plurals", "fractions", "ordinals", "few")
        for word in numbers[name]
    }
    figures |= {"half", "tens", *numbers["vague"]["alone"], *numbers["vague"]["sizes"]}
    figures -= {"a", "score"}
    dates = {*_DATE_WORDS.split(), *words.seasons, *words.moments}
    dates |= {word.split()[0].lower() for word in (*words.holidays, *words.moving_holidays)}
    ordinals = {word.lower() for word in words.ordinals}
    names = {word.title() for word in (*words.months, *words.weekdays)}
    names |= {word.split()[0] for word in (*words.holidays, *words.moving_holidays)}
    plain = {*figures, *dates}
    spelled = {*plain, *(word.capitalize() for word in plain), *(word.upper() for word in figures)}
    spelled |= names | {name.upper() for name in names if len(name) > 3}
    opening = _tree(spelled)
    # "A" and "the" open a figure or a date only before certain words.
    vague = "|".join(
        sorted({*numbers["vague"]["alone"], *numbers["vague"]["sizes"], "very", "relatively"})
    )
    few = "|".join(sorted({w.split()[1] for w in numbers["few"] if w.startswith("a ")}))
    magnitudes = "|".join(sorted(numbers["magnitudes"]))
    fractions = "|".join(sorted(numbers["fractions"]))
    units = "|".join(sorted(words.units))
    article = rf"[Aa]n?\s(?:{few}|{magnitudes}|{fractions}|{vague}|{units}|full|whole)(?!\w)"
    the = rf"[Tt]he\s(?:{'|'.join(sorted(_DATE_WORDS.split()))}|first|day\s(?:before|after)|\d0s)(?!\w)"
    some = r"[Ss]ome\s(?:time(?!\w)|of\s(?:these|those|them|whom|which)(?!\w))"
    gate = rf"(?:(?:{opening})(?![a-zA-Z])|{article}|{the}|{some})"
    return _Scan(
        re.compile(rf"[{re.escape(_SEPARATORS)}](?={gate})|[$£€¥₩₹₽₪₺₴₦₫฿₱½¼¾0-9][0-9,.]*"),
        re.compile(gate),
        frozenset({*dates, *ordinals, *(name.lower() for name in names), "the", "some"}),
        frozenset(figures),
    )


def _tree(words: Iterable[str]) -> str:
    """An alternation grouped by first letter, so that a word that fits none fails at once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(
        f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items())
    )


class _Finder:
    """One pass over one article."""

    def __init__(self, body: str, published: date | None) -> None:
        self._body = body
        self._reading = Reading(body, published)
        self._dates: DateReader = date_reader()
        self._durations: DurationReader = duration_reader()
        self._figures: FigureReader = figure_reader()
        self._bounds = date_words().bounds
        self._floor = 0
        self.figures: list[Figure] = []
        self.dates: list[DateMention] = []

    def run(self) -> None:
        body, scan = self._body, _scan()
        if scan.start.match(body):
            self._at(0)
        for match in scan.pattern.finditer(body):
            at = match.start()
            if at < self._floor:
                continue
            if body[at] not in "0123456789$£€¥₩₹₽₪₺₴₦₫฿₱½¼¾":
                at += 1
                if at >= len(body) or at < self._floor:
                    continue
                if body[at].isdigit():
                    continue
            elif body[at - 1] in "'’" and at:
                at -= 1  # "the '60s"
            self._at(at)

    def _at(self, at: int) -> None:
        body = self._body
        if not self._read_date(at):
            at += body[at] in "'’"
            if body[at].isalpha() and at > 1 and body[at - 1] == "-" and body[at - 2].isalpha():
                return  # the last word of "two-plus-two"
            figure = self._figures.read(self._body, at, self._floor)
            if figure:
                self.figures.append(figure)
                self._floor = figure.end

    def _read_date(self, at: int) -> bool:
        body, floor = self._body, self._floor
        before = body[at - 1] if at > floor else " "
        if body[at].isdigit() and (
            before.isalnum()
            or before in ".,/@#_"
            or (
                before in "-–:"
                and at > 1
                and body[at - 2].isalnum()
                and not body[at - 4 : at - 1] == "mid"
            )
        ):
            return False
        if body[at] in "$£€¥₩₹₽₪₺₴₦₫฿₱":
            return False
        found = self._dates.read(self._reading, at)
        if found and found.rule in ("year", "decade") and not self._is_year(at, found):
            found = None
        if found is None:
            found = self._durations.read(self._reading, at)
        if found is None:
            return False
        self._add_date(at, found)
        return True

    def _is_year(self, at: int, found: Found) -> bool:
        """Whether four digits are a year, and no count of something."""
        body = self._body
        text = body[at : found.end]
        if len(text) != 4 or not text.isdigit():
            return True
        left = body[max(0, at - 16) : at].lower().split()
        before = left[-1].strip('"“(') if left else ""
        if before in _YEAR_BEFORE:
            return True
        if self._figures.approximator_before(body, at, self._floor):
            return False
        following = body[found.end : found.end + 12]
        if following.startswith("%") or re.compile(
            r"\s(?:people|troops|soldiers|men|women|feet|miles|meters|metres|km|percent|votes|points|dollars|euros|tons|tonnes|homes|members|others|employees|workers|police|students|children)\b"
        ).match(following):
            return False
        return int(text) >= 1700

    def _add_date(self, at: int, found: Found) -> None:
        body, floor = self._body, self._floor
        start, (earliest, latest) = at, found.interval
        rule = found.rule
        if rule in ("duration", "stopwatch", "time of day", "ago", "from now"):
            words = self._figures.approximator_before(body, at, floor)
            if words:
                start, approximation = words
                if rule == "ago" and approximation in ("more_than", "at_least"):
                    earliest = None
                elif rule == "ago" and approximation in ("nearly", "less_than", "at_most"):
                    latest = self._reading.published
        single = earliest if earliest == latest and found.kind == "date" else None
        bound = self._bound(start)
        if bound and found.kind == "date":
            start, word = bound
            if word == "by":
                earliest, latest = None, earliest or latest
                if rule.startswith(("part", "edge", "within")):
                    latest = found.interval[1]
            elif word == "since":
                latest = self._reading.published
            elif word == "until":
                earliest = None
            elif word == "between" and (other := self._other_end(found)):
                found, latest = other, other.interval[1]
        if single and rule not in ("year",):
            self._reading.anchor = single
        first, last = _iso(earliest, found.clock), _iso(latest, found.clock)
        self.dates.append(
            DateMention(start, found.end, body[start : found.end], found.kind, first, last, rule)
        )
        self._floor = found.end

    def _bound(self, start: int) -> tuple[int, str] | None:
        """A word that bounds the date that begins at `start`."""
        body = self._body
        left = body[max(self._floor, start - 9) : start]
        word = left.rstrip()
        begin = max(word.rfind(" "), word.rfind("\n"), word.rfind("\u00a0")) + 1
        name = word[begin:].lstrip('"“(').lower()
        if len(word) == len(left) or (name not in self._bounds and name != "between"):
            return None
        return start - len(left) + len(word) - len(name), self._bounds.get(name, name)

    def _other_end(self, found: Found) -> Found | None:
        join = re.compile(r"\sand\s").match(self._body, found.end)
        other = (
            self._dates.read(self._reading, join.end())
            if join and join.end() < len(self._body)
            else None
        )
        return other if other and other.kind == "date" else None


_YEAR_BEFORE = frozenset(
    [
        "in",
        "since",
        "of",
        "by",
        "until",
        "from",
        "between",
        "to",
        "and",
        "before",
        "after",
        "the",
        "year",
        "early",
        "late",
        "mid",
        "circa",
        "through",
        "during",
    ]
)


def _iso(day: date | None, clock: str) -> str | None:
    if day is None:
        return None
    return f"{day.isoformat()}T{clock}" if clock else day.isoformat()


def find_quantities(
    body: str, published: date | None, timezone: str | None
) -> tuple[tuple[Figure, ...], tuple[DateMention, ...]]:
    """The figures and the dates of `body`, each in order of appearance, none overlapping another.

    `published` is the day from which relative dates count, in the article's own zone; without it
    they stay unresolved.
    """
    finder = _Finder(body, published)
    finder.run()
    return tuple(finder.figures), tuple(finder.dates)
