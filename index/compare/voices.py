"""Titles and speakers as reports word them: when two wordings name one, and when they part."""

from __future__ import annotations

from collections.abc import Sequence

from index.compare.nodes import Node
from index.facts.claims_vocabulary import cues, participants, stem

_LETTERS = 6
"""Letters by which words of one title are compared: "presidential" and "president"."""


def titles_part(group: Sequence[Node]) -> bool:
    """Whether two reports give one person titles of which neither is a shorter form of the other.

    "Presidential spokesman" and "spokesman for President Buhari" do not part; "communications
    director" and "communications adviser" do.
    """
    titles = [
        (node.report, [_title(account.text, node) for account in node.accounts]) for node in group
    ]
    return any(
        a < b and not any(x <= y or y <= x for x in one for y in other)
        for a, one in titles
        for b, other in titles
    )


def _title(text: str, node: Node) -> frozenset[str]:
    """The telling words of a title, without countries, names and small words."""
    words = text.lower().replace("’", "'").replace("-", " ").replace(",", " ").split()
    places = {part for name in participants() for part in name.split()}
    names = {part.lower() for name in node.first.claim.participants for part in name.split()}
    found = set()
    for word in words:
        word = word.removesuffix("'s").strip(".'")
        if (
            word
            and word not in places
            and word not in names
            and word not in cues("titles", "small")
        ):
            found.add(_SYNONYMS.get(word, stem(word))[:_LETTERS])
    if {"press", "secret"} <= found:
        found = found - {"press", "secret"} | {"spokes"}
    return frozenset(found)


_SYNONYMS = {"spokesman": "spokes", "spokeswoman": "spokes", "spokesperson": "spokes"}


def same_speaker(one: str, other: str) -> bool:
    """Whether two names of speakers can be one: a surname and a full name, a body and its adjective."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return True
    return first[-1] == second[-1] or set(first) <= set(second) or set(second) <= set(first)


def _words(name: str) -> list[str]:
    small = cues("titles", "small")
    return [
        stem(word.strip("."))
        for word in name.lower().replace("’s", "").split()
        if word not in small
    ]


def speakers_part(group: Sequence[Node]) -> bool:
    """Whether two reports put the same words into the mouths of different speakers."""
    return any(
        one.report < other.report and not same_speaker(one.first.text, other.first.text)
        for one in group
        for other in group
    )
