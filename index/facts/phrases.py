"""Where a noun phrase begins, read leftward from its last word."""

from __future__ import annotations

from collections.abc import Sequence

from index.facts.items import QUOTE, Item, grammar
from index.facts.lexicons import word_set

MOST_WORDS = 24
LONGEST_NICKNAME = 20
INSIDE_MARKS = frozenset({"'s", "’s", "&", "'", "’"})
_OPENING_MARKS = INSIDE_MARKS | {"."}
_ONE_MORE = frozenset({"their", "its", "other", "his", "her"})
_SUBORDINATORS = frozenset({"after", "before", "since", "until"})


def is_adverb(item: Item) -> bool:
    """Whether a word is one such as "repeatedly", and not "family" or "the General Assembly"."""
    low = item.low
    return low.endswith("ly") and not item.capital and low not in grammar().not_adverbs


def phrase_start(items: Sequence[Item], last: int) -> int | None:
    """Where the noun phrase that ends with the item `last` begins; None if none does."""
    known, low = grammar(), items[last].low
    if low in known.determiners or low in known.joints or low in known.prepositions:
        return None
    if not items[last].is_word and low != ")":
        return None
    first = index = last
    joined = False
    while index >= 0 and last - index < MOST_WORDS:
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
        short = item.length < LONGEST_NICKNAME
        between = 0 < index < last and items[index - 1].capital
        return short and between and _is_of_name(items[index + 1])
    return item.low in INSIDE_MARKS


def _is_of_name(item: Item) -> bool:
    """Whether an item can go on with a name after a nickname: "Lula" da Costa."""
    return item.capital or item.low in word_set("names", "particles")


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
        or is_adverb(items[first])
    ):
        first += 1
    if items[first].low in _SUBORDINATORS and first < last:
        first += 1  # "After campaign aides insisted"
    if items[first].low not in known.prepositions:
        return first
    for index in range(last, first, -1):
        before = items[index - 1].low
        if items[index].low in known.determiners and before not in known.prepositions:
            return index
        if items[index].capital and (before in known.days or before.isdigit()):
            return index
    return None
