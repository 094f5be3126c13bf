"""Which days, times of day and lengths of time of several reports meet in one question."""

from __future__ import annotations

from tests.index.compare.reports import DAY, FERRY, FILLING, answering, ask


def test_dates_of_one_event_meet() -> None:
    found = ask(
        "The pupils were kidnapped from their school in April 2017.",
        "Gunmen kidnapped the pupils from the school on 14 April 2017.",
        "The pupils were kidnapped from their school two years ago.",
    )
    question = answering(found, "April 2017", "14 April 2017", "two years ago")
    assert question and question.relation == "compatible"
    assert question.question == "When were they kidnapped?"


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


def test_a_day_and_a_time_of_that_day_agree() -> None:
    found = ask(
        "A ferry sank off Sylvan on Monday, the navy said.",
        "The ferry sank at 6.24am on Monday near Sylvan.",
    )
    question = answering(found, "Monday", "6.24am on Monday")
    assert question and question.relation == "agrees"
    assert question.question.startswith("When")


def test_times_of_one_event_that_lie_near_each_other_differ() -> None:
    found = ask(
        "The ferry Sylvan collided with a tanker at 5:24 a.m. on Monday.",
        "The ferry Sylvan and a tanker collided at 6:05 a.m. on Monday.",
    )
    question = answering(found, "5:24 a.m. on Monday", "6:05 a.m. on Monday")
    assert question and question.relation == "differs"


def test_a_plan_that_came_true_agrees() -> None:
    found = ask(
        "The rebels' truce will begin on Wednesday, the rebels said.",
        "The rebels' truce began on Wednesday, the army said.",
        later="2019-05-16",
    )
    question = answering(found, "Wednesday")
    assert question and question.relation == "agrees"


def test_lengths_of_one_captivity_meet() -> None:
    found = ask(
        "Pirates freed the crew of the Sylvan after holding them for four months. " + FILLING,
        "The crew of the Sylvan spent 123 days in captivity before pirates freed them. "
        "A bridge of 1912 fell.",
    )
    question = answering(found, "four months", "123 days")
    assert question and question.relation == "compatible"


def test_the_question_after_a_day_of_no_class_quotes_its_verb() -> None:
    found = ask(
        "The hall of Sylvan was whitewashed on May 2.",
        "Painters whitewashed the hall of Sylvan on May 2.",
    )
    question = answering(found, "May 2")
    assert question and question.question == "When was this: “whitewashed”?"


def test_what_began_on_one_day_began_once() -> None:
    found = ask(
        "The riot began late on Sunday when one gang fell upon another.",
        "Sixty guards ran away during the riot that began on May 12.",
    )
    question = answering(found, "late on Sunday", "May 12")
    assert question and question.relation == "agrees"
