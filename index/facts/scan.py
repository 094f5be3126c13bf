"""The cheap first look: where in a text a figure or a date may begin.

One regular expression stops at digits and at words that can open a figure or a date; after "the"
and "a" it looks at the next word too. Where a word opens one only before certain others, the first
letters of what follows decide. It gives the family of each place, so that only the readers of that
family look there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from index.facts.date_words import DateWords, date_words
from index.facts.figure_words import CURRENCY_SIGNS, figure_words
from index.facts.lexicons import branching, from_lexicon, table

Family = Literal[
    "digits", "number", "ordinal", "name", "relative", "narrowed", "some", "article", "vague"
]

_SEPARATORS = f"\n\t\u00a0\"“”'‘’([—–-/+<>|…•{CURRENCY_SIGNS}"
_END = r"(?!\w)"
_AFTER_ARTICLE = 2
"""The group of the pattern that holds the word after an article."""
_ARTICLES = ("a", "an", "the")
_OPENS_TIME = ("fiscal", "calendar", "past", "few")
"""Words that may stand between "last" or "early" and a unit of time."""
_PREFIX = 3
"""How many letters of what follows the gate looks at."""
_NUMERIC = "½¼¾0123456789"


@dataclass(frozen=True, slots=True)
class Scan:
    """The gate of the words."""

    words: re.Pattern[str]
    families: Mapping[str, Family]
    """By the word, or the article and the word after it."""
    beginnings: Mapping[str, frozenset[str]]
    """How what follows must begin, for those that do not open a figure or a date by themselves."""

    def places(self, body: str) -> list[tuple[int, Family]]:
        """Offsets in order, each with the family that may begin there."""
        # Every separator becomes a blank, so that the pattern begins with one fixed character and
        # the regex engine can run to it; the blank in front makes offsets of words come out right.
        flat = f" {_flattened(body)}"
        families, beginnings, found = self.families, self.beginnings, []
        for match in self.words.finditer(flat):
            last = match.lastindex or 0
            word = match[last]
            if last == _AFTER_ARTICLE and (word := match[0][1:] + " " + word) not in families:
                continue
            if (needed := beginnings.get(word)) is not None:
                end = match.end(last)
                end += 1 if flat[end : end + 1] == " " else 2
                follows = flat[end : end + _PREFIX]
                if not (follows in needed or follows[:2] in needed or follows[:1] in needed):
                    continue
            found.append((match.start(), families[word]))
        return found


def _flattened(text: str) -> str:
    """The text in small letters and without the gate's separators, as long as before."""
    flat = in_small_letters(text)
    for separator in _SEPARATORS:
        flat = flat.replace(separator, " ")
    return flat


def in_small_letters(text: str) -> str:
    """The text in small letters, every character at its old place."""
    small = text.lower()
    if len(small) == len(text):
        return small
    # The small form of a few capitals, such as the Turkish dotted I, is two characters long.
    return "".join(letter.lower()[0] for letter in text)


class _Gate:
    """The words of the gate, their families, and what must follow them."""

    def __init__(self) -> None:
        self._families: dict[str, Family] = {}
        self._beginnings: dict[str, set[str]] = {}
        self._alone: set[str] = set()
        """Words after which anything may stand."""

    def add(self, family: Family, phrases: Iterable[str], before: Iterable[str] = ()) -> None:
        """Phrases of one family, wherever they stand, or only before one of certain words.

        Of a phrase of several words the gate runs over the first only, so that it can stop at the
        next one too; an article and the word after it count as one.
        """
        needed = {word.lower()[:_PREFIX] for word in before}
        for phrase in phrases:
            word, _, rest = phrase.lower().partition(" ")
            if word in _ARTICLES and rest:
                second, _, rest = rest.partition(" ")
                word = f"{word} {second}"
            self._families.setdefault(word, family)
            follows = {f"{rest} "[:_PREFIX]} if rest else needed
            if follows:
                self._beginnings.setdefault(word, set()).update(follows)
            else:
                self._alone.add(word)

    def _after(self, word: str) -> str:
        """The first look at what must follow a word, by one letter."""
        if word[-1] in _NUMERIC:
            return ""
        if word in self._alone:
            return _END
        letters = "".join(sorted({needed[0] for needed in self._beginnings[word]}))
        return rf"(?=,? [{re.escape(letters)}])"

    def made(self) -> Scan:
        """The gate, ready for use."""
        words = [word for word in self._families if " " not in word]
        after_article = {word.partition(" ")[2] for word in self._families if " " in word}
        plain = ((word, self._after(word)) for word in words)
        second = branching((word, _END) for word in sorted(after_article))
        return Scan(
            re.compile(f" (?:({branching(plain)})|(?:an?|the)(?= ({second})))"),
            self._families,
            {
                word: frozenset(needed)
                for word, needed in self._beginnings.items()
                if word not in self._alone
            },
        )


