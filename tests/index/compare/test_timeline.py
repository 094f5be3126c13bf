"""The answers to one question in the order of their days, without a screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import inf

import pytest

from index.article import Article
from index.compare.model import Answer, Comparison, Question, Relation, RelationKind
from index.compare.timeline import Timeline, timeline_of
from index.facts.model import Facts

POST = Article("post", "Post", "About 40 hurt.", source="Post", published="2031-05-02")
LEDGER = Article("ledger", "Ledger", "At least 63 hurt.", source="Ledger", published="2031-05-04")
COURIER = Article("courier", "Courier", "Dozens hurt. 70 hurt.", source="Courier")


def answer(article: Article, words: str, **known: object) -> Answer:
    start = article.body.index(words)
    plain = Answer(
        article.id,
        "count",
        words,
        start,
        start + len(words),
        article.body,
        published=article.published,
        as_of=article.published,
        as_of_from="published" if article.published else None,
    )
    return replace(plain, **known)  # type: ignore[arg-type]


ABOUT = answer(POST, "About 40", low=40, high=40, approximation="about")
LEAST = answer(
    LEDGER, "At least 63", low=63, approximation="at_least", said="2031-05-03", as_of="2031-05-03"
)
DOZENS = answer(COURIER, "Dozens", kind="vague", approximation="vague")
SEVENTY = answer(COURIER, "70", low=70, high=70)


def timeline(*answers: Answer, pairs: tuple[tuple[int, int, RelationKind], ...] = ()) -> Timeline:
    relations = tuple(Relation(a, b, kind, f"{a} before {b}") for a, b, kind in pairs)
    question = Question("q", "How many?", "strong", "updated", "because", answers, relations)
    return timeline_of(question, (POST, LEDGER, COURIER))


def test_the_earliest_first_and_those_without_a_day_last() -> None:
    found = timeline(SEVENTY, LEAST, ABOUT)
    assert [one.answer.text for one in found.moments] == ["About 40", "At least 63", "70"]
    assert [one.day for one in found.moments] == [date(2031, 5, 2), date(2031, 5, 3), None]
    assert found.days == (date(2031, 5, 2), date(2031, 5, 4)), "the day of publication counts too"
    assert timeline(SEVENTY).days is None


def test_the_three_days_are_kept_apart() -> None:
    said = replace(LEAST, as_of_from="said")
    claimed = replace(LEAST, as_of="2031-05-01", as_of_from="as_of")
    first, second = (timeline(one).moments[0] for one in (said, claimed))
    assert (first.day_from, first.day, first.said) == ("said", first.said, date(2031, 5, 3))
    assert (second.day_from, second.day) == ("as_of", date(2031, 5, 1))
    assert second.published == date(2031, 5, 4)
    assert timeline(SEVENTY).moments[0].day_from is None


def test_values_as_ranges() -> None:
    found = timeline(ABOUT, LEAST, SEVENTY)
    ranges = [(one.interval.low, one.interval.high) for one in found.moments if one.interval]
    assert ranges == [(36, pytest.approx(44)), (63, inf), (70, 70)]
    assert [one.loose for one in found.moments] == [True, False, False]
    assert found.scale == "numbers"
    assert found.reach == (36, 70)
    assert timeline(DOZENS).scale is None
    assert timeline(DOZENS).reach is None


def test_days_are_values_too() -> None:
    may = answer(POST, "About 40", kind="date", earliest="2031-05-01", latest="2031-05-31")
    found = timeline(may)
    assert found.scale == "days"
    assert found.reach == (date(2031, 5, 1).toordinal(), date(2031, 6, 1).toordinal())


def test_nothing_is_measured_in_two_units_at_once() -> None:
    found = timeline(replace(ABOUT, unit="km"), replace(LEAST, unit="miles"))
    assert found.scale is None


def test_each_update_is_tied_to_the_last_answer_before_it() -> None:
    pairs: tuple[tuple[int, int, RelationKind], ...] = (
        (0, 1, "updated"),
        (0, 2, "updated"),
        (1, 2, "updated"),
        (0, 1, "differs"),
    )
    later = replace(SEVENTY, as_of="2031-05-09", as_of_from="as_of")
    found = timeline(ABOUT, LEAST, later, pairs=pairs)
    ties = [(one.older, one.newer, one.reason) for one in found.updates]
    assert ties == [(0, 1, "0 before 1"), (1, 2, "1 before 2")]
    assert found.updated_by(0) == [1]
    assert [one.until for one in found.moments] == [date(2031, 5, 3), date(2031, 5, 9), None]
    update = found.updates_of(2)
    assert update is not None and update.older == 1
    assert found.updates_of(0) is None


def test_the_samples(seeds: dict[str, tuple[Article, Facts]], comparison: Comparison) -> None:
    articles = [article for article, _ in seeds.values()]
    for question in comparison.questions:
        found = timeline_of(question, articles)
        held = [index for one in found.moments for index in one.value.answers]
        assert sorted(held) == list(range(len(question.answers))), "no answer is lost"
        days = [one.day for one in found.moments if one.day]
        assert days == sorted(days)
    kursk = next(q for q in comparison.questions if q.question.endswith("troops are in Kursk?"))
    found = timeline_of(kursk, articles)
    newer = {found.moments[one.newer].answer.text for one in found.updates}
    older = {found.moments[one.older].article.source for one in found.updates}
    assert "at least 10,000" in newer
    assert "ABC News" not in older
