"""Whether two nodes answer the same question, and how sure that is.

A wrong pair costs more trust than a missing one: values that differ need more in common than values
that agree.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.compare import pairing_dates, pairing_numbers
from index.compare.nodes import Node, Rarity
from index.compare.pairing_ages import pair_ages
from index.compare.pairing_dates import is_deadline, last_alike, score_dates
from index.compare.pairing_numbers import score_numbers
from index.compare.pairing_words import WORDED, score_words
from index.compare.relations import same_telling_number
from index.compare.sameness import (
    measures_one_thing,
    none_and_some,
    periods_apart,
    same_thing,
    whole_and_part,
    worded_otherwise,
)
from index.compare.tiers import DATES, SMALL, Tier, number_of, same_value, tier_of
from index.compare.voices import same_speaker
from index.facts.claims_vocabulary import akin, is_placed, states
from index.facts.claims_words import SAYING

SENT = "deployed"
"""The class of events in which something goes somewhere."""
NEXT = 3
"""Characters between a sentence and the next one."""
INSIDE = {Tier.SAME: 0.0, Tier.OVERLAP: 0.5, Tier.VAGUE: 0.5, Tier.APART: 1.5}
"""What a pair inside one report loses: few reports answer a question twice in different words."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two nodes that seem to answer the same question."""

    tier: Tier
    score: float
    one: int
    other: int


def pair(one: Node, other: Node, rarity: Rarity) -> tuple[Tier, float] | None:
    """How alike the values are and how sure it is that both answer the same question.

    None if they do not, or if it cannot be known.
    """
    if conflict(one, other) or elsewhere(one, other):
        return None
    if one.family in WORDED:
        score = score_words(one, other, rarity)
        return (Tier.SAME, score) if score else None
    if one.none or other.none:
        return (Tier.APART, 1.0) if none_and_some(one, other) else None
    tier = tier_of(one, other)
    if one.family == "money" and whole_and_part(one, other):
        return Tier.APART, 1.0
    if one.family == "age":
        return pair_ages(one, other, rarity, tier)
    if tier is Tier.APART and one.family == "count" and _put_otherwise(one, other):
        return tier, pairing_numbers.NEEDED[tier]
    if one.family in DATES:
        score, needed = score_dates(one, other, rarity, tier), pairing_dates.NEEDED[tier]
    else:
        score, needed = score_numbers(one, other, rarity, tier), pairing_numbers.NEEDED[tier]
    if one.report == other.report and not (is_deadline(one) and is_deadline(other)):
        score -= INSIDE[tier]
    return (tier, score) if score >= needed else None


def conflict(one: Node, other: Node) -> bool:
    """Whether something known of both keeps them from answering the same question."""
    if one.family != other.family:
        return True
    if one.family == "stance":
        return one.main_event not in akin(other.main_event or "")
    if one.family in WORDED:
        return False
    a, b = one.first.claim, other.first.claim
    if {a.modality, b.modality} == {"plan", "fact"}:
        came = same_value(one.first, other.first) and (
            one.family in DATES or measures_one_thing(one, other)
        )
        return not came and not same_telling_number(one.first, other.first)
    if one.family in DATES:
        alike = {name for event in one.events for name in akin(event)}
        shared = not alike.isdisjoint(other.events) or last_alike(one, other)
        return not shared and not same_value(one.first, other.first)
    if one.none or other.none:
        return False
    if _is_whole_of_what_befell(one, other) or _is_whole_of_what_befell(other, one):
        return True
    if one.qualifiers and other.qualifiers and not one.qualifiers & other.qualifiers:
        return True
    if a.part != b.part and "additional" in (a.part, b.part):
        return True
    if a.part != b.part and "subset" in (a.part, b.part):
        part, whole = (one, other) if a.part == "subset" else (other, one)
        if _is_some_of_them(part, whole):
            return True
    if periods_apart(one, other):
        return True
    return same_thing(one, other) == 0 and not worded_otherwise(one, other)


def _is_whole_of_what_befell(whole: Node, other: Node) -> bool:
    """Whether one is only what a part was taken of, the 22 of "18 of 22 berths were closed", and
    the other tells what happened to as many: "all 22 berths were opened"."""
    if whole.first.claim.part != "total" or whole.main_event or not other.main_event:
        return False
    return other.main_event not in states() and not is_placed(other.main_event)


def _is_some_of_them(part: Node, whole: Node) -> bool:
    """Whether a small part bears another noun than what is no part: "two children" among the
    injured are not the two people who were."""
    small = part.value is not None and number_of(part.value) <= SMALL
    named = bool(part.nouns) and bool(whole.nouns) and not part.nouns & whole.nouns
    return small and named and same_thing(part, whole) == 1.0


def elsewhere(one: Node, other: Node) -> bool:
    """Whether both count what is, or was sent, somewhere, and the places differ.

    A part of a place is the same place with the same number: "10,000 to Russia", "10,000 to eastern
    Russia".
    """
    if not one.places or not other.places or one.places & other.places:
        return False
    if any(_direction_of(a, b) for a in one.places for b in other.places):
        return False
    inside = (one.places | one.within) & (other.places | other.within)
    sent = one.main_event == other.main_event == SENT
    return not (inside and sent and same_value(one.first, other.first))


def nested(one: Node, other: Node) -> bool:
    """Whether the place of one lies in the place of the other."""
    return bool(one.places & other.within or other.places & one.within)


def _direction_of(one: str, other: str) -> bool:
    """Whether one place is a direction within the other: "eastern Russia"."""
    return one.endswith(" " + other) or other.endswith(" " + one)


def told_apart(one: Node, other: Node, rarity: Rarity) -> bool:
    """Whether one report gives both values, and so means two things by them.

    "21 of the more than 200 girls": where a report tells two numbers apart, they are not two
    answers to one question.
    """
    if one.report != other.report or tier_of(one, other) is not Tier.APART:
        return False
    if one.family == "money" and whole_and_part(one, other):
        return False
    if {a.claim.start for a in one.accounts} & {a.claim.start for a in other.accounts}:
        return not _two_counts(one, other)
    return pair(one, other, rarity) is None


def _two_counts(one: Node, other: Node) -> bool:
    """Whether a sentence sets two counts of one thing against each other, each with its speaker.

    "Organisers said 50,000 people had taken part; police estimated 12,000."
    """
    a, b = one.first.voice, other.first.voice
    known = a is not None and b is not None and not same_speaker(a, b)
    return known and one.main_event == other.main_event and same_thing(one, other) >= 1.0


def _put_otherwise(one: Node, other: Node) -> bool:
    """Whether a sentence goes on with another speaker's number of what the one before it counts.

    "The war has killed 2,300, the ministry says. Rebels put the number of dead at 3,900."
    """
    if one.report != other.report or not _two_counts(one, other):
        return False
    earlier, later = sorted((one, other), key=lambda node: node.first.claim.start)
    gap = later.first.claim.start - earlier.first.claim.end
    whole = earlier.first.claim.part is None and later.first.claim.part is None
    return whole and not later.nouns and 0 <= gap <= NEXT


def needs_own_link(one: Node, other: Node) -> bool:
    """Whether two nodes do not belong together only because a third is like both.

    So it is with values that differ, and with small numbers, which are met everywhere.
    """
    if one.none or other.none:
        return False
    if one.family == SAYING or tier_of(one, other) is Tier.APART:
        return True
    return one.family == "count" and one.value is not None and number_of(one.value) <= SMALL
