"""Statements: in which forms words are attributed, and which words are said."""

from __future__ import annotations

import pytest

from tests.evaluation.corpus import read_seeds
from tests.evaluation.parts import statements as evaluation
from tests.index.facts.telling import told


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
            "The WHO said two wards shut.",
            ("World Health Organization", "said", "indirect", "two wards shut"),
        ),
        (
            "Tests showed the well was safe, the ministry said.",
            (None, "said", "indirect", "Tests showed the well was safe"),
        ),
        (
            "Mayor Ann Carter put the damage at about $2 million.",
            ("Ann Carter", "put", "indirect", "the damage at about $2 million"),
        ),
        (
            "Mayor Ann Carter pointed out that the mill was old.",
            ("Ann Carter", "pointed", "indirect", "that the mill was old"),
        ),
        (
            "South Korean officials said two ships sailed.",
            ("South Korea", "said", "indirect", "two ships sailed"),
        ),
        ("“We won the vote.” ― Ann Carter", ("Ann Carter", "―", "direct", "“We won the vote.”")),
        (
            "Mayor Ann Carter came.\nCARTER: We won the vote.",
            ("Ann Carter", ":", "indirect", "We won the vote"),
        ),
        (
            "WARD: We won the vote.\nPRICE: No.\nWARD: Yes.",
            ("WARD", ":", "indirect", "We won the vote"),
        ),
        (
            "NEW DELHI: Mayor Ann Carter said it was over.",
            ("Ann Carter", "said", "indirect", "it was over"),
        ),
        (
            "As Mayor Ann Carter put it: “We start again.”",
            ("Ann Carter", "put", "direct", "“We start again.”"),
        ),
        (
            "“It is over,” said a spokesman for the State Department, Tom Hale.",
            ("Tom Hale", "said", "direct", "“It is over,”"),
        ),
        (
            "The plan was rejected by Mayor Ann Carter.",
            ("Ann Carter", "rejected", "indirect", "The plan was"),
        ),
        (
            "The ministry's spokesman, Tom Hale, told reporters that the road was open.",
            ("Tom Hale", "told", "indirect", "reporters that the road was open"),
        ),
        (
            "The fire spread quickly, said Ahmed al-Masri, who lives near the market.",
            ("Ahmed al-Masri", "said", "indirect", "The fire spread quickly"),
        ),
        (
            "Ann Carter, 59, of Ashton, Md., who watched from the Mall, said it was close.",
            ("Ann Carter", "said", "indirect", "it was close"),
        ),
        (
            "Tom Hale -- an editor of a book -- said it was close.",
            ("Tom Hale", "said", "indirect", "it was close"),
        ),
        (
            "State media quoted Mayor Ann Carter as saying that the talks were over.",
            ("Ann Carter", "saying", "indirect", "that the talks were over"),
        ),
        (
            "Mayor Ann Carter was quoted by the Daily Planet as saying the talks were over.",
            ("Ann Carter", "saying", "indirect", "the talks were over"),
        ),
        (
            "The video has Mayor Ann Carter saying, “It is over.”",
            ("Ann Carter", "saying", "direct", "“It is over.”"),
        ),
        (
            "Mayor Ann Carter released a statement on Friday saying that it was over.",
            ("Ann Carter", "saying", "indirect", "that it was over"),
        ),
        (
            "Lawyers for the family said the video was clear.",
            ("Lawyers", "said", "indirect", "the video was clear"),
        ),
        (
            "Polls in Ohio and Iowa show Tom Hale ahead.",
            ("Polls", "show", "indirect", "Tom Hale ahead"),
        ),
        (
            "On this week's “Planet News,” Mayor Ann Carter said it was over.",
            ("Ann Carter", "said", "indirect", "it was over"),
        ),
        (
            "Good news! We won. — Ann Carter (@anncarter) May 3, 2020",
            ("Ann Carter", "—", "direct", "Good news! We won."),
        ),
        (
            "Police announced on Friday the arrest of a man.",
            ("Police", "announced", "indirect", "on Friday the arrest of a man"),
        ),
        (
            "A bridge fell, said Georgia's health minister, Dr. Eka Lomidze.",
            ("Eka Lomidze", "said", "indirect", "A bridge fell"),
        ),
        (
            "The bridge was empty, Mayor Ann Carter told the inquest.",
            ("Ann Carter", "told", "indirect", "The bridge was empty"),
        ),
        (
            "“It is over,” Mayor Ann Carter said by phone.",
            ("Ann Carter", "said", "direct", "“It is over,”"),
        ),
        (
            "The defendant, Tom Hale, denied murder.",
            ("Tom Hale", "denied", "indirect", "murder"),
        ),
        (
            "The operator, Skyway, said it was safe.",
            ("Skyway", "said", "indirect", "it was safe"),
        ),
        (
            "It hit Mayor Ann Carter, a Liberal, who had threatened to close it.",
            ("Ann Carter", "threatened", "indirect", "to close it"),
        ),
        (
            "He went on: “We won the vote.”",
            (None, "went", "direct", "“We won the vote.”"),
        ),
    ],
)
def test_forms_of_attribution(text: str, expected: tuple[str | None, str | None, str, str]) -> None:
    assert expected in [(speaker, cue, form, words) for speaker, cue, form, words in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The claim surprised the city.",
        "Ministers are understood to be considering a cut.",
        "The prize put the team at the top, and he put the cup at the window.",
        "Two reports of damage reached the mayor.",
        "The United States is large.",
        "A development feared to escalate the war began.",
        "Rain fell all day.",
        "The storm opposed the ships.",
        "A Georgia man sang.",
        "The drug showed promise and the agency approved it.",
        "Mayor Ann Carter declined to comment.",
        "The airline did not respond to requests for comment.",
        "The minister did not say when the money would be paid.",
        "Mayor Ann Carter made her first public comment on the matter.",
        "The troops continue to demonstrate their strength.",
        "The Commission on Presidential Debates met.",
        "The state's act drew anger.",
        "Other reports date back to May.",
        "Four rebels were swapped for Boko Haram suspects.",
        "Firms that were never asked by consumers to gather data fell.",
        "It is a model of restraint shown by not doing anything.",
        "Bridge Attack: what we know so far",
        "Reports came in an agitated voice: the bridge was down.",
        "A judge will see whether the court claims can move forward.",
        "Members of a small club called Planet Blue met.",
        "A big hurdle is showing how much was lost.",
        "A woman who asked not to be named left.",
        "Tram crews went on strike.",
        "Shops added 4,000 posts.",
        "Chad has recalled its envoy.",
    ],
)
def test_no_statement_without_a_speaker(text: str) -> None:
    assert told(text) == []


