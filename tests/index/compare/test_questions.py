"""Which claims of several reports meet in one question, and which must not."""

from __future__ import annotations

import random

import pytest

from index.article import Article
from index.compare.model import Comparison
from index.compare.questions import MOST_ANSWERS, compare
from tests.evaluation.corpus import read_seeds
from tests.evaluation.parts import questions as evaluation
from tests.index.compare.reports import DAY, FERRY, FILLING, answering, ask, compared, report


def test_one_number_in_two_reports_agrees() -> None:
    found = ask(
        FERRY + "The wreck killed 14 people, police said.",
        "Fourteen people were killed when a ferry sank near Sylvan, the coast guard said.",
    )
    question = answering(found, "14", "Fourteen")
    assert question and question.relation == "agrees"
    assert question.question == "How many people were killed?"


def test_two_numbers_of_one_day_differ() -> None:
    found = ask(
        FERRY + "The sinking ferry Sylvan killed 34 people off the coast, police said.",
        FERRY + "The sinking ferry Sylvan killed 31 people off the coast, doctors said.",
    )
    question = answering(found, "34", "31")
    assert question and question.relation == "differs"
    assert question.reason.endswith("no value fits both.")


def test_a_later_number_is_an_update() -> None:
    found = ask(
        FERRY + "The sinking ferry Sylvan killed 31 people off the coast, police said.",
        FERRY + "The sinking ferry Sylvan killed 34 people off the coast, police said.",
        later="2019-05-17",
    )
    question = answering(found, "34", "31")
    assert question and question.relation == "updated"
    assert question.reason.endswith("three days later, so an update.")


def test_a_bound_and_a_number_above_it_are_compatible() -> None:
    found = ask(
        FERRY + "The sinking of the ferry killed at least 30 people, police said.",
        FERRY + "The sinking of the ferry killed 34 people, doctors said.",
    )
    question = answering(found, "at least 30", "34")
    assert question and question.relation == "compatible"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The wreck killed 14 people.", "The wreck injured 17 people."),
        ("The wreck killed 12 people.", "The wreck killed 10 Canadian tourists."),
        ("The army has sent 500 troops.", "The army plans to send 900 troops."),
        ("The wreck killed 14 people.", "In 1987 a ferry wreck killed 17 people there."),
        ("There are 500 soldiers in Sylvan.", "There are 900 soldiers in Marino."),
        ("It cost $30 million.", "The captain, 30, was arrested."),
        ("Police arrested 9 sailors.", "Police arrested 12 smugglers in another raid."),
    ],
)
def test_what_is_not_the_same_question_is_no_contradiction(one: str, other: str) -> None:
    found = ask(FERRY + one, FERRY + other)
    assert [q.question for q in found.questions if q.relation in ("differs", "updated")] == []


def test_the_part_and_the_whole_are_two_questions() -> None:
    found = ask(
        "Gunmen released 25 of the 260 pupils who were kidnapped from a school in Sylvan.",
        "The release of 25 pupils was welcomed. Gunmen kidnapped more than 200 pupils in Sylvan.",
    )
    released, kidnapped = answering(found, "25"), answering(found, "260", "more than 200")
    assert released and kidnapped and released is not kidnapped
    assert (released.relation, kidnapped.relation) == ("agrees", "compatible")


BERTHS = "at the port of Sylvan"


@pytest.mark.parametrize("whole", ["22", "the 22", "its 22"])
@pytest.mark.parametrize("state", ["open", "closed"])
def test_a_whole_is_not_the_count_of_what_befell_its_part(whole: str, state: str) -> None:
    found = ask(
        f"On Friday 18 of {whole} berths {BERTHS} were closed after the storm.",
        f"All 22 berths {BERTHS} were {state} on Friday after the storm.",
    )
    assert answering(found, "22") is None


def test_a_whole_agrees_with_how_many_there_are() -> None:
    found = ask(
        f"On Friday 18 of 22 berths {BERTHS} were closed after the storm.",
        f"There are 22 berths {BERTHS}. The storm closed it on Friday.",
    )
    question = answering(found, "22")
    assert question and question.relation == "agrees"
    assert question.question == "How many berths are there?"


