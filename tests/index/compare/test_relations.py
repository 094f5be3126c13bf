"""The table of relations: every row, tested in its order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from index.compare import intervals
from index.compare.accounts import Account
from index.compare.intervals import Interval
from index.compare.model import AnswerKind
from index.compare.relations import Verdict, relate, unknown
from index.compare.wording import Reasons
from index.facts.model import Approximation, Claim, DateMention, Figure


def account(
    text: str,
    low: float | None = None,
    high: float | None = None,
    *,
    report: int = 0,
    published: str | None = "2019-05-14",
    approximation: Approximation = "exact",
    kind: AnswerKind = "count",
    unit: str | None = None,
    **claim: Any,
) -> Account:
    figure = Figure(0, len(text), text, "count", low, high, approximation, unit)
    value: Interval | None = intervals.of_figure(figure)
    told: dict[str, Any] = {"figure": 0, "event": "killed"} | claim
    return Account(
        report=report,
        article=f"report-{report}",
        outlet=("Herald", "Courier", "Gazette")[report],
        origin=report,
        published=published,
        claim=Claim(0, 50, 0, len(text), **told),
        kind=kind,
        text=text,
        sentence=text,
        value=value,
        unit=unit,
        approximation=approximation,
        low=low,
        high=high,
    )


def dated(text: str, earliest: str, latest: str, *, report: int = 0) -> Account:
    mention = DateMention(0, len(text), text, "date", earliest, latest)
    return replace(
        account(text, report=report, kind="date", figure=None, date=0),
        value=intervals.of_date(mention),
        earliest=earliest,
        latest=latest,
    )


def kind_of(a: Account, b: Account) -> str:
    assert relate(a, b).kind == relate(b, a).kind, "the order of two answers does not matter"
    return relate(a, b).kind


def test_equal_values_agree() -> None:
    assert kind_of(account("12", 12, 12), account("12", 12, 12, report=1)) == "agrees"


def test_equal_values_of_one_speaker_are_an_echo() -> None:
    one = account("12", 12, 12, speaker="Ann Lee")
    other = account("12", 12, 12, report=1, speaker="Ann Lee")
    assert kind_of(one, other) == "echo"


def test_equal_values_in_copies_of_one_text_are_an_echo() -> None:
    one = account("12", 12, 12)
    assert kind_of(one, replace(account("12", 12, 12, report=1), origin=one.origin)) == "echo"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (account("at least 10", 10, None, report=1, approximation="at_least"), "compatible"),
        (account("about 11", 11, 11, report=1, approximation="about"), "compatible"),
        (account("10 to 20", 10, 20, report=1, approximation="range"), "compatible"),
        (account("at least 13", 13, None, report=1, approximation="at_least"), "differs"),
        (account("15", 15, 15, report=1), "differs"),
        (account("a few", report=1, approximation="vague", kind="vague"), "vague"),
        (account("dozens", 24, None, report=1, approximation="vague", kind="vague"), "differs"),
        (account("a score", 16, None, report=1, approximation="vague", kind="vague"), "vague"),
    ],
)
def test_values_are_compared_by_their_intervals(other: Account, expected: str) -> None:
    assert kind_of(account("12", 12, 12), other) == expected


def test_a_later_value_is_an_update() -> None:
    older, newer = account("12", 12, 12), account("15", 15, 15, report=1, published="2019-05-17")
    verdict = relate(older, newer)
    assert verdict == Verdict("updated", "later")
    assert Reasons([older, newer]).of(0, 1, verdict) == (
        "Herald (14 May): 12; Courier (17 May): 15; three days later, so an update."
    )


def test_a_day_later_is_no_update_unless_the_window_is_shorter() -> None:
    older = account("12", 12, 12, event="launched")
    newer = account("15", 15, 15, event="launched", report=1, published="2019-05-15")
    assert relate(older, newer).kind == "differs"
    assert relate(older, newer, timedelta(hours=6)).kind == "updated"


def test_what_runs_on_is_updated_by_the_next_day() -> None:
    older, newer = account("12", 12, 12), account("15", 15, 15, report=1, published="2019-05-15")
    assert relate(older, newer).kind == "updated"
    assert relate(older, newer, timedelta(days=3)).kind == "differs"


def test_a_toll_outgrows_its_lower_bound() -> None:
    older = account("at least 17", 17, None, approximation="at_least")
    newer = account("43", 43, 43, report=1, published="2019-05-15")
    assert kind_of(older, newer) == "updated"
    assert kind_of(older, replace(newer, published="2019-05-14")) == "compatible"
    near = account("18", 18, 18, report=1, published="2019-05-15")
    assert kind_of(older, near) == "compatible"
    founded = account("at least 17", 17, None, approximation="at_least", event="launched")
    later = account("43", 43, 43, report=1, published="2019-05-19", event="launched")
    assert kind_of(founded, later) == "compatible"


def test_a_vague_quantity_is_updated_by_a_later_number() -> None:
    older = account("a few", approximation="vague", kind="vague")
    newer = account("15", 15, 15, report=1, published="2019-05-17")
    assert kind_of(older, newer) == "updated"


def test_the_day_of_saying_counts_before_the_day_of_publication() -> None:
    older = account("12", 12, 12, said="2019-05-01")
    newer = account("15", 15, 15, report=1)
    assert kind_of(older, newer) == "updated"


def test_a_plan_is_another_scope_than_a_fact() -> None:
    planned = account("12", 12, 12, modality="plan")
    verdict = relate(planned, account("9", 9, 9, report=1))
    assert verdict == Verdict("scope", "modality")


def test_an_addition_is_another_scope_than_the_whole() -> None:
    more = account("12", 12, 12, part="additional")
    assert relate(more, account("9", 9, 9, report=1)) == Verdict("scope", "part")


def test_a_place_within_a_place_is_another_scope() -> None:
    whole = account("12", 12, 12, event="deployed", places=("Freedonia",))
    part = account("9", 9, 9, report=1, event="deployed", places=("Sylvan", "Freedonia"))
    verdict = relate(whole, part)
    assert verdict == Verdict("scope", "place")
    assert "Sylvan lies in Freedonia" in Reasons([whole, part]).of(0, 1, verdict)


def test_a_place_decides_nothing_where_it_is_no_part_of_the_event() -> None:
    whole = account("12", 12, 12, places=("Freedonia",))
    part = account("9", 9, 9, report=1, places=("Sylvan", "Freedonia"))
    assert kind_of(whole, part) == "differs"


def test_a_sum_over_years_is_another_scope_than_a_single_sum() -> None:
    whole = account("$9bn", 9e9, 9e9, kind="money", period=("2015-01-01", "2019-05-14"))
    part = account("$4m", 4e6, 4e6, kind="money", report=1)
    assert relate(whole, part) == Verdict("scope", "period")


def test_no_one_denies_a_number() -> None:
    none = account("no one was hurt", 0, 0, stance="denied", event="injured")
    assert kind_of(none, account("2", 2, 2, report=1, event="injured")) == "denied"


def test_affirmed_against_denied_and_left_open() -> None:
    affirmed = account("the deal", kind="stance", figure=None)
    denied = replace(affirmed, report=1, claim=replace(affirmed.claim, stance="denied"))
    left_open = replace(affirmed, report=2, claim=replace(affirmed.claim, stance="unconfirmed"))
    assert kind_of(affirmed, denied) == "denied"
    assert kind_of(denied, left_open) == "denied"
    assert kind_of(denied, replace(denied, report=2, origin=2)) == "agrees"


def test_other_words_are_another_attribution() -> None:
    one = account("communications director", kind="words", figure=None, words="x")
    other = account("communications adviser", kind="words", figure=None, words="y", report=1)
    assert kind_of(one, other) == "attribution"
    assert kind_of(one, replace(one, report=1, origin=1)) == "agrees"


def test_vague_words_are_compared_by_who_says_them() -> None:
    vague: dict[str, Any] = {"approximation": "vague", "kind": "vague"}
    one = account("a portion", speaker="Ann Lee", **vague)
    other = account("a portion", report=1, speaker="Tom Hill", **vague)
    assert relate(one, other) == Verdict("attribution", "speaker")
    assert kind_of(one, account("a portion", report=1, **vague)) == "agrees"
    assert kind_of(one, account("some", report=1, speaker="Tom Hill", **vague)) == "compatible"


def test_dates_compare_as_intervals() -> None:
    day = dated("14 May", "2019-05-14", "2019-05-14")
    month = dated("May", "2019-05-01", "2019-05-31", report=1)
    june = dated("June", "2019-06-01", "2019-06-30", report=1)
    assert kind_of(day, month) == "compatible"
    assert kind_of(day, june) == "differs"
    assert "Herald (14 May): 14 May" in Reasons([day, june]).of(0, 1, relate(day, june))


def test_measures_in_two_units_can_agree() -> None:
    miles = account("1,678 miles", 1678, 1678, unit="mile", kind="measure")
    kilometres = account("2,700 km", 2700, 2700, unit="km", kind="measure", report=1)
    assert kind_of(miles, kilometres) in ("agrees", "compatible")


def test_what_is_unknown_is_named() -> None:
    placed = account("12", 12, 12, event="deployed", places=("Freedonia",))
    nowhere = account("9", 9, 9, event="deployed", report=1, published=None)
    assert unknown(placed, nowhere) == ("place", "date")
    assert unknown(placed, placed) == ()
