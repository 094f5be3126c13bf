"""Questions after numbers: "How many homes were destroyed?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.compare.accounts import Account
from index.compare.fitting import endings, fitting
from index.compare.frequency import commonest
from index.compare.surroundings import plural
from index.compare.verbs import governs, in_own_verb, of_persons, shared_participle
from index.facts.claims_vocabulary import adjective, asks, noun_classes, preposition, signs, stem

_PASSIVE = re.compile(r"^(?:were|are|have been)\b")
"""How a question after what has happened to things begins."""
_THERE = "are there"
"""The ending that fits whatever is counted."""
_OF_THEM = "of them"


def how_many(accounts: Sequence[Account], event: str, noun: str, place: str) -> str:
    """The question after a number: of what, what became of it, and where, if `place` is no "".

    `event` is the class of event that governs the number, `noun` its usual noun.
    """
    thing = counted_things(accounts)
    ending = _ending(accounts, event, noun, thing)
    if ending == _THERE and (done := shared_participle(accounts)):
        ending = f"were {done}"
    if all(account.claim.modality == "plan" for account in accounts):
        if ending == _THERE and not place:
            return f"How many {thing} are planned or expected?"
        ending = _PASSIVE.sub("are planned or expected to be", ending)
    if not place:
        return f"How many {thing} {ending}?"
    ending = ending.removesuffix(" there")
    return f"How many {thing} {ending} {preposition(event)} {place}?"


def counted_things(accounts: Sequence[Account]) -> str:
    """What is counted, in the reports' most usual words: "North Korean troops"."""
    if all(account.claim.part == "subset" and not account.counted for account in accounts):
        return _OF_THEM
    if _class_of(accounts) == "people":
        thing = "people"
    else:
        words = [(account.counted or "").lower() for account in accounts]
        known = [word for word in words if noun_classes().get(word, "people") != "people"]
        usual = commonest(known or words)
        thing = plural(usual) if usual else _OF_THEM
    country = commonest(one for account in accounts for one in account.claim.qualifiers)
    return f"{adjective(country)} {thing}" if country and thing != _OF_THEM else thing


def _class_of(accounts: Sequence[Account]) -> str:
    return commonest(account.claim.counted for account in accounts)


def _are_persons(accounts: Sequence[Account], thing: str) -> bool:
    """Whether persons are counted, as the class of the noun tells, or else its ending."""
    name = _class_of(accounts)
    if name:
        return name in signs("nouns", "persons")
    return thing.endswith(endings("nouns", "persons"))


def _ending(accounts: Sequence[Account], event: str, noun: str, thing: str) -> str:
    """What a question says of the things that are counted: what fits them, or that they are."""
    ending, name = asks(event) or _THERE, _class_of(accounts)
    persons = _are_persons(accounts, thing)
    if persons and event in signs("context", "things"):
        inside = "in" if name in fitting("nouns", "involved") else "at"
        return f"were {inside} the {noun}" if event in fitting("events", "occasions") else _THERE
    if ending.startswith("was ") and not persons and governs(event, accounts):
        ending = f"were {ending.removeprefix('was ')}"  # "How many crowns were promised?"
    if ending.split()[0] in fitting("verbs", "of_one") or event in signs("context", "untold"):
        return _THERE
    if event in fitting("events", "of_things" if persons else "of_persons") and (
        persons or thing != _OF_THEM
    ):
        return _THERE
    if name == "children" and event in fitting("events", "of_adults"):
        return _THERE
    own = in_own_verb(ending, event, accounts)
    if stem(thing.split(" ").pop()) == stem(own.split(" ").pop()):
        return _THERE  # "How many tests were tested?"
    return own if own == ending or not persons else of_persons(own, event, accounts) or _THERE
