"""States, amounts, ages and lengths of time: what a value belongs to where no verb tells it."""

from __future__ import annotations

import pytest

from index.article import Article
from index.facts.claims_lengths import length_of
from index.facts.extract import extract
from index.facts.model import Claim

DAY = 24 * 60


def claims(body: str) -> list[Claim]:
    return list(extract(Article("a", "a", body, published="2019-05-14")).claims)


def claim(body: str, value: str) -> Claim:
    """The one claim whose value has these words."""
    found = [c for c in claims(body) if body[c.value_start : c.value_end] == value]
    assert len(found) == 1, [body[c.value_start : c.value_end] for c in claims(body)]
    return found[0]


@pytest.mark.parametrize(
    ("body", "value", "event"),
    [
        ("There were 150 people on board the ferry.", "150", "aboard"),
        ("The plane was carrying 92 passengers.", "92", "aboard"),
        ("There were 146 people aboard the train.", "146", "aboard"),
        ("Seven people are in hospital.", "Seven", "injured"),
        ("Nine of the injured are in critical condition.", "Nine", "critical"),
        ("Eight people remain in critical condition.", "Eight", "critical"),
        ("Twelve miners are trapped.", "Twelve", "trapped"),
        ("Some 5,000 people are homeless and spent the night in tents.", "Some 5,000", "homeless"),
        ("The flood left thousands homeless.", "thousands", "homeless"),
        ("Four men are still in custody.", "Four", "held"),
        ("More than 400,000 homes were without power.", "More than 400,000", "powerless"),
        ("The flood forced 12,000 people to leave their homes.", "12,000", "evacuated"),
        ("Eighteen others have fallen ill in an outbreak.", "Eighteen", "infected"),
        # Words that only look like an event.
        ("Police and 30 fire engines were at the scene.", "30", None),
        ("Four people were taken to St George's.", "Four", None),
    ],
)
def test_a_state_is_claimed_as_an_event_is(body: str, value: str, event: str | None) -> None:
    assert claim(body, value).event == event


@pytest.mark.parametrize(
    ("body", "value", "event"),
    [
        (
            "The death toll from the earthquake that hit the north rose to 43 on Wednesday.",
            "43",
            "killed",
        ),
        ("The number of people killed by the hurricane rose to nine.", "nine", "killed"),
        ("The toll stood at 58 on Saturday.", "58", "killed"),
    ],
)
def test_a_toll_is_what_it_rose_to(body: str, value: str, event: str) -> None:
    found = claim(body, value)
    assert (found.event, found.counted) == (event, "people")


@pytest.mark.parametrize(
    ("body", "value", "noun"),
    [
        ("Turnout was 61 percent.", "61 percent", "turnout"),
        ("The commission put turnout at 58 percent.", "58 percent", "turnout"),
        ("Members accepted a 7 percent pay rise.", "7 percent", "ris"),
        ("The rival, a former mayor, took 43 percent.", "43 percent", "mayor"),
        ("The fire is 20 percent contained.", "20 percent", "contain"),
        ("It hit the coast with winds of 130 mph.", "130 mph", "wind"),
        ("The governor put the damage at $6 billion.", "$6 billion", "damag"),
        ("It reached an altitude of 770 kilometers (480 miles).", "480 miles", "altitud"),
        ("Growth is forecast at 1.8 percent.", "1.8 percent", "growth"),
    ],
)
def test_an_amount_belongs_to_a_noun(body: str, value: str, noun: str) -> None:
    assert claim(body, value).noun == noun


@pytest.mark.parametrize(
    ("body", "value", "event"),
    [
        ("Shares rose 5 percent.", "5 percent", "rose"),
        ("The price fell to $4.10.", "$4.10", "valued"),
        ("The price fell below $6,000.", "below $6,000", "valued"),
        ("The budget foresees a deficit of 2.3 percent.", "2.3 percent", "cost"),
    ],
)
def test_a_level_is_no_move(body: str, value: str, event: str) -> None:
    assert claim(body, value).event == event


