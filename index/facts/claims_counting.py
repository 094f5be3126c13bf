"""What a figure of a sentence stands for: its events, what it counts in them, whole or part."""

from __future__ import annotations

from collections.abc import Sequence

from index.facts.claims_nouns import Thing
from index.facts.claims_places import places_of
from index.facts.claims_sentence import Event, Sentence
from index.facts.claims_vocabulary import signs
from index.facts.model import Figure, Part

_KINDS = frozenset({"count", "money", "percent", "measure", "age", "vague"})
_AGED = (["aged"], ["ages"])
"""What stands before the age of those who are counted: "nine people aged 80"."""
PRESENT = "present"
"""The class of being somewhere."""
LISTLESS = 3
"""Ordinals up to this one say an order ("first, …") and no number of anything."""
LISTED = 10
"""Words of a sentence up to which it can be an entry of a list."""


def counts_something(body: str, figure: Figure) -> bool:
    """Whether a figure can answer a question.

    "First" gives an order and "15" of "the 15-member council" is half of a word.
    """
    if figure.kind == "ordinal":
        return (figure.low or 0) > LISTLESS
    compound = figure.kind == "count" and body[figure.end : figure.end + 1] in ("-", "‑")
    return figure.kind in _KINDS and not compound


def is_aside(sentence: Sentence, figure: Figure, first: int, last: int) -> bool:
    """Whether a figure parts nothing from its verb.

    "2,700 km (1,680 miles)": what stands in brackets is the same once more; "Ali, 30, died", "nine
    people in their 80s died", "six people, among them two dockers, were held": it tells of them.
    """
    if figure.part == "subset" and sentence.words[first - 1 : first] in (["including"], ["them"]):
        return True
    before = sentence.words[first - 1 : first]
    closed = sentence.words[last : last + 1] == [","]
    if figure.kind == "age" and (closed or before in _AGED or figure.approximation == "range"):
        return True
    return before == ["("]


def compared_from(sentence: Sentence, others: Sequence[int], last: int) -> int:
    """The place of the figure that another is compared with: "61 percent, down from 70 in 2025"."""
    leading = signs("context", "comparing")
    places = [place for place in others if place >= last and sentence.words[place - 1] in leading]
    return min(places, default=len(sentence.words))


def event_names(
    sentence: Sentence, thing: Thing, events: Sequence[Event], *, partitive: bool
) -> list[str]:
    """The classes of event that a figure takes part in, the governing one first.

    It is the one that the noun tells of ("40 dead"), but not of some among them: "nine of the
    injured are in critical condition".
    """
    names = list(dict.fromkeys(event.name for event in events))
    if thing.state and partitive:
        return sorted([*names, *{thing.state} - {*names}], key=lambda name: name == thing.state)
    others = [name for name in names if name != thing.state]
    if thing.state in signs("nouns", "lasting"):
        # "Two prisoners were killed": what happened to them, before what they are.
        light = bool(others) and others[0] in signs("context", "light")
        return [*others, thing.state] if not light else [thing.state, *others]
    if thing.state:
        return [thing.state, *others]
    if not names and _stands_in(sentence, thing.place):
        return [PRESENT]
    return names


def _stands_in(sentence: Sentence, noun: int) -> bool:
    """Whether a place follows the noun at once, without a verb: "300 troops in Sylvan, he says"."""
    return sentence.words[noun + 1 : noun + 2] in (["in"], ["inside"]) and bool(
        places_of(sentence, noun + 2, noun + 3)
    )


def with_levels(body: str, figure: Figure, events: list[Event]) -> list[Event]:
    """The events of an amount: what "fell below $6,000" is worth that now, and did not lose it."""
    if not events or events[0].name not in signs("context", "moves"):
        return events
    before = body[max(0, figure.start - 16) : figure.start].lower().split()
    words = {figure.text.split()[0].lower(), *before[-2:]}
    if words.isdisjoint(signs("context", "levels")):
        return events
    return [events[0]._replace(name="valued"), *events[1:]]


def counted_in(
    event: str | None, thing: Thing, events: Sequence[Event], figure: Figure
) -> str | None:
    """The class of the noun; people where the event befalls nobody else: "527 were injured"."""
    if thing.counted or figure.kind not in ("count", "vague"):
        return thing.counted
    is_event = any(one.first <= thing.place <= one.last for one in events)
    return "people" if event in signs("nouns", "of_people") and not is_event else None


def part_of(
    sentence: Sentence, figure: Figure, last: int, noun: int, event: str | None, told: str | None
) -> Part | None:
    """Whether the figure is a total, a part or an addition.

    "Seven were killed and dozens more injured" adds no injured to others, but injured to killed.
    """
    words = sentence.words[last : noun + 1]
    added = any(word in signs("part", "additional") for word in words)
    part: Part | None = figure.part or ("additional" if added else None)
    if part is None and sentence.words[last : last + 1] == ["of"]:
        whole = sentence.words[last + 1 : last + 2]
        part = "subset" if whole and whole[0] in signs("part", "whole") else None
    return None if part == "additional" and told and told != event else part


def is_listed(sentence: Sentence) -> bool:
    """Whether the sentence is an entry of a list of other events: "Sylvan bridge: 12 dead"."""
    words = sentence.words
    return sentence.start > 0 and len(words) <= LISTED and ":" in words[1:-2]
