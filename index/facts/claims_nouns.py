"""What a figure of a sentence counts: its noun, the noun's class, and what narrows it down."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from index.facts.claims_ages import aged
from index.facts.claims_corrections import is_put_right
from index.facts.claims_sentence import Sentence, clause_ends
from index.facts.claims_vocabulary import (
    event_verbs,
    noun_classes,
    participants,
    signs,
    state_of,
    stem,
    telling_stem,
)
from index.facts.lexicons import table
from index.facts.model import Figure
from index.facts.nouns import noun_reader

_NOUN_WITHIN = 80
"""Characters after a figure within which its noun is looked for."""
_HEAD_WITHIN = 20
"""Words before a number within which "the death toll" or "the number of" may stand."""
_SUBJECT_WITHIN = 12
"""Words before an amount within which what it belongs to may stand."""
AMOUNTS = frozenset({"money", "percent", "measure"})
"""Kinds of figure that count nothing, but measure something."""
_PUT_IN = 12
"""Words between commas behind a subject."""
_LINKING = frozenset({"of", "at"})


class Thing(NamedTuple):
    """What a figure counts."""

    place: int
    """Place of the noun's last word in the sentence; of the figure's own if it has none."""
    counted: str | None
    """Class of the noun in the lexicon."""
    noun: str | None
    """Stem of the noun, or whose age it is."""
    state: str | None
    """Class of event that the noun tells of by itself: "40 dead"."""
    given: str | None = None
    """The given name of whose age it is."""


def thing_of(sentence: Sentence, body: str, figure: Figure, first: int, last: int) -> Thing:
    """What a figure counts whose words stand from place `first` up to `last`."""
    place = _noun_place(sentence, body, figure, first, last)
    counted, noun, state = _counted(figure)
    if figure.kind == "age":
        person = aged(sentence, first, last)
        return Thing(place, counted, person.noun, state, person.given)
    if counted is None and noun is None and state is None:
        quoted = _behind_quotation(sentence, body, figure, last)
        if quoted is not None:
            word = sentence.words[quoted]
            return Thing(quoted, noun_classes()[word], stem(word), None)
        if figure.kind == "ordinal" and last < len(sentence.words):
            noun = stem(sentence.words[last])
        elif figure.kind in AMOUNTS:
            noun = measured(sentence, first, last)
        elif is_told_of_number(sentence, first):
            return Thing(place, "people", None, _toll(sentence, first))
        elif (group := _group_of(sentence, first)) is not None:
            return Thing(place, noun_classes().get(group), stem(group), None)
    return Thing(place, counted, noun, state)


def _noun_place(sentence: Sentence, body: str, figure: Figure, first: int, last: int) -> int:
    """The place of the last word of the counted noun; of the figure itself where it has none."""
    if figure.counted is None or figure.counted_inferred:
        return max(first, last - 1)
    limit = min(sentence.end, figure.end + _NOUN_WITHIN)
    found = body.find(figure.counted, figure.end, limit)
    if found < 0:
        return max(first, last - 1)
    return sentence.place_before(found + len(figure.counted))


def _behind_quotation(sentence: Sentence, body: str, figure: Figure, last: int) -> int | None:
    """The place of a known noun behind a figure in quotation marks: '"at least 300" men'."""
    if body[figure.end : figure.end + 1] not in ('"', "”", "'", "’"):
        return None
    words = sentence.words
    behind = enumerate(words[last : last + 5], last)
    phrase = takewhile(lambda told: told[1] not in clause_ends(), behind)
    return next((place for place, word in phrase if word in noun_classes()), None)


def _counted(figure: Figure) -> tuple[str | None, str | None, str | None]:
    """The class of the counted noun, its stem, and the state that it tells of."""
    if figure.counted is None or figure.counted.lower() in ("them", "us", "those", "others"):
        return None, None, None
    words = figure.counted.lower().split()
    head = words[-1]
    if head in participants():
        return "people", None, None
    name = noun_classes().get(figure.counted.lower()) or noun_classes().get(head)
    state = table("claims")["nouns"]["states"].get(name) if name else None
    if state:
        return "people", None, state
    return name, stem(head), None


def qualifiers_of(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """Countries named from a figure's end `first` up to its noun, in the order of the alphabet."""
    return tuple(
        sorted(
            {
                country.name
                for country in sentence.countries
                if first <= country.first and country.last <= last
            }
        )
    )