@from_lexicon
def scan() -> Scan:
    """The gate of the lexicon's words."""
    gate = _Gate()
    _add_numbers(gate)
    _add_dates(gate, date_words())
    _add_articles(gate, date_words())
    return gate.made()


def _add_numbers(gate: _Gate) -> None:
    numbers = table("numbers")
    gate.add("digits", _NUMERIC)
    symbols = (symbol.lstrip(CURRENCY_SIGNS) for symbol in figure_words().symbols)
    letters = [*(each for each in symbols if each[:1].isalpha()), *figure_words().codes]
    gate.add("digits", (f"{before}{digit}" for before in letters for digit in _NUMERIC))
    for name in ("ones", "tens", "magnitudes", "plurals"):
        gate.add("number", numbers[name])
    gate.add("number", ["tens of", "half"])
    gate.add("number", ["quarter"], ["of ", "million", "century", "hour", "mile"])
    gate.add("number", {word.split()[0] for word in numbers["few"] if not word.startswith("a ")})
    gate.add("ordinal", numbers["ordinals"])
    vague = numbers["vague"]
    gate.add("vague", vague["sizes"], [*vague["measures"], *vague["sizes"]])


def _add_dates(gate: _Gate, words: DateWords) -> None:
    days = [*words.months, *words.weekdays]
    holidays = [_flattened(word) for word in (*words.holidays, *words.moving_holidays)]
    gate.add("name", [*days, *(f"{day}s" for day in words.weekdays), *holidays])
    gate.add("name", ["q1", "q2", "q3", "q4"])
    numbers, modifiers = table("numbers"), words.modifiers
    counts = [*numbers["ones"], *numbers["tens"], *(word.split()[-1] for word in numbers["few"])]
    parts = table("calendar")["dayparts"]["words"]
    timed = [*words.units, *words.seasons, *parts, *counts, *_OPENS_TIME, *days, *holidays]
    timed += "0123456789"
    which = [*modifiers["which"], *modifiers["of_several"]]
    narrowing = [*modifiers["parts"], "very"]
    gate.add("relative", which, timed)
    gate.add("narrowed", (f"the {word}" for word in which), timed)
    gate.add("narrowed", (f"the {word}" for word in (*narrowing, *modifiers["edges"], "fiscal")))
    gate.add("narrowed", ["the day before", "the day after"])
    gate.add("relative", ["recent"], words.units)
    gate.add(
        "narrowed", narrowing, [*timed, "to ", "in ", "on ", "or ", "and", "early", "today", *which]
    )
    gate.add(
        "narrowed", ["earlier", "later"], ["that", "in", "on", "today", *which, *days, *holidays]
    )
    gate.add("narrowed", modifiers["edges"], ["of "])
    gate.add("relative", ["today", "yesterday", "tomorrow", "tonight", "fiscal"])
    gate.add("relative", [*words.moments, *words.seasons])
    gate.add("some", ["some time", "some of"])


def _add_articles(gate: _Gate, words: DateWords) -> None:
    """ "A" opens a figure or a date only before certain words."""
    numbers = table("numbers")
    vague = numbers["vague"]
    few = {word.split(" ", 1)[1] for word in numbers["few"] if word.startswith("a ")}
    opens = [*few, *numbers["magnitudes"], *numbers["fractions"], *words.units, "full", "whole"]
    for article in ("a", "an"):
        gate.add("article", (f"{article} {word}" for word in opens))
        gate.add("article", (f"{article} {word} of" for word in vague["alone"]))
        amounts = [*vague["measures"], *vague["sizes"]]
        gate.add("article", (f"{article} {word}" for word in vague["sizes"]), amounts)
        gate.add("article", [f"{article} very", f"{article} relatively"], vague["sizes"])
    gate.add("article", (f"all {unit}" for unit in words.units if not unit.endswith("s")))
