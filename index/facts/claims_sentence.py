"""A sentence taken apart for claims: its words, the events it tells of, the ends of its clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from index.facts.claims_vocabulary import cues, event_entries, telling_stem

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

    body: str
    start: int
    end: int
    words: list[str]
    starts: list[int]
    events: list[Event]

    def capital(self, place: int) -> bool:
        """Whether the word at a place begins with a capital letter."""
        return self.body[self.starts[place]].isupper()

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
        return _telling(self.words)


def telling_words(text: str) -> tuple[str, ...]:
    """The same for a text of which nothing else is asked."""
    return _telling(_TOKEN.findall(text.lower().replace("’", "'")))


def _telling(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([stem for stem in map(telling_stem, words) if stem]))


def take_apart(body: str, start: int, end: int) -> Sentence:
    """The words and events of a stretch of the body."""
    matches = list(_TOKEN.finditer(body, start, end))
    words = [match[0].lower() for match in matches]
    if "’" in body[start:end]:
        words = [word.replace("’", "'") for word in words]
    return Sentence(body, start, end, words, [match.start() for match in matches], _events(words))


def _events(words: list[str]) -> list[Event]:
    found: list[Event] = []
    entries = event_entries()
    free = 0
    for place, word in enumerate(words):
        entry = entries.get(word[:-2] if word.endswith("'s") else word)
        if entry is None or place < free:
            continue
        phrases, name = entry
        for phrase, phrase_name in phrases:
            if words[place + 1 : place + len(phrase)] == phrase[1:]:
                free = place + len(phrase)
                found.append(Event(place, free - 1, phrase_name))
                break
        else:
            if name is not None:
                found.append(Event(place, place, name))
    return found


def is_saying(word: str) -> bool:
    """Whether a word is a verb of saying: what a date beside it dates is the saying."""
    return word in cues("context", "saying")


def ends_clause(word: str) -> bool:
    """Whether a clause ends before this word."""
    return word in _HARD_BREAKS or word in cues("clauses", "ends")
