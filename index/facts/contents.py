"""Which words of a sentence are the ones that somebody is said to have said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from index.facts.attributions import Attribution
from index.facts.items import QUOTE, Item, Row, grammar
from index.facts.model import StatementForm

_SHORTEST_CLAUSE = 4
"""Words that a quotation must have to count as a clause and not as a fragment."""
_MOST_HEARERS = 6
_BESIDE = frozenset({",", ";", QUOTE, "and", "but", "while", "—", "–"})
_OCCASION = frozenset({"in", "on", "at", "during", "after"})
_JOINTS = frozenset({"and", "but", "or", "nor", "while", "as"})
_CONTENT_MARKS = frozenset({"that", QUOTE, ":"})
_KEPT_AT_START = frozenset({QUOTE, ":", "("})
_KEPT_AT_END = frozenset({QUOTE, ")"})
Stretch = tuple[int, int]
"""The first item of some words, and the one behind their last."""


class Content(NamedTuple):
    """Words that are attributed, as offsets into the body."""

    start: int
    end: int
    form: StatementForm


def find_contents(
    body: str, items: Row, attribution: Attribution, later: Sequence[Attribution]
) -> Iterator[Content]:
    """What one word of saying governs: a quotation or two, or a clause; nothing, where none stands.

    `later` are the attributions after it in the same unit: the words of one that stands beside
    this one are not this one's, those of one inside it are.
    """
    left = _trim(items, 0, attribution.first)
    inverted = attribution.rule == "word of saying before its subject"
    behind = attribution.last + 1
    if behind < len(items) and items[behind].low == "out":
        behind += 1  # "pointed out that"
    right = _trim(items, behind, _next_beside(items, attribution, later))
    quotes = items.quotations_in(*right)
    quoted_left = left[1] > left[0] and items[left[1] - 1].low == QUOTE
    if attribution.rule == "shares the subject before" and items[attribution.first - 1].is_word:
        quoted_left = quoted_left and right[1] <= right[0]  # 'called it "a joke" and said that'
    if quoted_left and not (right[1] > right[0] and _is_title(body, items, left[1] - 1)):
        yield _of(items, left[1] - 1, left[1], "direct")
        for at in quotes:
            if is_clause(body, items, at):
                yield _of(items, at, at + 1, "direct")
    elif (
        not (inverted and left[1] > left[0])
        and quotes
        and _is_introduced(body, items, right, quotes)
    ):
        yield _of(items, quotes[0], quotes[-1] + 1, "direct")
    else:
        for part in _told(items, attribution, left, right):
            yield _of(items, *part, "mixed" if items.quotations_in(*part) else "indirect")


def _told(items: Row, attribution: Attribution, left: Stretch, right: Stretch) -> list[Stretch]:
    """The words that are told without being quoted as a whole; they stand on one side or both."""
    before = [left] if left[1] > left[0] else []
    inverted = attribution.rule == "word of saying before its subject"
    if before and (inverted or _tells_whom(items, attribution, right)):
        return before
    end = _end_of_insertion(items, attribution, left, right)
    if end is not None:
        behind = _trim(items, end, right[1])
        return [*before, behind] if behind[1] > behind[0] else before
    if _is_compared_with(items, attribution):
        return []
    if _says_more_than_when(items, right):
        return [right]
    return before if _stands_apart(items, attribution) else []


def _stands_apart(items: Row, attribution: Attribution) -> bool:
    """Whether what stands before a word of saying can be said: not in "he says, laughing", nor in
    "she said she would not concede"."""
    if attribution.rule == "shares the subject before":
        return False
    cue = items[attribution.cue].cue
    before = items[attribution.first - 1]
    return cue is None or cue.form != "plain" or not before.is_word or before.low in _JOINTS


def _is_compared_with(items: Row, attribution: Attribution) -> bool:
    """Whether the words before are only held against what somebody said: "twice as many as the
    ministry admitted", "more than the ministry said", "twice what it forecast"."""
    first, behind = attribution.first, attribution.last + 1
    if behind < len(items) and items[behind].is_word:
        return False  # "engaging in what analysts described as tactics"
    before = [item.low for item in items[max(0, first - 3) : first]]
    compared = before[-1:] == ["as"] and before[:1] in (["as"], ["so"])
    return compared or before[-1:] in (["than"], ["what"])


