"""Whose age a sentence gives: a name, or a noun."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from index.facts.claims_sentence import Sentence, clause_ends
from index.facts.claims_vocabulary import event_verbs, noun_classes, signs, stem, telling_stem
from index.facts.nouns import noun_reader

CULPRIT = "suspect"
"""The noun that stands for all who are said to have done it: "the gunman", "the attacker"."""
_OF_WITHIN = 5
"""Words between a noun and "of" with which it tells more of another."""


class Aged(NamedTuple):
    """Somebody whose age is given."""

    noun: str | None
    """Surname, or stem of a noun; None where the sentence tells nothing."""
    given: str | None = None
    """The given name, where a full name stands with the age."""


def aged(sentence: Sentence, first: int, last: int) -> Aged:
    """Whose age stands from place `first` up to `last`.

    Before the age ("Amina Ali, 21,", "the driver, 51,", "the driver, a 42-year-old man,", "the
    driver, who is 41", "a boy of 11"), or behind it ("21-year-old Amina Ali").
    """
    words = sentence.words
    before = first - 1
    if before > 0 and words[before] == "of" and words[before - 1][0].isalpha():
        return Aged(_person(words[before - 1]))
    while before > 0 and words[before] in signs("nouns", "aged"):
        before -= 1
    if before > 0 and words[before] == "," and words[before - 1][0].isalpha():
        if sentence.capital(before - 1):
            return _name_before(sentence, before - 1)
        return Aged(_person(words[_head(sentence, before - 1)]))
    if before > 0 and "who" in words[before + 1 : first] and words[before][0].isalpha():
        # "a researcher who is 22 years old"
        return Aged(words[before] if sentence.capital(before) else _person(words[before]))
    named = last
    while named < len(words) and words[named][0].isalpha() and sentence.capital(named):
        named += 1
    if named > last:
        given = words[last] if named > last + 1 else None
        return Aged(words[named - 1].removesuffix("'s"), given)
    behind = [
        word
        for place, word in enumerate(takewhile(_describes, words[last : last + 3]))
        if not (place and word.endswith("ed"))  # "the 25-year-old coach entered"
    ]
    known = [word for word in behind if noun_classes().get(word) in signs("nouns", "persons")]
    return Aged(_person((known or behind)[-1]) if behind else None)


def _head(sentence: Sentence, noun: int) -> int:
    """The place of the noun that another one tells more of: "the driver of the goods train"."""
    words = sentence.words
    for place in range(noun - 1, max(0, noun - _OF_WITHIN), -1):
        if words[place] == "of":
            return place - 1 if words[place - 1][0].isalpha() else noun
        if not words[place][0].isalpha() or words[place] in clause_ends():
            break
    return noun


def _person(word: str) -> str:
    """The stem of a noun for a person, one for all who are said to have done it."""
    return CULPRIT if word in signs("nouns", "culprits") else stem(word)


def _describes(word: str) -> bool:
    """Whether a word can belong to whom an age stands before: "unnamed researcher"."""
    known = telling_stem(word) is not None and word not in noun_reader().stops
    return word[0].isalpha() and known and word not in event_verbs()


def _name_before(sentence: Sentence, last: int) -> Aged:
    """The name whose last word stands at a place; initials before it are passed over."""
    words, at = sentence.words, last - 1
    while at > 0 and (words[at] == "." or len(words[at]) == 1):
        at -= 1
    given = at >= 0 and words[at][0].isalpha() and sentence.capital(at)
    return Aged(words[last], words[at] if given else None)
