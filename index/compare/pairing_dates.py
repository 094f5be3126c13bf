"""Whether two dates answer the same question: of one event, or of one day in like words."""

from __future__ import annotations

from datetime import date
from math import inf

from index.compare.nodes import Node, Rarity
from index.compare.tiers import Tier, near
from index.facts.claims_vocabulary import akin, lasts, signs

NEEDED = {Tier.SAME: 1.6, Tier.OVERLAP: 1.6, Tier.VAGUE: 9.0, Tier.APART: 3.4}
"""The score that two dates need; a date that cannot be known is never paired."""
CLOCK = frozenset({"time", "moment"})
"""Families whose values are times of day."""
CLOCK_SLIP = 60
"""Minutes by which reports may differ about the time of one event."""
STOPPED = "stopped"
"""The class of event of workers who go on strike."""
RECENT = 4
"""Days before a report that every event of its story may fall on."""

# Likeness that the two sentences must have, from 0 to 1:
OVERLAPPING = 0.1
"""for dates that only overlap."""
CLOSE = 0.5
"""What two days side by side add to the likeness of their sentences."""
LASTING = 0.12
"""for lengths of time, which are met by chance;"""
ONE_DAY = 0.22
"""for one day of different events;"""
OLD_DAY = 0.15
"""for the same where both reports look back on it: few events share an older day;"""
STORY_DAY = 0.12
"""for the same where the sentences tell of one more event, and no common one."""


def score_dates(one: Node, other: Node, rarity: Rarity, tier: Tier) -> float:
    """How sure it is that two dates answer one question; 0 if it cannot be known."""
    likeness = rarity.likeness(one, other)
    untold = signs("context", "untold") if one.family == "duration" else signs("context", "common")
    telling = one.main_event not in untold | signs("context", "moves")
    if not _one_event(one, other):
        shared = (one.others & other.others) - signs("context", "common")
        one_story = shared and tier is Tier.SAME and one.family == "date"
        old = tier is Tier.SAME and one.family == "date" and _is_past(one) and _is_past(other)
        if not (old or one.others & other.others):
            return 0.0
        if likeness < (STORY_DAY if one_story else OLD_DAY if old else ONE_DAY):
            return 0.0
        telling = False
    elif _is_past(one) and _is_past(other):
        # Any event may fall on the day before the report; few share an older day.
        telling = True
    if tier is Tier.OVERLAP and likeness < OVERLAPPING:
        return 0.0
    if one.family == "duration" and likeness < LASTING and not _is_the_length(one, other):
        return 0.0
    if tier is Tier.APART and one.main_event in signs("context", "moves"):
        return 0.0  # what rises and falls does so again and again
    if tier is Tier.APART and _is_of_its_day(one) and _is_of_its_day(other):
        return 0.0  # what goes on is told of anew each day: "walked out on Monday", "on Tuesday"
    if one.family == "duration" and telling and tier is Tier.APART and _near(one, other):
        likeness += CLOSE
    begins = _same_beginning(one, other, tier) or _one_strike(one, other, likeness)
    clock = one.family in CLOCK and _one_event(one, other)
    if tier is Tier.APART and (begins or telling or clock) and _slipped(one, other, days=begins):
        likeness += CLOSE
        telling = telling or clock
    telling = telling or begins
    deadlines = is_deadline(one) and is_deadline(other)
    return 1.0 + telling + 1.5 * deadlines + 3.0 * likeness


def _one_event(one: Node, other: Node) -> bool:
    """Whether both date the same class of event, or one that may answer the same question."""
    one_class = one.main_event == other.main_event or last_alike(one, other)
    return one_class or one.main_event in akin(other.main_event or "")


def last_alike(one: Node, other: Node) -> bool:
    """Whether two lengths of time answer one question: "How long were they held?"."""
    asked = lasts(one.main_event or "")
    return one.family == "duration" and asked is not None and asked == lasts(other.main_event or "")


def _near(one: Node, other: Node) -> bool:
    """Whether two lengths of time look like two accounts of one: six years, six and a half."""
    return bool(one.value and other.value and near(one.value, other.value))


def _is_the_length(one: Node, other: Node) -> bool:
    """Whether both reports begin with the only length that they give of one event: "jailed for
    seven years", "sentenced to six years". They need hardly a word in common."""
    sole = one.sole and other.sole and one.salient and other.salient
    return sole and one.main_event == other.main_event and _near(one, other)


def _same_beginning(one: Node, other: Node, tier: Tier) -> bool:
    """Whether both dates say when one thing began or ended: "the fire broke out on Friday".

    One day on which all begins that either report says of is one beginning too.
    """
    if one.main_event != other.main_event or one.main_event not in ("begun", "ended"):
        return False
    shared = (one.others & other.others) - signs("context", "common")
    return bool(shared) or (tier is Tier.SAME and one.sole and other.sole)


def _one_strike(one: Node, other: Node, likeness: float) -> bool:
    """Whether both give the only day of one strike, in like words; it began on one day."""
    sole = one.sole and other.sole and one.family == "date"
    return sole and one.main_event == other.main_event == STOPPED and likeness >= ONE_DAY


def _slipped(one: Node, other: Node, *, days: bool) -> bool:
    """Whether a slip of the pen may part two days: another year, or one day more or less.

    What begins or ends does so on one day (`days`); of much else a story tells day by day.
    """
    a, b = one.first, other.first
    if one.family in CLOCK:
        return one.sole and other.sole and _minutes_apart(one, other) <= CLOCK_SLIP
    if a.earliest is None or b.earliest is None or (a.latest, b.latest) != (a.earliest, b.earliest):
        return False
    day, other_day = date.fromisoformat(a.earliest[:10]), date.fromisoformat(b.earliest[:10])
    one_date = day.timetuple()[1:3] == other_day.timetuple()[1:3]
    return one_date or (days and abs((day - other_day).days) == 1)


def _minutes_apart(one: Node, other: Node) -> float:
    if one.value is None or other.value is None:
        return inf
    return abs(one.value.low - other.value.low)


def is_deadline(node: Node) -> bool:
    """Whether a date says by when."""
    return node.family == "date" and node.first.earliest is None and node.first.latest is not None


def _is_of_its_day(node: Node) -> bool:
    """Whether a date is the very day of its report."""
    day = (node.first.published or "")[:10]
    return node.family == "date" and node.first.earliest == node.first.latest == day


def _is_past(node: Node) -> bool:
    """Whether a date lies more than a few days before its report."""
    latest, published = node.first.latest, node.first.published
    if latest is None or published is None:
        return False
    return (date.fromisoformat(published[:10]) - date.fromisoformat(latest[:10])).days > RECENT
