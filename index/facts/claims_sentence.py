"""A sentence taken apart for claims: its words, the events it tells of, the ends of its clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from index.facts.claims_vocabulary import (
    cues,
    event_phrases,
    event_words,
    stem,
)

_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)+|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*|[^\w\s]")
_HARD_BREAKS = frozenset(";:—()[]")


class Event(NamedTuple):
    """Words of a sentence that tell of an event, as places in its list of words."""

    first: int
    last: int
    name: str
    """The event's class in the lexicon."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as words with their offsets in the body, in lower case."""

    start: int
    end: int
    words: list[str]
    starts: list[int]
    capitals: list[bool]
    events: list[Event]

    def place_at(self, offset: int) -> int:
        """The place of the word that stands at or first after an offset of the body."""
        return bisect_left(self.starts, offset)

    def place_before(self, offset: int) -> int:
        """The place of the last word that begins before an offset of the body."""
        return bisect_left(self.starts, offset) - 1

    def places(self, start: int, end: int) -> tuple[int, int]:
        """The places of the words that begin in a stretch of the body, end exclusive."""
        first = bisect_right(self.starts, start) - 1
        return max(0, first), bisect_left(self.starts, end)

    def telling(self) -> tuple[str, ...]:
        """Stems of the words that say what the sentence speaks of, in order, each once."""
        stops = cues("context", "stops")
        return tuple(
            dict.fromkeys(
                stem(word)
                for word in self.words
                if len(word) > 2 and word not in stops and not word[0].isdigit()
            )
        )


def take_apart(body: str, start: int, end: int) -> Sentence:
    """The words and events of a stretch of the body."""
    words: list[str] = []
    starts: list[int] = []
    capitals: list[bool] = []
    for match in _TOKEN.finditer(body, start, end):
        word = match[0]
        words.append(word.lower().replace("’", "'"))
        starts.append(match.start())
        capitals.append(word[0].isupper())
    return Sentence(start, end, words, starts, capitals, _events(words))


def _events(words: list[str]) -> list[Event]:
    found: list[Event] = []
    single, phrases = event_words(), event_phrases()
    place = 0
    while place < len(words):
        word = words[place].removesuffix("'s")
        for phrase, name in phrases.get(word, ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                found.append(Event(place, place + len(phrase) - 1, name))
                place += len(phrase)
                break
        else:
            known = single.get(word)
            if known is not None:
                found.append(Event(place, place, known))
            place += 1
    return found


def is_saying(word: str) -> bool:
    """Whether a word is a verb of saying: what a date beside it dates is the saying."""
    return word in cues("context", "saying")


def ends_clause(word: str) -> bool:
    """Whether a clause ends before this word."""
    return word in _HARD_BREAKS or word in cues("clauses", "ends")
