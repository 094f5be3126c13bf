"""The cheap first look: where in a text a figure or a date may begin.

One regular expression stops at digits and currency signs, and at words that can open a figure or
a date, together with as much of what follows as tells them from other uses. It gives the family
of each place, so that only the readers of that family look there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from index.facts.date_words import DateWords, date_words
from index.facts.figure_words import CURRENCY_SIGNS
from index.facts.lexicons import alternatives, from_lexicon, table

Family = Literal["digits", "number", "ordinal", "name", "relative", "article", "vague"]

_SEPARATORS = "\n\t\u00a0\"“”'‘’([—–-/"
_END = r"(?!\w)"
_OPENS_TIME = ("fiscal", "calendar", "past", "few")
"""Words that may stand between "last" or "early" and a unit of time."""
_NUMERIC = f"{CURRENCY_SIGNS}½¼¾0123456789"


@dataclass(frozen=True, slots=True)
class Scan:
    """The gate of the words, and the family of each."""

    words: re.Pattern[str]
    digits: re.Pattern[str]
    families: Mapping[str, Family]

    def places(self, body: str) -> list[tuple[int, Family]]:
        """Offsets in order, each with the family that may begin there."""
        # Every separator becomes a blank, so that the pattern begins with one fixed character and
        # the regex engine can run to it; the blank in front makes offsets of words come out right.
        flat = f" {body}"
        for separator in _SEPARATORS:
            flat = flat.replace(separator, " ")
        families = self.families
        places = [
            (match.start(), families[match[1].lower()]) for match in self.words.finditer(flat)
        ]
        places += [(match.start(), "digits") for match in self.digits.finditer(body)]
        places.sort()
        return places


def _tree(leaves: Iterable[tuple[str, str]]) -> str:
    """Words, each with what must follow it, as one pattern that branches letter by letter.

    A place that fits no word fails at its first or second letter; a list of words would be tried
    to its end.
    """
    ends: list[str] = []
    branches: dict[str, list[tuple[str, str]]] = {}
    for word, after in leaves:
        if word:
            branches.setdefault(word[0], []).append((word[1:], after))
        elif after not in ends:
            ends.append(after)
    ways = [re.escape(letter) + _tree(rest) for letter, rest in sorted(branches.items())]
    ways += [f"(?:{'|'.join(ends)})" if len(ends) > 1 else ends[0]] if ends else []
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


class _Leaves:
    """The words of the gate, each with what must follow it, and their families."""

    def __init__(self) -> None:
        self.families: dict[str, Family] = {}
        self.leaves: list[tuple[str, str]] = []

    def add(
        self, family: Family, words: Iterable[str], after: str = _END, *, capitals: bool = False
    ) -> None:
        """Words in small letters and with a first capital; `capitals` adds all capitals."""
        for word in words:
            self.families.setdefault(word.lower(), family)
            spellings = {word, word[0].upper() + word[1:]} | ({word.upper()} if capitals else set())
            self.leaves.extend((spelling, after) for spelling in spellings)

    def add_names(self, names: Iterable[str]) -> None:
        """Words that count only with a capital."""
        for name in names:
            self.families.setdefault(name.lower(), "name")
            spellings = {name[0].upper() + name[1:]} | ({name.upper()} if len(name) > 3 else set())
            self.leaves.extend((spelling, _END) for spelling in spellings)


@from_lexicon
def scan() -> Scan:
    """The gate of the lexicon's words."""
    gate = _Leaves()
    _add_numbers(gate)
    _add_dates(gate, date_words())
    _add_articles(gate, date_words())
    return Scan(
        re.compile(f" ({_tree(gate.leaves)})"),
        re.compile(f"[{_NUMERIC}][0-9,.]*"),
        gate.families,
    )


def _add_numbers(gate: _Leaves) -> None:
    numbers = table("numbers")
    for name in ("ones", "tens", "magnitudes", "plurals"):
        gate.add("number", numbers[name], capitals=True)
    gate.add("number", ["tens"], r"(?=\sof\s)")
    gate.add("number", ["half"])
    gate.add("number", ["quarter"], r"(?=\s(?:of|million|century|hour|mile))")
    gate.add("number", {word.split()[0] for word in numbers["few"] if not word.startswith("a ")})
    gate.add("ordinal", [*numbers["ordinals"], *(f"{tens}-first" for tens in numbers["tens"])])
    vague = numbers["vague"]
    measured = alternatives([*vague["measures"], *vague["sizes"]])
    gate.add("vague", vague["sizes"], rf"(?=,?\s(?:{measured})(?!\w))")


def _add_dates(gate: _Leaves, words: DateWords) -> None:
    gate.add_names([*words.months, *words.weekdays, *(f"{day}s" for day in words.weekdays)])
    gate.add_names(word.split()[0] for word in (*words.holidays, *words.moving_holidays))
    numbers, modifiers = table("numbers"), words.modifiers
    counts = [*numbers["ones"], *numbers["tens"], *(word.split()[-1] for word in numbers["few"])]
    timed = [*words.units, *words.seasons, *counts, *_OPENS_TIME]
    follows = rf"\s(?:{alternatives(timed)}|{words.part_of_day}|\d|[A-Z])"
    several = modifiers["of_several"]
    which = [*modifiers["which"], *several]
    gate.add("relative", which, f"(?={follows})")
    gate.add("relative", ["recent"], rf"(?=\s(?:{words.unit}))")
    shifted = alternatives(which)
    narrowed = alternatives([*modifiers["parts"], *modifiers["edges"], "very"])
    gate.add(
        "relative",
        ["the"],
        rf"(?=\s(?:{shifted}){follows}|\s(?:{narrowed})\s|\sday\s(?:before|after)\s|\sfiscal\s)",
    )
    gate.add(
        "relative",
        [*modifiers["parts"], "very"],
        rf"(?={follows}|\s(?:to|in|or|and|early|today|{shifted})\s)",
    )
    gate.add("relative", ["earlier", "later"], rf"(?=\s(?:that|in|on|today|{shifted}|[A-Z]))")
    gate.add("relative", modifiers["edges"], r"(?=\sof\s)")
    gate.add("relative", ["today", "yesterday", "tomorrow", "tonight", "fiscal"])
    gate.add("relative", [*words.moments, *words.seasons])
    gate.add("relative", ["some"], rf"(?=\stime{_END}|\sof\s(?:these|those|them|whom|which){_END})")


def _add_articles(gate: _Leaves, words: DateWords) -> None:
    """ "A" opens a figure or a date only before certain words."""
    numbers = table("numbers")
    vague = numbers["vague"]
    few = {word.split(" ", 1)[1] for word in numbers["few"] if word.startswith("a ")}
    opens = [*few, *numbers["magnitudes"], *numbers["fractions"], *words.units]
    opens += [*vague["alone"], *vague["sizes"], "very", "relatively", "full", "whole"]
    gate.add("article", ["a", "an"], rf"(?=\s(?:{alternatives(opens)}){_END})")
