"""Whether two ages are one person's."""

from __future__ import annotations

from math import inf

from index.compare.nodes import Node, Rarity
from index.compare.tiers import Tier
from index.facts.claims_ages import CULPRIT
from index.facts.claims_vocabulary import noun_stems

YEARS = 3
"""Years by which reports may differ about somebody's age; relatives differ by more."""
# Likeness that the two sentences must have, from 0 to 1:
SAME = 0.15
"""for one age;"""
OVERLAPPING = 0.25
"""for ages that only can be one;"""
NAMED = 0.2
"""What one name or noun for both spares of these."""
ONE_PERSON = 0.1
"""for two ages, a few years apart, of a noun that names one person;"""
ANYBODYS = 0.5
"""for the same of a noun for anybody;"""
FAR = 0.25
"""for ages further apart."""


def pair_ages(one: Node, other: Node, rarity: Rarity, tier: Tier) -> tuple[Tier, float] | None:
    """An age belongs to its person: to the name, or to the noun where all else is alike."""
    named = bool(one.nouns & other.nouns)
    if one.qualifiers and other.qualifiers and not one.qualifiers & other.qualifiers:
        return None  # one surname, two given names
    if one.report == other.report:
        return None
    likeness = rarity.likeness(one, other)
    if tier is Tier.APART:
        needed = 0.0 if _is_named(one) else _needed_of_noun(one, other)
        far = _years_apart(one, other) > YEARS
        return (tier, likeness) if named and likeness >= max(needed, FAR * far) else None
    needed = SAME if tier is Tier.SAME else OVERLAPPING
    return (tier, likeness) if likeness + NAMED * named >= needed else None


def _needed_of_noun(one: Node, other: Node) -> float:
    """Likeness that two ages of one noun, a few years apart, need to be one person's.

    There are many sons and pupils in a story, but hardly two drivers.
    """
    nouns = one.nouns & other.nouns
    if not (one.only and other.only):
        return ANYBODYS
    if CULPRIT in nouns:
        return 0.0
    return ANYBODYS if nouns <= noun_stems() else ONE_PERSON


def _is_named(node: Node) -> bool:
    """Whether the age belongs to a name, which the sentence writes with a capital letter."""
    return any(noun.title() in account.sentence for noun in node.nouns for account in node.accounts)


def _years_apart(one: Node, other: Node) -> float:
    a, b = one.first.low, other.first.low
    return inf if a is None or b is None else abs(a - b)
