"""Questions in English, and the keys that their ids are made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from itertools import islice

from index.compare.accounts import Account
from index.compare.amounts import amount_question
from index.compare.counting import counted_things, how_many
from index.compare.frequency import commonest
from index.compare.nodes import Node
from index.compare.scopes import ScopeKind
from index.compare.surroundings import about, bare_words, is_plural, written
from index.compare.verbs import in_own_verb
from index.facts.claims_governor import TO
from index.facts.claims_vocabulary import (
    adjective,
    event_nouns,
    is_placed,
    lasts,
    preposition,
    telling_stem,
    when,
)
from index.facts.claims_words import SAYING, TITLE

OWN_WORDS = 2
"""Words that are added to a question that is asked more than once."""
LONGEST = 80
"""Characters of a remark that a question quotes."""
_DENIED = re.compile(r"^\w+ (?:that )?")
"""The verb before what is denied."""
_QUOTED = re.compile('["“]([^"“”]{8,400})["”]')


def key_of(group: Sequence[Node], scope: ScopeKind | None = None) -> tuple[str, ...]:
    """What makes a question this question: the kind of value, the thing, the event, the place."""
    first = group[0]
    if first.family == TITLE:
        return (TITLE, commonest(one.split()[-1] for node in group for one in node.participants))
    if first.family == SAYING:
        return (SAYING, *sorted(frozenset.intersection(*(node.context for node in group))))
    if len({node.report for node in group}) == 1:
        told = {f"{a.article} {a.text}" for n in group for a in n.accounts}
        return (scope or "inside", *sorted(told))
    return (
        f"{scope}:{first.family}" if scope else first.family,
        commonest(noun for node in group for noun in (*node.counted, *node.nouns))
        or commonest(node.first.unit for node in group),
        main_event(group),
        commonest(one for node in group for one in node.qualifiers),
        _place(group),
    )


def identifier(key: Sequence[str]) -> str:
    """A short id that stays the same while the key does."""
    return "q-" + blake2b("\0".join(key).encode(), digest_size=4).hexdigest()


def main_event(group: Sequence[Node]) -> str:
    """The class of event that most nodes of a group tell of; "" if none does.

    One that governs the value in some nodes and is told of in the others too comes first.
    """
    governing = {node.main_event for node in group}
    told = [event for node in group for event in node.others if event in governing]
    return commonest(told if len(governing) > 1 and told else [n.main_event for n in group])


def _place(group: Sequence[Node]) -> str:
    """The place that is part of the question, if the event has one."""
    if not is_placed(main_event(group)):
        return ""
    return commonest(place for node in group for place in sorted(node.places))


def question_of(
    group: Sequence[Node], accounts: Sequence[Account], scope: ScopeKind | None = None
) -> str:
    """The question in English: "How many troops are in Kursk?"."""
    event = main_event(group)
    if scope is not None:
        return _scope(accounts, scope)
    noun = next(iter(event_nouns(event)), event)
    match group[0].family:
        case "title":
            return f"What is {accounts[0].claim.participants[0]}'s title?"
        case "saying":
            return f"Who said {_remark(accounts)}?"
        case "stance":
            if event.startswith(TO):
                return f"Is this affirmed or denied: {_denied_words(accounts)}?"
            return f"Is the {_happening(group, event, noun)} affirmed or denied?"
        case "date" | "time" | "moment" | "period" | "duration":
            if event.startswith(TO):
                opening = "How long" if group[0].family == "duration" else "When"
                return f"{opening} was this: “{_unknown_event(group, event)}”?"
            planned = all(account.claim.modality == "plan" for account in accounts)
            placed = bool(_place(group) or commonest(q for node in group for q in node.qualifiers))
            happening = _happening(group, event, noun)
            question = _when(group[0].family, happening, event, planned=planned, placed=placed)
            return in_own_verb(question.removesuffix("?"), event, accounts) + "?"
        case "ordinal":
            return f"Which {commonest(a.claim.noun for a in accounts) or 'one'} is it?"
        case "age":
            return _how_old(group, accounts)
        case "money" | "percent" | "measure":
            return amount_question(group, accounts, event)
    return how_many(accounts, event, noun, _place(group))


def _denied_words(accounts: Sequence[Account]) -> str:
    """What is denied, in the words of the first who denies it."""
    text = next((a.text for a in accounts if a.claim.stance == "denied"), accounts[0].text)
    return f"“{_DENIED.sub('', text)}”"


def _unknown_event(group: Sequence[Node], event: str) -> str:
    """The word of an event that the lexicon does not know, as a report writes it."""
    return written(group, event.removeprefix(TO)) or event


def _when(family: str, happening: str, event: str, *, planned: bool, placed: bool) -> str:
    """The question after a day, a time of day, or a length of time."""
    if family == "duration":
        return f"How long {lasts(event) or f'did the {happening} last'}?"
    if family not in ("time", "moment") and planned:
        return f"For when is the {happening} planned?"
    opening = {"time": "At what time", "moment": "At what time", "period": "Over what time"}.get(
        family, "When"
    )
    ending = when(event) if not placed else None
    return f"{opening} {ending or f'was the {happening}'}?"


def _listed(places: Sequence[str]) -> str:
    """Places to choose from: "Russia or in Kursk", "Russia, Siberia or Kursk"."""
    if len(places) < 3:
        return " or in ".join(places)
    return f"{', '.join(places[:-1])} or {places[-1]}"


def _scope(accounts: Sequence[Account], scope: ScopeKind) -> str:
    """The question between a place and its part, a whole and its part, or two states."""
    thing = counted_things(accounts)
    if scope == "place":
        return f"How many {thing}: in {_listed(_innermost(accounts))}?"
    if scope == "number":
        number = min((account.text for account in accounts), key=len)
        return f"{number} {thing}: in {_listed(_innermost(accounts))}?"
    if scope == "state":
        there = next(account for account in accounts if account.claim.modality != "plan")
        place = there.claim.places[0] if there.claim.places else ""
        where = f"in {place}" if place else "there"
        return f"Are {there.text} {thing} already {where}, or still to come?"
    parts = [account for account in accounts if account.claim.part == "subset"]
    wholes = [account for account in accounts if account.claim.part != "subset"]
    return f"How many {thing}: {wholes[0].text}, or {parts[0].text} of them?"


def _happening(group: Sequence[Node], event: str, noun: str) -> str:
    """An event with whose it is and where: "North Korean deployment to Russia"."""
    country = commonest(one for node in group for one in node.qualifiers)
    place = _place(group)
    words = [adjective(country)] if country else []
    words += [noun, preposition(event), place] if place else [noun]
    return " ".join(words)


def _remark(accounts: Sequence[Account]) -> str:
    """What was said: the quoted words that most reports share, the longest of equals."""
    sentences = [account.sentence.casefold() for account in accounts]
    quoted = [
        words.strip(" .,;:?!")
        for account in accounts
        for words in _QUOTED.findall(account.sentence)
    ]
    if quoted:
        words = max(quoted, key=lambda q: (sum(q.casefold() in s for s in sentences), len(q)))
        return f"“{_shortened(words)}”"
    return f"this: “{_shortened(accounts[0].sentence)}”"


def _innermost(accounts: Sequence[Account]) -> list[str]:
    """The places of some accounts, in the order of the accounts."""
    found = (a.claim.places[0] for a in accounts if a.claim.places and is_placed(a.claim.event))
    return list(dict.fromkeys(found))


def _how_old(group: Sequence[Node], accounts: Sequence[Account]) -> str:
    """The question after an age, with whose it is as the reports write it: a name or a noun."""
    noun = commonest(account.claim.noun for account in accounts)
    if not noun:
        return "How old is the person?"
    words = [word for account in accounts for word in bare_words(account.sentence)]
    named = next((word for word in words if word.lower() == noun and word[0].isupper()), None)
    if named:
        given = commonest(one for node in group for one in node.qualifiers)
        return f"How old is {f'{given.title()} {named}' if given else named}?"
    forms = [word.lower() for word in words if telling_stem(word.lower()) == noun]
    one_age = all(account.low == account.high for account in accounts)
    thing = min(forms, key=lambda word: (one_age and is_plural(word), len(word)), default=noun)
    if not is_plural(thing):
        return f"How old is the {thing}?"
    return "How old is the person?" if one_age else f"How old are the {thing}?"


def own_words(question: str, groups: Sequence[Sequence[Node]]) -> list[tuple[str, str]]:
    """For each of several groups that ask the same question: up to two words that only it speaks
    of, as the id has them and as the question shows them.

    They tell "How many people were injured?" of the crash from that of the hospital.
    """
    counts = [Counter(word for node in group for word in node.context) for group in groups]
    everywhere = Counter(word for count in counts for word in count)
    asked = {telling_stem(word.lower()) for word in bare_words(question)}
    found = []
    for group, count in zip(groups, counts, strict=True):
        own = [word for word in count if everywhere[word] == 1]
        own.sort(key=lambda word: (-count[word], word))
        forms = (form for word in own if (form := written(group, word)))
        told = ", ".join(islice(forms, OWN_WORDS))
        accounts = [account for node in group for account in node.accounts]
        found.append((told, about(accounts, frozenset(own) - asked, OWN_WORDS) or told))
    return found


def _shortened(sentence: str) -> str:
    """The first words of a sentence."""
    if len(sentence) <= LONGEST:
        return sentence.rstrip(".?!")
    return sentence[:LONGEST].rsplit(" ", 1)[0] + " …"
