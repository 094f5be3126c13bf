"""The words that claims are read by: classes of happening and of counted things, stems, signs.

Read once from lexicon/events.toml, claims.toml and nouns.toml.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeAlias

from index.facts.lexicons import from_lexicon, table, word_set

Phrases: TypeAlias = tuple[tuple[list[str], str], ...]
"""Phrases that begin with the same two words, each with its class of event, the longest first."""
EventEntry: TypeAlias = tuple[dict[str, Phrases], str | None]
"""Phrases that tell of an event, by their second word; and the class of the first word alone."""
CountryEntry: TypeAlias = tuple[tuple[list[str], str], ...]
"""Names of countries as lists of words, each with the usual name."""

VOWELS = frozenset("aeiou")


def _inflected(entry: str) -> list[str]:
    """All forms of a verb: "kidnap kidnapped kidnapping", or a base form with regular ones made."""
    base, *irregular = entry.split()
    forms = [base, _third_person(base), *irregular]
    stem = base[:-1] if base.endswith("e") else base
    if not any(form.endswith("ing") for form in irregular):
        forms.append(("dy" if base == "die" else stem) + "ing")
    if not any(not form.endswith("ing") for form in irregular):
        y_after_consonant = base.endswith("y") and base[-2] not in VOWELS
        forms.append(base[:-1] + "ied" if y_after_consonant else stem + "ed")
    return forms


def _third_person(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


@from_lexicon
def event_words() -> dict[str, str]:
    """Each single word that tells of an event, with the event's class."""
    words: dict[str, str] = {}
    for name, entry in table("events").items():
        for verb in entry.get("verbs", ()):
            for form in _inflected(verb):
                words.setdefault(form, name)
        for noun in (*entry.get("nouns", ()), *_joined_words(entry)):
            words.setdefault(noun, name)
    return words


def _joined_words(entry: dict[str, Any]) -> list[str]:
    """Phrases that are one word with a hyphen: "test-fired"."""
    return [phrase for phrase in entry.get("phrases", ()) if " " not in phrase]


@from_lexicon
def event_verbs() -> frozenset[str]:
    """The forms of verbs that tell of an event and are no nouns for one."""
    entries = table("events").values()
    verbs = {
        form for entry in entries for verb in entry.get("verbs", ()) for form in _inflected(verb)
    }
    return frozenset(verbs - {noun for entry in entries for noun in entry.get("nouns", ())})


@from_lexicon
def event_phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Phrases that tell of an event, by their first word, the longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, entry in table("events").items():
        for phrase in entry.get("phrases", ()):
            words = tuple(phrase.split())
            if len(words) > 1:
                phrases.setdefault(words[0], []).append((words, name))
    return {
        first: tuple(sorted(found, key=lambda one: -len(one[0])))
        for first, found in phrases.items()
    }


@from_lexicon
def event_entries() -> dict[str, EventEntry]:
    """For each word that begins words of happening: its phrases, and its class by itself."""
    phrases, single = event_phrases(), event_words()
    entries: dict[str, EventEntry] = {}
    for word in phrases.keys() | single.keys():
        by_second: dict[str, list[tuple[list[str], str]]] = {}
        for phrase, name in phrases.get(word, ()):
            by_second.setdefault(phrase[1], []).append((list(phrase), name))
        found = {second: tuple(alike) for second, alike in by_second.items()}
        entries[word] = (found, single.get(word))
    return entries


@from_lexicon
def telling_stem(word: str) -> str | None:
    """The stem of a word that says what a sentence speaks of; None for any other word."""
    if len(word) < 3 or word[0].isdigit() or word in signs("context", "stops"):
        return None
    return stem(word)


@from_lexicon
def akin(event: str) -> frozenset[str]:
    """The classes of event that may answer the same question as this one, itself included."""
    events = table("events")
    own = set(events.get(event, {}).get("akin", ()))
    own |= {name for name, entry in events.items() if event in entry.get("akin", ())}
    return frozenset(own | {event})


@from_lexicon
def asks(event: str) -> str | None:
    """How a question about this event ends: "were killed"."""
    entry: dict[str, Any] = table("events").get(event, {})
    return entry.get("asks")


