"""Whether two nodes answer the same question, and how sure that is.

A wrong pair costs more trust than a missing one: values that differ need more in common than values
that agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from index.compare.accounts import NONE, Account
from index.compare.intervals import Interval, in_one_unit
from index.compare.nodes import Node, Rarity
from index.compare.relations import is_cumulative, same_telling_number
from index.facts.claims_vocabulary import akin, cues
from index.facts.claims_words import SAYING, TITLE

DATES = frozenset({"date", "time", "duration"})
"""Families whose values lie in time."""
FAR = 2.0
"""Bounds whose numbers lie further apart than this factor only meet by chance: 3 and more, 21."""


NEAR = 1.2
"""Numbers within this factor look like two counts of one thing: 2.3 and 2.6 million."""


SAME_WORDS = 0.6
"""Likeness of two statements of named people that are the same remark."""
NEARLY_VERBATIM = 0.65
"""The same where one of them is put down to a body."""
FEWEST = 6
"""Telling words that a remark must have to be known again."""
SAME_STANCE = 0.12
"""Likeness of two sentences on one event of which one is denied."""
_WORDED = frozenset({TITLE, SAYING, "stance"})


RECENT = 4
"""Days before a report that every event of its story may fall on."""


SENT = "deployed"
"""The class of events in which something goes somewhere."""


LIKE_DATES = 0.1
"""Likeness of two sentences whose dates only overlap."""


OLD = 60
"""Days before a report from which on an event is its background."""
LIKE_NUMBERS = 0.1
"""Likeness that two sentences with different numbers must have."""


SMALL = 10
"""Numbers up to this one are met everywhere."""


AMOUNTS = frozenset({"money", "percent", "measure"})
"""Families whose values have no noun that says what they measure."""
LIKE_AMOUNTS = 0.2
"""Likeness of two sentences whose amounts are not the same."""


LIKE_BOUNDS = 0.05
"""The same for numbers that only can be the same."""


LIKE_VAGUE = 0.12
"""The same where one is a vague word: "several" and four."""


LIKE_THINGS = 0.15
"""The same for one number of one thing in different events."""
_ANYBODY = frozenset({"person", "man", "woman", "troop"})
"""Stems of nouns that say nothing of who or what is counted."""


LIKE_DAYS = 0.3
"""The same for one day of different events."""


class Tier(IntEnum):
    """How alike two values are; pairs of a lower tier are joined first."""

    SAME = 0
    OVERLAP = 1
    VAGUE = 2
    APART = 3


NEEDED = {Tier.SAME: 2.6, Tier.OVERLAP: 3.6, Tier.VAGUE: 4.4, Tier.APART: 5.0}
"""The score that two numbers need to answer one question."""
NEEDED_DATES = {Tier.SAME: 1.6, Tier.OVERLAP: 1.6, Tier.VAGUE: 9.0, Tier.APART: 3.4}
"""The score that two dates need."""
INSIDE = 1.5
"""What a pair of two different values in one report loses."""


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
    if one.family in _WORDED:
        return _pair_words(one, other, rarity)
    tier = tier_of(one, other)
    if NONE in (one.value, other.value):
        return (Tier.APART, 1.0) if _none_and_some(one, other) else None
    if one.family == "money" and _whole_and_part(one, other):
        return Tier.APART, 1.0
    if one.family == "age":
        return _pair_ages(one, other, rarity, tier)
    if one.family in DATES:
        total, needed = _score_dates(one, other, rarity), NEEDED_DATES[tier]
    else:
        total, needed = _score_numbers(one, other, rarity, tier), NEEDED[tier]
    if one.report == other.report and tier is not Tier.SAME:
        # One report seldom answers a question twice in different words.
        total -= INSIDE if tier is Tier.APART else 0.5
    return (tier, total) if total >= needed else None


def _pair_words(one: Node, other: Node, rarity: Rarity) -> tuple[Tier, float] | None:
    """Whether two titles are one person's, two speakers said one thing, two stances meet."""
    if one.report == other.report and one.family != SAYING:
        return None
    likeness = rarity.likeness(one, other)
    if one.family == TITLE:
        return (Tier.SAME, 1.0) if _same_person(one, other) else None
    if one.family == SAYING:
        named = [bool(node.first.claim.participants) for node in (one, other)]
        if not any(named) or min(len(one.context), len(other.context)) < FEWEST:
            return None
        same = _share_phrase(one, other)
        same = same or likeness >= (SAME_WORDS if all(named) else NEARLY_VERBATIM)
        return (Tier.SAME, likeness) if same else None
    if elsewhere(one, other):
        return None
    return (Tier.SAME, likeness) if likeness >= SAME_STANCE else None


def _share_phrase(one: Node, other: Node) -> bool:
    """Whether one report quotes a few words that stand in the other: "legitimate targets"."""
    words = " ".join(one.first.claim.context), " ".join(other.first.claim.context)
    quoted = one.first.claim.qualifiers, other.first.claim.qualifiers
    return any(
        f" {fragment} " in f" {text} "
        for text, fragments in zip(words, reversed(quoted), strict=True)
        for fragment in fragments
    )


