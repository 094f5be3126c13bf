"""The subject of a verb, in a sentence that nobody has parsed.

A noun phrase is read leftward from its verb, or rightward in "said Ryder", until a word or mark
that no noun phrase goes across. What matters is that its last words are right: they name who
speaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.facts.cues import Cue
from index.facts.insertions import DASHES, NEW_CLAUSE, before_dashes, before_insertion
from index.facts.items import Item, grammar
from index.facts.phrases import INSIDE_MARKS, MOST_WORDS, phrase_start

Range = tuple[int, int]
"""First and last item of a noun phrase."""

_SUBJECT_LINKS = frozenset({"of", "for", "at", "from", "with"})
_MANY_OR_ONE = frozenset({"who", "others"})
"""Words that may be the subject of a verb in the plural, and end that of one in the singular."""
_NOUN_FOLLOWS = frozenset({"of", "about", "by", "from", "and", "has", "have"})


def subject_before(items: Sequence[Item], index: int) -> Range | None:
    """The subject of the verb at `index`, the place of its first word with its auxiliaries.

    None where no subject stands right before it, insertions between commas apart.
    """
    last = index - 1
    if last >= 0 and items[last].low == ",":
        last = before_insertion(items, last)
    elif last >= 0 and items[last].low in DASHES:
        last = before_dashes(items, last)
    if last < 0:
        return None
    if items[last].low in grammar().pronouns:
        return last, last
    first = phrase_start(items, last)
    return None if first is None else (first, last)


def subject_after(items: Sequence[Item], index: int) -> Range | None:
    """The noun phrase that begins at `index`: "said Ryder", "according to the ministry"."""
    known = grammar()
    if index >= len(items):
        return None
    low = items[index].low
    if low in known.pronouns and not _is_determiner(items, index):
        return index, index
    if low in known.days or low in known.prepositions or low in known.joints:
        return None
    if not items[index].is_word:
        return None
    last = index
    for at in range(index + 1, min(len(items), index + MOST_WORDS)):
        low = items[at].low
        auxiliary = low in known.auxiliaries and low not in INSIDE_MARKS
        if low in known.joints or auxiliary or low in known.days:
            break
        if low in known.prepositions and low not in _SUBJECT_LINKS:
            break
        if not (items[at].is_word or low in INSIDE_MARKS):
            break
        last = at
    return index, last


def _is_determiner(items: Sequence[Item], index: int) -> bool:
    """Whether a word such as "many" stands before its noun: "many Nigerians"."""
    known = grammar()
    following = items[index + 1] if index + 1 < len(items) else None
    if following is None or items[index].low not in known.determiners:
        return False
    low = following.low
    return following.is_word and low not in known.auxiliaries | known.prepositions | known.joints


def main_subject(items: Sequence[Item]) -> Range | None:
    """The subject of the sentence: its first noun phrase, after an opening "On Tuesday,"."""
    known, index = grammar(), 0
    if items[0].low in known.prepositions or items[0].low in known.leading:
        while index < len(items) and items[index].low != ",":
            index += 1
    for at in range(index, len(items)):
        item = items[at]
        if item.low in NEW_CLAUSE - {"but", "and"}:
            return at, at
        if item.low in known.openers or item.low in known.days or item.low.endswith("ly"):
            continue
        if item.capital or item.low in known.determiners:
            return subject_after(items, at)
    return None


def agrees(items: Sequence[Item], subject: Range, index: int, cue: Cue) -> bool:
    """Whether subject and verb agree in number: tells "critics claim" from "the claim"."""
    known = grammar()
    first, last = items[subject[0]], items[subject[1]]
    if subject[0] != subject[1] and last.cue is not None and not last.capital:
        # "the report says", but not "critics claim ..." with another verb after it
        report = first.low in known.determiners and cue.form != "plain"
        if not report:
            return False
    if cue.form == "plain":
        helped = items[index - 1].low in known.auxiliaries or items[index - 1].low == "not"
        if helped or first.low in known.singular:
            return helped
        if items[index - 2].low in {"a", "an"} and index > 1:
            return False  # "reports in an agitated voice"
        joined = any(items[at].low == "and" for at in range(*subject))
        head = head_noun(items, subject)
        return joined or head.low in known.many or head.low in _MANY_OR_ONE or _is_plural(head.low)
    if cue.form == "third" and cue.verb != "say":
        following = items[index + 1].low if index + 1 < len(items) else ""
        named = first.low in known.determiners or first.low in known.pronouns
        named = named or any(_is_name(items[at]) for at in range(subject[0], subject[1] + 1))
        noun = following in known.auxiliaries or following in _NOUN_FOLLOWS
        return named and not noun and last.low not in known.many
    return True


def _is_name(item: Item) -> bool:
    """Whether a word has a capital of its own: not the "I've" of "I've seen estimates"."""
    return item.capital and item.low[:2] not in {"i'", "i’"}


def head_noun(items: Sequence[Item], subject: Range) -> Item:
    """The noun that the rest of the subject hangs on: "advisers" in "advisers to Mr. Obama"."""
    for at in range(subject[0] + 1, subject[1]):
        if items[at].low in grammar().prepositions:
            return items[at - 1]
    return items[subject[1]]


def _is_plural(low: str) -> bool:
    return low in grammar().plurals or (low.endswith("s") and not low.endswith("ss"))
