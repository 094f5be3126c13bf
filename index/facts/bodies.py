"""Public bodies and others that speak without being persons: "the Pentagon", "Seoul officials"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from index.facts.lexicons import alternatives, from_lexicon, table
from index.facts.vocabulary import vocabulary
from index.facts.words import normal

_NAME = re.compile(
    r"(?!(?:The|A|An)\b)[A-Z][\w.&’'-]*"
    r"(?: (?:(?:of|the|for|and|de|von|van|bin|al) )?[A-Z][\w.&’'-]*)*"
)
_ARTICLE = re.compile(r"^(?:the|a|an|some|many|two|three|several|senior|top)\s+", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s(?:of|for|in|at|from|with|by|to|on|about)\s")


class BodyName(NamedTuple):
    """Which body the words of a subject mean."""

    name: str | None
    is_unnamed: bool = False
    """The words name nobody themselves ("officials"): they mean the body spoken of before."""


@from_lexicon
def named_body() -> Callable[[str], BodyName]:
    """A function that tells which body the words of a subject mean.

    Names come as the lexicon has them ("the U.S. Defense Department" is "Pentagon"); a body that
    it does not have keeps the name that the words give it ("Ukrainian intelligence").
    """
    names = _names()
    words = table("bodies")["words"]
    unnamed = frozenset(words["unnamed"])
    common = frozenset(words["common"])
    own_name = (common - unnamed) | {"intelligence"}
    speaking = common | unnamed | own_name | vocabulary().heads
    pattern = re.compile(rf"(?=[A-Z\dÉ])(?<!\w)(?:{alternatives(names)})(?!\w)")

    @lru_cache(maxsize=1 << 12)
    def name_of(text: str) -> BodyName:
        text = _ARTICLE.sub("", text.strip(" ,"))
        head, *complement = _PREPOSITION.split(text, maxsplit=1)
        last = normal(head.split(" ")[-1])
        speaks = last in speaking
        for part in [head, text] if complement and speaks else [head]:
            found = list(pattern.finditer(part))
            if not found:
                continue
            if part is not head and len(found) > 1:
                return BodyName(text)  # "Intelligence officials in both Korea and Ukraine"
            first, whole = found[0].group(), part[found[0].start() :]
            if last in own_name and whole not in {first, names[first]}:
                return BodyName(head[found[0].start() :])
            if speaks or found[-1].end() >= len(part.rstrip(".)")):
                return BodyName(names[found[-1].group() if part is head else first])
            return BodyName(None)  # "a Georgia man", "the White House lawn"
        if last in unnamed and " " not in head:
            return BodyName(None, True)
        if last in common:
            return BodyName(head)
        name = _NAME.search(head)
        return BodyName(head[name.start() :] if name else None)

    return name_of


def _names() -> dict[str, str]:
    """The name that a body is filed under, by each of its names."""
    names: dict[str, str] = {}
    for body, also in table("bodies")["bodies"].items():
        names.update(dict.fromkeys([body, *also], body))
    for country, also in table("countries")["countries"].items():
        for kind in ("adjectives", "capitals", "names"):
            for name in also.get(kind, ()):
                names.setdefault(name, country)
        names.setdefault(country, country)
    return names