def _none_and_some(one: Node, other: Node) -> bool:
    """Whether "no one was injured" and a number of injured meet."""
    if one.main_event is None or one.main_event != other.main_event:
        return False
    none = one if one.value is NONE else other
    anybody = none.counted == {"people"}
    return nouns(one, other) >= (1.0 if anybody else 1.5)


def _whole_and_part(one: Node, other: Node) -> bool:
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


def _pair_ages(one: Node, other: Node, rarity: Rarity, tier: Tier) -> tuple[Tier, float] | None:
    """An age belongs to its person: to the name, or to the noun where all else is alike."""
    named = bool(one.nouns & other.nouns)
    likeness = rarity.likeness(one, other)
    needed = {Tier.SAME: 0.15, Tier.OVERLAP: 0.25}.get(tier, 0.45)
    if one.report == other.report or likeness + 0.2 * named < needed:
        return None
    return (tier, likeness) if named or tier is not Tier.APART else None


def _same_person(one: Node, other: Node) -> bool:
    a, b = one.first.claim.participants[0].split(), other.first.claim.participants[0].split()
    return a[-1] == b[-1] and (len(a) == 1 or len(b) == 1 or a[0] == b[0])


def conflict(one: Node, other: Node) -> bool:
    """Whether something known of both keeps them from answering the same question."""
    if one.family != other.family:
        return True
    a, b = one.first.claim, other.first.claim
    if "plan" in (a.modality, b.modality) and a.modality != b.modality:
        return not same_telling_number(one.first, other.first)
    if one.family in DATES:
        return not (one.events.keys() & other.events.keys()) and not same_value(
            one.first, other.first
        )
    if one.family == "stance":
        return one.main_event not in akin(other.main_event or "")
    if one.family in _WORDED:
        return False
    if NONE in (one.value, other.value):
        return False
    if one.qualifiers and other.qualifiers and not one.qualifiers & other.qualifiers:
        return True
    if a.part != b.part and "additional" in (a.part, b.part):
        return True
    return nouns(one, other) == 0 or _periods_apart(one, other)


def needs_own_link(one: Node, other: Node) -> bool:
    """Whether two nodes do not belong together only because a third is like both.

    So it is with values that differ, and with small numbers, which are met everywhere.
    """
    if NONE in (one.value, other.value):
        return False
    if one.family == SAYING or tier_of(one, other) is Tier.APART:
        return True
    return one.family == "count" and one.value is not None and _number(one.value) <= SMALL


def elsewhere(one: Node, other: Node) -> bool:
    """Whether both count what is, or was sent, somewhere, and the places differ.

    A part of a place is the same place with the same number: "10,000 to Russia", "10,000 to eastern
    Russia".
    """
    if not one.places or not other.places or one.places & other.places:
        return False
    if any(_direction_of(a, b) for a in one.places for b in other.places):
        return False
    nested = (one.places | one.within) & (other.places | other.within)
    sent = one.main_event == other.main_event == SENT
    return not (nested and sent and same_value(one.first, other.first))


def _direction_of(one: str, other: str) -> bool:
    """Whether one place is a direction within the other: "eastern Russia"."""
    return one.endswith(" " + other) or other.endswith(" " + one)


def told_apart(one: Node, other: Node, rarity: Rarity) -> bool:
    """Whether a report gives both values, and so means two things by them.

    "20 people, of whom 16 could walk": where any report tells two numbers apart in one sentence,
    they are not two answers to one question in another.
    """
    if tier_of(one, other) is not Tier.APART:
        return False
    if one.report != other.report:
        return False
    if one.family == "money" and _whole_and_part(one, other):
        return False
    if {a.claim.start for a in one.accounts} & {a.claim.start for a in other.accounts}:
        return True
    return pair(one, other, rarity) is None


def tier_of(one: Node, other: Node) -> Tier:
    """How alike the two values are."""
    if same_value(one.first, other.first):
        return Tier.SAME
    if one.value is None or other.value is None:
        return Tier.VAGUE
    values = in_one_unit(one.value, one.first.unit, other.value, other.first.unit)
    if values is None or not values[0].overlaps(values[1]):
        return Tier.APART
    if one.family not in DATES and _far(*values):
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


def _is_past(node: Node) -> bool:
    """Whether a date lies more than a few days before its report."""
    latest, published = node.first.latest, node.first.published
    if latest is None or published is None:
        return False
    return (date.fromisoformat(published[:10]) - date.fromisoformat(latest[:10])).days > RECENT


def _far(one: Interval, other: Interval) -> bool:
    a, b = _number(one), _number(other)
    return max(a, b) > FAR * min(a, b)


def _near(one: Interval, other: Interval) -> bool:
    """Whether the numbers are so close that they look like two counts of one thing."""
    a, b = _number(one), _number(other)
    return min(a, b) > 3 and max(a, b) <= NEAR * min(a, b)


def _number(interval: Interval) -> float:
    """The number that the words name: of a bound the bound, of a range its middle."""
    if interval.high == float("inf"):
        return abs(interval.low)
    if interval.low == float("-inf"):
        return abs(interval.high)
    return abs(interval.low + interval.high) / 2


