"""The word lists of officials and speakers, made ready for fast look-up.

Made once from the lexicons. Every word is in lower case, without a closing full stop.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.facts.lexicons import from_lexicon, table

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What each word can be. One word may be in several sets."""

    office: Words
    """Heads of titles that are public by themselves: "senator"."""
    capital: Words
    """Heads that are public when capitalised right before a name: "President"."""
    after_only: Words
    """Heads that never stand right before a name: "official"."""
    regnal: Words
    """Heads that stand before a given name: "King Abdullah"."""
    rank: Words
    """Ranks, capitalised right before a name: "Gen."."""
    dotted: Words
    """Ranks that count only with a full stop: "Del."."""
    shouted: Words
    """Ranks that count only in capitals: "DI"."""
    heads: Words
    """All words that may name the office in a title."""
    pairs: frozenset[tuple[str, str]]
    """Two words that are public together: "attorney general"."""
    private_pairs: frozenset[tuple[str, str]]
    """Two words that speak against public office: "national committee"."""
    ministers: Words
    """Offices that one of `ministries` makes a minister's: "secretary"."""
    ministries: Words
    """Portfolios that make a minister of a secretary: "health secretary"."""
    club_offices: Words
    """Offices of a sports club, spelled small after its name: "Hull City manager"."""
    club_places: Words
    """Words that a club's name ends in, and that are public of any other body."""
    parties: Words
    """Words that a party's name ends in."""
    modifiers: Words
    stops: Words
    """Words that no title begins with and no name holds."""
    portfolios: Words
    places: Words
    """Countries, regions, their adjectives: the words that no personal name ends in."""
    countries: Words
    """The words that names of places end in, without the adjectives."""
    public: Words
    """Words of public bodies: they make "director" a public office."""
    bodies: Words
    """Words that do so only when capitalised: "the Senate", "Office"."""
    acronyms: Words
    """Words of `bodies` that are bodies only in capitals: "UN", but not "Un"."""
    private: Words
    inside: Words
    """Every small word that may stand inside a title."""
    not_names: Words
    """Words that no personal name holds; places are left out, for there is a Michael Jordan."""
    place_names: Words
    """Whole names of countries, regions and capitals, and their adjectives."""
    place_openers: Words
    """First words of names of places: "Los" of "Los Angeles"."""
    body_names: Words
    """Whole names of public bodies."""
    directions: Words
    """Words before a place's name: "South Korea", "the Democratic Republic"."""
    male: Words
    female: Words
    honorifics: Words
    kept_honorifics: Words
    """Those that stand inside the name: "Datuk Railey Jeffrey"."""
    suffixes: Words
    stopping_names: Words
    """Words of `stops` that are given names right after a title: "Administrator June Moore"."""
    relatives: Words
    speaking: Words
    """Nouns for people and bodies that have opinions: "critics", "the court"."""


@from_lexicon
def vocabulary() -> Vocabulary:
    """The word lists as they stand in the lexicons."""
    heads, words = table("titles")["heads"], table("titles")["words"]
    names = table("names")
    office, capital, shared = (_lower(heads[tier]) for tier in ("office", "capital", "shared"))
    modifiers, stops, portfolios = (
        _lower(words["modifiers"]),
        _lower(words["stops"]),
        _lower(table("portfolios")["words"]),
    )
    places, countries = _places()
    bodies = _body_words()
    public = _lower(words["public"])
    private = _lower(words["private"])
    all_heads = office | capital | shared
    male, female = (_lower(names["honorifics"][gender]) for gender in ("male", "female"))
    return Vocabulary(
        office=office,
        capital=capital,
        after_only=_lower(heads["after_only"]),
        regnal=_lower(heads["regnal"]),
        rank=_lower(heads["rank"]),
        dotted=_lower(heads["dotted"]),
        shouted=_lower(heads["shouted"]),
        heads=all_heads,
        pairs=_pairs("pairs"),
        private_pairs=_pairs("private_pairs"),
        ministers=_lower(words["ministers"]),
        ministries=_lower(words["ministries"]),
        club_offices=_lower(words["club_offices"]),
        club_places=_lower(words["club_places"]),
        parties=_lower(words["parties"]),
        modifiers=modifiers,
        stops=stops,
        portfolios=portfolios,
        places=places,
        countries=countries,
        public=public,
        bodies=bodies,
        acronyms=_acronyms(),
        private=private,
        inside=all_heads | modifiers | public | portfolios | bodies | _lower(words["ministries"]),
        not_names=(
            _lower(names["things"]["words"])
            | public
            | bodies
            | private
            | portfolios
            | modifiers
            | shared
            | stops
        )
        - places
        - _lower(words["also_names"])
        - _lower(names["particles"]),
        place_names=_place_names(),
        place_openers=_lower(names["places"]["first"]),
        body_names=_lower(
            name for key, also in table("bodies")["bodies"].items() for name in (key, *also)
        ),
        directions=_lower(table("countries")["directions"]["words"]),
        male=male,
        female=female,
        honorifics=male | female | _lower(names["honorifics"]["either"]),
        kept_honorifics=_lower(names["honorifics"]["kept"]),
        suffixes=_lower(names["suffixes"]),
        stopping_names=stops & _lower(words["also_names"]),
        relatives=_lower(names["relatives"]["words"]),
        speaking=all_heads
        | modifiers
        | _lower(table("bodies")["words"]["common"])
        | _lower(table("bodies")["words"]["unnamed"])
        | _lower(names["people"]["words"]),
    )


def _pairs(name: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (first, second) for first, seconds in table("titles")[name].items() for second in seconds
    )


def _lower(words: Iterable[str]) -> Words:
    return frozenset(word.lower().rstrip(".") for word in words)


def _places() -> tuple[Words, Words]:
    """The words that names of places end in: with the adjectives made of them, and without."""
    names: list[str] = []
    adjectives: list[str] = []
    for country, also in table("countries")["countries"].items():
        names += [country, *also.get("names", ()), *also.get("capitals", ())]
        adjectives += also.get("adjectives", ())
    regions = table("countries")["regions"]
    countries = _lower(name.split()[-1].rstrip(",") for name in names + regions["names"])
    return (
        countries | _lower(name.split()[-1] for name in adjectives + regions["adjectives"]),
        countries,
    )


def _place_names() -> Words:
    """Whole names of countries, regions and capitals, and their adjectives."""
    names: list[str] = []
    for country, also in table("countries")["countries"].items():
        names += [country, *(name for kind in also.values() for name in kind)]
    regions = table("countries")["regions"]
    return _lower((*names, *regions["names"], *regions["adjectives"]))


def _body_words() -> Words:
    """Names of bodies that are one word, and the words that a body's name ends in."""
    single = _lower(_short_names())
    return single | _lower(table("bodies")["words"]["endings"]) | {"nations"}


def _short_names() -> list[str]:
    """Names of bodies that are one word."""
    bodies = table("bodies")["bodies"]
    return [name for key, also in bodies.items() for name in (key, *also) if " " not in name]


def _acronyms() -> Words:
    """Names of bodies that are written in capitals only."""
    names = _short_names()
    return _lower(filter(str.isupper, names)) - _lower(n for n in names if not n.isupper())
