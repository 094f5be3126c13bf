"""Whether two numbers answer the same question: thing, event, place and likeness, added up.

The weights were set on labelled news events. A noun, an event and a number that are the same weigh
two, two and up to one; likeness of the sentences up to three.
"""

from __future__ import annotations

from datetime import date
from math import inf

from index.compare.accounts import NONE, Account
from index.compare.intervals import digits
from index.compare.nodes import Node, Rarity
from index.compare.relations import comparable, is_cumulative, same_telling_number
from index.compare.tiers import SMALL, Tier, near, number_of
from index.facts.claims_vocabulary import akin, cues, is_running, noun_stems, state_of

NEEDED = {Tier.SAME: 2.6, Tier.OVERLAP: 3.6, Tier.VAGUE: 4.4, Tier.APART: 5.0}
"""The score that two numbers need to answer one question."""
YEARS = 3
"""Years by which reports may differ about somebody's age; relatives differ by more."""
ONE_EVENT = 10
"""Days within which two amounts that are not near each other can be of one event."""
KNOWN = 0.6
"""What it adds that a number is one that nobody gives by chance."""
SOLE = 1.0
"""What it adds that both reports give no other number for the event, or the thing measured."""
GROWN = 1.0
"""What a later and greater number of what still grows, as a toll does, adds to a score."""
MOST_GROWTH = 4.0
"""The factor by which it may have grown."""
OLD = 60
"""Days before a report from which on an event is its background."""

# Likeness that the two sentences must have, from 0 to 1:
SAME_THING = 0.15
"""for one number of one thing in different events."""
FEW = 0.15
"""for one, two or three of what different nouns name;"""
BACKGROUND = 0.15
"""for one number of which only one report says that it is of long ago;"""
BOUNDS = 0.05
"""for numbers that only can be the same."""
VAGUE_WORD = 0.12
"""for a vague word and a number: "several" and four."""
GROWING = 0.15
"""for a later and greater number;"""
DIFFERENT = 0.1
"""for different numbers."""
ONE_PERSON = 0.1
"""for ages of one name that lie no more than a few years apart;"""
AMOUNT = 0.2
"""for amounts that are not the same, of two reports, of which nothing says what they measure."""
MEASURED = 0.1
"""for the same where one noun stands with both: "turnout"."""

_AMOUNTS = frozenset({"money", "percent", "measure"})
_ANYBODY = frozenset({"person", "man", "woman", "troop", "victim", "member", "individual"})
"""Stems of nouns that say nothing of who is counted."""


def score_numbers(one: Node, other: Node, rarity: Rarity, tier: Tier) -> float:
    """How sure it is that two numbers answer one question; 0 if it cannot be known."""
    likeness = rarity.likeness(one, other)
    total = same_thing(one, other) + _same_event(one, other) + 3.0 * likeness
    if one.places & other.places:
        total += 1.0
    if _background(one) != _background(other) and not _known_again(one, other, tier, likeness):
        return 0.0
    if tier is Tier.SAME:
        return _same(one, other, likeness, total)
    if one.family == "count" and not (one.nouns | one.counted | other.nouns | other.counted):
        return 0.0
    if one.family in _AMOUNTS:
        values = comparable(one.first, other.first)
        close = values is not None and near(*values, least=0)
        known = one.nouns & other.nouns or (close and one.sole and other.sole)
        needed = MEASURED if known else AMOUNT
        if likeness < needed or one.report == other.report:
            return 0.0
    if tier is Tier.OVERLAP:
        return _overlapping(one, other, likeness, total)
    return _different(one, other, likeness, total, tier)


def _known_again(one: Node, other: Node, tier: Tier, likeness: float) -> bool:
    """Whether one number is known again, of which only one report says that it is of long ago."""
    a, b = one.first, other.first
    if tier is not Tier.SAME or (one.value and number_of(one.value) <= SMALL):
        return False
    exact = one.family == "money" and digits(a.low or a.high or 0.0) > 1
    return likeness >= BACKGROUND or exact or same_telling_number(a, b)


