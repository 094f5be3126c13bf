"""The cheap first look: where in a text a figure or a date may begin.

One regular expression stops at digits, and at words that can open a figure or a date together with
as much of what follows as tells them from other uses. It gives the family of each place, so that
only the readers of that family look there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from index.facts.date_words import DateWords, date_words
from index.facts.figure_words import CURRENCY_SIGNS, figure_words
from index.facts.lexicons import alternatives, branching, from_lexicon, table

Family = Literal[
    "digits", "number", "ordinal", "name", "relative", "narrowed", "some", "article", "vague"
]

_SEPARATORS = f"\n\t\u00a0\"“”'‘’([—–-/+<>|…•{CURRENCY_SIGNS}"
_END = r"(?!\w)"
_OPENS_TIME = ("fiscal", "calendar", "past", "few")
"""Words that may stand between "last" or "early" and a unit of time."""
_PREFIX = 3
"""How many letters of what follows a word the gate looks at."""
_NUMERIC = "½¼¾0123456789"


@dataclass(frozen=True, slots=True)
class Scan:
    """The gate of the words, and the family of each."""

    words: re.Pattern[str]
    families: Mapping[str, Family]

    def places(self, body: str) -> list[tuple[int, Family]]:
        """Offsets in order, each with the family that may begin there."""
        # Every separator becomes a blank, so that the pattern begins with one fixed character and
        # the regex engine can run to it; the blank in front makes offsets of words come out right.
        flat = f" {_flattened(body)}"
        families = self.families
        return [(match.start(), families[match[1]]) for match in self.words.finditer(flat)]


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


def _begins(*words: Iterable[str]) -> str:
    """The first letters of words: enough for a gate, and soon compiled."""
    return branching((word[:_PREFIX].lower(), "") for group in words for word in group)


class _Leaves:
    """The phrases of the gate, each with what must follow it, and their families."""

    def __init__(self) -> None:
        self.families: dict[str, Family] = {}
        self.leaves: list[tuple[str, str]] = []

    def add(self, family: Family, phrases: Iterable[str], after: str = _END) -> None:
        """Phrases of one family, told from other uses by `after`.

        Only their first word is run over, so that the gate can stop at the next one too.
        """
        longer: dict[str, list[tuple[str, str]]] = {}
        for phrase in phrases:
            word, blank, rest = phrase.lower().partition(" ")
            self.families.setdefault(word, family)
            if blank:
                longer.setdefault(word, []).append((rest, after))
            else:
                self.leaves.append((word, after))
        self.leaves += [(word, f"(?= {branching(rests)})") for word, rests in longer.items()]


@from_lexicon
def scan() -> Scan:
    """The gate of the lexicon's words."""
    gate = _Leaves()
    _add_numbers(gate)
    _add_dates(gate, date_words())
    _add_articles(gate, date_words())
    return Scan(re.compile(f" ({branching(gate.leaves)})"), gate.families)


def _add_numbers(gate: _Leaves) -> None:
    numbers = table("numbers")
    gate.add("digits", _NUMERIC, "")
    symbols = (symbol.lstrip(CURRENCY_SIGNS) for symbol in figure_words().symbols)
    letters = [*filter(str.isalpha, symbols), *figure_words().codes]
    gate.add("digits", (f"{before}{digit}" for before in letters for digit in _NUMERIC), "")
    for name in ("ones", "tens", "magnitudes", "plurals"):
        gate.add("number", numbers[name])
    gate.add("number", ["tens of"])
    gate.add("number", ["half"])
    gate.add("number", ["quarter"], r"(?= (?:of|million|century|hour|mile))")
    gate.add("number", {word.split()[0] for word in numbers["few"] if not word.startswith("a ")})
    gate.add("ordinal", [*numbers["ordinals"], *(f"{tens} first" for tens in numbers["tens"])])
    vague = numbers["vague"]
    gate.add("vague", vague["sizes"], f"(?=,? {_begins(vague['measures'], vague['sizes'])})")


def _add_dates(gate: _Leaves, words: DateWords) -> None:
    days = [*words.months, *words.weekdays]
    holidays = [_flattened(word) for word in (*words.holidays, *words.moving_holidays)]
    gate.add("name", [*days, *(f"{day}s" for day in words.weekdays)])
    gate.add("name", holidays)
    numbers, modifiers = table("numbers"), words.modifiers
    counts = [*numbers["ones"], *numbers["tens"], *(word.split()[-1] for word in numbers["few"])]
    parts = table("calendar")["dayparts"]["words"]
    timed = [*words.units, *words.seasons, *parts, *counts, *_OPENS_TIME, *days, *holidays]
    follows = rf" (?:{_begins(timed)}|\d)"
    which = [*modifiers["which"], *modifiers["of_several"]]
    narrowing = [*modifiers["parts"], "very"]
    narrowed = [*narrowing, *modifiers["edges"], "fiscal", "day before", "day after"]
    shifted = branching((word, _END) for word in which)
    gate.add("relative", which, f"(?={follows})")
    gate.add("narrowed", ["the"], f"(?= (?:{shifted}{follows}|(?:{alternatives(narrowed)}) ))")
    gate.add("relative", ["recent"], f"(?= {_begins(words.units)})")
    gate.add("narrowed", narrowing, rf"(?={follows}| (?:to|in|or|and|early|today|{shifted}) )")
    soon = _begins(["that", "in", "on", "today"], which, days, holidays)
    gate.add("narrowed", ["earlier", "later"], f"(?= {soon})")
    gate.add("narrowed", modifiers["edges"], "(?= of )")
    gate.add("relative", ["today", "yesterday", "tomorrow", "tonight", "fiscal"])
    gate.add("relative", [*words.moments, *words.seasons])
    gate.add("some", ["some time"])
    gate.add(
        "relative", (f"some of {word}" for word in ("these", "those", "them", "whom", "which"))
    )


def _add_articles(gate: _Leaves, words: DateWords) -> None:
    """ "A" opens a figure or a date only before certain words."""
    numbers = table("numbers")
    vague = numbers["vague"]
    few = {word.split(" ", 1)[1] for word in numbers["few"] if word.startswith("a ")}
    opens = [*few, *numbers["magnitudes"], *numbers["fractions"], *words.units, "full", "whole"]
    alone = branching((phrase, " of ") for phrase in vague["alone"])
    sized = rf",? (?:{_begins(vague['measures'], vague['sizes'])})"
    sizes = branching((word, sized) for word in vague["sizes"])
    gate.add("article", (f"{article} {word}" for article in ("a", "an") for word in opens))
    gate.add("article", ("a", "an"), f"(?= (?:{alone}|(?:very |relatively )?{sizes}))")
    gate.add("article", (f"all {unit}" for unit in words.units if not unit.endswith("s")))
