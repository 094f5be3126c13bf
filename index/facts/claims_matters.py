"""What is denied in words that the lexicon of events does not know: "denied ethnic cleansing".

Such a matter is known again in another report by its telling words alone.
"""

from __future__ import annotations

from collections.abc import Collection

from index.facts.claims_governor import TO
from index.facts.claims_sentence import Event, Sentence, clause_ends, telling_words
from index.facts.claims_vocabulary import signs, stem, telling_stem

REACH = 10
"""Words after "denied" among which the matter stands."""
FEWEST = 2
"""Telling words that a matter must have to be known again."""
SHARE = 0.75
"""How many of them must stand in a sentence that speaks of it."""
_CLOSING = frozenset('.,;:!?"“”')
_OPENING = frozenset({"that", "as"})
"""Words behind "denied" that end no clause, but open the one that is denied."""


def unknown_matter(sentence: Sentence, place: int) -> tuple[Event, tuple[str, ...]] | None:
    """What the verb at a place denies, and the stems that tell of it; None if that is too little.

    "The allegations" are no matter: nothing says what was alleged.
    """
    words = sentence.words
    first = place + 1
    while first < len(words) and words[first] in _OPENING:
        first += 1
    last = first
    while last < min(len(words), first + REACH) and not _closes(words[last]):
        last += 1
    told = [at for at in range(first, last) if _tells(words, at)]
    stems = tuple(dict.fromkeys(stem(words[at]) for at in told))
    if len(stems) < FEWEST or any(words[at] in signs("stance", "general") for at in told):
        return None
    return Event(told[0], told[-1], TO + " ".join(sorted(stems))), stems


def _tells(words: list[str], at: int) -> bool:
    """Whether a word tells of a matter: in "was left open" only "open" does."""
    light = words[at] == "left" and words[at - 1] in signs("clauses", "auxiliaries")
    return telling_stem(words[at]) is not None and not light


def tells_of(text: str, stems: Collection[str]) -> bool:
    """Whether a text may speak of a matter: a quick look at its words."""
    found = set(stems).intersection(telling_words(text))
    return len(found) >= max(FEWEST, SHARE * len(stems))


def where_told(sentence: Sentence, name: str, stems: Collection[str]) -> Event:
    """The words of a sentence that tell of a matter, from the first to the last."""
    places = [at for at, word in enumerate(sentence.words) if telling_stem(word) in stems]
    return Event(places[0], places[-1], name)


def _closes(word: str) -> bool:
    return word in _CLOSING or word in clause_ends()