def _same(one: Node, other: Node, likeness: float, total: float) -> float:
    """One number: it needs a shared event, a telling number, or the same thing in like words."""
    if one.value and number_of(one.value) <= SMALL and _other_people(one, other):
        return 0.0
    if _specific(one) < 0 and not one.nouns & other.nouns and likeness < FEW:
        return 0.0
    unknown = not one.events or not other.events
    telling = unknown and same_thing(one, other) >= 1.5 and _specific(one) > 0
    known = same_telling_number(one.first, other.first)
    telling = telling or known
    persons = cues("nouns", "persons")
    people = one.counted & persons and other.counted & persons and _specific(one) > 0
    thing = (one.nouns & other.nouns - _ANYBODY or people) and likeness >= SAME_THING
    if not (_same_event(one, other) or telling or thing):
        return 0.0
    return total + _specific(one) + telling + KNOWN * known


def _other_people(one: Node, other: Node) -> bool:
    """Whether two nouns for people do not name the same ones: two doctors, two families."""
    nouns, others = one.nouns - _ANYBODY, other.nouns - _ANYBODY
    both = one.counted & other.counted == {"people"}
    return both and bool(nouns) and bool(others) and not nouns & others


def _overlapping(one: Node, other: Node, likeness: float, total: float) -> float:
    """Numbers that can be one: "more than 200" and 276."""
    a, b = one.first, other.first
    named = {a.low, a.high} & {b.low, b.high} - {None}
    needed = VAGUE_WORD if "vague" in (a.approximation, b.approximation) else BOUNDS
    enough = named or one.places & other.places or likeness >= needed
    if not enough or _same_event(one, other) < 1.5:
        return 0.0
    return total + _specific(one)


def _different(one: Node, other: Node, likeness: float, total: float, tier: Tier) -> float:
    """Numbers that cannot be one, or a number and a word without one: a contradiction is at stake.

    They need the same governing event, and the same place or like words of the same group; two
    close numbers that nobody gives by chance pass for two counts of one thing.
    """
    same_place = bool(one.places & other.places)
    if _is_part(one) != _is_part(other):
        return 0.0  # "five of the dead" are some of them, not all
    if not _measures_one_thing(one, other):
        if one.main_event is None or one.main_event in cues("context", "common"):
            return 0.0
        if one.main_event != other.main_event and not same_place:
            return 0.0
    closeness = 0.0
    least = 0 if _measures_one_thing(one, other) else 3
    values = comparable(one.first, other.first)
    if tier is Tier.APART and values and near(*values, least=least):
        closeness = 2.0 if min(map(number_of, values)) > 20 else 0.75
    if not closeness and (_moves(one, other) or _other_people(one, other)):
        return 0.0
    if one.family in _AMOUNTS and not closeness and _weeks_apart(one, other):
        return 0.0
    if not closeness and likeness >= GROWING and _grows(one, other):
        closeness = GROWN
    sole = one.sole and other.sole
    if sole and tier is Tier.APART:
        closeness = max(closeness, SOLE)
    narrowed = one.qualifiers != other.qualifiers
    told = same_place or closeness > SOLE
    named = bool(one.nouns & other.nouns) or _specific(one) > 0 < _specific(other)
    alike = likeness >= DIFFERENT or (sole and named and one.salient and other.salient)
    if not told and (narrowed or not alike):
        return 0.0
    return total + closeness + 0.5 * one.salient + 0.5 * other.salient


def _weeks_apart(one: Node, other: Node) -> bool:
    """Whether two amounts hold for days so far apart that they are hardly of one event."""
    a, b = one.first.day, other.first.day
    return a is not None and b is not None and abs((a - b).days) > ONE_EVENT


def _is_part(node: Node) -> bool:
    """Whether a number counts some of those whose state its own noun tells: "five of the dead"."""
    state = state_of(node.first.counted or "")
    return node.first.claim.part == "subset" and state is not None and state == node.main_event


