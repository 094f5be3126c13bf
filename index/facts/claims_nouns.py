"""What a figure of a sentence counts: its noun, the noun's class, and what narrows it down."""

from __future__ import annotations

from typing import NamedTuple

from index.facts.claims_sentence import Sentence
from index.facts.claims_vocabulary import (
    cues,
    noun_classes,
    participants,
    stem,
)
from index.facts.lexicons import table
from index.facts.model import Figure

_NOUN_WITHIN = 80
"""Characters after a figure within which its noun is looked for."""


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


def thing_of(sentence: Sentence, body: str, figure: Figure, first: int, last: int) -> Thing:
    """What a figure counts whose words stand from place `first` up to `last`."""
    place = _noun_place(sentence, body, figure, first, last)
    counted, noun, state = _counted(figure)
    if figure.kind == "age":
        return Thing(place, counted, _aged(sentence, body, first, last), state)
    if counted is None and noun is None and state is None:
        quoted = _behind_quotation(sentence, body, figure, last)
        if quoted is not None:
            word = sentence.words[quoted]
            return Thing(quoted, noun_classes()[word], stem(word), None)
        if figure.kind == "ordinal" and last < len(sentence.words):
            noun = stem(sentence.words[last])
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
    places = range(last, min(last + 5, len(words)))
    return next((place for place in places if words[place] in noun_classes()), None)


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


def _aged(sentence: Sentence, body: str, first: int, last: int) -> str | None:
    """Whose age it is: the surname before it ("Amina Ali, 21,"), or the noun behind it."""
    words = sentence.words
    if first > 1 and words[first - 1] == "," and sentence.capital(first - 2):
        return words[first - 2]
    for word in words[last : last + 3]:
        if noun_classes().get(word) in cues("nouns", "persons"):
            return stem(word)
        if not word[0].isalpha():
            break
    return None


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
