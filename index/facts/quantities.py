"""Finds every figure and date in one pass over the text.

The scan stops at the places where one may begin; the readers of its family look there. What a
mark has taken is not read again, so no two marks overlap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from index.facts import calendar_days as days
from index.facts.approximators import approximator_before
from index.facts.date_words import Found, Reading, date_words
from index.facts.dates import date_reader
from index.facts.durations import duration_reader
from index.facts.figure_names import follows_name, telephone_end
from index.facts.figure_words import figure_words
from index.facts.figures import figure_reader
from index.facts.model import DateMention, Figure
from index.facts.nouns import next_word, noun_reader, word_before
from index.facts.numerals import numeral_reader
from index.facts.scan import Family, scan

_APPROXIMATED = frozenset({"duration", "stopwatch", "time of day", "ago", "from now"})
"""Rules whose mention takes an approximator: "about an hour ago"."""
_Seen = tuple[Found | None, Figure | None]
"""What stands at a place: a date, a figure, or neither."""
_COUNTED_BACK = frozenset({"period", "ago"})
"""Rules whose mention counts, inside a quotation, from the day on which it was said."""
_COMPARATIVES = ("fewer ", "better ", "greater ")
_SAID_WITHIN = timedelta(days=14)
_LONGEST_QUOTATION = 800


def find_quantities(
    body: str, published: date | None, timezone: str | None
) -> tuple[tuple[Figure, ...], tuple[DateMention, ...]]:
    """The figures and the dates of `body`, each in order of appearance, none overlapping another.

    `published` is the day from which relative dates count, in the article's own zone; without it
    they stay unresolved. `timezone`, the IANA name of that zone, changes nothing: times of day are
    local, as written, unless the text names a zone beside them.
    """
    finder = _Finder(body, published)
    for at, family in scan().places(body):
        if at >= finder.floor:
            finder.look(at, family)
    return tuple(finder.counted()), tuple(finder.dated())


class _Finder:
    """One pass over one article."""

    def __init__(self, body: str, published: date | None) -> None:
        self._body, self._published = body, published
        self._reading = Reading(body, published)
        self._words = date_words()
        self._dates, self._durations = date_reader(), duration_reader()
        self._figures, self._numerals = figure_reader(), numeral_reader()
        self._look_at: dict[Family, Callable[[int], _Seen]] = {
            "number": self._look_at_number,
            "name": self._look_at_name,
            "relative": self._look_at_relative,
            "narrowed": self._look_at_narrowed,
            "some": self._look_at_some,
            "ordinal": self._look_at_ordinal,
            "vague": self._look_at_vague,
            "article": self._look_at_article,
        }
        self.floor = 0
        """Where the last mark ended: nothing before it may belong to another."""
        self.figures: list[Figure] = []
        self._found: list[tuple[DateMention, date | None]] = []

    def look(self, at: int, family: Family) -> None:
        """Read what begins at `at`."""
        if family == "digits":
            self._look_at_digits(at)
            return
        body = self._body
        if at > 1 and body[at - 1] == "-" and body[at - 2].isalpha() and family != "name":
            return  # the last word of "two-plus-two"
        found, figure = self._look_at[family](at)
        self._take(at, found, figure)

    def _look_at_name(self, at: int) -> _Seen:
        return self._dates.read_name(self._reading, at), None

    def _look_at_relative(self, at: int) -> _Seen:
        found = self._dates.read_plain(self._reading, at)
        return found or self._durations.read_relative(self._reading, at), None

    def _look_at_narrowed(self, at: int) -> _Seen:
        found = self._dates.read_narrowed(self._reading, at)
        return found or self._durations.read_relative(self._reading, at), None

    def _look_at_some(self, at: int) -> _Seen:
        found = self._durations.read_relative(self._reading, at)
        return found, None if found else self._figures.read_vague(self._body, at)

    def _look_at_ordinal(self, at: int) -> _Seen:
        found = self._dates.read_ordinal(self._reading, at)
        found = found or self._durations.read_relative(self._reading, at)
        return found, None if found else self._figures.read_ordinal(self._body, at, self.floor)

    def _look_at_vague(self, at: int) -> _Seen:
        return None, self._figures.read_vague(self._body, at)

    def _look_at_article(self, at: int) -> _Seen:
        figure = self._figures.read_vague(self._body, at)  # "a small number"
        return (None, figure) if figure else self._look_at_number(at)

    def _look_at_number(self, at: int) -> _Seen:
        """Three people, two weeks, a week, half an hour, a dozen, a couple of weeks."""
        body, reading = self._body, self._reading
        if body[at] in "aAoOhHqQ" and (found := self._durations.read_article(reading, at)):
            return found, None
        numeral = self._numerals.read(body, at)
        if numeral is None:
            return None, None
        if found := self._durations.counted(reading, numeral):
            return found, None
        return None, self._figures.from_words(body, numeral, self.floor)

    def _look_at_digits(self, at: int) -> None:
        body, reading = self._body, self._reading
        if (body[at] == "0" or body[at - 1 : at] == "+") and (end := telephone_end(body, at)):
            self.floor = end
            return
        found, figure, numeral = None, None, None
        if body[at].isdigit() and not self._is_joined(at):
            if at > self.floor and body[at - 1] in "'’":
                at -= 1  # "the '60s"
            found = self._dates.read_digits(reading, at)
            if found and found.rule == "year" and not self._is_year(at, found):
                found = None
            if found is None:
                at += not body[at].isdigit()
                numeral = self._numerals.read(body, at)
                found = self._durations.counted(reading, numeral) if numeral else None
        if found is None:
            figure = self._figures.read_digits(body, at, self.floor, numeral)
        self._take(at, found, figure)

    def _take(self, at: int, found: Found | None, figure: Figure | None) -> None:
        if found:
            self._add_date(at, found)
        elif figure:
            self.figures.append(figure)
            self.floor = figure.end

    # Dates

    def _is_joined(self, at: int) -> bool:
        """Whether digits are glued to what stands before them, and begin no date."""
        body = self._body
        before = body[at - 1] if at > self.floor else " "
        if before.isalnum() or before in ".,/@#_$£€":
            return True
        if before not in "-–:" or at < 2 or not body[at - 2].isalnum():
            return False
        return body[max(0, at - 4) : at - 1].lower() not in ("mid", "pre", "ost")

    def _is_year(self, at: int, found: Found) -> bool:
        """Whether four digits are a year, and no count of something."""
        body = self._body
        if found.end - at != 4:
            return True
        if body.startswith(" block of ", found.end):
            return False  # "the 1900 block of Elm Street"
        left = body[max(0, at - 16) : at].lower().split()
        if left and left[-1].strip('"“(') in self._words.year_before:
            return True
        if approximator_before(figure_words(), body, at, self.floor):
            return False
        if body[found.end : found.end + 1] in ("%", "/"):
            return False
        if int(body[at : found.end]) < 1700:
            return False
        if next_word(body, found.end) in self._words.counted_after:
            return False
        return not follows_name(figure_words(), noun_reader(), body, at, found.end)

    def _add_date(self, at: int, found: Found) -> None:
        start, (earliest, latest) = at, found.interval
        if found.rule in _APPROXIMATED and (
            words := approximator_before(figure_words(), self._body, at, self.floor)
        ):
            start = words[0]
            if found.rule == "ago" and self._is_compared(start):
                start = at
            elif found.rule == "ago" and words[1] in ("more_than", "at_least"):
                earliest = None
            elif found.rule == "ago" and words[1] in ("nearly", "less_than", "at_most"):
                latest = self._published
        counted = found.rule == "ago" and "day" not in self._body[at : found.end]
        if found.kind == "date" and earliest == latest and earliest and not counted:
            self._reading.anchor = earliest  # "a year ago" is no day on which 7 a.m. may be
        if found.kind == "date" and (bound := self._bound(start, found.rule)):
            start, earliest, latest, found = self._bounded(bound, found)
        if earliest and latest and latest < earliest:
            latest = None  # "since 2030": the words contradict the day of the article
        is_one_day = earliest == latest
        first = _iso(earliest, found.clock)
        mention = DateMention(
            start, found.end, self._body[start : found.end], found.kind,
            first, first if is_one_day else _iso(latest, found.clock), found.rule,
        )  # fmt: skip
        said = earliest if is_one_day and found.kind == "date" else None
        self._found.append((mention, said))
        self.floor = found.end

    def _is_compared(self, at: int) -> bool:
        """Whether the words at `at` compare with the day after them: "5 fewer than a year ago"."""
        counted = bool(self.figures) and self.figures[-1].end == at - 1
        return counted or self._body.startswith(_COMPARATIVES, at)

    def _bound(self, start: int, rule: str) -> tuple[int, str] | None:
        """A word that bounds the date that begins at `start`, and where it begins."""
        word = word_before(self._body, start)
        begin = start - len(word) - 1
        if word == "the" and rule in ("decade", "century"):
            word = word_before(self._body, begin)
            begin -= len(word) + 1
        if word not in self._words.bounds or begin < self.floor:
            return None
        return begin, self._words.bounds[word]

    def _bounded(
        self, bound: tuple[int, str], found: Found
    ) -> tuple[int, date | None, date | None, Found]:
        """The interval that a bounding word leaves open on one side."""
        start, word = bound
        earliest, latest = found.interval
        if word == "since":
            return start, earliest, self._published, found
        if word == "until":
            return start, None, latest, found
        if word == "by":
            # "By December" is before it begins; "by early December" before that part ends.
            narrowed = found.rule.startswith(("part", "edge", "within"))
            return start, None, latest if narrowed else earliest or latest, found
        follows = found.end + len(" and ")
        if self._body.startswith(" and ", found.end) and follows < len(self._body):
            for read in (self._dates.read_narrowed, self._dates.read_name, self._dates.read_digits):
                if (other := read(self._reading, follows)) and other.kind == "date":
                    return start, earliest, other.interval[1], other
        return start, earliest, latest, found

    # What only the whole article tells

    def counted(self) -> list[Figure]:
        """The figures. A count without a noun takes that of its verb, or of an equal figure."""
        bare = [figure for figure in self.figures if _lacks_noun(figure)]
        if not bare:
            return self.figures
        same: dict[tuple[float | None, float | None], list[str]] = {}
        for figure in self.figures:
            if figure.counted:
                same.setdefault((figure.low, figure.high), []).append(figure.counted)
        implied: dict[str, str | None] = {}
        named = {}
        for figure in bare:
            noun = self._implied(figure, implied)
            if noun is None and (nouns := same.get((figure.low, figure.high))):
                noun = Counter(nouns).most_common(1)[0][0]
            if noun:
                named[figure.start] = replace(figure, counted=noun, counted_inferred=True)
        return [named.get(figure.start, figure) for figure in self.figures]

    def _implied(self, figure: Figure, known: dict[str, str | None]) -> str | None:
        """The noun that the verb before a figure implies; `known` keeps what was looked up."""
        nouns = noun_reader()
        verb = nouns.verb_before(self._body, figure.start)
        if verb and verb not in known:
            known[verb] = nouns.first_implied(self._body, verb)
        return known[verb] if verb else None

    def dated(self) -> list[DateMention]:
        """The dates. "Two years ago" in a quotation counts from the day on which it was said."""
        if self._published is None:
            return [mention for mention, _ in self._found]
        return [
            self._as_said(place, mention) if mention.rule in _COUNTED_BACK else mention
            for place, (mention, _) in enumerate(self._found)
        ]

    def _as_said(self, place: int, mention: DateMention) -> DateMention:
        body, published = self._body, self._published
        far = max(0, mention.start - _LONGEST_QUOTATION)
        begin = max(body.rfind("\n", far, mention.start) + 1, far)
        before = body[begin : mention.start]
        quoted = before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
        said = self._day_said(place, begin) if quoted else None
        if said is None or published is None or said == published:
            return mention
        back = published - said
        return replace(
            mention, earliest=_moved(mention.earliest, back), latest=_moved(mention.latest, back)
        )

    def _day_said(self, place: int, begin: int) -> date | None:
        """The day named in the paragraph that begins at `begin`, else a recent one before it."""
        mention = self._found[place][0]
        end = self._body.find("\n", mention.end, mention.end + _LONGEST_QUOTATION)
        end = end if end >= 0 else mention.end + _LONGEST_QUOTATION
        near = [*self._found[place + 1 : place + 4], *reversed(self._found[:place][-8:])]
        for other, said in near:
            if said is None or self._published is None or other.start >= end:
                continue
            if other.rule in _COUNTED_BACK:
                continue
            age = self._published - said
            if age >= timedelta() and (other.start >= begin or age <= _SAID_WITHIN):
                return said
        return None


def _lacks_noun(figure: Figure) -> bool:
    """Whether it is a count without a noun, and so large that equal figures are no coincidence."""
    if figure.kind != "count" or figure.counted is not None:
        return False
    return max(figure.low or 0, figure.high or 0) >= 20


def _iso(day: date | None, clock: str) -> str | None:
    if day is None:
        return None
    return f"{day.isoformat()}T{clock}" if clock else day.isoformat()


def _moved(day: str | None, back: timedelta) -> str | None:
    return days.safe_shift(date.fromisoformat(day), -back).isoformat() if day else None
