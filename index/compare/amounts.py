"""Questions after amounts: money, percentages and measures, by what they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.compare.accounts import Account
from index.compare.frequency import commonest
from index.compare.intervals import UNITS
from index.compare.nodes import Node
from index.facts.claims_vocabulary import asks, telling_stem

_ADJECTIVES = {"length": "far", "mass": "heavy", "speed": "fast"}
"""What is asked of a measure, by what its unit measures."""
_IRREGULAR = {"foot": "feet", "inch": "inches"}
_UNCHANGED = frozenset({"feet", "mph", "hertz", "celsius", "fahrenheit"})
_NO_NOUNS = ("ed", "ive", "ful", "able", "er")
"""Endings of words behind a percentage that say how something is: "20 percent contained"."""


def amount_question(
    group: Sequence[Node], accounts: Sequence[Account], event: str, noun: str
) -> str:
    """The question after an amount: "How much is the damage?", "What percentage is the turnout?".

    `event` is the class of event that the amounts belong to, `noun` its usual noun.
    """
    family = group[0].family
    measured = _measured(group, accounts)
    tied = family != "measure" or any(f"{measured} of " in one.sentence for one in accounts)
    if measured and tied and (family == "percent" or measured[0].islower()):
        return _of_measured(family, measured, _unit(accounts))
    opening = {"money": "How much money", "percent": "What percentage"}.get(family)
    opening = opening or _opening(_unit(accounts))
    ending = asks(event)
    if ending and ending.split()[0] in ("was", "is", "does") and family != "measure":
        return f"{opening} {ending}?"
    return f"{opening}: the {noun}?" if noun else f"{opening}?"


def _of_measured(family: str, measured: str, unit: str) -> str:
    """The question after the amount of a thing that the reports name."""
    if measured[0].isupper():
        return f"What percentage does {measured} have?"
    if family == "money":
        return f"How much is the {measured}?"
    if family == "percent":
        article = "" if measured.endswith(_NO_NOUNS) else "the "
        return f"What percentage is {article}{measured}?"
    verb = "are" if measured.endswith("s") and not measured.endswith("ss") else "is"
    in_unit = f" in {_plural(unit)}" if unit else ""
    return f"What {verb} the {measured}{in_unit}?"


def _opening(unit: str) -> str:
    """How a question after a measure begins: "How far in miles"."""
    if not unit:
        return "How much"
    kind = UNITS.get(unit, ("", 0.0))[0]
    return f"How {_ADJECTIVES.get(kind, 'much')} in {_plural(unit)}"


def _plural(unit: str) -> str:
    """A unit as it is named after "in": "miles", "km"."""
    if len(unit) <= 4 and unit not in ("mile", "acre", "foot", "inch", "yard", "hour"):
        return unit
    if unit in _UNCHANGED or unit.endswith(("s", "/h", " hour", "percent")):
        return unit
    return _IRREGULAR.get(unit, f"{unit}s")


def _unit(accounts: Sequence[Account]) -> str:
    return commonest(account.unit for account in accounts)


def _measured(group: Sequence[Node], accounts: Sequence[Account]) -> str:
    """The noun that most accounts name, as one of them writes it; "" where fewer than half do."""
    counts = Counter(account.claim.noun for account in accounts if account.claim.noun)
    if not counts:
        return ""
    stem, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if 2 * count < len(accounts) or len({node.report for node in group if stem in node.nouns}) < 2:
        return ""
    for account in accounts:
        for word in account.sentence.split():
            bare = word.strip(".,;:!?\"'“”‘’()[]").removesuffix("’s").removesuffix("'s")
            if telling_stem(bare.lower()) == stem and not _is_heading(account, bare):
                return bare
    return ""


def _is_heading(account: Account, word: str) -> bool:
    """Whether a word is written large only because a sentence begins with it."""
    return word[0].isupper() and account.sentence.startswith(word)
