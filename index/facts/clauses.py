"""A sentence as a row of words, marks and quotations; and the subject of a verb in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.facts.cues import cues
from index.facts.lexicons import from_lexicon, table
from index.facts.quotations import Quotation
from index.facts.words import ABBREVIATIONS

_ITEM = re.compile(
    rf"(?:[A-Z]\.){{2,}}|(?:[A-Z]|{'|'.join(ABBREVIATIONS)})\.(?=[ \u00a0][A-Z])"
    r"|\w+(?:[’'.&-]\w+)*(?<![’']s)|[’']s\b|[^\w\s]"
)
QUOTE = "“"
_MOST_SUBJECT_WORDS = 24
_LONGEST_NICKNAME = 20


class Item(NamedTuple):
    """A word, a mark, or a whole quotation (its `low` is `QUOTE`)."""

    start: int
    end: int
    low: str
    """In lower case, for look-up."""
    capital: bool


class Subject(NamedTuple):
    """The words that name who does something."""

    start: int
    end: int
    relative: bool = False
    """A "who" or "which", whose meaning stands before it."""


class Grammar(NamedTuple):
    """Small words by what they do."""

    pronouns: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    joints: frozenset[str]
    auxiliaries: frozenset[str]
    copulas: frozenset[str]
    plurals: frozenset[str]
    days: frozenset[str]


@from_lexicon
def grammar() -> Grammar:
    """The small words as they stand in the lexicon."""
    words = table("grammar")
    return Grammar(*(frozenset(words[name]) for name in Grammar._fields))


def read_items(body: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Item]:
    """The words, marks and quotations of one stretch, in order."""
    items: list[Item] = []
    position = start
    for quotation in quotations:
        _add_words(items, body, position, quotation.start)
        items.append(Item(quotation.start, quotation.end, QUOTE, False))
        position = quotation.end
    _add_words(items, body, position, end)
    return items


def _add_words(items: list[Item], body: str, start: int, end: int) -> None:
    for match in _ITEM.finditer(body, start, end):
        word = match.group()
        items.append(Item(match.start(), match.end(), word.lower(), word[0].isupper()))


def subject_before(items: Sequence[Item], index: int) -> tuple[int, int] | None:
    """The items [first, last] that name the subject of the verb before `index`.

    `index` is the place of the first word of the verb, auxiliaries included. None where no
    subject stands there.
    """
    last = index - 1
    if last < 0:
        return None
    if items[last].low == ",":
        last = _before_insertion(items, last)
        if last < 0:
            return None
    if items[last].low in grammar().pronouns:
        return last, last
    first = _noun_phrase_start(items, last)
    return (first, last) if first is not None else None


def _before_insertion(items: Sequence[Item], comma: int) -> int:
    """The last item before an insertion that ends at `comma`: "Blair, head of AROS, called"."""
    for index in range(comma - 1, max(-1, comma - 40), -1):
        low = items[index].low
        if low in {QUOTE, ";", ":"}:
            return -1
        if low == ",":
            before = index - 1
            if before < 0 or items[before].low in {QUOTE, ","}:
                return -1
            # "Smith, R-Wis., who ...,": one insertion after another.
            opening = items[index + 1].low if index + 1 < comma else ""
            if opening in _FINITE_OPENERS:
                return -1
            return before
    return -1


_FINITE_OPENERS = frozenset({"he", "she", "they", "it", "but", "and", "we", "i"})


def _noun_phrase_start(items: Sequence[Item], last: int) -> int | None:
    """Where the noun phrase that ends with the item `last` begins; None if none does."""
    known, forms = grammar(), cues().forms
    if not items[last].low[0].isalnum() or items[last].low in known.prepositions:
        if items[last].low != ")":
            return None
    if items[last].low in known.determiners or items[last].low in known.joints:
        return None
    first = index = last
    joined = False
    while index >= 0 and last - index < _MOST_SUBJECT_WORDS:
        item = items[index]
        low = item.low
        if low == ")":
            while index > 0 and items[index].low != "(":
                index -= 1
            first = index = max(index, 0)
            index -= 1
            continue
        if low == "and" and 0 < index < last:
            if not (items[index - 1].capital and _names_one_more(items[index + 1])):
                break
            joined = True
        elif low == "," and joined and items[index - 1].capital and items[index + 1].capital:
            pass
        elif low in known.joints or low in known.auxiliaries:
            break
        elif low == QUOTE and _is_nickname(items, index, last):
            pass
        elif not (low[0].isalnum() or low in {"'s", "’s", "&", "'", "’"}):
            break
        elif index < last and low in forms and not item.capital and _finite(items, index):
            break
        first = index
        if low in {"the", "a", "an"} and not _after_preposition(items, index):
            break
        index -= 1
    return _without_leading_phrase(items, first, last)


def _names_one_more(item: Item) -> bool:
    """Whether a word after "and" begins one more of those named before it."""
    return item.capital or item.low in {"their", "its", "other", "his", "her"}


def _is_nickname(items: Sequence[Item], index: int, last: int) -> bool:
    """Whether a quotation stands inside a name: 'Marcia "Cia" Price'."""
    item = items[index]
    inside = 0 < index < last and items[index - 1].capital and items[index + 1].capital
    return inside and item.end - item.start < _LONGEST_NICKNAME


def _finite(items: Sequence[Item], index: int) -> bool:
    """Whether the word is a verb here, and not a noun or an adjective."""
    known, cue = grammar(), cues().forms[items[index].low]
    before = items[index - 1] if index else None
    if before is None or before.low in known.determiners | known.prepositions:
        return False
    if cue.form == "third":
        return cue.kind == "speech" and (before.capital or before.low in known.pronouns)
    return cue.form in {"past", "participle"}


def _after_preposition(items: Sequence[Item], index: int) -> bool:
    return index > 0 and items[index - 1].low in grammar().prepositions


def _without_leading_phrase(items: Sequence[Item], first: int, last: int) -> int | None:
    """Drops "On Tuesday" from the front of "On Tuesday the Pentagon"."""
    known = grammar()
    while first < last and (
        items[first].low in {"'s", "’s", ".", "'", "’", "&"}
        or (items[first].low.endswith("ly") and items[first].low != "family")
        or items[first].low in known.days
    ):
        first += 1
    if items[first].low not in known.prepositions:
        return first
    for index in range(last, first, -1):
        low = items[index].low
        if low in known.determiners and items[index - 1].low not in known.prepositions:
            return index
        if items[index].capital and not items[index - 1].capital:
            if items[index - 1].low in known.days or items[index - 1].low.isdigit():
                return index
    return None


def subject_after(items: Sequence[Item], index: int) -> tuple[int, int] | None:
    """The items that name the subject of an inverted verb: "said Ryder, who made"."""
    known = grammar()
    if index >= len(items):
        return None
    if items[index].low in known.pronouns:
        return index, index
    if items[index].low in known.days or not items[index].low[0].isalnum():
        return None
    if items[index].low in known.prepositions | known.joints:
        return None
    last = index
    while last + 1 < len(items) and last - index < _MOST_SUBJECT_WORDS:
        following = items[last + 1]
        low = following.low
        if low in known.joints or low in known.auxiliaries or low in known.days:
            break
        if low in known.prepositions and low not in {"of", "for", "at", "from", "with"}:
            break
        if not (low[0].isalnum() or low in {"'s", "’s", "&"}):
            break
        last += 1
    return index, last


def is_plural(low: str) -> bool:
    """Whether a noun can be the subject of a plain verb: "critics say"."""
    return low in grammar().plurals or (low.endswith("s") and not low.endswith("ss"))
