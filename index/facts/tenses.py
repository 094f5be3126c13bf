"""Whether the words around a date speak of the past or of the future."""

from __future__ import annotations

from index.facts.calendar_days import Tense
from index.facts.date_words import DateWords

_LOOK_BACK, _LOOK_AHEAD = 120, 80
_MARKS = "\"“”'‘’(),;:—–[]"


def tense(words: DateWords, body: str, start: int, end: int) -> Tense:
    """The tense of the nearest verb before the date at [start, end), else after it.

    Only the date's own sentence is looked at, and at most some twenty words of it.
    """
    left = body[max(0, start - _LOOK_BACK) : start].rpartition("\n")[2].lower().split()
    follower = ""
    for word in reversed(left):
        if word[-1] in ".!?" and len(word) > 3 and "." not in word[:-1]:
            break
        if found := _of(words, word.strip(_MARKS), follower):
            return found
        follower = word.strip(_MARKS)
    right = body[end : end + _LOOK_AHEAD].partition("\n")[0].lower().split()
    for place, word in enumerate(right):
        following = right[place + 1].strip(_MARKS) if place + 1 < len(right) else ""
        if found := _of(words, word.strip(_MARKS + ".!?"), following):
            return found
        if word[-1] in ".!?":
            break
    return ""


def _of(words: DateWords, word: str, following: str) -> Tense:
    if word in words.future or f"{word} {following}" in words.future:
        return "future"
    if word in words.past or (word.endswith("ed") and len(word) > 3):
        return "past"
    return ""
