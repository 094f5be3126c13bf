"""Statements: who says what, in each form, and how a speaker is found."""

from __future__ import annotations

import pytest

from index.facts.furniture import find_furniture
from index.facts.model import Statement
from index.facts.officials import read_people
from index.facts.sentences import split_sentences
from index.facts.statements import find_statements
from tests.evaluation.corpus import read_seeds
from tests.evaluation.parts import statements as evaluation


def statements(text: str) -> tuple[Statement, ...]:
    furniture = find_furniture(text)
    officials, others = read_people(text, furniture)
    return find_statements(text, split_sentences(text), officials, furniture, others)


def told(text: str) -> list[tuple[str | None, str | None, str, str]]:
    """Speaker, word of saying, form and words of each statement."""
    return [
        (each.speaker, each.cue, each.form, text[each.start : each.end])
        for each in statements(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” Mayor Ann Carter said.", ("Ann Carter", "said", "direct", "“We won,”")),
        (
            "“We won,” said Mayor Ann Carter, who ran twice.",
            ("Ann Carter", "said", "direct", "“We won,”"),
        ),
        (
            "Mayor Ann Carter told reporters: “We won the vote.”",
            ("Ann Carter", "told", "direct", "“We won the vote.”"),
        ),
        (
            "Mayor Ann Carter said that the vote was “very close.”",
            ("Ann Carter", "said", "mixed", "that the vote was “very close.”"),
        ),
        (
            "Mayor Ann Carter said the vote was close.",
            ("Ann Carter", "said", "indirect", "the vote was close"),
        ),
        (
            "The vote was close, according to Mayor Ann Carter.",
            ("Ann Carter", "according", "indirect", "The vote was close"),
        ),
        (
            "The vote was close, said Mayor Ann Carter.",
            ("Ann Carter", "said", "indirect", "The vote was close"),
        ),
        (
            "The Pentagon said two ships sailed.",
            ("Pentagon", "said", "indirect", "two ships sailed"),
        ),
        ("The Defense Department denied it.", ("Pentagon", "denied", "indirect", "it")),
        (
            "South Korean officials said two ships sailed.",
            ("South Korea", "said", "indirect", "two ships sailed"),
        ),
        ("“We won the vote.” ― Ann Carter", ("Ann Carter", "―", "direct", "“We won the vote.”")),
        ("CARTER: We won the vote.", ("CARTER", ":", "indirect", "We won the vote")),
        (
            "The plan was rejected by Mayor Ann Carter.",
            ("Ann Carter", "rejected", "indirect", "The plan was"),
        ),
    ],
)
def test_forms_of_attribution(text: str, expected: tuple[str | None, str | None, str, str]) -> None:
    assert expected in [(speaker, cue, form, words) for speaker, cue, form, words in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The claim surprised the city.",
        "Two reports of damage reached the mayor.",
        "The United States is large.",
        "A development feared to escalate the war began.",
        "Rain fell all day.",
        "The storm opposed the ships.",
        "A Georgia man sang.",
    ],
)
def test_no_statement_without_a_speaker(text: str) -> None:
    assert told(text) == []


def test_a_participle_shares_the_subject() -> None:
    text = "Mayor Ann Carter said the vote was close, adding that she had won."
    assert told(text) == [
        ("Ann Carter", "said", "indirect", "the vote was close"),
        ("Ann Carter", "adding", "indirect", "that she had won"),
    ]


def test_a_quotation_alone_goes_on_with_the_speaker_before() -> None:
    text = "“We won,” said Mayor Ann Carter. “It was a close vote. We are glad.”"
    assert [(speaker, words) for speaker, _, _, words in told(text)] == [
        ("Ann Carter", "“We won,”"),
        ("Ann Carter", "“It was a close vote. We are glad.”"),
    ]


def test_a_pronoun_follows_the_latest_subject_and_not_the_latest_speaker() -> None:
    text = (
        "Mayor Ann Carter met Governor Tom Hale.\n“I am tired,” said Hale.\n"
        "Carter left the hall early.\n“I am not,” she said."
    )
    assert [speaker for speaker, _, _, _ in told(text)] == ["Tom Hale", "Ann Carter"]


def test_gender_is_learnt_from_an_earlier_pronoun() -> None:
    text = (
        "Mayor Ann Carter arrived. “I won,” she said.\nGovernor Tom Hale arrived.\n"
        "“I won,” he said.\n“You did not,” she said."
    )
    assert [speaker for speaker, _, _, _ in told(text)] == ["Ann Carter", "Tom Hale", "Ann Carter"]


def test_gender_is_learnt_from_the_form_of_address() -> None:
    text = "Ms. Carter met Mr. Hale. Mayor Ann Carter and Governor Tom Hale spoke.\n"
    text += "Hale left.\n“I won,” she said."
    assert told(text)[-1][0] == "Ann Carter"


def test_joint_speakers_each_make_the_statement() -> None:
    text = "Russia and North Korea have denied the troop movements."
    assert [speaker for speaker, _, _, _ in told(text)] == ["Russia", "North Korea"]


def test_what_a_quotation_attributes_by_name() -> None:
    text = (
        "Mayor Ann Carter met Governor Tom Hale.\n"
        "“As you heard Governor Hale say last week, the bridge is safe,” Carter said."
    )
    speakers = {(speaker, cue) for speaker, cue, _, _ in told(text)}
    assert speakers == {("Ann Carter", "said"), ("Tom Hale", "say")}


def test_the_holder_of_an_office_is_meant_once_named() -> None:
    text = "President Joe Stone arrived. The president said the bridge was safe."
    assert [speaker for speaker, _, _, _ in told(text)] == ["Joe Stone"]


def test_bare_officials_speak_for_the_body_before() -> None:
    text = "South Korea said it may act. Officials said the answer would come soon."
    assert [speaker for speaker, _, _, _ in told(text)][-1] == "South Korea"


def test_a_phrase_of_the_lexicon_names_its_source() -> None:
    assert ("Ann Carter", "In", "indirect", "it was a close vote") in told(
        "In the words of Mayor Ann Carter, it was a close vote."
    )


def test_a_title_with_of_does_not_hide_the_speaker() -> None:
    text = "US Secretary of State Rex Hale said the test failed."
    assert [speaker for speaker, _, _, _ in told(text)] == ["Rex Hale"]


def test_when_it_was_said_is_not_what_was_said() -> None:
    assert told("The Pentagon said in May it was ready.")[0][3] == "in May it was ready"
    assert told("Two ships sailed, the Pentagon said on Tuesday.")[0][3] == "Two ships sailed"


def test_furniture_says_nothing() -> None:
    text = "Rain fell.\nMAYOR SAYS THE BRIDGE IS SAFE\nIt stopped."
    assert told(text) == []


def test_the_sample_articles_hold() -> None:
    (tally,) = evaluation.measure(read_seeds())
    assert tally.recall >= 0.90
    assert tally.precision >= 0.97
