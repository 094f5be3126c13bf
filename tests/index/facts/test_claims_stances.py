"""Denials, refusals to confirm, and who affirms what is denied."""

from __future__ import annotations

import pytest

from index.article import Article
from index.facts.claims_stances import affirmations
from index.facts.extract import extract
from index.facts.model import Claim


def stances(body: str) -> list[Claim]:
    found = extract(Article("a", "a", body, published="2019-05-14")).claims
    return [c for c in found if c.figure is None and c.date is None and c.words is None]


@pytest.mark.parametrize(
    ("body", "stance", "event", "words"),
    [
        (
            "Freedonia denied the troop movements.",
            "denied",
            "deployed",
            "denied the troop movements",
        ),
        (
            "The minister denied that the pupils were exchanged for prisoners.",
            "denied",
            "swapped",
            "denied that the pupils were exchanged for prisoners",
        ),
        ('He said: "This is not a swap."', "denied", "swapped", "not a swap"),
        ("The police said that no one was injured.", "denied", "injured", "no one was injured"),
        (
            "The army could not confirm whether the soldiers were killed.",
            "unconfirmed",
            "killed",
            "could not confirm whether the soldiers were killed",
        ),
        (
            "The army could not confirm whether the soldiers were in fact inside Sylvan, yet.",
            "unconfirmed",
            "present",
            "could not confirm whether the soldiers were in fact inside Sylvan",
        ),
        (
            "The president has not explicitly confirmed or denied the presence of soldiers.",
            "unconfirmed",
            "present",
            "has not explicitly confirmed or denied the presence of soldiers",
        ),
    ],
)
def test_denials(body: str, stance: str, event: str, words: str) -> None:
    found = stances(body)
    assert [(c.stance, c.event, body[c.value_start : c.value_end]) for c in found] == [
        (stance, event, words)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "The mayor did not stop the meeting.",
        "Officials have not yet confirmed the identities of all those killed.",
        "The talks ended in a truce, not a treaty.",
        "The names have not been independently verified, and many were killed.",
        "He will not deny it.",
        "There is no doubt that the raid was planned.",
    ],
)
def test_what_is_merely_negated_denies_nothing(body: str) -> None:
    assert stances(body) == []


def test_no_one_counts_as_none_of_the_people() -> None:
    (found,) = stances("The police said that no one was injured.")
    assert found.counted == "people"
    (found,) = stances("But no captive rebel fighters were released in return for the pupils.")
    assert (found.event, found.counted) == ("released", "troops")


def test_who_affirms_what_is_denied() -> None:
    body = (
        "Local people spoke of a prisoner swap. The minister denied the swap. "
        "A swap will follow in May. The swap took place at dawn."
    )
    article = Article("a", "a", body, published="2019-05-14")
    found = affirmations(article, extract(article), {"swapped": ()})
    sentences = [body[c.start : c.end] for c in found]
    assert sentences == ["Local people spoke of a prisoner swap.", "The swap took place at dawn."]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Russia and North Korea have denied the troop movements.", "Russia and North Korea"),
        ("Mayor Ann Lee said Russia has denied the troop movements.", "Russia"),
        ("Mayor Ann Lee said she could not confirm that soldiers were killed.", "Ann Lee"),
    ],
)
def test_who_denies_speaks(body: str, speaker: str) -> None:
    assert [claim.speaker for claim in stances(body)] == [speaker]


def test_who_affirms_speaks() -> None:
    body = "Mayor Ann Lee said there was a prisoner swap."
    article = Article("a", "a", body)
    (claim,) = affirmations(article, extract(article), {"swapped": ()})
    assert claim.speaker == "Ann Lee"


def test_what_the_lexicon_does_not_know_is_denied_and_told_of_in_the_same_words() -> None:
    denial = Article("a", "a", "The mayor denied that the council had misused public money.")
    (denied,) = stances(denial.body)
    assert denied.stance == "denied"
    report = Article(
        "b",
        "b",
        "A council that misused public money has no excuse. Auditors say that the "
        "council misused public money for years. The council met in public.",
    )
    found = affirmations(report, extract(report), {denied.event or "": denied.qualifiers})
    assert [report.body[c.value_start : c.value_end] for c in found] == [
        "council misused public money"
    ]


@pytest.mark.parametrize("body", ["The mayor denied the allegations.", "The mayor denied it."])
def test_what_is_not_told_is_not_denied(body: str) -> None:
    assert stances(body) == []


def test_nothing_is_affirmed_where_nothing_is_denied() -> None:
    article = Article("a", "a", "The swap took place at dawn.")
    assert list(affirmations(article, extract(article), {})) == []
