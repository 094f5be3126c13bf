"""The statements of invented texts, as the tests hold them against what they expect."""

from __future__ import annotations

from index.facts.furniture import find_furniture
from index.facts.officials import read_people
from index.facts.sentences import split_sentences
from index.facts.statements import find_statements


def told(text: str) -> list[tuple[str | None, str | None, str, str]]:
    """Speaker, word of saying, form and words of each statement of a text."""
    furniture = find_furniture(text)
    officials, others = read_people(text, furniture)
    found = find_statements(text, split_sentences(text), officials, furniture, others)
    return [(each.speaker, each.cue, each.form, text[each.start : each.end]) for each in found]
