"""Whether two numbers answer the same question: thing, event, place and likeness, added up.

The weights were set on labelled news events. A noun, an event and a number that are the same weigh
two, two and up to one; likeness of the sentences up to three.
"""

from __future__ import annotations

from index.compare.accounts import NONE
from index.compare.intervals import digits
from index.compare.nodes import Node, Rarity
from index.compare.relations import comparable, same_telling_number
from index.compare.sameness import (
    GREAT,
    counts_one_thing,
    is_background,
    measures_one_thing,
    other_people,
    same_event,
    same_thing,
    specific,
    worded_otherwise,
)
from index.compare.tiers import SMALL, Tier, near, number_of
from index.facts.claims_nouns import AMOUNTS
from index.facts.claims_vocabulary import akin, is_running, signs, state_of

NEEDED = {Tier.SAME: 2.6, Tier.OVERLAP: 3.6, Tier.VAGUE: 4.4, Tier.APART: 5.0}
"""The score that two numbers need to answer one question."""
ONE_EVENT = 10
"""Days within which two amounts that are not near each other can be of one event."""
KNOWN = 0.6
"""What it adds that a number is one that nobody gives by chance."""
SOLE = 1.0
"""What it adds that both reports give no other number for the event, or the thing measured."""
GROWN = 1.0
"""What a later and greater number of what still grows, as a toll does, adds to a score."""
FARTHEST = 25.0
"""The factor beyond which nobody's count can be of the same: all dead of a war, and two of them."""
MOST_GROWTH = 4.0
"""The factor by which it may have grown."""

VOTERS = "voters"
"""The class of votes and seats."""

# Likeness that the two sentences must have, from 0 to 1:
SAME_THING = 0.15
"""for one number of one thing in different events."""
FEW = 0.15
"""for one, two or three of what different nouns name;"""
OTHER_WORDS = 0.25
"""for one number of one event whose nouns are not the same;"""
GREAT_NUMBER = 0.15
"""for one great number of whatever;"""
BACKGROUND = 0.15
"""for one number of which only one report says that it is of long ago;"""
ALIKE = 0.35
"""for amounts that can be one, of which nothing else says what they measure;"""
VERBATIM = 0.5
"""for the same of numbers that can be one;"""
BOUNDS = 0.05
"""for numbers that only can be the same."""
VAGUE_WORD = 0.12
"""for a vague word and a number: "several" and four."""
GROWING = 0.15
"""for a later and greater number;"""
DIFFERENT = 0.1
"""for different numbers."""
AMOUNT = 0.2
"""for amounts that are not the same, of two reports, of which nothing says what they measure."""
SOLE_OF_EVENT = 0.05
"""for near amounts that are the only ones of one event;"""
MEASURED = 0.1
"""for the same where one noun stands with both: "turnout"."""


def score_numbers(one: Node, other: Node, rarity: Rarity, tier: Tier) -> float:
    """How sure it is that two numbers answer one question; 0 if it cannot be known."""
    likeness = rarity.likeness(one, other)
    total = same_thing(one, other) + same_event(one, other) + 3.0 * likeness
    if one.places & other.places:
        total += 1.0
    if is_background(one) != is_background(other) and not _known_again(one, other, tier, likeness):
        return 0.0
    if tier is Tier.SAME:
        return _same(one, other, likeness, total)
    if one.family == "count" and not (one.nouns | one.counted | other.nouns | other.counted):
        return 0.0
    if one.family in AMOUNTS:
        values = comparable(one.first, other.first)
        close = values is not None and near(*values, least=0)
        sole = close and one.sole and other.sole
        needed = MEASURED if one.nouns & other.nouns or sole else AMOUNT
        needed = SOLE_OF_EVENT if sole and same_event(one, other) >= 2.0 else needed
        if likeness < needed or one.report == other.report:
            return 0.0
    if tier is Tier.OVERLAP:
        return _overlapping(one, other, likeness, total)
    return _different(one, other, likeness, total, tier)


def _known_again(one: Node, other: Node, tier: Tier, likeness: float) -> bool:
    """Whether one number is known again, of which only one report says that it is of long ago."""
    a, b = one.first, other.first
    if tier is Tier.OVERLAP:
        return likeness >= VERBATIM
    if tier is not Tier.SAME or (one.value and number_of(one.value) <= SMALL):
        return False
    exact = one.family == "money" and digits(a.low or a.high or 0.0) > 1
    return likeness >= BACKGROUND or exact or same_telling_number(a, b)


def _same(one: Node, other: Node, likeness: float, total: float) -> float:
    """One number: it needs a shared event, a telling number, or the same thing in like words."""
    if one.value and number_of(one.value) <= SMALL and other_people(one, other):
        return 0.0
    great = worded_otherwise(one, other) and number_of(one.value or NONE) >= GREAT
    if not same_thing(one, other) and likeness < (GREAT_NUMBER if great else OTHER_WORDS):
        return 0.0
    if specific(one) < 0 and not one.nouns & other.nouns and likeness < FEW:
        return 0.0
    unknown = not one.events or not other.events
    telling = unknown and same_thing(one, other) >= 1.5 and specific(one) > 0
    known = same_telling_number(one.first, other.first)
    telling = telling or known or (great and likeness >= GREAT_NUMBER)
    persons = signs("nouns", "persons")
    people = one.counted & persons and other.counted & persons and specific(one) > 0
    thing = (
        one.nouns & other.nouns - signs("nouns", "anybody") or people
    ) and likeness >= SAME_THING
    if not (same_event(one, other) or telling or thing):
        return 0.0
    return total + specific(one) + telling + KNOWN * known


