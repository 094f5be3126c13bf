"""What two numbers have in common: the thing they count, the event, the time.

Everything here is read off two nodes; what it is worth is weighed in `pairing_numbers`.
"""

from __future__ import annotations

from index.compare.accounts import NONE
from index.compare.intervals import digits
from index.compare.nodes import Node, is_old
from index.compare.relations import is_cumulative
from index.compare.tiers import SMALL, number_of, same_value
from index.facts.claims_nouns import AMOUNTS
from index.facts.claims_vocabulary import akin, is_running, signs

GREAT = 1000
"""Numbers from here on, but for round ones, are hardly met by chance."""


def same_thing(one: Node, other: Node) -> float:
    """2 same noun, 1 nouns that can stand for each other or one unknown, 0 different things."""
    if one.family in AMOUNTS or one.family == "age":
        unit = 1.0 if one.first.unit == other.first.unit else 0.5
        return unit + bool(one.family in AMOUNTS and one.nouns & other.nouns)
    if one.nouns & other.nouns:
        return 2.0
    if one.counted & other.counted & signs("nouns", "synonyms"):
        return 1.5
    if any(
        one.counted & signs("nouns", kind) and other.counted & signs("nouns", kind)
        for kind in ("armed", "supplied")
    ):
        return 1.5
    if not (one.nouns | one.counted) or not (other.nouns | other.counted):
        return 1.0
    persons = signs("nouns", "persons")
    both = one.counted & persons and other.counted & persons
    return 1.0 if both and "people" in one.counted | other.counted else 0.0


def same_event(one: Node, other: Node) -> float:
    """2 same governing event, 1.5 akin, 1 shared in passing, 0 nothing in common.

    What an amount measures says as much as an event.
    """
    if one.events & other.events or measures_one_thing(one, other):
        return 2.0
    if any(akin(event) & other.events for event in one.events) or counts_one_thing(one, other):
        return 1.5
    return 1.0 if one.others & other.others else 0.0


def measures_one_thing(one: Node, other: Node) -> bool:
    """Whether one noun tells what two amounts measure, and not one rose while the other fell."""
    moved = {one.main_event, other.main_event}
    return one.family in AMOUNTS and bool(one.nouns & other.nouns) and moved != {"rose", "fell"}


def counts_one_thing(one: Node, other: Node) -> bool:
    """Whether both reports give one number only of what one telling noun names: "120 flats"."""
    nouns = one.nouns & other.nouns - signs("nouns", "anybody")
    only = one.family == "count" and one.only and other.only
    return only and bool(nouns) and one.first.claim.part == other.first.claim.part


def worded_otherwise(one: Node, other: Node) -> bool:
    """Whether two nouns may name one thing: one number in one event, "30 posts", "30 stations".

    A great number is hardly met twice by chance: "860,000 people", "860,000 travellers".
    """
    if one.family != "count" or not same_value(one.first, other.first):
        return False
    number = number_of(one.value or NONE)
    if number >= GREAT and digits(number) > 1:
        return not (one.counted and other.counted)
    one_event = one.main_event is not None and one.main_event == other.main_event
    return one_event and not (one.counted or other.counted) and number > SMALL


def other_people(one: Node, other: Node) -> bool:
    """Whether two nouns for people do not name the same ones: two doctors, two families."""
    nouns, others = one.nouns - signs("nouns", "anybody"), other.nouns - signs("nouns", "anybody")
    both = one.counted & other.counted == {"people"}
    return both and bool(nouns) and bool(others) and not nouns & others


def specific(node: Node) -> float:
    """How unlikely it is that another number is the same by chance."""
    if node.value is None or node.first.approximation == "vague":
        return 0.0
    size = number_of(node.value)
    if size <= 3:
        return -1.0
    return 1.0 if size > 20 else 0.0


def none_and_some(one: Node, other: Node) -> bool:
    """Whether "no one was injured" and a number of injured meet."""
    if one.main_event is None or one.main_event != other.main_event:
        return False
    none = one if one.value is NONE else other
    return same_thing(one, other) >= (1.0 if none.counted == {"people"} else 1.5)


def whole_and_part(one: Node, other: Node) -> bool:
    """Whether one sum has run up over a period and the other is a single one of the same kind."""
    if one.first.unit != other.first.unit or one.first.value is None or other.first.value is None:
        return False
    if is_cumulative(one.first) == is_cumulative(other.first):
        return False
    whole, part = one.first.value, other.first.value
    if is_cumulative(other.first):
        whole, part = part, whole
    shared = one.others & other.others & signs("context", "sums")
    return bool(shared) and whole.low > part.high


def periods_apart(one: Node, other: Node) -> bool:
    """Whether one event is dated in both, and every pair of its dates lies apart."""
    if one.main_event != other.main_event or not one.periods or not other.periods:
        return False
    if is_running(one.main_event) and (_goes_on(one) or _goes_on(other)):
        return False
    return not any(
        (p[0] or "") <= (o[1] or "9999") and (o[0] or "") <= (p[1] or "9999")
        for p in one.periods
        for o in other.periods
    )


def _goes_on(node: Node) -> bool:
    """Whether the time of an event has no end but the day of the report: "since August 25"."""
    published = (node.first.published or "")[:10]
    return any(first != last == published for first, last in node.periods)


def is_background(node: Node) -> bool:
    """Whether the number belongs to another event: one long before the report, or in a list."""
    return any(account.claim.background or is_old(account) for account in node.accounts)
