"""Which event a value belongs to: "killed" or "injured", "released" or "kidnapped".

No parse of the sentence: events are weighed by their distance in words, by the clauses between, and
by the few orders in which English sets a number beside its verb.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from index.facts.claims_sentence import Event, Sentence, clause_ends
from index.facts.claims_vocabulary import event_nouns, signs, states, stem, telling_stem
from index.facts.lexicons import from_lexicon

FARTHEST = 16.0
"""The weight beyond which an event does not govern a figure."""
FARTHEST_DATE = 26.0
"""The same for a date, which may stand at the end of a long sentence."""


_CLAUSE = 7.0
_COMMA = 3.0
_PARTICIPLE = 6.0
"""How much farther off a verb seems that may only tell which subject is meant."""
_SETTING = frozenset({"in", "during", "after", "by", "from", "since"})
"""What stands before the event in which, or after which, something else happened."""
_UNKNOWN = 3.0
"""How much farther off a verb seems that the lexicon does not know."""
_UNKNOWN_WITHIN = 8
"""Words before a date within which such a verb is looked for."""
TO = "to "
"""What the class of such a verb begins with; its stem follows."""
_SAYING_WITHIN = 6
"""Words around a date within which a verb of saying can be what it dates."""


def govern_figure(
    sentence: Sentence,
    first: int,
    last: int,
    noun: int,
    others: Sequence[int],
) -> list[Event]:
    """The events that a figure takes part in, the likeliest first.

    `first` and `last` are the places of the figure's words (end exclusive), `noun` of the word it
    counts (or of its last word), `others` the places where the sentence's other figures begin.
    """
    words = sentence.words
    floor = max((place for place in others if place < first), default=-1)
    after = max(noun + 1, last)
    ceiling = min((place for place in others if place >= after), default=len(words))
    partitive = words[last : last + 1] == ["of"] and noun > last
    subject = partitive or opens_clause(words, first)
    weighed: list[tuple[float, Event]] = []
    for event in _within_reach(sentence.events, min(first, noun), max(after, noun), FARTHEST):
        if event.first <= noun <= event.last:
            weight = 0.0
        elif event.last < first:
            if event.last < floor:
                continue
            weight = _between(words, event.last + 1, first)
        elif event.first >= after:
            if event.first >= ceiling:
                continue
            weight = _rightwards(words, after, event, subject)
        else:
            continue
        if weight <= FARTHEST:
            weighed.append((weight, event))
    return _named_first([event for _, event in sorted(weighed, key=lambda pair: pair[0])])


def _within_reach(
    events: Sequence[Event], first: int, after: int, farthest: float
) -> Sequence[Event]:
    """The events, in the order of the sentence, so near to some words that they can govern them.

    A word weighs a quarter at least.
    """
    reach = int(farthest * 4)
    return events[
        bisect_left(events, first - reach, key=attrgetter("last")) : bisect_right(
            events, after + reach, key=attrgetter("first")
        )
    ]


class Dating(NamedTuple):
    """What a date dates."""

    events: list[Event]
    """The likeliest first."""
    saying: bool
    """It dates a saying instead."""
    far: bool
    """The events stand so far off that the date may belong to something else near by."""
    opens: bool
    """It stands at the beginning of the sentence."""


def govern_date(sentence: Sentence, first: int, last: int) -> Dating:
    """The events that a date dates, or that it dates a saying."""
    words = sentence.words
    opens = all(
        not word.isalpha() or word in ("on", "in", "by", "since", "at")
        for word in islice(words, first)
    )
    weighed: list[tuple[float, Event]] = []
    defined = words[last : last + 2] == [",", "when"]
    for event in _within_reach(sentence.events, first, last, FARTHEST_DATE):
        if event.name in states() or _only_describes(words, event):
            continue
        if event.last < first:
            weight = _between(words, event.last + 1, first) + (_CLAUSE if defined else 0.0)
        elif event.first >= last and defined:
            # "since 2004, when a crash killed seven": the date is that of the clause behind it.
            weight = _between(words, words.index("when", last) + 1, event.first) * 0.25
        elif event.first >= last:
            weight = _between(words, last, event.first)
            owned = event.first == last + 1 and words[last] == "'s"
            if owned or (event.first == last and words[last] in event_nouns(event.name)):
                weight = 0.0
            elif opens:
                weight *= 0.5
            elif words[last] in signs("clauses", "auxiliaries"):
                # "the girls abducted two years ago have been freed": the date ends its clause.
                weight += 2 * _CLAUSE
            else:
                weight += 5.0
        else:
            continue
        if weight <= FARTHEST_DATE:
            weighed.append((weight, event))
    weighed += [
        (_between(words, event.last + 1, first) + _UNKNOWN, event)
        for event in _unknown(sentence, first)
    ]
    weighed.sort(key=lambda pair: pair[0])
    nearest = weighed[0][0] if weighed else FARTHEST_DATE + 1
    saying = signs("context", "saying")
    near = range(max(0, first - _SAYING_WITHIN), min(len(words), first + _SAYING_WITHIN + 1))
    said = any(
        words[place] in saying
        and (opens or place < first or "," not in words[last:place])
        and (_between(words, place + 1, first) if place < first else _between(words, last, place))
        < nearest
        for place in near
    ) or (opens and _opens_saying(sentence, last, saying))
    if nearest < _CLAUSE and weighed[0][1].name not in signs("context", "common"):
        # What another clause tells of has a day of its own; what "began" is told by another.
        weighed = [(weight, event) for weight, event in weighed if weight < nearest + _CLAUSE]
    close = [event for weight, event in weighed if weight <= FARTHEST]
    return Dating(_named_first(close or [event for _, event in weighed]), said, not close, opens)


def _unknown(sentence: Sentence, first: int) -> Iterator[Event]:
    """The last verb before a date that tells of an event which the lexicon does not know.

    Only a form in -ed, or an irregular one of the lexicon, is known to be a verb.
    """
    words = sentence.words
    known = {event.first for event in _within_reach(sentence.events, first, first, _UNKNOWN_WITHIN)}
    for place in range(first - 1, max(0, first - _UNKNOWN_WITHIN) - 1, -1):
        word = words[place]
        if word in clause_ends():
            return
        if place in known or not is_past(word):
            continue
        event = Event(place, place, TO + stem(word))
        if not _only_describes(words, event):
            yield event
            return


@from_lexicon
def is_past(word: str) -> bool:
    """Whether a word can only be the past of a verb that is none of saying or planning."""
    if not (word.endswith("ed") and len(word) > 4) and word not in signs("context", "irregular"):
        return False
    return not any(
        word in signs(section, name)
        for section, name in (
            ("context", "saying"),
            ("context", "stops"),
            ("context", "lasting"),
            ("modality", "plan"),
            ("modality", "estimate"),
        )
    )


def _only_describes(words: Sequence[str], event: Event) -> bool:
    """Whether the words of an event only tell which thing is meant: "the damaged hull"."""
    if event.first != event.last or words[event.first] in event_nouns(event.name):
        return False
    before, after = words[max(0, event.first - 1) : event.first], words[event.last + 1 :][:1]
    led = bool(before) and (before[0] in signs("nouns", "leading") or before[0][0].isdigit())
    return led and bool(after) and after[0][0].isalpha() and telling_stem(after[0]) is not None


def _opens_saying(sentence: Sentence, last: int, saying: frozenset[str]) -> bool:
    """Whether a date that opens a sentence dates what is said: "Last week, the mayor said that"."""
    words = sentence.words
    told = min((event.first for event in sentence.events), default=len(words))
    return any(
        words[place] in saying and words[place + 1] == "that"
        for place in range(last, min(told, len(words) - 1))
    )


def _named_first(events: list[Event]) -> list[Event]:
    """The events, with what happened before the bare word that it did: "the crash occurred".

    So it is with "remain in critical condition", and with time that is spent.
    """
    if len(events) > 1 and events[0].name in signs("context", "light"):
        return [events[1], events[0], *events[2:]]
    return events


def opens_clause(words: Sequence[str], first: int) -> bool:
    """Whether a clause begins with the figure, so that its noun is likely the subject."""
    before = first - 1
    while before >= 0 and words[before] in ("the", "some", "of", "all", "these", "those"):
        before -= 1
    return before < 0 or not words[before][0].isalnum() or words[before] in clause_ends()


def _rightwards(words: Sequence[str], after: int, event: Event, subject: bool) -> float:
    """How far an event to the right stands from the noun before it.

    A participle or relative clause right behind a subject tells which group it is, the verb
    that follows tells what happened: "21 of the girls abducted in 2014 have been freed". Where
    none does, the first did: "61 people died in the earthquake", which says where.
    """
    between = words[after : event.first]
    if between and between[0] in signs("clauses", "relatives"):
        return _between(words, after + 1, event.first) * 0.5 + (_PARTICIPLE if subject else 0.5)
    if not signs("clauses", "auxiliaries").isdisjoint(between):
        return _between(words, after, event.first) * 0.25 + 0.5
    if event.name in states() and len(between) <= 1:
        return len(between) + 0.5  # "17 of them in a critical condition"
    if len(between) <= 1 and clause_ends().isdisjoint(between):
        return len(between) + (_PARTICIPLE if subject else 0.5)
    setting = words[event.first] in event_nouns(event.name) and _SETTING.intersection(between)
    return _between(words, after, event.first) + (1.5 + _PARTICIPLE if subject and setting else 1.5)


def _between(words: Sequence[str], start: int, end: int) -> float:
    """The weight of the words between two places."""
    weights = _weights()
    return sum([weights.get(word, 1.0) for word in words[start:end]])


@from_lexicon
def _weights() -> dict[str, float]:
    """What a word or mark weighs that is no common one."""
    return dict.fromkeys(clause_ends(), _CLAUSE) | {",": _COMMA}