def _overlapping(one: Node, other: Node, likeness: float, total: float) -> float:
    """Numbers that can be one: "more than 200" and 276."""
    a, b = one.first, other.first
    named = {a.low, a.high} & {b.low, b.high} - {None}
    needed = VAGUE_WORD if "vague" in (a.approximation, b.approximation) else BOUNDS
    sole = (one.sole and other.sole) or counts_one_thing(one, other)
    sole = sole and one.salient and other.salient
    enough = named or one.places & other.places or likeness >= needed or sole
    amount = one.family in AMOUNTS and likeness >= ALIKE
    if not enough or (same_event(one, other) < 1.5 and not amount):
        return 0.0
    total += 1.5 * (amount and same_event(one, other) < 1.5)
    if _one_toll(one, other):
        return total + max(GROWN, specific(one))
    # "At least three" and "three", each the only number of its report for one event.
    toll = one.main_event == other.main_event and is_running(one.main_event)
    return total + (max(KNOWN, specific(one)) if sole and (named or toll) else specific(one))


def _different(one: Node, other: Node, likeness: float, total: float, tier: Tier) -> float:
    """Numbers that cannot be one, or a number and a word without one: a contradiction is at stake.

    They need the same governing event, and the same place or like words of the same group; two
    close numbers that nobody gives by chance pass for two counts of one thing.
    """
    same_place = bool(one.places & other.places)
    if _is_part(one) != _is_part(other):
        return 0.0  # "five of the dead" are some of them, not all
    if one.counted & other.counted & {VOTERS} and not (one.only and other.only):
        return 0.0  # every party has seats of its own
    values = comparable(one.first, other.first)
    if one.family == "count" and values and not near(*values, within=FARTHEST, least=0):
        return 0.0
    alone = (
        one.family in AMOUNTS
        and one.sole
        and other.sole
        and likeness >= AMOUNT
        and values is not None
        and near(*values, least=0)
    )
    one_event = one.main_event == other.main_event or (
        one.family == "count" and one.main_event in akin(other.main_event or "")
    )
    known = None not in (one.main_event, other.main_event)
    counted = counts_one_thing(one, other) and (one_event or not known)
    if not (measures_one_thing(one, other) or counted or alone):
        if one.main_event is None or one.main_event in signs("context", "common"):
            return 0.0
        if not one_event and not same_place:
            return 0.0
    closeness = 0.0
    least = 0 if measures_one_thing(one, other) else 3
    if tier is Tier.APART and values and near(*values, least=least):
        closeness = 2.0 if min(map(number_of, values)) > 20 else 0.75
    if not closeness and (_moves(one, other) or _are_others(one, other)):
        return 0.0
    if one.family in AMOUNTS and not closeness and _weeks_apart(one, other):
        return 0.0
    if not closeness and _grows(one, other) and (likeness >= GROWING or _one_toll(one, other)):
        closeness = GROWN
    singled = _singled_out(one, other)
    sole = singled or (one.sole and other.sole)
    if sole and tier is Tier.APART:
        closeness = max(closeness, SOLE)
    narrowed = one.qualifiers != other.qualifiers
    told = same_place or closeness > SOLE
    named = singled or bool(one.nouns & other.nouns) or specific(one) > 0 < specific(other)
    sole = sole or counts_one_thing(one, other)
    alike = likeness >= DIFFERENT or (sole and named and one.salient and other.salient)
    alike = alike or _one_toll(one, other)
    if not told and (narrowed or not alike):
        return 0.0
    return total + closeness + 0.5 * one.salient + 0.5 * other.salient


def _are_others(one: Node, other: Node) -> bool:
    """Whether two numbers do not count the same people, unless the one has grown to the other."""
    if other_people(one, other):
        return True
    return _may_be_some(one, other) and not _grows(one, other)


def _may_be_some(one: Node, other: Node) -> bool:
    """Whether one may be some of the other: two families, or two doctors, of 12 people killed."""
    if one.first.claim.part != other.first.claim.part:
        return True
    if one.value is None or other.value is None:
        return False
    less, more = sorted((one, other), key=lambda node: number_of(node.value or NONE))
    kind = less.nouns - signs("nouns", "anybody")
    both = less.counted & more.counted == {"people"}
    return both and bool(kind) and bool(more.nouns) and not more.nouns - signs("nouns", "anybody")


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
    if one.family not in AMOUNTS:
        return False
    level = one.family == "percent" and one.main_event == "valued" and one.nouns & other.nouns
    return one.main_event in signs("context", "moves") and not level


def _singled_out(one: Node, other: Node) -> bool:
    """Whether both give one number only of one kind of people for one event: injured police."""
    persons = one.counted & other.counted & signs("nouns", "persons")
    return one.singled and other.singled and bool(persons) and one.main_event == other.main_event


def _one_toll(one: Node, other: Node) -> bool:
    """Whether both reports begin with the greatest number that they give of what has grown
    meanwhile: "killing at least 12", "the toll rose to 19". They need no words in common."""
    whole = one.greatest and other.greatest and one.salient and other.salient
    return whole and _grows(one, other) and not _weeks_apart(one, other)


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
