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
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Rr]etired|[Ee]x-)")
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
    adjectives = _adjectives()
    words = table("bodies")["words"]
    generic, american = frozenset(words["generic"]), frozenset(words["american"])
    endings = frozenset(words["endings"])
    unnamed = frozenset(words["unnamed"])
    common = frozenset(words["common"])
    own_name = (common - unnamed) | {"intelligence"}
    speaking = common | unnamed | own_name | vocabulary().heads
    pattern = re.compile(rf"(?=[A-Z\dÉ])(?<!\w)(?:{alternatives(names)})(?!\w)")

    def of_the_country(country: str, body: str, written: str) -> str:
        """The name of a body that more than one country has: "Chinese Ministry of Defence"."""
        adjective = adjectives.get(country)
        if adjective is None or country in (body, "United States"):
            return body
        if body in generic:
            return f"{adjective} {body}"
        return f"{adjective} {written}" if body in american else body

    def of_head(head: str, found: list[re.Match[str]], last: str, speaks: bool) -> BodyName:
        """Which body a phrase names that holds the names `found`, and ends in the word `last`."""
        first, whole = found[0].group(), head[found[0].start() :]
        country = names[first]
        if last in own_name and whole not in {first, country}:
            rest = whole[len(first) :]
            if country in adjectives and rest[:3] in {"'s ", "’s "}:  # "Russia's army"
                return BodyName(f"{adjectives[country]}{rest[2:]}")
            return BodyName(whole)
        if country in adjectives and len(found) == 1:
            own = _own_name(whole, first, speaks, endings)
            if own:
                return BodyName(own)
        if speaks or found[-1].end() >= len(head.rstrip(".)")):
            written = found[-1].group()
            return BodyName(of_the_country(country, names[written], written))
        return BodyName(None)  # "a Georgia man", "the White House lawn"

    @lru_cache(maxsize=1 << 12)
    def name_of(text: str) -> BodyName:
        text = _ARTICLE.sub("", text.strip(" ,"))
        head, complement = _split(text, pattern)
        last = normal(head.split(" ")[-1])
        speaks = last in speaking
        if speaks and _FORMER.search(head):
            return BodyName(None)  # "some former American officials" speak for themselves
        found = list(pattern.finditer(head))
        if found:
            return of_head(head, found, last, speaks)
        if complement and speaks:
            if " and " in complement and len(pattern.findall(complement)) > 1:
                return BodyName(text)  # "Intelligence officials in both Korea and Ukraine"
            theirs = name_of(complement)
            if theirs.name and pattern.search(complement):
                return theirs
        if last in unnamed and " " not in head:
            return BodyName(None, True)
        if last in common:
            return BodyName(head)
        name = _NAME.search(head)
        return BodyName(head[name.start() :] if name else None)

    return name_of


def _split(text: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    """The words up to the first preposition that is in no name, and those after it."""
    head, *complement = _PREPOSITION.split(text, maxsplit=1)
    for match in pattern.finditer(text) if complement else ():
        if match.start() < len(head) < match.end():  # "the Chinese Ministry of Foreign Affairs"
            return text[: match.end()], ""
    return head, complement[0] if complement else ""


@from_lexicon
def body_names() -> frozenset[str]:
    """Every name of a body or country that the lexicons have, as written."""
    return frozenset(_names())


def _own_name(text: str, country: str, speaks: bool, endings: frozenset[str]) -> str:
    """The name of a body that begins with a country: "London Fire Brigade" of its spokesman.

    "" where the words name the country's officials and no body of their own.
    """
    words = text.split(" ")
    if words[-1] in endings and len(words) > len(country.split(" ")):
        return text
    if not speaks or not words[-1][:1].islower():
        return ""
    while words and not words[-1][:1].isupper():
        words.pop()
    own = " ".join(words)
    return own if len(words) > len(country.split(" ")) else ""


def _adjectives() -> dict[str, str]:
    """The adjective of each country that has one: "Chinese" for China."""
    return {
        country: also["adjectives"][0]
        for country, also in table("countries")["countries"].items()
        if also.get("adjectives")
    }


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
