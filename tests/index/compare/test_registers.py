"""Small events as several outlets would tell them: what is asked, how it is related, and why."""

from __future__ import annotations

import pytest

from index.article import Article
from index.compare.model import Comparison, Question
from index.compare.questions import compare
from index.facts.extract import extract

MONDAY, TUESDAY, WEDNESDAY = "2031-03-03", "2031-03-04", "2031-03-05"
Told = tuple[str, str]
"""The day of a report, and its text."""


def told(*reports: Told) -> Comparison:
    """The reports of some outlets, compared."""
    articles = [
        Article(
            f"r{n}", body.split(".")[0], body, ("Herald", "Courier", "Gazette")[n], published=day
        )
        for n, (day, body) in enumerate(reports)
    ]
    return compare([(article, extract(article)) for article in articles])


def asked(comparison: Comparison, *texts: str) -> Question:
    """The one question across reports that holds answers with all these words."""
    found = [
        question
        for question in comparison.questions
        if set(texts) <= {answer.text for answer in question.answers}
        and len({answer.article for answer in question.answers}) > 1
    ]
    assert len(found) == 1, [question.question for question in comparison.questions]
    return found[0]


QUAKE = (
    (
        TUESDAY,
        "An earthquake struck northern Valdora early on Tuesday, killing at least 17 people and "
        "injuring more than 200, officials said. About 3,000 people have been left homeless, the "
        "agency said. A quake in the same region killed 61 people in 2009.",
    ),
    (
        WEDNESDAY,
        "The death toll from the earthquake that hit northern Valdora rose to 43 on Wednesday as "
        "rescuers searched collapsed buildings. Another 310 people were injured, and 12 were still "
        "missing, the agency said. Some 5,000 people are homeless and spent the night in tents.",
    ),
    (
        WEDNESDAY,
        "Rescuers in Valdora searched for survivors of an earthquake that killed at least 40 "
        "people and left thousands homeless. Twelve people are unaccounted for, officials said.",
    ),
)
TRAIN = (
    (
        MONDAY,
        "Five people were killed and 30 injured on Monday when a train derailed near Ostby. The "
        "train was carrying 140 passengers and six crew. Nine of the injured are in critical "
        "condition. It was travelling at 120 km/h in a zone limited to 80 km/h.",
    ),
    (
        MONDAY,
        "At least four people died when a train came off the tracks outside Ostby on Monday. There "
        "were about 150 people on board the train, the operator said. The driver, a 42-year-old "
        "man, has been arrested. The line will stay closed for at least three days.",
    ),
    (
        TUESDAY,
        "Five people died in Monday's train crash near Ostby, police confirmed. There were 146 "
        "people aboard the train, police said. The driver, who is 41, was detained. The line is "
        "expected to be closed for a week. In 2011 a crash on the same line killed 12 people.",
    ),
)
STRIKE = (
    (
        TUESDAY,
        "Dockworkers at the port of Calder voted on Tuesday to end a strike that lasted 19 days "
        "after their union accepted a 7 percent pay rise.",
    ),
    (
        TUESDAY,
        "A nearly three-week strike at the port of Calder ended on Tuesday when members accepted a "
        "pay rise of 7.5 percent over three years.",
    ),
)
ELECTION = (
    (
        TUESDAY,
        "President Rask won a second term in the election with 54 percent of the vote. His rival, "
        "the former mayor Brandt, took 43 percent. Turnout was 61 percent, down from 70 percent in "
        "2025.",
    ),
    (
        MONDAY,
        "President Rask was leading with 57 percent of the vote after half of the ballots had been "
        "counted. Brandt had 40 percent, the commission said. It put turnout at 58 percent.",
    ),
)
COURT = (
    (
        WEDNESDAY,
        "A court sentenced former minister Dorn to six years in prison for taking bribes. Dorn, "
        "58, was found guilty of taking money from a company. She was fined 500,000 euros.",
    ),
    (
        WEDNESDAY,
        "Former minister Dorn was jailed for six and a half years for corruption. Judges found "
        "that Dorn, 59, took bribes. The court ordered her to pay a fine of 500,000 euros.",
    ),
)
STORM = (
    (
        TUESDAY,
        "The hurricane made landfall near Port Sabine on Tuesday with winds of 130 mph. More than "
        "400,000 homes were without power and at least three people were killed. About 90,000 "
        "people had been ordered to leave. Damage could reach $4 billion.",
    ),
    (
        WEDNESDAY,
        "The number of people killed by the hurricane rose to nine on Wednesday, and 350,000 homes "
        "were still without power. The storm hit Port Sabine with winds of 210 km/h. Calloway put "
        "the damage at $6 billion.",
    ),
)
OUTBREAK = (
    (
        MONDAY,
        "Four patients have died and 18 others fallen ill in an outbreak at Marlow General "
        "Hospital. Six of the sick are in intensive care.",
    ),
    (
        TUESDAY,
        "The outbreak at Marlow General Hospital has killed five patients. A total of 26 people "
        "have fallen ill at Marlow. Five remain in intensive care.",
    ),
)
CHOLERA = (
    (
        MONDAY,
        "An outbreak of cholera in Ostby province has killed 16 people, the ministry said, three "
        "weeks after it began.",
    ),
    (
        MONDAY,
        "Doctors in Ostby say that cholera has killed 28 people in the province, far more than the "
        "ministry admits.",
    ),
    (
        WEDNESDAY,
        "The outbreak of cholera in Ostby province has now killed 37 people, the ministry said, up "
        "from 16 dead on Monday. The association of doctors, which had put the toll at 28 on "
        "Monday, said that it had been right.",
    ),
)
MARCH = (
    (
        TUESDAY,
        "At least 310 marchers needed treatment in Ostby, doctors said; the ministry said that 21 "
        "policemen were hurt.",
    ),
    (
        TUESDAY,
        "Doctors said that 280 people were injured as police stopped a march in Ostby. Nine "
        "officers were injured, the city said.",
    ),
)
COACH = (
    (
        MONDAY,
        "A coach left the road near Ostby on Monday, killing at least 11 people and injuring 40. "
        "Two of the injured were in a critical condition. The driver, 34, was questioned.",
    ),
    (
        MONDAY,
        "Fourteen bodies were found in a gorge under Ostby, the sheriff said, and 52 people were "
        "taken to hospital, seven of them in a critical condition. The driver, a 36-year-old man, "
        "was held.",
    ),
    (
        WEDNESDAY,
        "The death toll from the crash of a coach near Ostby rose to 16 on Wednesday after two "
        "passengers died in hospital.",
    ),
)


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
