"""A sentence taken apart for claims: its words, and what the lexicons know of them.

Tells of events, of countries, of words that deny; and where its clauses end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from index.facts.claims_vocabulary import (
    CountryEntry,
    EventEntry,
    event_entries,
    participant_names,
    signs,
    stance_words,
    telling_stem,
)
from index.facts.lexicons import from_lexicon
from index.facts.model import DateMention

NOTHING = "nothing"
"""The class of phrases that only look like words of happening: "fire engine"."""
_TOKEN = re.compile(
    r"[^\W\d_]+(?:\.[^\W\d_]+)+|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d(?:[\d,.]*\d)?|[^\w\s]"
)
_HARD_BREAKS = frozenset(";:—()[]")
_MOST_REMEMBERED = 1 << 16
_LONGEST_REMEMBERED = 40


class Event(NamedTuple):
    """Words of a sentence that tell of an event, as places in its list of words."""

    first: int
    last: int
    name: str
    """The event's class in the lexicon."""


class Country(NamedTuple):
    """Words of a sentence that name a country, as places in its list of words."""

    first: int
    last: int
    name: str
    """The country's usual name."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as words with their offsets in the body, in lower case."""

    body: str
    start: int
    end: int
    words: list[str]
    starts: list[int]
    events: list[Event]
    countries: list[Country]
    stances: list[int]
    """Places of the words that may deny something or leave it open."""
    telling: tuple[str, ...]
    """Stems of the words that say what the sentence speaks of, in order, each once."""

    def capital(self, place: int) -> bool:
        """Whether the word at a place begins with a capital letter."""
        return self.body[self.starts[place]].isupper()

    def place_before(self, offset: int) -> int:
        """The place of the last word that begins before an offset of the body."""
        return bisect_left(self.starts, offset) - 1

    def places(self, start: int, end: int) -> tuple[int, int]:
        """The places of the words that begin in a stretch of the body, end exclusive."""
        first = bisect_right(self.starts, start) - 1
        return max(0, first), bisect_left(self.starts, end)

    def participants(self) -> tuple[str, ...]:
        """The countries that the sentence names, each once."""
        return tuple(dict.fromkeys([country.name for country in self.countries]))


class _Known(NamedTuple):
    """A word that the lexicons know, with what may begin with it."""

    place: int
    """Which word of its chunk it is."""
    event: EventEntry | None
    countries: CountryEntry
    is_stance: bool


class _Chunk(NamedTuple):
    """What stands between two blanks: "troops,"."""

    word: str | None
    """The one word, where it begins at once and stands alone."""
    words: list[str]
    offsets: list[int]
    """Where each word begins."""
    stems: tuple[str, ...]
    """Stems of its telling words."""
    known: tuple[_Known, ...]


class _Chunks(dict[str, _Chunk]):
    """Reads each stretch without a blank once, for such stretches recur."""

    def __missing__(self, text: str) -> _Chunk:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        matches = list(_TOKEN.finditer(text))
        words = [match.group().lower().replace("’", "'") for match in matches]
        offsets = [match.start() for match in matches]
        chunk = _Chunk(
            words[0] if offsets == [0] else None,
            words,
            offsets,
            tuple(stem for stem in map(telling_stem, words) if stem),
            tuple(known for known in map(_known, range(len(words)), words) if any(known[1:])),
        )
        if len(text) <= _LONGEST_REMEMBERED:
            self[text] = chunk
        return chunk


def _known(place: int, word: str) -> _Known:
    bare = _bare(word)
    return _Known(
        place,
        event_entries().get(bare),
        participant_names().get(bare, ()),
        word in stance_words(),
    )


@from_lexicon
def _chunks() -> _Chunks:
    return _Chunks()


def _bare(word: str) -> str:
    """A word without its possessive."""
    return word[:-2] if word.endswith("'s") else word


def telling_words(text: str) -> tuple[str, ...]:
    """`Sentence.telling` for a text of which nothing else is asked."""
    known = _chunks()
    return tuple(dict.fromkeys([stem for chunk in text.split(" ") for stem in known[chunk].stems]))


def may_tell_of(text: str, events: Collection[str]) -> bool:
    """Whether a word of a text may begin to tell of one of some classes of event: a quick look."""
    known = _chunks()
    for chunk in text.split(" "):
        for word in known[chunk].known:
            if word.event is None:
                continue
            phrases, single = word.event
            if single in events:
                return True
            if any(name in events for alike in phrases.values() for _, name in alike):
                return True
    return False


def take_apart(body: str, start: int, end: int) -> Sentence:
    """The words of a stretch of the body, with what is known of them."""
    words: list[str] = []
    starts: list[int] = []
    stems: list[str] = []
    found: list[tuple[int, _Known]] = []
    chunks, at = _chunks(), start
    for text in body[start:end].split(" "):
        word, chunk, offsets, chunk_stems, known = chunks[text]
        if known:
            found += [(len(words) + one.place, one) for one in known]
        if word is not None:
            words.append(word)
            starts.append(at)
        else:
            words += chunk
            starts += [at + offset for offset in offsets]
        if chunk_stems:
            stems += chunk_stems
        at += len(text) + 1
    return Sentence(
        body,
        start,
        end,
        words,
        starts,
        _events(words, found),
        _countries(words, found),
        [place for place, known in found if known.is_stance],
        tuple(dict.fromkeys(stems)),
    )


def without_dates(sentence: Sentence, dates: Sequence[tuple[int, DateMention]]) -> Sentence:
    """A sentence without the events that its dates seem to tell of: "by the end of the year"."""
    if not dates or not sentence.events:
        return sentence
    dated = {place for _, date in dates for place in range(*sentence.places(date.start, date.end))}
    kept = [event for event in sentence.events if event.first not in dated]
    return replace(sentence, events=kept) if len(kept) < len(sentence.events) else sentence


def _events(words: list[str], known: list[tuple[int, _Known]]) -> list[Event]:
    """The events that begin with some of the known words."""
    events: list[Event] = []
    free = 0
    padded = [*words, ""]
    for place, word in known:
        if word.event is None or place < free:
            continue
        phrases, name = word.event
        for phrase, phrase_name in phrases.get(padded[place + 1], ()):
            if words[place + 1 : place + len(phrase)] == phrase[1:]:
                last = place + len(phrase) - 1
                if _begins_another(padded, last, phrase_name, len(phrase)):
                    continue  # "are in hospital": not being in, but "in hospital"
                free = last + 1
                if phrase_name != NOTHING:
                    events.append(Event(place, last, phrase_name))
                break
        else:
            if name is not None:
                events.append(Event(place, place, name))
    return events


def _begins_another(words: list[str], place: int, name: str, length: int) -> bool:
    """Whether a phrase that tells of another event begins at a place: one of as many words at
    least, or any after one that only looks like words of happening."""
    entry = event_entries().get(words[place])
    return entry is not None and any(
        other != name
        and (name == NOTHING or len(phrase) >= length)
        and words[place + 1 : place + len(phrase)] == phrase[1:]
        for phrase, other in entry[0].get(words[place + 1], ())
    )


def _countries(words: list[str], known: list[tuple[int, _Known]]) -> list[Country]:
    """The countries whose names begin with some of the known words."""
    countries: list[Country] = []
    for place, word in known:
        for name, country in word.countries:
            end = place + len(name)
            if len(name) == 1 or [*map(_bare, words[place + 1 : end])] == name[1:]:
                countries.append(Country(place, end - 1, country))
                break
    return countries


@from_lexicon
def clause_ends() -> frozenset[str]:
    """The words and marks before which a clause ends."""
    return _HARD_BREAKS | signs("clauses", "ends")
