"""Insertions between a subject and its verb: "Blair, head of AROS, called"."""

from __future__ import annotations

from collections.abc import Sequence

from index.facts.items import QUOTE, Item, grammar
from index.facts.phrases import LONGEST_NICKNAME, phrase_start

DASHES = frozenset("—–-")
NEW_CLAUSE = frozenset({"he", "she", "they", "it", "but", "and", "we", "i"})
_LONGEST_INSERTION = 40


def before_insertion(items: Sequence[Item], comma: int) -> int:
    """The last item before the insertions that end at `comma`: "Blair, head of AROS, called".

    More than one may follow a name: "Donna Rawlings, 59, of Ashton, Md., who watched, said".
    """
    last = _before_one_insertion(items, comma)
    while last > 2:
        opening = _comma_before(items, last)
        if opening == last - 1 and items[last].capital:
            opening = _comma_before(items, opening - 1)  # the "Md." of "of Ashton, Md."
        if opening < 1 or not (items[opening - 1].capital or items[opening - 1].low.isdigit()):
            break
        if not _begins_insertion(items[opening + 1]) or phrase_start(items, opening - 1) is None:
            break
        last = opening - 1
    return last


def before_dashes(items: Sequence[Item], dash: int) -> int:
    """The last item before an insertion between dashes: "Kall -- an editor -- said"."""
    while dash > 0 and items[dash - 1].low in DASHES:
        dash -= 1
    for index in range(dash - 1, max(0, dash - _LONGEST_INSERTION), -1):
        if items[index].low in DASHES and items[index - 1].low not in DASHES:
            return index - 1
    return -1


def _comma_before(items: Sequence[Item], last: int) -> int:
    """The nearest comma to the left, if nothing that ends a clause stands between; -1 for none."""
    for index in range(last, max(-1, last - _LONGEST_INSERTION), -1):
        low = items[index].low
        if low == ",":
            return index
        if _ends_clause(items[index]):
            break
    return -1


def _ends_clause(item: Item) -> bool:
    """Whether no insertion reaches across this item; a short quotation can be a nickname."""
    return item.low in {";", ":"} or (item.low == QUOTE and item.length >= LONGEST_NICKNAME)


def _begins_insertion(item: Item) -> bool:
    """Whether an item can follow a name and its comma: ", 59", ", of Ashton", ", who", ", the"."""
    known, low = grammar(), item.low
    return (
        low.isdigit()
        or low in known.prepositions
        or low in known.determiners
        or low in {"who", "whose", "which"}
    )


def _before_one_insertion(items: Sequence[Item], comma: int) -> int:
    """The last item before the one insertion that ends at `comma`; -1 for none."""
    for index in range(comma - 1, max(-1, comma - _LONGEST_INSERTION), -1):
        low = items[index].low
        if _ends_clause(items[index]):
            return -1
        if low == ",":
            listed = index == 0 or items[index - 1].low in {QUOTE, ","}
            return -1 if listed or items[index + 1].low in NEW_CLAUSE else index - 1
    return -1
