"""How alike two values are, before anything else is known of them."""

from __future__ import annotations

from enum import IntEnum
from math import inf

from index.compare.accounts import Account
from index.compare.intervals import Interval, in_one_unit
from index.compare.nodes import Node

DATES = frozenset({"date", "time", "moment", "period", "duration"})
"""Families whose values lie in time."""
FAR = 2.0
"""Bounds whose numbers lie further apart than this factor only meet by chance: 3 and more, 21."""
FAR_VAGUE = 5.0
"""The same for a word that stands for a whole range: "hundreds" and 520."""
NEAR = 1.2
"""Numbers within this factor look like two counts of one thing: 2.3 and 2.6 million."""
SMALL = 10
"""Numbers up to this one are met everywhere."""


class Tier(IntEnum):
    """How alike two values are; pairs of a lower tier are joined first."""

    SAME = 0
    OVERLAP = 1
    VAGUE = 2
    APART = 3


def tier_of(one: Node, other: Node) -> Tier:
    """How alike the values of two nodes of one family are."""
    if same_value(one.first, other.first):
        return Tier.SAME
    if one.value is None or other.value is None:
        return Tier.VAGUE
    values = in_one_unit(one.value, one.first.unit, other.value, other.first.unit)
    if values is None or not values[0].overlaps(values[1]):
        return Tier.APART
    if one.family in DATES and one.family != "duration":
        return Tier.OVERLAP
    vague = "vague" in (one.first.approximation, other.first.approximation)
    if _far(*values, FAR_VAGUE if vague else FAR):
        return Tier.APART
    return Tier.OVERLAP


def same_value(a: Account, b: Account) -> bool:
    """Whether two values are the same, or the same in another unit."""
    if a.value is None or b.value is None:
        return False
    if not a.is_number:
        return a.value.same_as(b.value)
    if a.unit == b.unit:
        return (a.low, a.high) == (b.low, b.high)
    values = in_one_unit(a.value, a.unit, b.value, b.unit)
    return values is not None and values[0].overlaps(values[1])


def number_of(interval: Interval) -> float:
    """The number that the words name: of a bound the bound, of a range its middle."""
    if interval.high == inf:
        return abs(interval.low)
    if interval.low == -inf:
        return abs(interval.high)
    return abs(interval.low + interval.high) / 2


def near(one: Interval, other: Interval, *, least: float = 3, within: float = NEAR) -> bool:
    """Whether the numbers are so close that they look like two counts of one thing.

    Up to the `least` they are met everywhere; amounts are not. `within` is the factor.
    """
    a, b = number_of(one), number_of(other)
    return min(a, b) > least and max(a, b) <= within * min(a, b)


def _far(one: Interval, other: Interval, factor: float) -> bool:
    a, b = number_of(one), number_of(other)
    return max(a, b) > factor * min(a, b)