@pytest.mark.parametrize(
    ("body", "value", "noun", "given"),
    [
        ("Ada Lund, 51, was arrested.", "51", "lund", ("ada",)),
        ("Ada M. Lund, 51, was arrested.", "51", "lund", ("ada",)),
        ("The driver, a 42-year-old man, has been arrested.", "42-year-old", "driver", ()),
        ("The driver, who is 41, was detained.", "41", "driver", ()),
        ("The driver, 41, was detained.", "41", "driver", ()),
        ("The patient is a farmer of 34.", "34", "farmer", ()),
        ("Police arrested 33-year-old Ada Lund.", "33-year-old", "lund", ("ada",)),
        ("A 20-month-old boy was released.", "20-month-old", "boy", ()),
    ],
)
def test_an_age_belongs_to_its_person(
    body: str, value: str, noun: str, given: tuple[str, ...]
) -> None:
    found = claim(body, value)
    assert (found.noun, found.qualifiers) == (noun, given)


def test_an_age_put_in_between_parts_nothing() -> None:
    body = "One man, a volunteer aged 63, died of smoke."
    assert claim(body, "One").event == "killed"


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("19 days", 19, 19),
        ("nearly three-week", 18.9, 21),
        ("a week", 7, 7),
        ("at least three days", 3, None),
        ("up to 10 days", None, 10),
        ("three to five days", 3, 5),
        ("a day and a half", 1.5, 1.5),
        ("36 hours", 1.5, 1.5),
        ("two weeks", 14, 14),
        ("about 10 days", 9, 11),
    ],
)
def test_a_length_of_time_is_told_in_minutes(
    text: str, least: float | None, most: float | None
) -> None:
    found = length_of(text)
    assert found is not None
    for minutes, days in zip(found[:2], (least, most), strict=True):
        assert (minutes is None) == (days is None)
        if minutes is not None and days is not None:
            assert minutes == pytest.approx(days * DAY)


def test_what_has_no_number_has_no_length() -> None:
    assert length_of("some time") is None
    assert length_of("11 school days") is None
    assert length_of("two full days") == length_of("two days")


@pytest.mark.parametrize(
    ("body", "value", "lasts"),
    [
        ("The strike lasted 19 days after talks failed.", "19 days", True),
        ("The strike ended a day after the vote.", "a day", False),
        ("Prices fell to a 12-week low.", "12-week", False),
    ],
)
def test_only_what_lasts_has_a_length(body: str, value: str, lasts: bool) -> None:
    found = [c for c in claims(body) if body[c.value_start : c.value_end] == value]
    assert bool([c for c in found if c.minutes]) == lasts


def test_it_takes_up_what_was_told_before() -> None:
    body = (
        "The deployment of troops goes on, the minister said.\n"
        "It would take until early December, he added."
    )
    found = claim(body, "until early December")
    assert (found.event, found.modality) == ("deployed", "plan")


def test_a_date_that_is_explained_dates_its_own_clause() -> None:
    body = "It is the worst crash since 2004, when seven people were killed near the coast."
    assert claim(body, "seven").period == ("2004-01-01", "2004-01-01")


def test_a_year_that_is_compared_with_dates_nothing_else() -> None:
    body = "Turnout was 61 percent, down from 70 percent in 2015."
    assert claim(body, "61 percent").period == (None, None)
    assert claim(body, "70 percent").period == ("2015-01-01", "2015-12-31")
    assert not [c for c in claims(body) if c.date is not None]


def test_last_week_at_the_beginning_dates_the_saying() -> None:
    body = "Last week, the mayor of the town confirmed that 300 soldiers were sent to Sylvan."
    assert claim(body, "300").said_by == "2019-05-12"


@pytest.mark.parametrize(
    ("body", "value", "speaker"),
    [
        ("The march was large; police put the number at 15,000.", "15,000", "police"),
        ("Organisers said 50,000 people came, but the city counted 12,000.", "12,000", "city"),
        ("It put turnout at 58 percent.", "58 percent", None),
    ],
)
def test_an_estimate_is_whose_it_is(body: str, value: str, speaker: str | None) -> None:
    assert claim(body, value).speaker == speaker
