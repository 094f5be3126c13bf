"""A mark that was called wrong is gone, with what was built on it; nothing else changes."""

from __future__ import annotations

from dataclasses import replace

from index.facts.model import Claim, DateMention, Facts, Figure, Mention, Official, Statement
from index.notes.corrections import corrected
from index.span import TextSpan

FACTS = Facts(
    figures=(
        Figure(0, 3, "212", "count", 212, 212),
        Figure(10, 13, "200", "count", 200, 200),
    ),
    dates=(
        DateMention(20, 26, "Monday", "date", None, None),
        DateMention(30, 37, "Tuesday", "date", None, None),
    ),
    officials=(
        Official("Ida Brandt", (), (Mention(40, 50, "Ida Brandt"), Mention(60, 66, "Brandt"))),
    ),
    statements=(Statement(70, 90, None, None, None, "said", 91, 95, "direct"),),
    claims=(
        Claim(0, 19, 0, 3, figure=0),
        Claim(0, 19, 10, 13, figure=1),
        Claim(20, 39, 30, 37, date=1),
        Claim(40, 60, 40, 50, words="Ida Brandt"),
    ),
)


def test_nothing_wrong_changes_nothing() -> None:
    assert corrected(FACTS, set()) is FACTS
    assert corrected(FACTS, {("figure", TextSpan(0, 2))}) == FACTS


def test_a_figure_goes_with_its_claim_and_the_others_are_counted_anew() -> None:
    kept = corrected(FACTS, {("figure", TextSpan(0, 3))})
    assert [one.text for one in kept.figures] == ["200"]
    assert [(one.figure, one.date) for one in kept.claims] == [(0, None), (None, 1), (None, None)]


def test_a_date_goes_in_the_same_way() -> None:
    kept = corrected(FACTS, {("date", TextSpan(20, 26))})
    assert [one.date for one in kept.claims] == [None, None, 0, None]
    assert kept.dates[0].text == "Tuesday"


def test_a_mention_of_somebody_else_goes_and_with_the_last_the_official() -> None:
    one = corrected(FACTS, {("person", TextSpan(60, 66))})
    assert [mention.text for mention in one.officials[0].mentions] == ["Ida Brandt"]
    none = corrected(FACTS, {("person", TextSpan(60, 66)), ("person", TextSpan(40, 50))})
    assert none.officials == ()


def test_somebody_who_is_no_official_goes_with_every_mention() -> None:
    for mention in FACTS.officials[0].mentions:
        gone = corrected(FACTS, {("official", TextSpan(mention.start, mention.end))})
        assert gone.officials == ()
        assert gone.claims == FACTS.claims


def test_a_claim_goes_alone() -> None:
    kept = corrected(FACTS, {("claim", TextSpan(40, 50))})
    assert len(kept.claims) == 3
    assert kept.officials == FACTS.officials


def test_with_a_statement_the_claims_in_it_lose_their_speaker() -> None:
    said = replace(
        FACTS,
        statements=(Statement(0, 19, "Brandt", 60, 66, "said", 67, 71, "direct"),),
        claims=(
            Claim(0, 19, 0, 3, figure=0, speaker="Brandt"),
            Claim(0, 19, 10, 13, figure=1, speaker="Somebody else"),
            Claim(20, 39, 30, 37, date=1, speaker="Brandt"),
        ),
    )
    unsaid = corrected(said, {("statement", TextSpan(0, 19))})
    assert unsaid.statements == ()
    assert [claim.speaker for claim in unsaid.claims] == [None, "Somebody else", "Brandt"]
    nobody = corrected(said, {("speaker", TextSpan(0, 19))})
    assert [claim.speaker for claim in nobody.claims] == [None, "Somebody else", "Brandt"]
    (statement,) = nobody.statements
    assert (statement.speaker, statement.speaker_start, statement.cue) == (None, None, "said")


def test_who_is_not_named_and_did_not_say_it_is_gone_from_the_claim_too() -> None:
    said = Facts(
        figures=(Figure(0, 3, "213", "count", 213, 213),),
        statements=(Statement(0, 19, None, 20, 29, "said", 30, 34, "indirect"),),
        claims=(Claim(0, 40, 0, 3, figure=0, voice="the union"),),
    )
    assert corrected(said, {("speaker", TextSpan(0, 19))}).claims[0].voice is None
    assert corrected(said, set()).claims[0].voice == "the union"