def test_words_beside_a_verb_of_saying_are_not_all_said() -> None:
    text = "Mayor Ann Carter, who vowed to build the bridge when she ran, said it was safe."
    assert [words for _, _, _, words in told(text)] == [
        "to build the bridge when she ran",
        "it was safe",
    ]
    text = "The mayor has not confirmed or denied the plan."
    assert "or" not in [words for _, _, _, words in told(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Rain cut off four towns, Mayor Ann Carter said on Friday, a day after it began.",
            ["Rain cut off four towns", "a day after it began"],
        ),
        (
            "Pupils, porters and cooks, Mayor Ann Carter said, would be paid.",
            ["Pupils, porters and cooks", "would be paid"],
        ),
        ("In the first week of May, Mayor Ann Carter said, it rained.", ["it rained"]),
        (
            "Ten tonnes had spilled, Mayor Ann Carter told reporters, and the slick was adrift.",
            ["Ten tonnes had spilled", "and the slick was adrift"],
        ),
        ("The bridge cost twice what Mayor Ann Carter had forecast.", []),
        ("More fell ill than Mayor Ann Carter admits, and two died.", []),
        ("It shut in May, according to Mayor Ann Carter, a former vet.", ["It shut in May"]),
        ("The locks, according to Mayor Ann Carter, were shut.", ["The locks", "were shut"]),
        ("It rained and, according to Mayor Ann Carter, a wall fell.", ["a wall fell"]),
        ("Mayor Ann Carter said she would not concede.", ["she would not concede"]),
        (
            "Mayor Ann Carter called it “a joke” and said it was late.",
            ["it “a joke”", "it was late"],
        ),
        ("Mayor Ann Carter put the number of dead at eight.", ["the number of dead at eight"]),
    ],
)
def test_who_says_it_may_be_put_in_between_commas(text: str, words: list[str]) -> None:
    assert [said for speaker, _, _, said in told(text) if speaker == "Ann Carter"] == words


def test_a_paragraph_announced_before_is_said() -> None:
    text = "It rained.\nMayor Ann Carter added:\nWe will build. It will stand.\nPeople cheered."
    assert told(text) == [("Ann Carter", "added", "direct", "We will build. It will stand.")]


def test_a_participle_shares_the_subject() -> None:
    text = "Mayor Ann Carter said the vote was close, adding that she had won."
    assert told(text) == [
        ("Ann Carter", "said", "indirect", "the vote was close"),
        ("Ann Carter", "adding", "indirect", "that she had won"),
    ]


def test_a_phrase_of_the_lexicon_names_its_source() -> None:
    assert ("Ann Carter", "In", "indirect", "it was a close vote") in told(
        "In the words of Mayor Ann Carter, it was a close vote."
    )


def test_when_it_was_said_is_not_what_was_said() -> None:
    assert told("The Pentagon said in May it was ready.")[0][3] == "in May it was ready"
    assert told("Two ships sailed, the Pentagon said on Tuesday.")[0][3] == "Two ships sailed"


def test_furniture_says_nothing() -> None:
    text = "Rain fell.\nMAYOR SAYS THE BRIDGE IS SAFE\nIt stopped."
    assert told(text) == []


def test_the_sample_articles_hold() -> None:
    tally, *_ = evaluation.measure(read_seeds())
    assert tally.recall >= 0.90
    assert tally.precision >= 0.97
