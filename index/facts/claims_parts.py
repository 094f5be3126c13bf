"""Numbers that are some of those told of before: "six were hurt, two of them seriously"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from index.facts.claims_governor import is_past, opens_clause
from index.facts.claims_sentence import Event, Sentence, clause_ends
from index.facts.claims_vocabulary import signs
from index.facts.lexicons import from_lexicon, table

_OF_THEM = (["of", "them"], ["of", "whom"], ["of", "those"])
_WHOLE_WITHIN = 12
"""Words before a number within which "of the six" may open its clause."""
_PREDICATE_WITHIN = 16
"""Words behind a participle within which the verb of its sentence may stand."""


class Some(NamedTuple):
    """What becomes of a number that is a part of the one before it."""

    events: list[str]
    """Its classes of event, without what befell all."""
    fares: bool
    """Its next word says how it fared, and names nothing that is counted."""


def is_of_them(sentence: Sentence, last: int) -> bool:
    """Whether "of them" or its like follows the number that ends before the place `last`."""
    return sentence.words[last : last + 2] in _OF_THEM


def some_of(
    sentence: Sentence, first: int, last: int, events: Sequence[str], whole: str, *, restated: bool
) -> Some | None:
    """What a number is that stands from place `first` up to `last` for a part of those whom the
    event `whole` befell; None where nothing shows that it does.

    `events` are the classes of event that seem to be its own; `restated`, whether its own clause
    tells of the first of them behind it.
    """
    of_them = is_of_them(sentence, last)
    degree = _degree(sentence.words, last + 2 * of_them)
    if degree is not None:
        return Some([degree] if degree and whole in signs("context", "hurt") else [], fares=True)
    if (of_them and not restated) or _whole_before(sentence.words, first):
        return Some([event for event in events if event != whole], fares=False)
    return None


def is_whole(sentence: Sentence, first: int, ended: int) -> bool:
    """Whether the number at place `first` is that of a whole whose part was just told: the 22 of
    "18 of 22 berths", "18 of the 22 berths". The number before it ends before place `ended`."""
    between = sentence.words[ended:first]
    if len(between) == 2:
        return between[0] == "of" and between[1] in signs("part", "whole")
    return between == ["of"]


def without_predicate(
    sentence: Sentence, part: int, noun: int, events: Sequence[Event]
) -> list[Event]:
    """The events of a whole without what befell its part: "18 of 22 berths were closed".

    That is what the verb behind the noun tells, if it is the sentence's own; "25 of the 60 pupils
    kidnapped in June were women" tells which pupils are meant. `part` is the place of the part's
    number, `noun` that of the noun of both.
    """
    words, helping = sentence.words, signs("clauses", "auxiliaries")
    is_subject = opens_clause(words, part)
    kept = []
    for event in events:
        if event.first > noun:
            between = words[noun + 1 : event.first]
            relative = not signs("clauses", "relatives").isdisjoint(between)
            behind = takewhile(_goes_on, words[event.last + 1 : event.last + 1 + _PREDICATE_WITHIN])
            verb = not is_subject or any(word in helping or is_past(word) for word in behind)
            if not relative and (not helping.isdisjoint(between) or not verb):
                continue
        kept.append(event)
    return kept


def _goes_on(word: str) -> bool:
    """Whether a clause goes on with a word."""
    return word[0].isalnum() and word not in clause_ends()


def _degree(words: Sequence[str], at: int) -> str | None:
    """The class of event of a word of degree that ends its clause: "two seriously, police said"."""
    degree = _degrees().get(words[at]) if at < len(words) else None
    if degree is None or at + 1 == len(words):
        return degree
    following = words[at + 1]
    return degree if not following[0].isalnum() or following in clause_ends() else None


@from_lexicon
def _degrees() -> dict[str, str]:
    return dict(table("claims")["part"]["degrees"])


def _whole_before(words: Sequence[str], first: int) -> bool:
    """Whether the clause tells first of what the number is a part: "of the six injured, two"."""
    if words[max(0, first - 1) : first] != [","]:
        return False
    for place in range(first - 2, max(0, first - _WHOLE_WITHIN) - 1, -1):
        if words[place] == "of" and words[place + 1] in signs("part", "whole"):
            return place == 0 or not words[place - 1][0].isalnum()
        if words[place] == "," or words[place] in clause_ends() - signs("clauses", "relatives"):
            return False
    return False
