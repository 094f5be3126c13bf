"""Small events as several outlets would tell them: what is asked, how it is related, and why."""

from __future__ import annotations

import pytest

from tests.index.compare.events import (
    CHOLERA,
    COACH,
    COURT,
    ELECTION,
    MARCH,
    OUTBREAK,
    QUAKE,
    STORM,
    STRIKE,
    TRAIN,
)
from tests.index.compare.reports import Told, asked, told


@pytest.mark.parametrize(
    ("event", "texts", "question", "relation"),
    [
        (QUAKE, ["at least 17", "43"], "How many people were killed?", "updated"),
        (QUAKE, ["12", "Twelve"], "How many people are missing?", "agrees"),
        (QUAKE, ["About 3,000", "Some 5,000"], "How many people were made homeless?", "updated"),
        (TRAIN, ["140", "about 150", "146"], "How many people were on board?", "differs"),
        (TRAIN, ["42-year-old", "41"], "How old is the driver?", "differs"),
        (
            TRAIN,
            ["at least three days", "a week"],
            "How long does it stay closed?",
            "compatible",
        ),
        (STRIKE, ["19 days", "nearly three-week"], "How long did the strike last?", "compatible"),
        (STRIKE, ["7 percent", "7.5 percent"], "What percentage is the rise?", "differs"),
        (ELECTION, ["54 percent", "57 percent"], "What percentage does Rask have?", "updated"),
        (ELECTION, ["43 percent", "40 percent"], "What percentage does Brandt have?", "differs"),
        (ELECTION, ["61 percent", "58 percent"], "What percentage is the turnout?", "updated"),
        (COURT, ["six years", "six and a half years"], "How long is the sentence?", "differs"),
        (COURT, ["58", "59"], "How old is Dorn?", "differs"),
        (COURT, ["500,000 euros"], "How much money was the fine?", "agrees"),
        (STORM, ["at least three", "nine"], "How many people were killed?", "updated"),
        (STORM, ["More than 400,000", "350,000"], "How many homes are without power?", "updated"),
        (STORM, ["130 mph", "210 km/h"], "What are the winds in km/h?", "agrees"),
        (STORM, ["$4 billion", "$6 billion"], "How much is the damage?", "updated"),
        (OUTBREAK, ["18", "26"], "How many people were infected?", "updated"),
        (OUTBREAK, ["Six", "Five"], "How many people are in critical condition?", "updated"),
        (CHOLERA, ["16", "28", "37"], "How many people were killed?", "differs"),
        (MARCH, ["21", "Nine"], "How many officers were injured?", "differs"),
        (COACH, ["at least 11", "Fourteen", "16"], "How many people were killed?", "updated"),
        (COACH, ["Two", "seven"], "How many people are in critical condition?", "differs"),
        (COACH, ["34", "36-year-old"], "How old is the driver?", "differs"),
    ],
)
def test_an_event_in_several_registers(
    event: tuple[Told, ...], texts: list[str], question: str, relation: str
) -> None:
    found = asked(told(*event), *texts)
    assert (found.question, found.relation) == (question, relation)


@pytest.mark.parametrize("event", [QUAKE, TRAIN, STRIKE, ELECTION, COURT, STORM, OUTBREAK])
def test_every_difference_has_a_reason_that_names_both_sides(event: tuple[Told, ...]) -> None:
    questions = told(*event).questions
    assert any(question.relations for question in questions)
    for question in questions:
        for relation in question.relations:
            one, other = question.answers[relation.a], question.answers[relation.b]
            assert one.text in relation.reason and other.text in relation.reason
            assert relation.reason.endswith(".") and relation.reason.count("; ") >= 2


def test_the_reason_of_an_update_tells_the_older_first() -> None:
    found = asked(told(*ELECTION), "61 percent", "58 percent")
    assert found.reason.startswith("Courier (3 Mar): 58 percent; Herald (4 Mar): 61 percent;")
    assert found.reason.endswith("one day later, so an update.")


@pytest.mark.parametrize(
    ("event", "words"),
    [(QUAKE, "61"), (TRAIN, "12"), (TRAIN, "80 km/h"), (ELECTION, "70 percent")],
)
def test_what_belongs_elsewhere_is_asked_of_nobody(event: tuple[Told, ...], words: str) -> None:
    questions = told(*event).questions
    assert questions
    for question in questions:
        assert words not in {answer.text for answer in question.answers}, question.question