@from_lexicon
def states() -> frozenset[str]:
    """The classes of event that are no happening but a state: no one day is theirs."""
    return frozenset(name for name, entry in table("events").items() if entry.get("state"))


@from_lexicon
def when(event: str) -> str | None:
    """How a question after the day of this event ends: "were they killed"."""
    entry: dict[str, Any] = table("events").get(event, {})
    return entry.get("when")


@from_lexicon
def lasts(event: str) -> str | None:
    """How a question after the length of this event ends: "were they held"."""
    entry: dict[str, Any] = table("events").get(event, {})
    return entry.get("lasts")


@from_lexicon
def event_nouns(event: str) -> tuple[str, ...]:
    """The nouns for a class of event, the usual one first."""
    return tuple(table("events").get(event, {}).get("nouns", ()))


@from_lexicon
def is_placed(event: str | None) -> bool:
    """Whether the place is part of the event: being somewhere, or being sent there."""
    return bool(table("events").get(event or "", {}).get("placed"))


@from_lexicon
def is_running(event: str | None) -> bool:
    """Whether the number of an event changes while its story goes on, as a toll does."""
    return bool(table("events").get(event or "", {}).get("running"))


@from_lexicon
def preposition(event: str) -> str:
    """The word between an event and its place: "to" for being sent, "in" for being somewhere."""
    return str(table("events").get(event, {}).get("placed", ""))


@from_lexicon
def adjective(country: str) -> str:
    """The usual adjective of a country, or its name where it has none: "North Korean"."""
    adjectives = table("countries")["countries"].get(country, {}).get("adjectives", ())
    return str(adjectives[0]) if adjectives else country


@from_lexicon
def signs(section: str, name: str) -> frozenset[str]:
    """One list of lexicon/claims.toml: words, or classes of event or noun."""
    return word_set("claims", section, name)


@from_lexicon
def stance_words() -> frozenset[str]:
    """Words that may deny what a sentence tells, or leave it open."""
    return signs("stance", "denied") | signs("stance", "knowing") | {"not", "no"}


@from_lexicon
def noun_classes() -> dict[str, str]:
    """Each counted noun of the lexicon, with its class."""
    return {word: name for name, words in table("nouns")["classes"].items() for word in words}


@from_lexicon
def state_of(noun: str) -> str | None:
    """The class of event that a counted noun tells of by itself: killed for "dead"."""
    name = noun_classes().get(noun.lower())
    state: str | None = table("claims")["nouns"]["states"].get(name) if name else None
    return state


@from_lexicon
def noun_stems() -> frozenset[str]:
    """Stems of the counted nouns of the lexicon."""
    return frozenset(stem(word) for word in noun_classes())


@from_lexicon
def participants() -> dict[str, str]:
    """Names, adjectives and capitals of countries in lower case, with the country's usual name."""
    words: dict[str, str] = {}
    for country, also in table("countries")["countries"].items():
        for word in (country, *(one for more in also.values() for one in more)):
            words[word.lower()] = country
    return words


@from_lexicon
def countries() -> dict[str, str]:
    """Names of countries in lower case, with the usual name; no capitals, no adjectives."""
    entries = table("countries")["countries"].items()
    return {
        word.lower(): country
        for country, also in entries
        for word in (country, *also.get("names", ()))
    }


@from_lexicon
def nationalities() -> frozenset[str]:
    """Adjectives of countries, in lower case; those of two words are left out."""
    entries = table("countries")["countries"].values()
    return frozenset(
        word.lower() for also in entries for word in also.get("adjectives", ()) if " " not in word
    )


@from_lexicon
def participant_names() -> dict[str, CountryEntry]:
    """The words of `participants`, by their first word, the longest first."""
    names: dict[str, list[tuple[list[str], str]]] = {}
    for name, country in participants().items():
        words = name.split()
        names.setdefault(words[0], []).append((words, country))
    return {
        first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in names.items()
    }


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A lower-case word without its usual endings; only good for comparing with other stems."""
    irregular = _IRREGULAR.get(word)
    if irregular:
        return irregular
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ings", "ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


_IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "police": "police",
    "u.s": "us",
    "us": "us",
}
