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

from index.facts.date_words import date_words
from index.facts.figure_words import CURRENCY_SIGNS
from index.facts.lexicons import alternatives, from_lexicon, table

Family = Literal["digits", "number", "ordinal", "name", "relative", "article", "vague"]

_SEPARATORS = "\n\t\u00a0\"“”'‘’([—–-/"
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


@from_lexicon
def scan() -> Scan:
    """The gate of the lexicon's words."""
    numbers, words = table("numbers"), date_words()
    vague = numbers["vague"]
    families: dict[str, Family] = {}
    leaves: list[tuple[str, str]] = []

    def add(
        family: Family, entries: Iterable[str], after: str = r"(?![\w])", upper: bool = False
    ) -> None:
        for word in entries:
            families.setdefault(word.lower(), family)
            spellings = {word, word[0].upper() + word[1:]} | ({word.upper()} if upper else set())
            leaves.extend((spelling, after) for spelling in spellings)

    add("number", [*numbers["ones"], *numbers["tens"], *numbers["magnitudes"]], upper=True)
    add("number", numbers["plurals"], upper=True)
    add("number", ["tens"], r"(?=\sof\s)")
    add("number", ["half"])
    add("number", ["quarter"], r"(?=\s(?:of|million|century|hour|mile))")
    add("number", {word.split()[0] for word in numbers["few"] if not word.startswith("a ")})
    add("ordinal", [*numbers["ordinals"], *(f"{tens}-first" for tens in numbers["tens"])])
    names = [*words.months, *words.weekdays]
    families.update(dict.fromkeys(names, "name"))
    spelled = {name.title() for name in names} | {name.upper() for name in names if len(name) > 3}
    leaves.extend((name, r"(?!\w)") for name in spelled)
    holidays = {word.split()[0] for word in (*words.holidays, *words.moving_holidays)}
    families.update({word.lower(): "name" for word in holidays if word.lower() not in families})
    leaves.extend((word, r"(?!\w)") for word in holidays)

    unit = alternatives(words.units)
    number = alternatives(
        [*numbers["ones"], *numbers["tens"], *(w.split()[-1] for w in numbers["few"])]
    )
    spans = "|".join(
        [
            unit,
            alternatives(words.seasons),
            number,
            r"\d",
            "[A-Z]",
            "fiscal",
            "calendar",
            "morning",
            "afternoon",
            "evening",
            "past",
            "few",
        ]
    )
    which = [
        "last",
        "next",
        "past",
        "coming",
        "previous",
        "following",
        "preceding",
        "current",
        "same",
    ]
    add("relative", [*which, "this", "first", "final", "opening"], rf"(?=\s(?:{spans}))")
    add("relative", ["recent"], rf"(?=\s(?:{unit}))")
    add(
        "relative",
        ["the"],
        rf"(?=\s(?:{'|'.join([*which, 'first', 'final', 'opening'])})\s(?:{spans})"
        r"|\s(?:early|mid|late|middle|end|start|beginning|close|turn|height)[\s-]"
        r"|\sday\s(?:before|after)\s|\sfiscal\s)",
    )
    add(
        "relative",
        ["early", "mid", "middle", "late", "very"],
        rf"(?=[\s-](?:to|in|or|and|early|{spans}|this|last|next|today))",
    )
    add("relative", ["earlier", "later"], r"(?=\s(?:this|last|next|that|in|on|today|[A-Z]))")
    add("relative", ["end", "start", "beginning", "close", "turn", "height"], r"(?=\sof\s)")
    add("relative", ["today", "yesterday", "tomorrow", "tonight", "fiscal"])
    add("relative", [*words.moments, *words.seasons])
    families["some"] = "relative"
    leaves.extend(
        (word, r"(?=\stime(?!\w)|\sof\s(?:these|those|them|whom|which)(?!\w))")
        for word in ("some", "Some")
    )

    magnitude = alternatives([*numbers["magnitudes"], *numbers["fractions"]])
    few = alternatives({word.split(" ", 1)[1] for word in numbers["few"] if word.startswith("a ")})
    size = alternatives([*vague["alone"], *vague["sizes"], "very", "relatively"])
    for article in ("a", "an", "A", "An"):
        families[article.lower()] = "article"
        leaves.append((article, rf"(?=\s(?:{few}|{magnitude}|{size}|{unit}|full|whole)(?!\w))"))
    add(
        "vague",
        vague["sizes"],
        rf"(?=,?\s(?:{alternatives([*vague['measures'], *vague['sizes']])})(?!\w))",
    )
    return Scan(
        re.compile(f" ({_tree(leaves)})"),
        re.compile(f"[{_NUMERIC}][0-9,.]*"),
        families,
    )
