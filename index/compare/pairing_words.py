"""Whether two titles are one person's, two speakers said one thing, two stances meet."""

from __future__ import annotations

from index.compare.nodes import Node, Rarity
from index.facts.claims_words import SAYING, TITLE

WORDED = frozenset({TITLE, SAYING, "stance"})
"""Families whose values are neither numbers nor dates."""
SAME_NEWS = 45
"""Days beyond which a denial and an affirmation speak of different news."""
CATCHWORD = 2
"""Blanks between telling words from which on a quotation is more than a catchword."""
FEWEST = 6
"""Telling words that a remark must have to be known again."""

# Likeness that the two sentences must have, from 0 to 1:
SAME_WORDS = 0.6
"""for statements of named people that are the same remark."""
NEARLY_VERBATIM = 0.65
"""for the same where one of them is put down to a body."""
SAME_PHRASE = 0.1
"""for statements of which one quotes a few words of the other: catchwords are anybody's."""
SAME_STANCE = 0.12
"""for sentences on one event of which one denies it."""
SAME_PLACE = 0.08
"""for the same where both name the place."""


def score_words(one: Node, other: Node, rarity: Rarity) -> float:
    """How sure it is that two nodes of one family meet in one question; 0 if they do not."""
    if one.family == TITLE:
        return float(one.report != other.report and _same_person(one, other))
    if one.family == SAYING:
        return _same_remark(one, other, rarity)
    if one.report == other.report or _days_apart(one, other) > SAME_NEWS:
        return 0.0
    likeness = rarity.likeness(one, other)
    needed = SAME_PLACE if one.places & other.places else SAME_STANCE
    return likeness if likeness >= needed else 0.0


def _days_apart(one: Node, other: Node) -> int:
    a, b = one.first.day, other.first.day
    return abs((a - b).days) if a and b else 0


def _same_person(one: Node, other: Node) -> bool:
    a, b = one.first.claim.participants[0].split(), other.first.claim.participants[0].split()
    return a[-1] == b[-1] and (len(a) == 1 or len(b) == 1 or a[0] == b[0])


def _same_remark(one: Node, other: Node, rarity: Rarity) -> float:
    """How surely two statements are one remark: at least one of them by a named person."""
    if not (one.participants or other.participants):
        return 0.0
    if len(one.context) < FEWEST or len(other.context) < FEWEST:
        return 0.0
    needed = SAME_WORDS if one.participants and other.participants else NEARLY_VERBATIM
    if not (one.qualifiers or other.qualifiers) and not rarity.may_reach(needed, one, other):
        return 0.0
    likeness = rarity.likeness(one, other)
    quoted = likeness >= SAME_PHRASE and _share_phrase(one, other)
    return likeness if quoted or likeness >= needed else 0.0


def _share_phrase(one: Node, other: Node) -> bool:
    """Whether one report quotes a few words that stand in the other: "legitimate targets"."""
    return _quotes(one, other) or _quotes(other, one)


def _quotes(one: Node, other: Node) -> bool:
    if not one.qualifiers:
        return False
    text = f" {' '.join(other.first.claim.context)} "
    return any(
        f" {fragment} " in text and not (_is_catchword(fragment) and _marks(other, fragment))
        for fragment in one.qualifiers
    )


def _is_catchword(fragment: str) -> bool:
    """Whether a quotation is so short that anybody may use the words: "duck and cover"."""
    return fragment.count(" ") < CATCHWORD


def _marks(node: Node, fragment: str) -> bool:
    """Whether a report sets these words in quotation marks as well."""
    return any(fragment in own for own in node.qualifiers)
