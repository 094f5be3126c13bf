"""Whose words stand at a place."""

from __future__ import annotations

from index.facts.claims_voices import Voices
from index.facts.model import Statement


def statement(start: int, end: int, speaker: str | None) -> Statement:
    return Statement(start, end, speaker, None, None, "said", None, None, "indirect")


def test_the_narrowest_statement_speaks() -> None:
    voices = Voices(
        "", [statement(0, 90, "Lee"), statement(10, 40, "Kim"), statement(50, 60, None)]
    )
    assert voices.speaker(20, 25) == "Kim"
    assert voices.speaker(45, 48) == "Lee"
    assert voices.speaker(52, 55) is None
    assert voices.speaker(38, 45) == "Lee"
    assert voices.speaker(85, 95) is None


def test_of_two_speakers_of_the_same_words_the_first_counts() -> None:
    voices = Voices("", [statement(0, 20, "Lee"), statement(0, 20, "Kim")])
    assert voices.speaker(5, 9) == "Lee"


def test_the_subjects_of_one_word_of_saying_speak_together() -> None:
    told = [
        Statement(40, 60, name, 0, 28, "denied", 33, 39, "indirect")
        for name in ("Kim", "Lee", None)
    ]
    voices = Voices("", told)
    assert voices.subject(33) == "Kim and Lee"
    assert voices.subject(40) is None


def test_a_plan_inside_a_statement_is_told_by_the_one_who_states_it() -> None:
    told = [
        Statement(0, 90, "Lee", None, None, "told", None, None, "indirect"),
        Statement(30, 90, "Freedonia", None, None, "plans", None, None, "indirect"),
    ]
    assert Voices("", told).speaker(40, 50) == "Lee"
    assert Voices("", told[1:]).speaker(40, 50) == "Freedonia"
