"""The answers to one question in the order of their days, and which of them updates which.

Pure: made from articles and a question. `tui` draws it; nothing here knows how.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite
from typing import Final, Literal, get_args

from index.article import Article
from index.compare.intervals import Interval, of_date, of_figure
from index.compare.matrix import Value, row_of
from index.compare.model import GRAVITY, Answer, DayKind, Question, Relation
from index.facts.model import DateKind, DateMention, Figure, FigureKind

Scale = Literal["numbers", "days"]

_FIGURES: Final = frozenset(get_args(FigureKind))
_DATES: Final = frozenset(get_args(DateKind))
_MINUTES_OF_A_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """One value of one report, with the days that are known of it."""

    article: Article
    answer: Answer
    value: Value
    """Where the report gives it, and how it stands to what was said before."""
    day: date | None
    """The day for which it holds, or the nearest that is known."""
    day_from: DayKind | None
    """Which of its three days `day` is."""
    said: date | None
    published: date | None
    interval: Interval | None
    """The values that its words allow: numbers in their own unit, or days as ordinals."""
    until: date | None = None
    """The day of the first answer that updates it; None while it stands."""

    @property
    def loose(self) -> bool:
        """The words give no exact value: "about 40", "dozens"."""
        return self.answer.approximation not in ("exact", "at_least", "at_most", "range")


@dataclass(frozen=True, slots=True)
class Update:
    """A later answer takes the place of an earlier one."""

    older: int
    newer: int
    """Indices into `Timeline.moments`."""
    reason: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The answers to one question, the earliest first; those without any day last."""

    question: Question
    moments: tuple[Moment, ...]
    updates: tuple[Update, ...]
    """Each later answer with the last one before it that it updates."""
    scale: Scale | None
    """What the values can be measured by; None for stances, words and different units."""

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last of all days that are known; None where none is."""
        known = [day for one in self.moments for day in (one.day, one.said, one.published) if day]
        return (min(known), max(known)) if known else None

    @property
    def reach(self) -> tuple[float, float] | None:
        """The least and the greatest value named; None where none is."""
        ends = [
            end
            for one in self.moments
            if one.interval is not None
            for end in (one.interval.low, one.interval.high)
            if isfinite(end)
        ]
        return (min(ends), max(ends)) if ends else None

    def updated_by(self, number: int) -> list[int]:
        """The moments that take the place of one, in order."""
        return [one.newer for one in self.updates if one.older == number]

    def updates_of(self, number: int) -> Update | None:
        """What one moment takes the place of; None where it updates nothing."""
        return next((one for one in self.updates if one.newer == number), None)

    def relations_to_earlier(self, number: int) -> list[Relation]:
        """How one moment stands to answers of the question before it, the gravest first."""
        own = self.moments[number].value.answers
        found = [one for one in self.question.relations if one.b in own and one.a not in own]
        return sorted(found, key=lambda one: GRAVITY.index(one.kind))


def timeline_of(question: Question, articles: Sequence[Article]) -> Timeline:
    """The timeline of the answers that `articles` give to `question`."""
    row = row_of(question, articles)
    moments = [
        _moment(article, question.answers[value.answers[0]], value)
        for article, cell in zip(articles, row.cells, strict=True)
        for value in cell
    ]
    moments.sort(
        key=lambda one: (one.day or date.max, one.published or date.max, one.value.answers)
    )
    pairs = _updated_pairs(question.relations, moments)
    last: dict[int, Update] = {}
    until: dict[int, date] = {}
    for pair in pairs:
        if pair.newer not in last or last[pair.newer].older < pair.older:
            last[pair.newer] = pair
        if (day := moments[pair.newer].day) is not None:
            until[pair.older] = min(day, until.get(pair.older, day))
    return Timeline(
        question=question,
        moments=tuple(replace(one, until=until.get(n)) for n, one in enumerate(moments)),
        updates=tuple(last[newer] for newer in sorted(last)),
        scale=_scale(moments),
    )


def _moment(article: Article, answer: Answer, value: Value) -> Moment:
    day = _day(answer.as_of)
    return Moment(
        article=article,
        answer=answer,
        value=value,
        day=day,
        day_from=(answer.as_of_from or "as_of") if day else None,
        said=_day(answer.said),
        published=_day(answer.published),
        interval=_interval(answer),
    )


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso[:10]) if iso else None


def _interval(answer: Answer) -> Interval | None:
    """What the words of an answer allow."""
    if answer.kind in _FIGURES:
        figure = Figure(0, 0, answer.text, "count", answer.low, answer.high, answer.approximation)
        return of_figure(figure)
    if answer.kind == "date":
        minutes = of_date(DateMention(0, 0, answer.text, "date", answer.earliest, answer.latest))
        return minutes.scaled(1 / _MINUTES_OF_A_DAY) if minutes else None
    return None


def _scale(moments: Sequence[Moment]) -> Scale | None:
    """What all values can be drawn by: not by numbers in one unit and in another."""
    measured = [one.answer for one in moments if one.interval is not None]
    if len({(one.kind in _DATES, one.unit) for one in measured}) != 1:
        return None
    return "days" if measured[0].kind in _DATES else "numbers"


def _updated_pairs(relations: Iterable[Relation], moments: Sequence[Moment]) -> list[Update]:
    """Every two moments of which the later updates the earlier, in the order of the relations."""
    places = {index: number for number, one in enumerate(moments) for index in one.value.answers}
    pairs = []
    for one in relations:
        older, newer = sorted((places[one.a], places[one.b]))
        if one.kind == "updated" and older != newer:
            pairs.append(Update(older, newer, one.reason))
    return pairs
