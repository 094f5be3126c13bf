"""Two reports of a sentence or two: what is asked of both, and what of neither."""

from __future__ import annotations

import pytest

from tests.index.compare.reports import TUESDAY, WEDNESDAY, asked, told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Some of the dead are not all of them.
        (
            "The crash killed 12 people in Ostby.",
            "Five of the dead in the Ostby crash were nurses.",
        ),
        # A price is no one number, and no two days share it.
        ("The share price fell to $4.10 on Monday.", "The share price rose to $9.80 on Tuesday."),
        # What is lost in one period is not what is lost in another.
        ("Shares fell 9 percent last year.", "Shares fell 2 percent on Tuesday."),
        # Doctors are no families.
        ("The dead included two doctors from Ostby.", "Five families from Ostby died in the fire."),
        # All the dead of a war are not those of one attack of it.
        (
            "The war in Arden has killed 2,300 people, the ministry said.",
            "Rockets of the war in Arden killed two people in Ostby.",
        ),
        # Two families among the dead are not all of them.
        (
            "All 12 people killed in the crash of a plane near Ostby were from Arden.",
            "The dead in the crash of a plane near Ostby included two families from Arden.",
        ),
        # The last of them are not all of them.
        (
            "Two hostages in the bank of Ostby were freed on Monday, police said.",
            "Police in Ostby freed the last five hostages in the bank.",
        ),
        # Every party has seats of its own.
        (
            "The ruling party won 71 of 150 seats in the election in Arden.",
            "The opposition in Arden said that it had won 79 of 150 seats in the election.",
        ),
        # A year that is compared with is another year.
        (
            "Turnout was 61 percent, down from 70 percent in 2025.",
            "Turnout was 61 percent, up from 55 percent in 2019.",
        ),
    ],
)
def test_values_of_different_things_do_not_contradict(one: str, other: str) -> None:
    comparison = told((TUESDAY, one), (WEDNESDAY, other))
    assert not [q.question for q in comparison.questions if q.relation in ("differs", "updated")]


def test_no_one_else_is_not_no_one() -> None:
    comparison = told(
        (TUESDAY, "A shot hit a guard in the bank of Ostby. No one else was hurt, police said."),
        (TUESDAY, "One officer was hurt in the bank of Ostby, the mayor said."),
    )
    assert "denied" not in {question.relation for question in comparison.questions}


@pytest.mark.parametrize("which", ["that derailed near Ostby was", "derailed near Ostby had been"])
def test_what_only_tells_of_which_thing_is_denied_by_nobody(which: str) -> None:
    comparison = told(
        (TUESDAY, f"The railway denied that the train {which} late."),
        (TUESDAY, "A train derailed near Ostby on Tuesday, police said."),
    )
    assert "denied" not in {question.relation for question in comparison.questions}


def test_a_measure_told_in_two_units_is_one_value() -> None:
    comparison = told(
        (TUESDAY, "The rocket reached an altitude of 770 kilometers (480 miles), the agency said."),
        (WEDNESDAY, "The rocket reached an altitude of 480 miles, officials said."),
    )
    found = asked(comparison, "770 kilometers", "480 miles")
    assert (found.question, found.relation) == ("What is the altitude in miles?", "agrees")


def test_two_counts_in_one_sentence_are_two_speakers_accounts() -> None:
    comparison = told(
        (TUESDAY, "Organisers said 50,000 people had taken part; police put the number at 12,000."),
        (TUESDAY, "A march went through Calder on Tuesday. The weather was fine."),
    )
    found = next(one for one in comparison.questions if one.relation == "differs")
    assert found.reason == (
        "Herald (4 Mar), Organisers: 50,000 people; Herald (4 Mar), police: 12,000; "
        "no value fits both."
    )


@pytest.mark.parametrize(
    ("one", "other", "texts", "question", "relation"),
    [
        # A price sums up nothing, however long it stands.
        (
            "From October 2029 to January 2031 the firm in Ostby sold its heater for 62 dollars.",
            "The firm in Ostby sold its heater for about 60 dollars.",
            ("62 dollars", "about 60 dollars"),
            "For how much money was it sold?",
            "compatible",
        ),
        # Whose age it is that stands behind two nouns.
        (
            "The driver of the goods train, who is 34, was hurt.",
            "The 36-year-old driver of the goods train was questioned.",
            ("34", "36-year-old"),
            "How old is the driver?",
            "differs",
        ),
        (
            "The army has withdrawn 4,000 soldiers from the front at Ostby, the general said.",
            "Some 1,500 soldiers have pulled back from the front at Ostby, monitors said.",
            ("4,000", "Some 1,500"),
            "How many soldiers were withdrawn?",
            "differs",
        ),
        (
            "A clerk of Ostby was jailed for seven years on Tuesday.",
            "Dorn was sentenced to six years in prison, five days after a jury found him guilty.",
            ("seven years", "six years"),
            "How long is the sentence?",
            "differs",
        ),
        # What is to be done by the end of a year does not end.
        (
            "The bank of Ostby will close 64 branches by the end of next year.",
            "The bank of Ostby is to shut 64 branches.",
            ("64",),
            "How many branches are planned or expected to be closed?",
            "agrees",
        ),
        # What somebody is charged with was done long before.
        (
            "Dorn admitted nine counts of fraud between March 2026 and May 2030 in Ostby.",
            "Dorn of Ostby pleaded guilty to eight charges of fraud.",
            ("nine", "eight"),
            "How many charges are there?",
            "differs",
        ),
        (
            "Auditors say that the locks of the Ostby canal had been opened for repairs.",
            "The owner of the Ostby canal denied that its locks had been left opened.",
            ("denied that its locks had been left opened",),
            "Is this affirmed or denied: “its locks had been left opened”?",
            "denied",
        ),
    ],
)
def test_what_is_asked_of_two_short_reports(
    one: str, other: str, texts: tuple[str, ...], question: str, relation: str
) -> None:
    found = asked(told((TUESDAY, one), (TUESDAY, other)), *texts)
    assert (found.question, found.relation) == (question, relation)
