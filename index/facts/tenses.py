"""Whether the words around a date speak of the past or of the future."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from index.facts.calendar_days import Tense
from index.facts.date_words import DateWords, date_words
from index.facts.lexicons import from_lexicon
from index.facts.words import Remembered

_LOOK_BACK, _LOOK_AHEAD = 120, 80
NO_TENSE: Tense = ""
_BOUNDING = (["by"], ["until"], ["till"])
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that"})
_NARROWING = frozenset({"early", "mid", "late", "next", "this", "the"})
_MARKS = "\"“”'‘’(),;:—–[]"


class _Word(NamedTuple):
    """What a word, with the marks around it, says of tense."""

    plain: str
    tense: Tense
    pairs: bool
    """With the word after it, it may say more: "plan to"."""
    ends: bool
    """A mark ends the sentence after it."""


def tense(words: DateWords, body: str, start: int, end: int, *, to_the_day: bool = True) -> Tense:
    """The tense of the nearest verb before the date at [start, end), else after it.

    What is set for a day, or to be done by it, is to come. `to_the_day` is false of a month. Only
    the date's own sentence is looked at, and at most some twenty words of it.
    """
    known = _words()
    left = body[max(0, start - _LOOK_BACK) : start].rpartition("\n")[2].split()
    before = [known[raw].plain for raw in left[-4:]]
    if _is_appointed(words, before[-2:], to_the_day=to_the_day):
        return "future"
    found = _tense_before(words, left, is_deadline=_is_deadline(before))
    return found or _tense_behind(words, body[end : end + _LOOK_AHEAD])


def _tense_before(words: DateWords, left: Sequence[str], *, is_deadline: bool) -> Tense:
    """The tense of the last verb before a date; before a deadline any verb may plan what it ends.

    "He wants it mended by June": what is wanted is to come.
    """
    known = _words()
    follower, told = "", NO_TENSE
    for place in range(len(left) - 1, -1, -1):
        raw = left[place]
        word = known[raw]
        if word.ends and len(raw) > 3 and "." not in raw[:-1]:
            break
        if word.pairs and f"{word.plain} {follower}" in words.future:
            return "future"
        # "Will cut", "to cut" and "be tried" speak of no past.
        past = word.tense == "past"
        if past and place and known[left[place - 1]].plain in words.before_infinitive:
            past = False
        elif word.tense == "future" or (is_deadline and _plans(words, word, follower)):
            return "future"
        if past and not is_deadline:
            return "past"
        told = told or ("past" if past else NO_TENSE)
        follower = word.plain
    return told


def _plans(words: DateWords, word: _Word, follower: str) -> bool:
    """Whether a word puts a deadline into the future: "told to leave by Friday"."""
    infinitive = word.plain == "to" and follower.isalpha() and follower not in words.past
    return word.plain in words.moved or (infinitive and follower not in _DETERMINERS)


def _tense_behind(words: DateWords, text: str) -> Tense:
    """The tense of the first verb behind a date."""
    known = _words()
    right = text.partition("\n")[0].split()
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


def _is_deadline(before: Sequence[str]) -> bool:
    """Whether the words right before a date make it one: "by", "until early", "by the end of"."""
    if before[-1:] in _BOUNDING:
        return True
    narrowed = before[-1:] != [] and before[-1] in _NARROWING
    return (narrowed and before[-2:-1] in _BOUNDING) or (
        before[-1:] == ["of"] and before[-4:-3] in _BOUNDING
    )


def _is_appointed(words: DateWords, before: Sequence[str], *, to_the_day: bool) -> bool:
    """Whether a date is what something is set for or moved to: "a strike called for March 10".

    `before` are the words right before it. A month may be what figures are for, a day is not.
    """
    if before[-1:] == ["for"]:
        return to_the_day
    return len(before) == 2 and before[1] in ("to", "until", "till") and before[0] in words.moved


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
