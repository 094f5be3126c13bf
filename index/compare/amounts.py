"""Questions after amounts: money, percentages and measures, by what they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.compare.accounts import Account
from index.compare.fitting import endings, fitting, forms
from index.compare.frequency import commonest
from index.compare.intervals import UNITS
from index.compare.nodes import Node
from index.compare.surroundings import (
    about,
    bare_words,
    is_plural,
    shared_bearer,
    shared_name,
    sides,
)
from index.compare.verbs import governs, in_own_verb, is_told, own_participle
from index.facts.claims_vocabulary import (
    asks,
    event_verbs,
    event_words,
    signs,
    states,
    telling_stem,
)

_MOVING = 4
"""Words before a percentage within which what moved by it stands: "the price has fallen by"."""
_UNIT_STEMS = frozenset(telling_stem(unit) for unit in UNITS)


def amount_question(group: Sequence[Node], accounts: Sequence[Account], event: str) -> str:
    """The question after an amount: "How much is the damage?", "What percentage is the turnout?".

    `event` is the class of event that the amounts belong to. Where neither what they are of nor
    what happened to it is told in words that fit, words of the reports stand in parentheses.
    """
    family = group[0].family
    measured = _measured(group, accounts)
    tied = family != "measure" or any(f"{measured} of " in one.sentence for one in accounts)
    moved = family == "percent" and any(
        _moves(account, measured) or _is_share(account, measured) for account in accounts
    )
    if measured and tied and not moved and (family == "percent" or measured[0].islower()):
        return _of_measured(family, measured, _unit(accounts))
    if family == "measure":
        question = _of_measure(accounts, event)
    elif family == "percent":
        question = _of_percentage(accounts, event)
    else:
        question = _of_money(accounts, event)
    if question.endswith("?"):
        return question
    words = about(accounts, frozenset().union(*[node.context for node in group]) - _UNIT_STEMS)
    return f"{question} ({words})?" if words else f"{question}?"


def _of_measured(family: str, measured: str, unit: str) -> str:
    """The question after the amount of a thing that the reports name."""
    if measured[0].isupper():
        return f"What percentage does {measured} have?"
    verb = "are" if is_plural(measured) else "is"
    if family == "money":
        return f"How much {verb} the {measured}?"
    if family == "percent":
        if measured.endswith(endings("amounts", "states")):
            return f"What percentage is {measured}?"
        return f"What percentage {verb} the {measured}?"
    in_unit = f" in {_plural(unit)}" if unit else ""
    return f"What {verb} the {measured}{in_unit}?"


def _of_money(accounts: Sequence[Account], event: str) -> str:
    """The question after money by what is done with it; without its mark if that is not told."""
    ending = asks(event) or ""
    if (
        ending.split()[:1]
        and ending.split()[0] in fitting("verbs", "of_one")
        and is_told(event, accounts)
    ):
        return f"How much money {in_own_verb(ending, event, accounts)}?"
    if worth := _worth(accounts):
        return worth
    participle = own_participle(event, accounts)
    if participle and governs(event, accounts):
        planned = all(account.claim.modality == "plan" for account in accounts)
        return f"How much money {'is to be' if planned else 'was'} {participle}?"
    prices = {one.report for one in accounts if sides(one)[0][-1:] == ["for"]}
    if participle and len(prices) > 1:
        return f"For how much money was it {participle}?"
    return "How much money"


def _worth(accounts: Sequence[Account]) -> str:
    """The question after what something is worth, if two reports say so; "" if they do not."""
    before = [(one, sides(one)[0]) for one in accounts]
    told = [(one, words) for one, words in before if words[-1:] == ["worth"]]
    if len({one.report for one, _ in told}) < 2:
        return ""
    for one, words in told:
        thing = next(iter(bare_words(" ".join(words[-2:-1]))), "")
        if thing.islower() and telling_stem(thing) and _is_told_by_another(thing, one, accounts):
            return f"How much {'are' if is_plural(thing) else 'is'} the {thing} worth?"
    return "How much money is it worth?"


def _is_told_by_another(noun: str, account: Account, accounts: Sequence[Account]) -> bool:
    """Whether the sentence of another report has a noun too."""
    return any(
        noun in bare_words(other.sentence.lower())
        for other in accounts
        if other.report != account.report
    )


def _of_percentage(accounts: Sequence[Account], event: str) -> str:
    """The question after a percentage by what it is of, or what has moved by it; without its mark
    if neither is told."""
    name = shared_name(accounts)
    article = "the " if any(f" of the {name}" in one.sentence for one in accounts) else ""
    opening = f"What percentage of {article}{name}" if name else "What percentage"
    if governs(event, accounts):
        if event in signs("context", "moves") - states():
            verb = "rise" if event == "rose" else "fall"
            return f"By what percentage did {_mover(accounts)} {verb}?"
        ending = asks(event) or ""
        if name and ending.startswith("were ") and not is_plural(name):
            ending = f"was {ending.removeprefix('were ')}"
        if ending.split()[:1] == ["was"]:
            return f"{opening} {in_own_verb(ending, event, accounts)}?"
    return f"{opening}?" if name else opening


def _mover(accounts: Sequence[Account]) -> str:
    """What has moved: the noun before the verb that another report has too; "it" if none does."""
    verbal = event_verbs() | signs("clauses", "auxiliaries") | {"by", "to"}
    for account in accounts:
        before = bare_words(" ".join(sides(account)[0][-_MOVING:]))
        subject = [word for word in before if word.lower() not in verbal]
        noun = subject[-1] if subject and len(subject) < len(before) else ""
        if not noun.islower() or not telling_stem(noun):
            continue
        if _is_told_by_another(noun, account, accounts):
            return f"the {noun}"
    return "it"


def _of_measure(accounts: Sequence[Account], event: str) -> str:
    """The question after a measure; without its mark if nothing tells what is measured."""
    unit = _unit(accounts)
    if not unit:
        return "How much"
    if unit in fitting("amounts", "scales"):
        return f"What is the {unit}?"
    units, kind = _plural(unit), UNITS.get(unit, ("", 0.0))[0]
    ending = asks(event) or ""
    plural = (
        "" if ending.split()[:1] and ending.split()[0] in fitting("verbs", "of_one") else ending
    )
    is_object = kind != "length" and governs(event, accounts)
    governed = in_own_verb(plural, event, accounts) if is_object else ""
    if name := shared_name(accounts):
        return f"How many {units} of {name} {governed or 'are there'}?"
    if dimension := _dimension(accounts):
        return f"How many {units} {dimension} is it?"
    if ending.startswith("does ") and is_told(event, accounts):
        return f"How many {units} {ending}?"
    if kind == "speed":
        return f"How fast was it in {units}?"
    if bearer := shared_bearer(accounts):
        return f"How many {units} does the {bearer} {forms('amounts', 'verbs').get(kind, 'have')}?"
    if governed:
        return f"How many {units} {governed}?"
    return f"How many {units}"


def _dimension(accounts: Sequence[Account]) -> str:
    """The word behind a length that says which length it is: "deep"; "away" for a direction."""
    behind = (bare_words(" ".join(sides(account)[1][:1])) for account in accounts)
    words = ["away" if w in signs("places", "directions") else w for one in behind for w in one]
    return commonest(word for word in words if word in fitting("amounts", "dimensions"))


def _plural(unit: str) -> str:
    """A unit as it is named after "in": "miles", "km"."""
    if len(unit) <= 4 and unit not in fitting("amounts", "short"):
        return unit
    if unit in fitting("amounts", "unchanged") or unit.endswith(("s", "/h", " hour", "percent")):
        return unit
    return forms("nouns", "plurals").get(unit, f"{unit}s")


def _unit(accounts: Sequence[Account]) -> str:
    return commonest(account.unit for account in accounts)


def _measured(group: Sequence[Node], accounts: Sequence[Account]) -> str:
    """The noun that most accounts name, as one of them writes it; "" where fewer than half do."""
    counts = Counter(account.claim.noun for account in accounts if account.claim.noun)
    if not counts:
        return ""
    stem, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if 2 * count < len(accounts) or len({node.report for node in group if stem in node.nouns}) < 2:
        return ""
    if stem in signs("places", "directions"):
        return ""
    if group[0].family == "money" and any(_spends(account, stem) for account in accounts):
        return ""
    headed = ""
    for account in accounts:
        words = bare_words(account.sentence)
        for word, behind in zip(words, [*words[1:], ""], strict=True):
            if telling_stem(word.lower()) != stem:
                continue
            if not _is_heading(account, word):
                return word
            if behind in fitting("amounts", "equals"):
                headed = word.lower()
    return headed


def _spends(account: Account, stem: str) -> bool:
    """Whether a noun is who does something with money, and not what is worth it: "the council
    promised $4 million", but "the damage reached $4 million"; persons who lose it have lost it."""
    words = bare_words(" ".join(sides(account)[0][-3:]).lower())
    before = [word for word in words if word not in signs("clauses", "auxiliaries")][-2:]
    if len(before) < 2 or telling_stem(before[0]) != stem:
        return False
    event = event_words().get(before[1])
    if event in signs("context", "moves"):
        return before[0].endswith(endings("nouns", "persons"))
    return event is not None and event not in states()


def _moves(account: Account, noun: str) -> bool:
    """Whether a noun moves by a percentage, and has not that: "the shares fell 9 percent"."""
    before = bare_words(" ".join(sides(account)[0][-2:]))
    return (
        len(before) > 1
        and before[0].lower() == noun.lower()
        and event_words().get(before[1]) in signs("context", "moves") - states()
    )


def _is_share(account: Account, noun: str) -> bool:
    """Whether a percentage is of a noun, and not what the noun has: "80 percent of the city"."""
    behind = [word.lower() for word in bare_words(" ".join(sides(account)[1][:3]))]
    return behind[:1] == ["of"] and noun.lower() in behind


def _is_heading(account: Account, word: str) -> bool:
    """Whether a word is written large only because a sentence begins with it."""
    return word[0].isupper() and account.sentence.startswith(word)