def test_a_group_is_known_by_what_befell_it_before() -> None:
    found = ask(
        "Gunmen freed pupils on Friday in Sylvan. 21 of the 60 pupils have been freed.",
        "Gunmen kidnapped 60 pupils in Sylvan. They freed 21 pupils on Friday.",
    )
    question = answering(found, "60")
    assert question and question.question == "How many pupils were kidnapped?"


def test_no_one_denies_a_number_of_injured() -> None:
    found = ask(
        FERRY + "Two people were injured, police said.",
        FERRY + 'The owner said that "no one was injured" on board.',
    )
    question = answering(found, "Two", "no one was injured")
    assert question and question.relation == "denied"


def test_a_denied_swap_meets_those_who_speak_of_it() -> None:
    found = ask(
        "The pupils were freed in a prisoner swap with the rebels, local people said.",
        "The minister denied that the pupils were freed in a prisoner swap with the rebels.",
    )
    disputed = [q for q in found.questions if q.relation == "denied"]
    assert [q.question for q in disputed] == ["Is the swap affirmed or denied?"]
    assert {answer.stance for answer in disputed[0].answers} == {"affirmed", "denied"}


def test_copies_agree_without_support() -> None:
    body = FERRY + "The wreck killed 14 people, police said, and divers search the hull for more."
    found = ask(body, body)
    assert found.origins == (("r0", "r1"),)
    assert {question.strength for question in found.questions} == {"weak"}
    assert {question.relation for question in found.questions} <= {"echo", "agrees"}


def test_the_order_of_reports_changes_nothing() -> None:
    articles = list(read_seeds().articles.values())
    expected = {(q.id, q.relation, len(q.answers)) for q in compared(*articles).questions}
    for seed in range(3):
        random.Random(seed).shuffle(articles)
        found = {(q.id, q.relation, len(q.answers)) for q in compared(*articles).questions}
        assert found == expected


def test_relations_point_at_answers_and_are_listed_once() -> None:
    questions = compared(*read_seeds().articles.values()).questions
    assert any(question.relations for question in questions)
    for question in questions:
        pairs = [(relation.a, relation.b) for relation in question.relations]
        assert all(0 <= a < b < len(question.answers) for a, b in pairs)
        assert len(set(pairs)) == len(pairs)
        assert all(relation.reason.endswith(".") for relation in question.relations)


def test_reports_without_a_date_can_be_compared() -> None:
    found = compared(
        report(0, FERRY + "The wreck killed 34 people off the coast, police said.", None),
        report(1, FERRY + "The wreck killed 31 people off the coast, police said."),
    )
    question = answering(found, "34", "31")
    assert question and question.relation == "differs"
    assert question.possible and question.missing == ("date",)


def test_a_report_without_an_outlet_is_called_by_its_title() -> None:
    bodies = (
        "Eleven people died in the fire in Sylvan.",
        "Fourteen people died in the fire there.",
    )
    titles = ("Sylvan fire", "Many dead in the fire that came over the town of Sylvan on Sunday")
    nameless = [
        Article(f"file{n}", title, body, published=DAY)
        for n, (title, body) in enumerate(zip(titles, bodies, strict=True))
    ]
    (question,) = compared(*nameless).questions
    assert "“Sylvan fire” (" in question.reason
    assert "“Many dead in the fire that came over…” (" in question.reason
    assert "file" not in question.reason


def test_nothing_and_one_report_can_be_compared() -> None:
    assert compare([]) == Comparison((), (), ())
    alone = compared(report(0, FERRY + "The wreck killed 14 people."))
    assert alone.articles == ("r0",) and alone.questions == ()


def test_the_sample_articles_reach_their_figures() -> None:
    """The seeds' column of the evaluation: strong groups found, and none wrongly."""
    rows = {tally.measure: tally for tally in evaluation.measure(read_seeds())}
    assert rows["questions"].recall >= 0.75
    assert rows["questions"].precision >= 0.9
    assert rows["relations"].recall >= 0.85
    # An answer is foreign that no group of the same topic holds.
    assert rows["answers of the topic"].precision >= 0.9
    # Less than 0.3 foreign answers for each right one, of the group that a question meets most.
    own = rows["answers, each question once"]
    assert own.predicted - own.right < 0.3 * own.right
    assert rows["no false conflicts"].precision == 1.0


