"""Titles and speakers as reports word them: when two wordings name one, and when they part."""

from __future__ import annotations

from collections.abc import Sequence

from index.compare.nodes import Node
from index.facts.claims_vocabulary import signs, stem

_LETTERS = 6
"""Letters by which words of one title are compared: "presidential" and "president"."""
_SPEAKS = "spokes"
"""What stands for every word for who speaks for somebody."""


def titles_part(group: Sequence[Node]) -> bool:
    """Whether two reports give one person different offices.

    "Presidential spokesman" and "spokesman for President Buhari" name one office, and so do
    "defence secretary" and "secretary of defence"; a director is no adviser.
    """
    titles = [(node.report, [_title(account.text) for account in node.accounts]) for node in group]
    return any(
        a < b and not any(_are_one(x, y) for x in one for y in other)
        for a, one in titles
        for b, other in titles
    )


def _title(text: str) -> tuple[str, frozenset[str]]:
    """The head of a title, and all its words, without their endings."""
    words = [
        word.strip(".'()[]").removesuffix("'s")
        for word in text.lower().replace("’", "'").replace("-", " ").replace(",", " ").split()
    ]
    speaking = signs("titles", "speaking")
    stems = [_SPEAKS if word in speaking else stem(word)[:_LETTERS] for word in words if word]
    if stems[-2:] == ["press", "secret"]:
        stems[-2:] = [_SPEAKS]
    before = next((n for n, word in enumerate(stems) if word in ("of", "for") and n), len(stems))
    return (stems[before - 1] if stems else "", frozenset(stems))


def one_office(one: str, other: str) -> bool:
    """Whether two titles, as worded, name one office."""
    return _are_one(_title(one), _title(other))


def _are_one(one: tuple[str, frozenset[str]], other: tuple[str, frozenset[str]]) -> bool:
    return one[0] in other[1] or other[0] in one[1]


def same_speaker(one: str, other: str) -> bool:
    """Whether two names of speakers can be one: a surname and a full name, a body's two names."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return True
    return first[-1] == second[-1] or set(first) <= set(second) or set(second) <= set(first)


def _words(name: str) -> list[str]:
    small = signs("titles", "small")
    return [
        stem(word.strip("."))
        for word in name.lower().replace("’s", "").split()
        if word not in small
    ]


def speakers_part(group: Sequence[Node]) -> bool:
    """Whether two reports put the same words into the mouths of different speakers.

    Not where the speaker of one is named in the sentence of the other: then it is hard to say who
    of the two speaks there.
    """
    return any(
        one.report < other.report
        and not same_speaker(one.first.text, other.first.text)
        and not _named(one, other)
        and not _named(other, one)
        for one in group
        for other in group
    )


def _named(one: Node, other: Node) -> bool:
    return one.first.text.split()[-1].lower() in other.first.sentence.lower()
