"""Names of newsrooms: which words name one, and which names mean the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from index.facts.lexicons import alternatives, from_lexicon, table

_WORD = re.compile(r"[^\s,;:()/]+")
_INSIDE = frozenset({"of", "the", "and", "de", "&"})
_LONGEST = 7
"""Words of a newsroom's name at most."""


class _Known(NamedTuple):
    """The lexicon of newsrooms, ready for look-up."""

    names: Mapping[str, str]
    """The name that is shown, by every name."""
    agencies: frozenset[str]
    agency: re.Pattern[str]
    media: frozenset[str]


@from_lexicon
def known() -> _Known:
    """The newsrooms that the lexicon has."""
    words = table("newsrooms")
    names: dict[str, str] = {}
    for part in ("outlets", "agencies"):
        for name, also in words[part].items():
            names.update(dict.fromkeys([name, *also], name))
    agencies = {name: names[name] for name in names if names[name] in words["agencies"]}
    return _Known(
        names,
        frozenset(agencies.values()),
        re.compile(rf"(?<![\w-])(?:{alternatives(agencies)})(?![\w-])"),
        frozenset(words["words"]["media"]),
    )


@from_lexicon
def known_agencies() -> tuple[tuple[str, str], ...]:
    """Every name of an agency in small letters, with the one that is shown."""
    every, agencies = known().names, known().agencies
    return tuple((name.casefold(), shown) for name, shown in every.items() if shown in agencies)


def newsroom(name: str) -> str:
    """The name under which a newsroom is counted: "the AP" is the Associated Press."""
    bare = " ".join(name.split()).removeprefix("the ").removeprefix("The ")
    names = known().names
    return names.get(bare) or names.get(f"The {bare}") or bare


def newsroom_at(text: str, start: int) -> tuple[str, int] | None:
    """The newsroom that `text` names from `start` on, and where its name ends; None for others."""
    names, media = known().names, known().media
    words: list[str] = []
    best: tuple[str, int] | None = None
    known_short = False  # after "the" one word can be an outlet's short name: "the Post"
    for match in _WORD.finditer(text, start):
        word = match.group().rstrip(".'’\"”")
        word = word.removesuffix("'s").removesuffix("’s")
        gap = text[match.start() - 1 : match.start()] if words else " "
        if len(words) == _LONGEST or not gap.isspace():
            break
        if not words and word in ("the", "The"):
            known_short = True
            continue
        if not word[:1].isupper() and (not words or word not in _INSIDE):
            break
        words.append(word)
        name = " ".join(words)
        if name in names or (word.lower() in media and (len(words) > 1 or known_short)):
            best = newsroom(name), match.start() + len(word)
        if len(word) < len(match.group()):
            break  # a full stop, or the possessive: the name ends here
    return best


def agencies_in(text: str) -> list[tuple[str, int, int]]:
    """The agencies that a text names, each with its place."""
    names = known().names
    return [
        (names[" ".join(match.group().split())], match.start(), match.end())
        for match in known().agency.finditer(text)
    ]