def test_what_all_plan_is_asked_as_a_plan() -> None:
    found = ask(
        FERRY + "Mayor Ann Lee said that North Korea plans to deploy 9,500 troops to Russia.",
        FERRY + "Officials said that North Korea was expected to deploy 9,500 troops to Russia.",
    )
    question = answering(found, "9,500")
    assert question
    assert question.question.endswith("troops are planned or expected to be deployed to Russia?")
    assert question.answers[0].speaker == "Ann Lee"


def test_the_only_numbers_of_one_noun_meet_without_a_word_for_what_happened() -> None:
    found = ask(
        FERRY + "Some 250 divers came from Sylvan.",
        FERRY + "More than 200 divers looked at the wreck.",
    )
    question = answering(found, "Some 250", "More than 200")
    assert question and question.relation == "compatible"


def test_one_of_two_numbers_of_a_noun_may_be_any() -> None:
    found = ask(
        FERRY + "Some 250 divers came from Sylvan, and 40 divers from Freeport.",
        FERRY + "More than 200 divers looked at the wreck.",
    )
    assert answering(found, "More than 200") is None


def test_one_number_of_one_event_meets_in_other_nouns() -> None:
    found = ask(
        "Rebels attacked 30 police posts in the valley near Sylvan, killing guards. " + FILLING,
        "Rebels attacked about 30 police stations in the valley near Sylvan, the army said. "
        "A bridge of 1912 fell.",
    )
    assert answering(found, "30", "about 30")


def test_what_is_denied_in_words_of_no_class_meets_who_tells_of_it() -> None:
    found = ask(
        "Auditors say that the council of Sylvan misused public money for years.",
        "The mayor of Sylvan denied that the council had misused public money.",
    )
    question = answering(found, "denied that the council had misused public money")
    assert question and question.relation == "denied"
    assert question.question == (
        "Is this affirmed or denied: “the council had misused public money”?"
    )


def test_amounts_near_each_other_meet_in_like_sentences() -> None:
    found = ask(
        "The Sylvan software runs on about 80 percent of phones in Freedonia. " + FILLING,
        "Sylvan is used on more than 80 percent of phones in Freedonia. A bridge of 1912 fell.",
    )
    question = answering(found, "about 80 percent", "more than 80 percent")
    assert question and question.relation == "compatible"


def test_one_great_number_meets_in_other_nouns() -> None:
    found = ask(
        "Some 860,000 people lost their bookings when the airline failed. " + FILLING,
        "Bookings of 860,000 travellers fell through with the airline. A bridge of 1912 fell.",
    )
    assert answering(found, "Some 860,000", "860,000")


def test_one_and_no_one_is_a_denial() -> None:
    found = ask(
        FERRY + "One man, a volunteer, was killed by smoke.",
        FERRY + "No one was killed, the mayor said.",
    )
    question = answering(found, "One", "No one was killed")
    assert question and (question.relation, question.strength) == ("denied", "strong")


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("The gunman, a 27-year-old man, fled.", "The attacker, who is 28, fled.", True),
        ("The 41-year-old driver was held.", "Police held the 42-year-old driver.", True),
        (
            "A 12-year-old girl swam to a fishing boat with her dog.",
            "Nobody has found the 14-year-old girl who played cards on deck.",
            False,
        ),
        (
            "The mayor came with his 17-year-old daughter to lay a wreath.",
            "A baker told how her 14-year-old daughter sang in the water.",
            False,
        ),
    ],
)
def test_one_driver_has_one_age_but_there_are_many_girls(one: str, other: str, meet: bool) -> None:
    found = ask(one + " " + FILLING, other + " A bridge of 1912 fell.")
    assert any(question.relation == "differs" for question in found.questions) is meet


def test_the_question_names_what_all_reports_tell_of() -> None:
    found = ask(
        "The spy was found unconscious on a bench on Sunday afternoon. " + FILLING,
        "The spy was found slumped on a bench on Sunday. A bridge of 1912 fell.",
    )
    question = answering(found, "Sunday afternoon", "Sunday")
    assert question and question.question == "When were they found?"


def test_a_table_makes_a_question_that_can_be_told_and_no_square_of_pairs() -> None:
    rows = "".join(f"Some 10,000 troops were sent to Sylvan by road {n}. " for n in range(240))
    found = ask(rows, rows)
    longest = max(len(question.answers) for question in found.questions)
    assert 100 < longest <= MOST_ANSWERS
