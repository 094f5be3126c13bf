"""Whether two ages are one person's."""

from __future__ import annotations

from math import inf

from index.compare.nodes import Node, Rarity
from index.compare.tiers import Tier

YEARS = 3
"""Years by which reports may differ about somebody's age; relatives differ by more."""
ONE_PERSON = 0.1
"""for ages of one name that lie no more than a few years apart;"""


def pair_ages(one: Node, other: Node, rarity: Rarity, tier: Tier) -> tuple[Tier, float] | None:
    """An age belongs to its person: to the name, or to the noun where all else is alike."""
    named = bool(one.nouns & other.nouns)
    if one.qualifiers and other.qualifiers and not one.qualifiers & other.qualifiers:
        return None  # one surname, two given names
    likeness = rarity.likeness(one, other)
    needed = {Tier.SAME: 0.15, Tier.OVERLAP: 0.25}.get(tier, 0.45)
    if one.report == other.report:
        return None
    near_ages = tier is Tier.APART and _years_apart(one, other) <= YEARS
    if named and near_ages and (likeness >= ONE_PERSON or _is_named(one)):
        return (tier, likeness)
    if likeness + 0.2 * named < needed:
        return None
    return (tier, likeness) if named or tier is not Tier.APART else None


def _is_named(node: Node) -> bool:
    """Whether the age belongs to a name, which the sentence writes with a capital letter."""
    return any(noun.title() in account.sentence for noun in node.nouns for account in node.accounts)


def _years_apart(one: Node, other: Node) -> float:
    a, b = one.first.low, other.first.low
    return inf if a is None or b is None else abs(a - b)