def _end_of_insertion(
    items: Row, attribution: Attribution, left: Stretch, right: Stretch
) -> int | None:
    """Where words go on in which who says them, and when, is only put in between commas.

    "Fever has killed 21 people, the ministry said on Friday, two weeks after it broke out."
    None if they do not.
    """
    first, behind = attribution.first, attribution.last + 1
    if items[first - 1].low != "," or items[first - 2].low in _JOINTS:
        return None
    if attribution.rule == "according to" and left[1] > left[0]:
        # What follows tells of the source; only a verb without its subject goes on with the words.
        verb = right[1] > right[0] and items[right[0]].low in grammar().auxiliaries
        return behind if verb else len(items)
    if attribution.rule != "subject and word of saying":
        return None
    cue, known = items[attribution.cue].cue, grammar()
    if cue is None or cue.kind != "speech" or left[1] - left[0] < _SHORTEST_CLAUSE:
        return None
    if items[left[0]].low in known.prepositions | known.joints:
        return None  # "In the week of the vote, she said, ..."
    if behind < len(items) and items[behind].low == ",":
        return behind
    comma = next((at for at in range(*right) if items[at].low == ","), None)
    if comma is None:
        return None
    inserted = right[0], comma
    only_when = not _says_more_than_when(items, inserted)
    return comma if only_when or _tells_whom(items, attribution, inserted) else None


def _tells_whom(items: Row, attribution: Attribution, right: Stretch) -> bool:
    """Whether only the hearers stand after "told": "the tram was fast, he told the inquest"."""
    cue, known = items[attribution.cue].cue, grammar()
    if cue is None or cue.verb != "tell" or items[attribution.first - 1].low != ",":
        return False
    lows = [items[at].low for at in range(*right)]
    clause = known.pronouns | known.auxiliaries | _CONTENT_MARKS | {"to"}
    return 0 < len(lows) <= _MOST_HEARERS and clause.isdisjoint(lows)


def _of(items: Row, first: int, last: int, form: StatementForm) -> Content:
    return Content(items.start(first), items.end(last - 1), form)


def _next_beside(
    items: Sequence[Item], attribution: Attribution, later: Sequence[Attribution]
) -> int:
    """Where the next word of saying begins that stands beside this one, and not inside it."""
    for other in later:
        if other.first <= attribution.last:
            if attribution.last < other.cue and other.rule == "subject and word of saying":
                return _after_insertion(items, other.cue)
            continue
        before = items[other.first - 1].low
        contrasted = before == "as" and items[other.first - 2].low == ","
        if contrasted or before in _BESIDE or other.rule == "shares the subject before":
            return other.first
    return len(items)


def _after_insertion(items: Sequence[Item], cue: int) -> int:
    """The place of the comma that ends an insertion: "Buhari, who vowed ..., said"."""
    at = cue
    while at > 0 and items[at].low != ",":
        at -= 1
    return at or cue


def _trim(items: Sequence[Item], first: int, last: int) -> tuple[int, int]:
    """The range without marks at its ends, quotations left in."""
    while first < last and not (items[first].is_word or items[first].low in _KEPT_AT_START):
        first += 1
    while last > first and (
        items[last - 1].low in _JOINTS
        or not (items[last - 1].is_word or items[last - 1].low in _KEPT_AT_END)
    ):
        last -= 1
    return first, last


def is_clause(body: str, items: Row, quotation: int) -> bool:
    """Whether a quotation is more than a fragment."""
    start, end = items.start(quotation), items.end(quotation)
    return body[end - 2] in ".!?," or len(body[start:end].split()) >= _SHORTEST_CLAUSE


def _is_title(body: str, items: Row, quotation: int) -> bool:
    """Whether a quotation is the name of something, after other words: on “Fox News Sunday,”"""
    before = items[quotation - 1] if quotation else None
    if before is None or not (before.is_word or before.low in {"'s", "’s"}):
        return False
    words = body[items.start(quotation) + 1 : items.end(quotation) - 1].split()
    return all(word[:1].isupper() or len(word) <= 3 for word in words)


def _is_introduced(body: str, items: Row, right: Stretch, quotes: Sequence[int]) -> bool:
    """Whether the words right of the verb are a quotation and what introduces it."""
    first = quotes[0]
    opened = first == right[0] or items[first - 1].low in {",", ":"}
    after = any(items[at].is_word for at in range(first, right[1]))
    return opened and not after and is_clause(body, items, first)


def _says_more_than_when(items: Sequence[Item], right: Stretch) -> bool:
    """Whether what follows the verb says more than the time and place of saying it."""
    first, last = right
    words = (item.low for item in items[first:last] if item.is_word or item.low == QUOTE)
    opening = next(words, None)
    if opening is None:
        return False
    known, cue = grammar(), items[first - 1].cue
    if cue is not None and cue.form == "gerund" and opening in _JOINTS:
        return False  # "they were screaming and running"
    if opening not in _OCCASION and opening not in known.days:
        return True
    lows = [opening, *words]
    if opening in known.days and len(lows) <= 3:
        return False
    if opening not in _OCCASION or not _CONTENT_MARKS.isdisjoint(lows):
        return True
    # "said in September it was committed", "announced on Friday the arrest", "called on Congress",
    # but not "said in a statement".
    if cue is not None and opening in cue.follow:
        return True
    if any(low in known.pronouns or low in known.auxiliaries for low in lows):
        return True
    return any(
        low in known.determiners and before not in known.prepositions
        for before, low in pairwise(lows)
    )
