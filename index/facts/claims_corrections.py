"""Numbers that a sentence takes back: "corrected the number to 228, having earlier said 231"."""

from __future__ import annotations

from collections.abc import Sequence

from index.facts.claims_sentence import Sentence, clause_ends
from index.facts.claims_vocabulary import signs

_NEAR = 5
"""Words on either side of a number within which "earlier said" may stand."""
_WITHIN = 20
"""Words before a number within which "corrected" may stand."""
_PUT_WITHIN = 8
"""Words before a number within which "had put" stands."""
_LISTED = 6
"""Words behind "up from" among which a second number of the time before stands."""


def is_taken_back(sentence: Sentence, first: int, last: int, others: Sequence[int]) -> bool:
    """Whether the number from place `first` up to `last` was given before another of its sentence.

    It counts what the other one counts, and has no noun of its own. `others` are the places of the
    sentence's other numbers.
    """
    words, former = sentence.words, signs("part", "former")
    if _is_up_from(words, first, others):
        return True
    others = [place for place in others if words[place] not in former]  # "first" is no number here
    if not others or _tells_more(words, last):
        return False
    if words[max(0, first - 1) : first] == ["from"] and is_put_right(sentence, first):
        return True
    floor = max((place + 1 for place in others if place < first), default=0)
    ceiling = min((place for place in others if place >= last), default=len(words))
    before = words[max(floor, first - _NEAR) : first]
    if _said_formerly(before):
        return floor > 0
    denied = before[-1:] == ["not"] or before[-2:] in (["instead", "of"], ["rather", "than"])
    denied = denied or before[-3:] in (["instead", "of", "the"], ["rather", "than", "the"])
    return denied and _said_formerly(words[last : min(ceiling, last + _NEAR)])


def was_put_at(sentence: Sentence, first: int) -> bool:
    """Whether somebody had given a number before another was known: "had once put it at 35"."""
    words = sentence.words[max(0, first - _PUT_WITHIN) : first]
    behind = words[words.index("had") + 1 :][:2] if "had" in words else []
    put = not signs("context", "estimating").isdisjoint(behind)
    return put and words[-1] in ("at", "as")


def _is_up_from(words: Sequence[str], first: int, others: Sequence[int]) -> bool:
    """Whether a number is one of those that have changed meanwhile: "41, up from 21 dead and 9"."""
    for place in range(first - 1, max(0, first - 1 - _LISTED), -1):
        if words[place] == "from":
            return words[place - 1] in ("up", "down") and min(others, default=first) < place
        if words[place] != "and" and (words[place] in clause_ends() or words[place] == ","):
            return False
    return False


def _tells_more(words: Sequence[str], last: int) -> bool:
    """Whether a noun or a verb of its own follows a number: "having earlier said 40 were hurt"."""
    if last >= len(words) or not words[last][0].isalnum():
        return False
    own = signs("part", "former") | signs("part", "given") | signs("places", "before")
    return words[last] not in own and words[last] not in ("as", "on")


def is_put_right(sentence: Sentence, before: int) -> bool:
    """Whether a word of putting a number right stands not far before a place."""
    words = sentence.words[max(0, before - _WITHIN) : before]
    return not signs("part", "correcting").isdisjoint(words)


def _said_formerly(words: Sequence[str]) -> bool:
    """Whether some words of one clause are of giving a number, and of doing so in former times."""
    ends = [place for place, word in enumerate(words) if word in clause_ends() and word != "as"]
    own = words[ends[-1] + 1 :] if ends else words
    formerly = not signs("part", "former").isdisjoint(own)
    return formerly and not signs("part", "given").isdisjoint(own)
