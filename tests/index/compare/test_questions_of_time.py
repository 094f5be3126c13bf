"""Which days, times of day and lengths of time of several reports meet in one question."""

from __future__ import annotations

import pytest

from tests.index.compare.reports import DAY, FERRY, FILLING, answering, ask


@pytest.mark.parametrize(
    ("bodies", "later", "answers", "relation", "asked"),
    [
        pytest.param(
            (
                "The pupils were kidnapped from their school in April 2017.",
                "Gunmen kidnapped the pupils from the school on 14 April 2017.",
                "The pupils were kidnapped from their school two years ago.",
            ),
            None,
            ("April 2017", "14 April 2017", "two years ago"),
            "compatible",
            "When were they kidnapped?",
            id="dates of one event meet",
        ),
        pytest.param(
            (
                "A ferry sank off Sylvan on Monday, the navy said.",
                "The ferry sank at 6.24am on Monday near Sylvan.",
            ),
            None,
            ("Monday", "6.24am on Monday"),
            "agrees",
            "When was the crash?",
            id="a day and a time of that day agree",
        ),
        pytest.param(
            (
                "The ferry Sylvan collided with a tanker at 5:24 a.m. on Monday.",
                "The ferry Sylvan and a tanker collided at 6:05 a.m. on Monday.",
            ),
            None,
            ("5:24 a.m. on Monday", "6:05 a.m. on Monday"),
            "differs",
            "At what time was the crash?",
            id="times of one event that lie near each other differ",
        ),
        pytest.param(
            (
                "The rebels' truce will begin on Wednesday, the rebels said.",
                "The rebels' truce began on Wednesday, the army said.",
            ),
            "2019-05-16",
            ("Wednesday",),
            "agrees",
            "When did it begin?",
            id="a plan that came true agrees",
        ),
        pytest.param(
            (
                "Pirates freed the crew of the Sylvan after holding them for four months. "
                + FILLING,
                "The crew of the Sylvan spent 123 days in captivity before pirates freed them. "
                "A bridge of 1912 fell.",
            ),
            None,
            ("four months", "123 days"),
            "compatible",
            "How long were they held?",
            id="lengths of one captivity meet",
        ),
        pytest.param(
            (
                "The hall of Sylvan was whitewashed on May 2.",
                "Painters whitewashed the hall of Sylvan on May 2.",
            ),
            None,
            ("May 2",),
            "agrees",
            "When was this: “whitewashed”?",
            id="the question after a day of no class quotes its verb",
        ),
        pytest.param(
            (
                "The riot began late on Sunday when one gang fell upon another.",
                "Sixty guards ran away during the riot that began on May 12.",
            ),
            None,
            ("late on Sunday", "May 12"),
            "agrees",
            "When did it begin?",
            id="what began on one day began once",
        ),
    ],
)
def test_times_of_one_event_meet(
    bodies: tuple[str, ...], later: str | None, answers: tuple[str, ...], relation: str, asked: str
) -> None:
    question = answering(ask(*bodies, later=later), *answers)
    assert question
    assert (question.relation, question.question) == (relation, asked)


def test_an_answer_holds_for_no_day_after_its_saying() -> None:
    found = ask(
        FERRY + "The wreck killed 14 people, police said on Sunday.",
        FERRY + "Earlier this month, police said that the wreck killed fourteen people.",
        FERRY + "The wreck killed 14 people.",
    )
    question = answering(found, "14", "fourteen")
    assert question
    assert [(answer.said, answer.as_of) for answer in question.answers] == [
        ("2019-05-12", "2019-05-12"),
        (None, "2019-05-13"),
        (None, DAY),
    ]
