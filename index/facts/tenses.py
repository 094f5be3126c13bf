"""Whether the words around a date speak of the past or of the future."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from index.facts.calendar_days import Tense
from index.facts.date_words import DateWords, date_words
from index.facts.lexicons import from_lexicon
from index.facts.words import Remembered

_LOOK_BACK, _LOOK_AHEAD = 120, 80
_BEFORE_INFINITIVE = frozenset(
    ["to", "will", "would", "shall", "should", "could", "can", "may", "might", "must", "not"]
)
_MARKS = "\"“”'‘’(),;:—–[]"


class _Word(NamedTuple):
    """What a word, with the marks around it, says of tense."""

    plain: str
    tense: Tense
    pairs: bool
    """With the word after it, it may say more: "plan to"."""
    ends: bool
    """A mark ends the sentence after it."""


def tense(words: DateWords, body: str, start: int, end: int) -> Tense:
    """The tense of the nearest verb before the date at [start, end), else after it.

    Only the date's own sentence is looked at, and at most some twenty words of it.
    """
    known = _words()
    left = body[max(0, start - _LOOK_BACK) : start].rpartition("\n")[2].split()
    follower = ""
    for place in range(len(left) - 1, -1, -1):
        raw = left[place]
        word = known[raw]
        if word.ends and len(raw) > 3 and "." not in raw[:-1]:
            break
        if word.pairs and f"{word.plain} {follower}" in words.future:
            return "future"
        # "Will cut" and "to cut" speak of no past.
        if word.tense and not (
            word.tense == "past" and place and known[left[place - 1]].plain in _BEFORE_INFINITIVE
        ):
            return word.tense
        follower = word.plain
    right = body[end : end + _LOOK_AHEAD].partition("\n")[0].split()
    for place, raw in enumerate(right):
        word = known[raw]
        follower = known[right[place + 1]].plain if place + 1 < len(right) else ""
        if word.pairs and f"{word.plain} {follower}" in words.future:
            return "future"
        if word.tense:
            return word.tense
        if word.ends:
            break
    return ""


def _read(words: DateWords, opens_pair: frozenset[str], raw: str) -> _Word:
    plain = raw.lower().strip(_MARKS)
    bare = plain.rstrip(".!?")
    said: Tense = ""
    if bare in words.future:
        said = "future"
    elif bare in words.past or (bare.endswith("ed") and len(bare) > 3):
        said = "past"
    return _Word(bare, said, bare in opens_pair, raw[-1] in ".!?")


@from_lexicon
def _words() -> Remembered[_Word]:
    words = date_words()
    opens_pair = frozenset(phrase.split()[0] for phrase in words.future if " " in phrase)
    return Remembered(partial(_read, words, opens_pair))
