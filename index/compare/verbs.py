"""The verb of a question: the reports' own, where they share another than the lexicon's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.compare.accounts import Account
from index.compare.fitting import fitting
from index.compare.surroundings import bare_words, sides
from index.facts.claims_governor import is_past
from index.facts.claims_sentence import clause_ends
from index.facts.claims_vocabulary import VOWELS, asks, event_words, signs, stem
from index.facts.lexicons import from_lexicon, table

_BEFORE, _BEHIND = 2, 4
"""Words before and behind a number among which its verb stands, the counted noun included."""
_SHORTEST = 4
"""Letters of a stem by which a noun is told to be made of a verb: "refurbishment"."""


class Verb(NamedTuple):
    """A verb for a class of event."""

    base: str
    root: str
    """Its stem."""
    past: str
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
        past = past or [_regular(base)]
        verbs.append(Verb(base, stem(base), past[0], past[-1], frozenset(irregular)))
    return tuple(verbs)


def _regular(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def in_own_verb(ending: str, event: str, accounts: Sequence[Account]) -> str:
    """An ending in the passive with the verb that two reports or more have where none has its own:
    "was it rebuilt" for "was it renovated".

    What befalls people, and what prices do, is worded alike whatever the reports write.
    """
    if event in fitting("events", "own_verbs") and ending == asks(event):
        shared = _own_verb(event, accounts)
        if shared is None:
            return ending
        return shared.past if _does_it_itself(shared, accounts) else f"were {shared.participle}"
    *leading, asked = ending.split() or [""]
    given = next((verb for verb in _verbs(event) if verb.participle == asked), None)
    if given is None or fitting("verbs", "passive").isdisjoint(leading) or _users(given, accounts):
        return ending
    if event in signs("nouns", "of_people") or event in signs("context", "moves"):
        return ending
    own = _own_verb(event, accounts)
    if own is None:
        return ending
    if not _does_it_itself(own, accounts):
        return " ".join([*leading, own.participle])
    *leading, auxiliary, subject = ["", *leading] if len(leading) < 2 else leading
    if subject in ("it", "they") and auxiliary in ("was", "were"):
        return " ".join([*leading, "did", subject, own.base])
    return own.past if [*leading, auxiliary, subject] == ["", "were"] else ending


def own_participle(event: str, accounts: Sequence[Account]) -> str:
    """The participle of the verb for an event that most reports have, two at least; or ""."""
    verb = _own_verb(event, accounts)
    return verb.participle if verb else ""


def _own_verb(event: str, accounts: Sequence[Account]) -> Verb | None:
    """The verb for an event that most reports have, two at least."""
    users = [(len(_users(verb, accounts)), verb) for verb in _verbs(event)]
    number, verb = max(users, key=lambda pair: pair[0], default=(0, None))
    return verb if number > 1 else None


def _does_it_itself(verb: Verb, accounts: Sequence[Account]) -> bool:
    """Whether a verb has no object in any report, and is in no passive: "the fund collapsed in
    May"."""
    for account in accounts:
        words = account.sentence.lower().replace(",", " ,").replace(".", " .").split()
        for place, word in enumerate(words):
            if verb.has(word) and (
                not fitting("verbs", "passive").isdisjoint(words[max(0, place - 2) : place])
                or not _closing().issuperset(words[place + 1 : place + 2])
            ):
                return False
    return True


@from_lexicon
def _closing() -> frozenset[str]:
    """Words and marks that no object begins with."""
    return clause_ends() | signs("places", "before") | fitting("verbs", "closing")


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


def shared_participle(accounts: Sequence[Account]) -> str:
    """A past form in -ed that two reports or more have beside the value, in any form of its verb:
    "recalled" of "340,000 heaters were recalled", "is recalling 340,000 heaters"; or "".

    One of them must show that it befell what is counted: in the passive, or as its object.
    """
    reports: dict[str, set[int]] = {}
    forms: dict[str, str] = {}
    befell: set[str] = set()
    for account in accounts:
        leading, trailing = sides(account)
        before = bare_words(" ".join(leading[-_BEFORE:]).lower())
        after = bare_words(" ".join(trailing[:_BEHIND]).lower())
        words = [*before, *after, ""]
        for place, word in enumerate(words[:-1]):
            root, behind = stem(word), place - len(before)
            if word in event_words() or words[place + 1] in fitting("verbs", "particles"):
                continue
            reports.setdefault(root, set()).add(account.report)
            if word.endswith("ed") and is_past(word):
                forms[root] = word
            if behind < 0 or after[max(0, behind - 1)] in fitting("verbs", "passive"):
                befell.add(root)
    shared = [(len(reports[root]), word) for root, word in forms.items() if len(reports[root]) > 1]
    shared = [(number, word) for number, word in shared if stem(word) in befell]
    return max(shared)[1] if shared else ""


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