def _score_numbers(one: Node, other: Node, rarity: Rarity, tier: Tier) -> float:
    same_thing, same_event = nouns(one, other), _events(one, other)
    likeness = rarity.likeness(one, other)
    total = same_thing + same_event + 3.0 * likeness
    same_place = bool(one.places & other.places)
    total += same_place
    if tier is Tier.SAME:
        unknown = not one.events or not other.events
        telling = unknown and same_thing >= 1.5 and _specific(one) > 0
        telling = telling or same_telling_number(one.first, other.first)
        things = one.nouns & other.nouns - _ANYBODY
        same = same_event or telling or (things and likeness >= LIKE_THINGS)
        return total + _specific(one) + telling if same else 0.0
    if not (one.nouns | one.counted | other.nouns | other.counted) and one.family == "count":
        return 0.0
    if one.family in AMOUNTS and likeness < LIKE_AMOUNTS:
        return 0.0
    if tier is Tier.OVERLAP:
        named = {one.first.low, one.first.high} & {other.first.low, other.first.high} - {None}
        vague = "vague" in (one.first.approximation, other.first.approximation)
        needed = LIKE_VAGUE if vague else LIKE_BOUNDS
        if same_event < 1.5 or not (named or same_place or likeness >= needed):
            return 0.0
        return total + _specific(one) if _background(one) == _background(other) else 0.0
    if one.main_event is None or not (one.main_event == other.main_event or same_place):
        return 0.0
    if one.main_event in cues("context", "common") or _background(one) != _background(other):
        return 0.0
    near = 0.0
    if tier is Tier.APART and one.value and other.value and _near(one.value, other.value):
        near = 1.5 if min(_number(one.value), _number(other.value)) > 20 else 1.0
    two_counts = near > 1.0
    narrowed = one.qualifiers != other.qualifiers
    if not (same_place or two_counts) and (likeness < LIKE_NUMBERS or narrowed):
        return 0.0
    total += near
    return total + 0.5 * one.salient + 0.5 * other.salient


def _score_dates(one: Node, other: Node, rarity: Rarity) -> float:
    common = one.main_event in cues("context", "common")
    tier, likeness = tier_of(one, other), rarity.likeness(one, other)
    deadlines = all(n.first.earliest is None and n.first.latest is not None for n in (one, other))
    if one.main_event != other.main_event:
        if likeness < LIKE_DAYS:
            return 0.0
        common = True
    elif _is_past(one) and _is_past(other):
        # Any event may fall on the day before the report; few share an older day.
        common = False
    if tier is Tier.OVERLAP and likeness < LIKE_DATES:
        return 0.0
    return 1.0 + (not common) + 1.5 * deadlines + 3.0 * likeness


def nouns(one: Node, other: Node) -> float:
    """2 same noun, 1 nouns that can stand for each other or one unknown, 0 different things."""
    if one.family in ("money", "percent", "measure", "age"):
        return 1.0 if one.first.unit == other.first.unit else 0.5
    if one.nouns & other.nouns:
        return 2.0
    if one.counted & other.counted & cues("nouns", "synonyms"):
        return 1.5
    armed = cues("nouns", "armed")
    if one.counted & armed and other.counted & armed:
        return 1.5
    if not (one.nouns | one.counted) or not (other.nouns | other.counted):
        return 1.0
    persons = cues("nouns", "persons")
    if (
        one.counted & persons
        and other.counted & persons
        and "people" in one.counted | other.counted
    ):
        return 1.0
    return 0.0


def _events(one: Node, other: Node) -> float:
    """2 same governing event, 1 akin or shared in passing, 0 nothing in common."""
    if one.events.keys() & other.events.keys():
        return 2.0
    if any(akin(event) & other.events.keys() for event in one.events):
        return 1.5
    return 1.0 if one.others & other.others else 0.0


def _specific(node: Node) -> float:
    """How unlikely it is that another number is the same by chance."""
    if node.value is None or node.first.approximation == "vague":
        return 0.0
    size = _number(node.value)
    if size <= 3:
        return -1.0
    return 1.0 if size > 20 else 0.0


def _background(node: Node) -> bool:
    """Whether the number belongs to another event: one long before the report, or in a list."""
    return any(account.claim.background or _is_old(account) for account in node.accounts)


def _is_old(account: Account) -> bool:
    latest, published = account.claim.period[1], account.published
    if not latest or not published:
        return False
    return (date.fromisoformat(published[:10]) - date.fromisoformat(latest)).days > OLD


def _periods_apart(one: Node, other: Node) -> bool:
    """Whether one event is dated in both, and every pair of its dates lies apart."""
    if one.main_event != other.main_event:
        return False
    periods = [a.claim.period for a in one.accounts if _dates_main(a, one)]
    others = [a.claim.period for a in other.accounts if _dates_main(a, other)]
    return bool(periods and others) and not any(
        (p[0] or "") <= (o[1] or "9999") and (o[0] or "") <= (p[1] or "9999")
        for p in periods
        for o in others
    )


def _dates_main(account: Account, node: Node) -> bool:
    return any(account.claim.period) and account.claim.event == node.main_event
