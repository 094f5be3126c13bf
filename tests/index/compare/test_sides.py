"""Who stands behind a number: tolls that grow, counts that two sides give, and whose they are."""

from __future__ import annotations

import pytest

from index.compare.model import Question
from tests.index.compare.reports import MONDAY, TUESDAY, WEDNESDAY, Told, asked, told

BURIED = (
    MONDAY,
    "A landslide buried part of the village of Sorn on Sunday, killing at least 12 people, police "
    "said. Forty others are missing.",
)
RISEN = (TUESDAY, "The death toll rose to 19 on Tuesday, officials said. Rain hampered the search.")
ENDED = (WEDNESDAY, "The search has ended in Sorn. The landslide left 26 dead, the governor said.")


def relation(question: Question, one: str, other: str) -> str:
    """The relation between the answers with these words."""
    texts = {one, other}
    return next(
        pair.kind
        for pair in question.relations
        if {question.answers[pair.a].text, question.answers[pair.b].text} == texts
    )


def test_a_toll_that_grows_is_one_row_in_short_reports_without_words_in_common() -> None:
    question = asked(told(BURIED, RISEN, ENDED), "at least 12", "19", "26")
    assert question.question == "How many people were killed?"
    assert question.relation == "updated"


def test_a_toll_weeks_later_or_of_long_ago_is_another() -> None:
    later = ("2031-04-07", "The search has ended in Arden. The collapse left 26 dead.")
    old = (TUESDAY, "Hills give way often here. A landslide in 1994 left 26 dead in Sorn.")
    for other in (later, old):
        texts = [{a.text for a in one.answers} for one in told(BURIED, other).questions]
        assert not any({"at least 12", "26"} <= one for one in texts)


UNION = "The union said that 40 workers were injured when guards broke up the strike at Orrin."
SIDES: dict[str, tuple[Told, Told, str, str, str]] = {
    "a minister later puts an accident lower than the union": (
        (MONDAY, UNION),
        (WEDNESDAY, "The minister said that 11 workers were injured at the Orrin plant."),
        "40",
        "11",
        "differs",
    ),
    "the union later counts more": (
        (MONDAY, "The minister said that 11 workers were injured in the strike at Orrin."),
        (WEDNESDAY, UNION),
        "11",
        "40",
        "updated",
    ),
    "two offices count one after the other": (
        (MONDAY, "Police said that 40 workers were injured when guards came to Orrin."),
        (WEDNESDAY, "The minister said that 11 workers were injured when guards came to Orrin."),
        "40",
        "11",
        "updated",
    ),
    "a report tells in its own voice of fewer than the union has counted": (
        (MONDAY, UNION),
        (WEDNESDAY, "Guards broke up the strike at the Orrin plant, and 11 workers were injured."),
        "40",
        "11",
        "differs",
    ),
    "organisers count a march that the police have counted": (
        (MONDAY, "Police said that 12,000 people took part in the march in Merin."),
        (WEDNESDAY, "Organisers said that 60,000 people had taken part in the march in Merin."),
        "12,000",
        "60,000",
        "differs",
    ),
}


@pytest.mark.parametrize("case", SIDES)
def test_a_later_number_replaces_one_of_its_own_side_only(case: str) -> None:
    one, other, first, second, expected = SIDES[case]
    question = asked(told(one, other), first, second)
    assert relation(question, first, second) == expected
    if expected == "differs":
        assert "the two are not one side's, so no update" in question.reason


def test_what_a_number_is_held_against_is_not_the_speakers() -> None:
    question = asked(
        told(
            (
                MONDAY,
                "The opposition said that 300 people had died in the floods in Orrin, twice "
                "as many as the government has admitted.",
            ),
            (MONDAY, "The government said that 150 people had died in the floods in Orrin."),
        ),
        "300",
        "150",
    )
    assert [answer.speaker for answer in question.answers] == ["the opposition", "government"]
    assert "Herald (3 Mar), the opposition: 300 people" in question.reason


def test_a_war_that_claims_lives_says_nothing() -> None:
    lives = "The war in Arden has claimed more than 20,000 lives."
    question = asked(told((MONDAY, lives), (MONDAY, lives)), "more than 20,000")
    assert {answer.speaker for answer in question.answers} == {None}