def is_told_of_number(sentence: Sentence, first: int) -> bool:
    """Whether a number is what a toll "rose to": its noun stands far before it."""
    words = sentence.words
    verb = first - 2 if first > 1 and words[first - 1] in ("to", "at") else first - 1
    corrected = words[max(0, first - 1) : first] == ["to"] and is_put_right(sentence, first)
    if not corrected and (verb < 1 or words[verb] not in signs("nouns", "reaching")):
        return False
    before = words[max(0, verb - _HEAD_WITHIN) : verb]
    return not signs("nouns", "heads").isdisjoint(before)


def _group_of(sentence: Sentence, first: int) -> str | None:
    """The noun of a number that stands behind it: "crew" of "a crew of 340"."""
    words = sentence.words
    if first < 2 or words[first - 1] != "of" or not _is_noun(words[first - 2]):
        return None
    return words[first - 2]


def _toll(sentence: Sentence, first: int) -> str | None:
    """The class of event that a toll tells of, or the noun behind it: "the number of refugees"."""
    before = sentence.words[max(0, first - _HEAD_WITHIN) : first]
    told = [state_of(word) for word in before if word in noun_classes()]
    return next((name for name in reversed(told) if name), None)


def measured(sentence: Sentence, first: int, last: int) -> str | None:
    """Stem of what an amount belongs to: "turnout" of "turnout was 61 percent".

    The word that it is tied to ("winds of 130 mph", "put the damage at $6 billion"), the one that
    it narrows down ("a 7 percent pay rise"), or the subject of its clause.
    """
    words = sentence.words
    if first > 1 and words[first - 1] == "(":
        # "770 kilometers (480 miles)": the same once more.
        numbers = [n for n in range(first - 2, max(0, first - 6), -1) if words[n][0].isdigit()]
        if numbers:
            return measured(sentence, numbers[0], first - 1)
    if words[last : last + 1] == ["in"] and last + 1 < len(words):
        given = words[last + 1]  # "$25 million in aid"
        if _is_noun(given) and not sentence.capital(last + 1):
            return stem(given)
    link = first - 1
    while link > 1 and words[link] in signs("nouns", "adverbs"):
        link -= 1
    if link > 0 and words[link] in _LINKING and _is_noun(words[link - 1]):
        tied = words[link - 1]
        if not (tied in event_verbs() or tied in signs("nouns", "having") or _estimates(tied)):
            return stem(tied)
    behind = last
    while behind < len(words) and _is_noun(words[behind]) and not sentence.capital(behind):
        behind += 1
    if behind > last:
        return stem(words[behind - 1])
    return _subject(words, first)


def _estimates(word: str) -> bool:
    return word in signs("modality", "estimate") or word in signs("modality", "plan")


def _subject(words: Sequence[str], first: int) -> str | None:
    """Stem of the noun before the first verb of the clause that ends at a place."""
    begin = first
    floor = max(0, first - _SUBJECT_WITHIN)
    while begin > floor and words[begin - 1] not in clause_ends() and words[begin - 1] != ",":
        begin -= 1
    having, verbs = signs("nouns", "having"), event_verbs()
    for place in range(begin, first):
        if words[place] in having or words[place] in verbs or _estimates(words[place]):
            noun = place - 1 if place > begin else _put_in(words, place - 2)
            return stem(words[noun]) if noun >= 0 and _is_noun(words[noun]) else None
    return None


def _put_in(words: Sequence[str], last: int) -> int:
    """The place of the subject before words between commas whose last stands at a place.

    Words with an article name it too: "the rival, a former mayor, took"; others only tell more of
    it: "the train, bound for the capital, was".
    """
    comma = next((at for at in range(last, max(0, last - _PUT_IN), -1) if words[at] == ","), 0)
    return comma - 1 if comma and words[comma + 1] not in signs("nouns", "leading") else last


def _is_noun(word: str) -> bool:
    """Whether a word can be a noun, as far as its letters tell."""
    stops = noun_reader().stops
    return word[0].isalpha() and word not in stops and telling_stem(word) is not None
