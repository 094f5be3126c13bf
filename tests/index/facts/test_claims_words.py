"""Claims of titles and of speakers."""

from __future__ import annotations

from index.article import Article
from index.facts.claims_words import SAYING, TITLE
from index.facts.extract import extract
from index.facts.model import Claim


def word_claims(body: str, event: str) -> list[Claim]:
    found = extract(Article("a", "a", body, published="2019-05-14")).claims
    return [c for c in found if c.words is not None and c.event == event]


def test_a_title_is_claimed_of_its_person() -> None:
    body = 'Defence Minister Ann Lee met the press. "We are ready," said Lee.'
    (found,) = word_claims(body, TITLE)
    assert found.participants == ("Ann Lee",)
    assert body[found.value_start : found.value_end] == found.words


def test_a_speaker_is_claimed_of_their_words() -> None:
    body = (
        'Defence Minister Ann Lee said that the new bridge over the river would be "a grave '
        'military target" for years.'
    )
    (found,) = word_claims(body, SAYING)
    assert (found.words, found.speaker) == ("Ann Lee", "Ann Lee")
    assert found.qualifiers == ("grav military target",)
    assert "bridg" in found.context


def test_the_same_statement_is_said_again() -> None:
    body = (
        "Defence Minister Ann Lee said that the new bridge over the river would open in autumn. "
        "Finance Minister Peter Novak made the same statement at a meeting."
    )
    first, second = word_claims(body, SAYING)
    assert (first.words, second.words) == ("Ann Lee", "Peter Novak")
    assert first.context == second.context


def test_a_few_words_are_no_remark_to_know_again() -> None:
    assert word_claims("Defence Minister Ann Lee said so.", SAYING) == []