def test_what_one_side_says_that_the_other_promised_is_its_own_number() -> None:
    question = asked(
        told(
            (MONDAY, "The union says the ministry has promised 12 million euros for the mine."),
            (MONDAY, "The ministry promised 30 million euros for the mine, it said."),
        ),
        "12 million euros",
        "30 million euros",
    )
    assert next(answer.speaker for answer in question.answers) == "the union"


def test_what_has_run_up_since_one_year_does_not_fall() -> None:
    war = "people from their homes since the war in Arden began in 2019."
    question = asked(
        told(
            (MONDAY, f"The war has displaced 2.6 million {war}"),
            ("2031-06-09", f"It has displaced 2.3 million {war}"),
        ),
        "2.6 million",
        "2.3 million",
    )
    assert question.question == "How many people were displaced?"
    assert question.relation == "differs"
    assert question.reason.endswith("and what has run up since one year does not fall.")
    until_now = asked(
        told(
            (MONDAY, f"The war has displaced 2.3 million {war}"),
            ("2031-06-09", f"It has displaced 2.6 million {war}"),
        ),
        "2.6 million",
        "2.3 million",
    )
    assert until_now.relation == "updated"


def test_what_somebody_agreed_to_do_is_not_done_yet() -> None:
    comparison = told(
        (MONDAY, "The government agreed to free 120 prisoners of the war in Arden."),
        (WEDNESDAY, "The government has freed 85 prisoners of the war in Arden, monitors said."),
    )
    texts = [{answer.text for answer in one.answers} for one in comparison.questions]
    assert not any({"120", "85"} <= one for one in texts)


def test_five_of_them_are_told_as_five_of_them() -> None:
    question = asked(
        told(
            (MONDAY, "Eighteen people, five of them officers, were injured at the derby in Arden."),
            (TUESDAY, "Some 22 people, seven of them officers, were injured at the Arden derby."),
        ),
        "five",
        "seven",
    )
    assert "Herald (3 Mar): five of them officers" in question.reason


@pytest.mark.parametrize(
    ("goes_on", "met"),
    [
        ("A rebel spokesman, Idris Kol, put the number of dead at 3,900.", True),
        ("Rebels put the number of dead at 3,900.", True),
        ("Rebels said that 900 people were killed in Ostby alone.", False),
    ],
)
def test_the_next_sentence_puts_a_number_otherwise(goes_on: str, met: bool) -> None:
    war = f"The war has killed 2,300 people, according to the health ministry. {goes_on}"
    comparison = told((MONDAY, war), (MONDAY, "The truce holds in Arden, monitors said."))
    assert [one.relation for one in comparison.questions] == ["differs"] * met


def test_who_stops_work_is_on_strike_and_takes_part_in_it() -> None:
    reports = (
        (TUESDAY, "Tram drivers in Sylvan went on strike over pay. 1,400 drivers stopped work."),
        (TUESDAY, "Tram drivers in Sylvan walked out over pay. 1,200 drivers took part."),
    )
    assert relation(asked(told(*reports), "1,400", "1,200"), "1,400", "1,200") == "differs"


def test_a_strike_begins_on_one_day_and_goes_on_for_many() -> None:
    one = "Tram drivers in Sylvan went on strike over pay on {}."
    other = "Tram drivers in Sylvan walked out over pay on {}, a manager said."
    days = ("Monday", "Tuesday")
    looking_back = told((WEDNESDAY, one.format(days[0])), (WEDNESDAY, other.format(days[1])))
    assert relation(asked(looking_back, *days), *days) == "differs"
    assert not told((MONDAY, one.format(days[0])), (TUESDAY, other.format(days[1]))).questions


@pytest.mark.parametrize(
    ("one", "other", "unasked"),
    [
        (
            "A train hit a bus in Sylvan. Six people were injured, two of them seriously.",
            "Two people were seriously injured in Sylvan when a train hit a bus.",
            ("Six", "Two people"),
        ),
        (
            "A train hit a bus in Sylvan. Six people were injured, including two children.",
            "Two people were injured when a train hit a bus in Sylvan.",
            ("two children", "Two people"),
        ),
    ],
)
def test_a_part_answers_nothing_that_is_asked_of_all(
    one: str, other: str, unasked: tuple[str, str]
) -> None:
    rows = [{a.text for a in q.answers} for q in told((MONDAY, one), (MONDAY, other)).questions]
    assert rows
    assert not [row for row in rows if {*unasked} <= row]
