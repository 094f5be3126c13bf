"""How two answers to one question stand to each other: pure rules on intervals, tested in order.

Nothing here says which of two answers is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from index.compare import intervals
from index.compare.accounts import Account
from index.compare.intervals import Interval
from index.compare.model import RelationKind
from index.compare.updates import are_two_sides, has_fallen, is_later, may_change, outgrown
from index.compare.voices import one_office, same_speaker
from index.facts.claims_counting import PRESENT
from index.facts.claims_nouns import AMOUNTS
from index.facts.claims_vocabulary import is_placed, signs
from index.facts.claims_words import TITLE

WINDOW = timedelta(hours=24)
"""Two values whose days lie further apart than this can be an older and a newer one."""

BORDER = 1.5
"""Within this factor of its bound a vague word contradicts nothing: "dozens" and 20."""
TELLING = 3
"""Significant digits from which on a number is hardly ever met by chance."""
TELLING_AMOUNT = 2
"""The same for an amount with a unit: $12 billion, 640 kilograms."""
LONG = timedelta(days=60)
"""A period longer than this sums up, it does not date."""

Ground = Literal[
    "place",
    "part",
    "modality",
    "state",
    "period",
    "stance",
    "words",
    "speaker",
    "later",
    "no value",
    "same value",
    "wider value",
    "overlap",
    "apart",
    "sides",
    "fallen",
]
"""What decided the relation; `wording` makes the sentence of it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The relation of two accounts, and what decided it."""

    kind: RelationKind
    ground: Ground


def relate(a: Account, b: Account, window: timedelta = WINDOW) -> Verdict:
    """The relation between two answers of one question, whichever comes first.

    The tests and their order: scope, stance, words, update, vagueness, values.
    """
    if two_states(a, b):
        return Verdict("differs", "state")
    scope = scope_of(a, b)
    if scope == "place" and _only_directions(a, b) and _is_newer(a, b, window):
        return Verdict("updated", "later")
    if scope is not None:
        return Verdict("scope", scope)
    if a.claim.stance != b.claim.stance:
        return Verdict("denied", "stance")
    if a.kind == "stance":
        return _agreement(a, b)
    if a.kind == "words":
        same = _folded(a.text) == _folded(b.text) or (
            a.claim.event == TITLE and one_office(a.text, b.text)
        )
        return _agreement(a, b) if same else Verdict("attribution", "words")
    return _relate_values(a, b, window)


def _relate_values(a: Account, b: Account, window: timedelta) -> Verdict:
    """The relation of two numbers or two dates."""
    pair = comparable(a, b)
    if pair is None:
        if a.value is None and b.value is None:
            if not a.is_number:
                return _agreement(a, b)
            if _folded(a.text) != _folded(b.text):
                return Verdict("compatible", "overlap")
            return Verdict("attribution", "speaker") if _speakers_differ(a, b) else _agreement(a, b)
        if a.is_number and is_later(a, b, window):
            return Verdict("updated", "later")
        return Verdict("vague", "no value")
    first, second = pair
    if first.same_as(second) or (a.is_number and _same_number(a, b)):
        return _agreement(a, b)
    # "51" and "more than 51" name one number: no reader would call that a contradiction.
    overlap = first.overlaps(second) or (a.is_number and _name_one_number(a, b))
    later = may_change(a) and (not overlap or outgrown(a, b)) and is_later(a, b, window)
    sides = later and not overlap and are_two_sides(a, b)
    fallen = later and not overlap and has_fallen(a, b)
    if later and not sides and not fallen:
        return Verdict("updated", "later")
    if overlap and a.kind == b.kind == "measure" and a.unit != b.unit:
        return _agreement(a, b)  # "770 kilometers (480 miles)": one measurement, converted
    if overlap and a.kind == b.kind == "duration" and _folded(a.text) == _folded(b.text):
        return _agreement(a, b)
    if overlap:
        wider = first.inside(second) or second.inside(first)
        return Verdict("compatible", "wider value" if wider else "overlap")
    if "vague" in (a.approximation, b.approximation) and _borders(first, second):
        return Verdict("vague", "no value")
    return Verdict("differs", "sides" if sides else "fallen" if fallen else "apart")


def scope_of(a: Account, b: Account) -> Ground | None:
    """In what the two do not answer quite the same; None if they do, as far as is known."""
    one, other = a.claim, b.claim
    if includes(a, b):
        return "part"
    if {one.modality, other.modality} == {"plan", "fact"}:
        # A plan of a day or an amount, once carried out, is the same answer.
        came = a.value == b.value and (a.is_date or a.kind in AMOUNTS)
        return None if came or same_telling_number(a, b) else "modality"
    if one.part != other.part and "additional" in (one.part, other.part):
        return "part"
    if one.part != other.part and {one.part, other.part} == {"subset", "total"}:
        return "part"
    if is_placed(one.event) and is_placed(other.event) and _places_nest(one.places, other.places):
        return "place"
    if a.kind == "money" and _sums_up(a) != _sums_up(b) and not _same_number(a, b):
        return "period"
    return None


def includes(a: Account, b: Account) -> bool:
    """Whether one sentence gives one number as a part of the other: "10,000, including 3,000".

    The part follows its whole; nothing but the part's own words tells that it is one.
    """
    whole, part = (a, b) if a.claim.value_start < b.claim.value_start else (b, a)
    if a.report != b.report or a.claim.start != b.claim.start or part.claim.part != "subset":
        return False
    if whole.claim.part == "subset" or whole.value is None or part.value is None:
        return False
    shared = set(part.claim.events) & set(whole.claim.events)
    same = part.claim.noun in (None, whole.claim.noun)
    return same and bool(shared) and (part.low or 0) < (whole.low or whole.high or 0)


def two_states(a: Account, b: Account) -> bool:
    """Whether one report has one speaker say of one number that it is there, and still to come.

    What a report says of a plan and of a fact is no contradiction, unless it is the same group on
    the same day: "a couple of thousand already in Kursk", "a couple of thousand due to arrive".
    """
    one, other = a.claim, b.claim
    return (
        a.report == b.report
        and a.is_number
        and one.event == other.event == PRESENT
        and {one.modality, other.modality} == {"fact", "plan"}
        and one.speaker is not None
        and one.speaker == other.speaker
        and a.day == b.day
        and _same_number(a, b)
        and (a.low or 0) > TELLING
        and (not one.places or not other.places or one.places[0] == other.places[0])
    )


def same_telling_number(a: Account, b: Account) -> bool:
    """Whether both give one number that nobody would give by chance: 276, 145.5 million."""
    if not a.is_number or a.low is None or b.low is None:
        return False
    if a.kind == "measure" and b.kind == "measure":
        pair = comparable(a, b)
        same = pair is not None and pair[0].overlaps(pair[1])
    else:
        same = (a.low, a.high, a.unit) == (b.low, b.high, b.unit)
    needed = TELLING if a.unit is None or a.kind == "percent" else TELLING_AMOUNT
    return same and intervals.digits(a.low) >= needed


def unknown(a: Account, b: Account) -> tuple[str, ...]:
    """What is not known of one side and known of the other, and could change the relation."""
    missing = []
    placed = is_placed(a.claim.event) and is_placed(b.claim.event)
    if a.is_number and placed and bool(a.claim.places) != bool(b.claim.places):
        missing.append("place")
    if a.day is None or b.day is None:
        missing.append("date")
    return tuple(missing)


def _agreement(a: Account, b: Account) -> Verdict:
    return Verdict("echo" if same_source(a, b) else "agrees", "same value")


def same_source(a: Account, b: Account) -> bool:
    """Whether both rest on one ultimate source: copies of one text, one who is answerable for
    both, or, where nobody is named, one newsroom."""
    if a.origin == b.origin and a.report != b.report:
        return True
    one, other = a.source or a.claim.speaker, b.source or b.claim.speaker
    if one is None and other is None:
        return a.newsroom is not None and a.newsroom == b.newsroom
    return one is not None and other is not None and same_speaker(one, other)


def _speakers_differ(a: Account, b: Account) -> bool:
    """Whether two reports put the same words, which are no number, down to different speakers."""
    one, other = a.claim.speaker, b.claim.speaker
    known = one is not None and other is not None and a.report != b.report
    return known and not same_speaker(one or "", other or "")


def comparable(a: Account, b: Account) -> tuple[Interval, Interval] | None:
    """The values of two accounts in one unit; None where one is unknown, or no unit fits both."""
    if a.value is None or b.value is None:
        return None
    return intervals.in_one_unit(a.value, a.unit, b.value, b.unit)


def _same_number(a: Account, b: Account) -> bool:
    return a.unit == b.unit and (a.low, a.high) == (b.low, b.high)


def _borders(one: Interval, other: Interval) -> bool:
    """Whether "dozens" lies so near to a number that nobody would hold them apart."""
    low, high = sorted((one, other), key=lambda interval: interval.low)
    return low.high * BORDER >= high.low


def _name_one_number(a: Account, b: Account) -> bool:
    numbers = {a.low, a.high} & {b.low, b.high}
    return a.unit == b.unit and bool(numbers - {None}) and None in (a.low, a.high, b.low, b.high)


def _is_newer(a: Account, b: Account, window: timedelta) -> bool:
    """Whether one gives a later and different number."""
    pair = comparable(a, b)
    if pair is None or not is_later(a, b, window):
        return False
    return not pair[0].overlaps(pair[1]) or outgrown(a, b)


def _only_directions(a: Account, b: Account) -> bool:
    """Whether one place is just a direction within the other: "eastern Russia" of "Russia"."""
    one, other = a.claim.places[0], b.claim.places[0]
    return one.endswith(" " + other) or other.endswith(" " + one)


def _places_nest(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one innermost place lies in the other, or both lie in a third."""
    if not one or not other or one[0] == other[0]:
        return False
    return bool(set(one) & set(other))


def _sums_up(account: Account) -> bool:
    """Whether money has run up over a long time; what is paid at once does not."""
    return is_cumulative(account) and account.claim.event not in signs("context", "once")


def is_cumulative(account: Account) -> bool:
    """Whether a value has run up over a long time: "since February 2022"."""
    first, last = account.claim.period
    if first is None or last is None:
        return first is not None
    return date.fromisoformat(last) - date.fromisoformat(first) > LONG


def _folded(text: str) -> str:
    """The words in small letters, without an article before them."""
    words = text.casefold().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words)
