"""The subject of a verb, in a sentence that nobody has parsed.

A noun phrase is read leftward from its verb, or rightward in "said Ryder", until a word or mark
that no noun phrase goes across. What matters is that its last words are right: they name who
speaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.facts.cues import Cue
from index.facts.items import QUOTE, Item, grammar

Range = tuple[int, int]
"""First and last item of a noun phrase."""

_MOST_WORDS = 24
_LONGEST_INSERTION = 40
_LONGEST_NICKNAME = 20
_NEW_CLAUSE = frozenset({"he", "she", "they", "it", "but", "and", "we", "i"})
_INSIDE_MARKS = frozenset({"'s", "’s", "&", "'", "’"})
_OPENING_MARKS = _INSIDE_MARKS | {"."}
_ONE_MORE = frozenset({"their", "its", "other", "his", "her"})
_SUBJECT_LINKS = frozenset({"of", "for", "at", "from", "with"})
_SINGULAR = frozenset({"a", "an", "this", "that", "each", "every", "he", "she", "it"})
_MANY = frozenset({"few", "many", "some", "both", "several", "they", "we", "i", "you", "most"})
_PLURAL_PRONOUNS = _MANY | {"who", "others"}
_NOUN_FOLLOWS = frozenset({"of", "about", "by", "from", "and", "has", "have"})
_LEADING_CLAUSE = frozenset({"asked", "speaking", "when", "after", "while", "as", "if", "although"})


def subject_before(items: Sequence[Item], index: int) -> Range | None:
    """The subject of the verb at `index`, the place of its first word with its auxiliaries.

    None where no subject stands right before it, insertions between commas apart.
    """
    last = index - 1
    if last >= 0 and items[last].low == ",":
        last = _before_insertion(items, last)
    if last < 0:
        return None
    if items[last].low in grammar().pronouns:
        return last, last
    first = _phrase_start(items, last)
    return None if first is None else (first, last)


def subject_after(items: Sequence[Item], index: int) -> Range | None:
    """The noun phrase that begins at `index`: "said Ryder", "according to the ministry"."""
    known = grammar()
    if index >= len(items):
        return None
    low = items[index].low
    if low in known.pronouns:
        return index, index
    if low in known.days or low in known.prepositions or low in known.joints:
        return None
    if not items[index].is_word:
        return None
    last = index
    for at in range(index + 1, min(len(items), index + _MOST_WORDS)):
        low = items[at].low
        if low in known.joints or low in known.auxiliaries or low in known.days:
            break
        if low in known.prepositions and low not in _SUBJECT_LINKS:
            break
        if not (items[at].is_word or low in _INSIDE_MARKS):
            break
        last = at
    return index, last


def main_subject(items: Sequence[Item]) -> Range | None:
    """The subject of the sentence: its first noun phrase, after an opening "On Tuesday,"."""
    known, index = grammar(), 0
    if items[0].low in known.prepositions or items[0].low in _LEADING_CLAUSE:
        while index < len(items) and items[index].low != ",":
            index += 1
    for at in range(index, len(items)):
        item = items[at]
        if item.low in _NEW_CLAUSE - {"but", "and"}:
            return at, at
        if item.capital or item.low in known.determiners:
            return subject_after(items, at)
    return None


def agrees(items: Sequence[Item], subject: Range, index: int, cue: Cue) -> bool:
    """Whether subject and verb agree in number: tells "critics claim" from "the claim"."""
    known = grammar()
    first, last = items[subject[0]], items[subject[1]]
    if subject[0] != subject[1] and last.cue is not None and not last.capital:
        return False
    if cue.form == "plain":
        helped = items[index - 1].low in known.auxiliaries or items[index - 1].low == "not"
        if helped or first.low in _SINGULAR:
            return helped
        joined = any(items[at].low == "and" for at in range(*subject))
        return joined or last.low in _PLURAL_PRONOUNS or _is_plural(last.low)
    if cue.form == "third" and cue.verb != "say":
        following = items[index + 1].low if index + 1 < len(items) else ""
        named = last.capital or first.low in known.determiners or first.low in known.pronouns
        noun = following in known.copulas or following in _NOUN_FOLLOWS
        return named and not noun and last.low not in _MANY
    return True


def _is_plural(low: str) -> bool:
    return low in grammar().plurals or (low.endswith("s") and not low.endswith("ss"))


def _before_insertion(items: Sequence[Item], comma: int) -> int:
    """The last item before an insertion that ends at `comma`: "Blair, head of AROS, called"."""
    for index in range(comma - 1, max(-1, comma - _LONGEST_INSERTION), -1):
        low = items[index].low
        if low == QUOTE or low in {";", ":"}:
            return -1
        if low == ",":
            listed = index == 0 or items[index - 1].low in {QUOTE, ","}
            return -1 if listed or items[index + 1].low in _NEW_CLAUSE else index - 1
    return -1


def _phrase_start(items: Sequence[Item], last: int) -> int | None:
    """Where the noun phrase that ends with the item `last` begins; None if none does."""
    known, low = grammar(), items[last].low
    if low in known.determiners or low in known.joints or low in known.prepositions:
        return None
    if not items[last].is_word and low != ")":
        return None
    first = index = last
    joined = False
    while index >= 0 and last - index < _MOST_WORDS:
        low = items[index].low
        if low == ")":
            while index > 0 and items[index].low != "(":
                index -= 1
        elif low == "and" and 0 < index < last:
            joined = items[index - 1].capital and _names_one_more(items[index + 1])
            if not joined:
                break
        elif not _goes_on(items, index, last, joined):
            break
        first = index
        if low in {"the", "a", "an"} and (
            index == 0 or items[index - 1].low not in known.prepositions
        ):
            break
        index -= 1
    return _without_leading_phrase(items, first, last)


def _goes_on(items: Sequence[Item], index: int, last: int, joined: bool) -> bool:
    """Whether the word or mark at `index` can be inside a noun phrase that ends at `last`."""
    known, item = grammar(), items[index]
    if item.is_word:
        if item.low in known.joints or item.low in known.auxiliaries:
            return False
        return index == last or item.capital or not _is_verb(items, index)
    if item.low == ",":
        return joined and items[index - 1].capital and items[index + 1].capital
    if item.low == QUOTE:  # 'Marcia "Cia" Price'
        short = item.length < _LONGEST_NICKNAME
        return short and 0 < index < last and items[index - 1].capital and items[index + 1].capital
    return item.low in _INSIDE_MARKS


def _names_one_more(item: Item) -> bool:
    """Whether a word after "and" begins one more of those named before it."""
    return item.capital or item.low in _ONE_MORE


def _is_verb(items: Sequence[Item], index: int) -> bool:
    """Whether a word that can be a word of saying is a verb here, and no noun or adjective."""
    known, cue = grammar(), items[index].cue
    if cue is None or index == 0:
        return False
    before = items[index - 1]
    if before.low in known.determiners or before.low in known.prepositions:
        return False
    if cue.form == "third":
        return cue.kind == "speech" and (before.capital or before.low in known.pronouns)
    return cue.form in {"past", "participle"}


def _without_leading_phrase(items: Sequence[Item], first: int, last: int) -> int | None:
    """Drops "On Tuesday" from the front of "On Tuesday the Pentagon"."""
    known = grammar()
    while first < last and (
        items[first].low in _OPENING_MARKS
        or items[first].low in known.days
        or (items[first].low.endswith("ly") and not items[first].capital)
    ):
        first += 1
    if items[first].low not in known.prepositions:
        return first
    for index in range(last, first, -1):
        before = items[index - 1].low
        if items[index].low in known.determiners and before not in known.prepositions:
            return index
        if items[index].capital and (before in known.days or before.isdigit()):
            return index
    return None
