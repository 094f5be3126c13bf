"""The verb of a question: the reports' own, where they share another than the lexicon's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.compare.accounts import Account
from index.compare.fitting import fitting
from index.compare.surroundings import bare_words, sides
from index.facts.claims_vocabulary import cues, stem
from index.facts.lexicons import from_lexicon, table

_VOWELS = frozenset("aeiou")
_SHORTEST = 4
"""Letters of a stem by which a noun is told to be made of a verb: "refurbishment"."""


class Verb(NamedTuple):
    """A verb for a class of event."""

    root: str
    """Its stem."""
    participle: str
    irregular: frozenset[str]

    def has(self, word: str) -> bool:
        """Whether a word in small letters is a form of it."""
        return word in self.irregular or stem(word) == self.root


@from_lexicon
def _verbs(event: str) -> tuple[Verb, ...]:
    verbs = []
    for entry in table("events").get(event, {}).get("verbs", ()):
        base, *irregular = entry.split()
        past = [form for form in irregular if not form.endswith("ing")]
        participle = past[-1] if past else _regular(base)
        verbs.append(Verb(stem(base), participle, frozenset(irregular)))
    return tuple(verbs)


def _regular(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def in_own_verb(ending: str, event: str, accounts: Sequence[Account]) -> str:
    """An ending in the passive with the verb that two reports or more have where none has its own:
    "was it rebuilt" for "was it renovated".

    What befalls people, and what prices do, is worded alike whatever the reports write.
    """
    *leading, asked = ending.split() or [""]
    given = next((verb for verb in _verbs(event) if verb.participle == asked), None)
    if given is None or fitting("verbs", "passive").isdisjoint(leading) or _users(given, accounts):
        return ending
    if event in cues("nouns", "of_people") or event in cues("context", "moves"):
        return ending
    return " ".join([*leading, own_participle(event, accounts) or asked])


def own_participle(event: str, accounts: Sequence[Account]) -> str:
    """The participle of the verb for an event that most reports have, two at least; or ""."""
    users = [(len(_users(verb, accounts)), verb) for verb in _verbs(event)]
    number, verb = max(users, key=lambda pair: pair[0], default=(0, None))
    return verb.participle if verb is not None and number > 1 else ""


def is_told(event: str, accounts: Sequence[Account]) -> bool:
    """Whether any report tells of an event by a verb, or by a noun made of one."""
    return any(_users(verb, accounts) for verb in _verbs(event))


def _users(verb: Verb, accounts: Sequence[Account]) -> set[int]:
    """The reports that have a verb, or a noun made of it."""
    root, long = verb.root, len(verb.root) >= _SHORTEST
    return {
        account.report
        for account in accounts
        for word in bare_words(account.sentence.lower())
        if verb.has(word) or (long and word.startswith(root) and "-" not in word)
    }


def governs(event: str, accounts: Sequence[Account]) -> bool:
    """Whether a verb of the event has the value beside it in some report: as its object before it
    ("pays $5"), or as its subject behind it ("$5 was paid", "3 tonnes burned")."""
    for account in accounts:
        before, after = ([word.lower().strip(".,;:") for word in side] for side in sides(account))
        behind = after[:4]
        while behind and behind[0] in fitting("verbs", "passive") | {"have", "has", "had"}:
            behind.pop(0)
        beside = (*before[-1:], *behind[:1])
        if any(verb.has(word) for verb in _verbs(event) for word in beside):
            return True
    return False


def of_persons(ending: str, event: str, accounts: Sequence[Account]) -> str:
    """An ending in the reports' own verb as it fits persons: as given where a report has the verb
    in the passive or the persons as its object, the past form where they do it themselves ("people
    who voted"), and "" where no sentence says which.
    """
    verb = next(v for v in _verbs(event) if v.participle == ending.rsplit(maxsplit=1)[-1])
    did = ""
    for account in accounts:
        if any(verb.has(word.lower()) for word in sides(account)[0][-1:]):
            return ending
        words = bare_words(account.sentence.lower())
        counted = (account.counted or "").lower().split(" ")[-1]
        for place, word in enumerate(words):
            if not verb.has(word):
                continue
            before = [one for one in words[max(0, place - 2) : place] if one != "who"]
            if not fitting("verbs", "passive").isdisjoint(before):
                return ending
            if word == verb.participle and before[-1:] == [counted]:
                did = word
    return did