def _moves(one: Node, other: Node) -> bool:
    """Whether amounts rise and fall again and again; what share something has is another matter."""
    if one.family not in _AMOUNTS:
        return False
    level = one.family == "percent" and one.main_event == "valued" and one.nouns & other.nouns
    return one.main_event in cues("context", "moves") and not level


def _grows(one: Node, other: Node) -> bool:
    """Whether the later of two numbers of a running event is the greater, within reason."""
    a, b = one.first, other.first
    if not is_running(one.main_event) or a.day is None or b.day is None or a.day == b.day:
        return False
    older, newer = (one, other) if a.day < b.day else (other, one)
    if older.value is None or newer.value is None or same_thing(one, other) < 1.0:
        return False
    low, high = number_of(older.value), number_of(newer.value)
    if low <= SMALL and not (one.salient and other.salient):
        return False
    return low < high <= MOST_GROWTH * low


def same_thing(one: Node, other: Node) -> float:
    """2 same noun, 1 nouns that can stand for each other or one unknown, 0 different things."""
    if one.family in _AMOUNTS or one.family == "age":
        unit = 1.0 if one.first.unit == other.first.unit else 0.5
        return unit + bool(one.family in _AMOUNTS and one.nouns & other.nouns)
    if one.nouns & other.nouns:
        return 2.0
    shared, armed = one.counted & other.counted, cues("nouns", "armed")
    if shared & cues("nouns", "synonyms") or (one.counted & armed and other.counted & armed):
        return 1.5
    if not (one.nouns | one.counted) or not (other.nouns | other.counted):
        return 1.0
    persons = cues("nouns", "persons")
    both = one.counted & persons and other.counted & persons
    return 1.0 if both and "people" in one.counted | other.counted else 0.0


def _measures_one_thing(one: Node, other: Node) -> bool:
    """Whether one noun tells what two amounts measure, and not one rose while the other fell."""
    moved = {one.main_event, other.main_event}
    return one.family in _AMOUNTS and bool(one.nouns & other.nouns) and moved != {"rose", "fell"}


def _same_event(one: Node, other: Node) -> float:
    """2 same governing event, 1.5 akin, 1 shared in passing, 0 nothing in common.

    What an amount measures says as much as an event.
    """
    if one.events & other.events or _measures_one_thing(one, other):
        return 2.0
    if any(akin(event) & other.events for event in one.events):
        return 1.5
    return 1.0 if one.others & other.others else 0.0


def _specific(node: Node) -> float:
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
    shared = one.others & other.others & cues("context", "sums")
    return bool(shared) and whole.low > part.high


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
    if named and near_ages and (likeness >= ONE_PERSON or not one.nouns <= noun_stems()):
        return (tier, likeness)
    if likeness + 0.2 * named < needed:
        return None
    return (tier, likeness) if named or tier is not Tier.APART else None


def _years_apart(one: Node, other: Node) -> float:
    a, b = one.first.low, other.first.low
    return inf if a is None or b is None else abs(a - b)


def _background(node: Node) -> bool:
    """Whether the number belongs to another event: one long before the report, or in a list."""
    return any(account.claim.background or _is_old(account) for account in node.accounts)


def _is_old(account: Account) -> bool:
    latest, published = account.claim.period[1], account.published
    if account.claim.modality == "plan":
        return False
    if not latest or not published:
        return False
    return (date.fromisoformat(published[:10]) - date.fromisoformat(latest)).days > OLD


def periods_apart(one: Node, other: Node) -> bool:
    """Whether one event is dated in both, and every pair of its dates lies apart."""
    if one.main_event != other.main_event or not one.periods or not other.periods:
        return False
    return not any(
        (p[0] or "") <= (o[1] or "9999") and (o[0] or "") <= (p[1] or "9999")
        for p in one.periods
        for o in other.periods
    )
