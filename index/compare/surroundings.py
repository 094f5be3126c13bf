"""The reports' own words around a value, from which a question is worded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.compare.accounts import Account
from index.compare.fitting import endings, fitting, forms
from index.compare.nodes import Node
from index.facts.claims_vocabulary import event_verbs, signs, telling_stem
from index.facts.lexicons import from_lexicon, table
from index.facts.nouns import noun_reader

_MARKS = ".,;:!?\"'“”‘’()[]—-"
_BESIDE = 3
"""Words between a value and what it is surely about."""
_LONGEST_NAME = 3
"""Words that name what a measure is of, at most: "liquid natural gas"."""


def bare_words(text: str) -> list[str]:
    """The words of a text without marks and possessives."""
    bare = (word.strip(_MARKS) for word in text.split())
    return [word.removesuffix("’s").removesuffix("'s") for word in bare if word]


def written(group: Iterable[Node], wanted: str) -> str:
    """A word of the reports whose stem is known, as it is first written; "" if it is but a part."""
    for node in group:
        for account in node.accounts:
            for word in bare_words(account.sentence):
                if telling_stem(word.lower().replace("’", "'")) == wanted:
                    return word
    return ""


def sides(account: Account) -> tuple[list[str], list[str]]:
    """The words of a sentence before the value and those after it, marks and all."""
    value = " ".join(account.text.split())
    place = account.sentence.find(value, max(0, account.claim.value_start - account.claim.start))
    if place < 0:  # where blanks were taken out, it stands earlier
        place = account.sentence.find(value)
    if place < 0:
        return [], []
    return account.sentence[:place].split(), account.sentence[place + len(value) :].split()


def shared_name(accounts: Sequence[Account]) -> str:
    """What two reports or more say behind a value and "of" that it is of: "ammonium nitrate"."""
    reports: dict[tuple[str, ...], set[int]] = {}
    for account in accounts:
        after = sides(account)[1]
        if after[:1] != ["of"]:
            continue
        name = _name(after[1:])
        for first in range(len(name)):
            for last in range(first + 1, len(name) + 1):
                reports.setdefault(name[first:last], set()).add(account.report)
    shared = [(len(found), len(name), name) for name, found in reports.items() if len(found) > 1]
    return " ".join(max(shared)[-1]) if shared else ""


def _name(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name that begins a text: up to a mark, or a word that is no part of one."""
    name: list[str] = []
    for word in words:
        bare = word.strip(_MARKS).removesuffix("’s").removesuffix("'s")
        if not name and bare.lower() in fitting("amounts", "leading"):
            continue
        if bare.lower() in noun_reader().stops or not telling_stem(bare.lower()):
            break
        name.append(bare)
        if word[-1] in ".,;:!?)" or len(name) == _LONGEST_NAME:
            break
    return tuple(name)


def shared_bearer(accounts: Sequence[Account]) -> str:
    """The noun that two reports or more put behind a joined value: "the 12-foot wall"."""
    reports: dict[str, set[int]] = {}
    for account in accounts:
        for word in _name(sides(account)[1]) if "-" in account.text else ():
            reports.setdefault(word, set()).add(account.report)
    shared = [noun for noun, found in reports.items() if len(found) > 1]
    return max(shared, key=lambda noun: len(reports[noun]), default="")


def about(accounts: Sequence[Account], stems: frozenset[str], number: int = 2) -> str:
    """Up to so many words with these stems that tell what some sentences speak of: those that most
    reports have, nouns first, then those nearest to the value. "" if there are none.

    Where no two share a noun, one beside a value is taken; where there is none, one word that is no
    noun. Who says it tells little of what is said, unless the value stands beside it.
    """
    voices = {word.lower() for one in accounts for word in bare_words(one.claim.speaker or "")}
    reports: dict[str, set[int]] = {}
    distances: dict[str, int] = {}
    forms: dict[str, str] = {}
    ending: set[str] = set()
    for account in accounts:
        before, after = sides(account)
        ending |= heads([*before, ".", *after])
        places = [*enumerate(reversed(before)), *enumerate(after)]
        for distance, word in places:
            for bare in bare_words(word):
                found = telling_stem(bare.lower().replace("’", "'"))
                if found in stems and (distance <= _BESIDE or bare.lower() not in voices):
                    reports.setdefault(found, set()).add(account.report)
                    distances[found] = min(distance, distances.get(found, distance))
                    forms[found] = max(forms.get(found, bare), bare)  # small letters sort last
    ranked = sorted(reports, key=lambda word: (-len(reports[word]), distances[word], word))
    nouns = [word for word in ranked if word in ending and not _is_no_noun(forms[word])]
    shared = [word for word in nouns if len(reports[word]) > 1]
    beside = [word for word in nouns if distances[word] < _BESIDE]
    chosen = [forms[word] for word in (shared or beside or ranked[:1])[:number]]
    order = bare_words(" ".join(account.sentence for account in accounts))
    return ", ".join(sorted(chosen, key=order.index))


def heads(words: Sequence[str]) -> set[str]:
    """The stems of words that can end a noun phrase: what only leads another word there, as
    "stringent" does, or is told to be done ("to discuss"), tells nothing by itself. Names do."""
    doing = signs("clauses", "auxiliaries") | {"to", "not"}
    directions, verbs = signs("places", "directions"), event_verbs()
    found = set()
    for before, word, after in zip(["", *words], words, [*words[1:], "."], strict=False):
        following = after.lower().strip(_MARKS)
        closed = word[-1] in _MARKS or following in verbs or not telling_stem(following)
        named = before and word[0].isupper() and word.lower() not in directions
        if (closed or named) and before.lower() not in doing:
            found |= {telling_stem(bare.lower().replace("’", "'")) for bare in bare_words(word)}
    return {stem for stem in found if stem}


def _is_no_noun(word: str) -> bool:
    """Whether a word tells little by itself, being a verb, a participle or an adverb."""
    if word.islower() and word.endswith(endings("nouns", "never")):
        return True
    return word.lower() in event_verbs() or word.lower() in signs("part", "additional")


@from_lexicon
def _plural_words() -> tuple[frozenset[str], frozenset[str]]:
    plurals = table("nouns")["plurals"]
    return frozenset(plurals["words"]), frozenset(plurals["not_plural"])


def is_plural(word: str) -> bool:
    """Whether a noun in small letters means several."""
    plurals, not_plural = _plural_words()
    return word in plurals or (
        word.endswith("s") and not word.endswith("ss") and word not in not_plural
    )


def plural(noun: str) -> str:
    """A counted noun as it stands after "How many": "children"."""
    *leading, word = noun.split(" ")
    if not is_plural(word):
        word = _plural_of(word)
    return " ".join([*leading, word])


def _plural_of(word: str) -> str:
    if word in (known := forms("nouns", "plurals")):
        return known[word]
    if word.endswith("man"):
        return word.removesuffix("man") + "men"
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
