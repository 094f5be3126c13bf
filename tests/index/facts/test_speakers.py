"""Who makes a statement: names, offices, bodies, pronouns, and quotations that stand alone."""

from __future__ import annotations

import pytest

from tests.index.facts.telling import told


def test_a_quotation_alone_goes_on_with_whoever_was_told_of_last() -> None:
    text = "“We won,” said Mayor Ann Carter.\nTom Hale said it was close. “I am glad.”"
    assert told(text)[-1] == ("Tom Hale", None, "direct", "“I am glad.”")


def test_what_a_document_says_its_author_says() -> None:
    text = "Mayor Ann Carter issued a statement that said the bridge was safe."
    assert ("Ann Carter", "said", "indirect", "the bridge was safe") in told(text)


def test_a_heading_in_quotation_marks_goes_on_with_nobody() -> None:
    text = "“We won,” said Mayor Ann Carter.\n'Not a swap'\nIt rained."
    assert [words for _, _, _, words in told(text)] == ["“We won,”"]


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("China's Foreign Ministry", "Chinese Ministry of Foreign Affairs"),
        ("The Chinese Ministry of Foreign Affairs", "Chinese Ministry of Foreign Affairs"),
        ("A London Fire Brigade spokesman", "London Fire Brigade"),
        ("A spokeswoman for the British Transport Police", "British Transport Police"),
        ("A spokesman for the US State Department", "State Department"),
        ("Russia's army", "Russian army"),
        ("The Australian Defence Department", "Australian Defence Department"),
        ("Some former American officials", None),
        ("Officials in Seoul", "South Korea"),
    ],
)
def test_bodies_keep_the_country_they_are_of(subject: str, speaker: str | None) -> None:
    assert told(f"{subject} said the road was open.")[0][0] == speaker


@pytest.mark.parametrize(
    "who",
    [
        "the governor of Teln district, Petar Oss.",
        "the governor of the district, Petar Oss.",
        "the district's governor, Petar Oss, on Monday.",
        "the head of the rescue service, Petar Oss.",
        "the acting deputy governor of the Upper Sarn district, Petar Oss.",
        "a spokesman for the harbour, Petar Oss, who was there.",
    ],
)
def test_the_name_may_follow_a_title_behind_the_verb(who: str) -> None:
    words = "Some 3,200 people were evacuated to schools in neighbouring Teln"
    assert told(f"{words}, said {who}") == [("Petar Oss", "said", "indirect", words)]


def test_what_is_denied_is_no_speaker() -> None:
    text = "Mayor Ann Carter, arrested on Monday, denied fraud in the sale of the bridge."
    assert [speaker for speaker, _, _, _ in told(text)] == ["Ann Carter"]


def test_the_office_of_a_country_means_its_holder() -> None:
    text = "Costa Rican President Luis Soto spoke. Costa Rica's president said it was over."
    assert told(text)[-1][0] == "Luis Soto"
    text = "Costa Rican President Luis Soto spoke. Chad's president said it was over."
    assert told(text)[-1][0] == "Chad"


def test_who_quotes_does_not_speak() -> None:
    text = "State media quoted Mayor Ann Carter as saying that the talks were over."
    assert [speaker for speaker, _, _, _ in told(text)] == ["Ann Carter"]


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


def test_a_title_with_of_does_not_hide_the_speaker() -> None:
    text = "US Secretary of State Rex Hale said the test failed."
    assert [speaker for speaker, _, _, _ in told(text)] == ["Rex Hale"]
