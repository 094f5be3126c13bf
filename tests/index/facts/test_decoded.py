"""Facts are decoded once, and only the last of them are kept."""

from __future__ import annotations

import pytest

from index.facts import decoded
from index.facts.codec import encode
from index.facts.decoded import DecodedFacts
from index.facts.model import Facts, Figure


def written(words: str) -> tuple[bytes, str]:
    """A body that begins with a figure, and its facts as the catalogue keeps them."""
    body = f"{words} boats"
    return encode(Facts(figures=(Figure(0, len(words), words, "count", 1, 1),)), body), body


def test_what_was_decoded_is_given_again_for_the_same_text_alone() -> None:
    facts, data, body = DecodedFacts(), *written("40")
    first = facts.get(data, body)
    assert first.figures[0].text == "40"
    assert facts.get(data, body) is first
    assert facts.get(data, "63 boats").figures[0].text == "63"


def test_the_oldest_go_and_the_last_stays_however_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoded, "MOST", 1)
    facts = DecodedFacts()
    one, other = written("40"), written("63")
    first, second = facts.get(*one), facts.get(*other)
    assert facts.get(*other) is second
    assert facts.get(*one) is not first
