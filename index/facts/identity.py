"""Whether two articles speak of one official."""

from __future__ import annotations

from index.facts.kinds import Kind, kinds
from index.facts.lexicons import from_lexicon, table
from index.facts.model import Official
from index.facts.names import PersonName
from index.facts.vocabulary import vocabulary
from index.facts.words import Remembered, normal


def same_person(one: Official, other: Official) -> bool:
    """Whether two officials of different articles are one person, as far as the articles tell.

    Family and given name must agree, and no country may speak against it. Where one article gives
    the family name alone ("President Biden"), an office of the same name must speak for it: bare
    family names are shared by too many.
    """
    first, second = PersonName.of(one.name), PersonName.of(other.name)
    if not first.agrees(second) or not _one_order(first, second):
        return False
    countries, others = (countries_in(*(role.text for role in of.roles)) for of in (one, other))
    if countries and others and countries.isdisjoint(others):
        return False
    if first.given and second.given:
        return True
    return not _offices(one).isdisjoint(_offices(other))


def _one_order(first: PersonName, second: PersonName) -> bool:
    """Whether full names of the same length have the same words: tells Tae-yong from Tae-yul."""
    if not (first.given and second.given) or len(first.words) != len(second.words):
        return True
    return set(first.family_names) & set(second.family_names) != set()


def _offices(official: Official) -> frozenset[str]:
    """The words that name the offices held: "president"; ranks too."""
    kind, heads = kinds(), vocabulary().heads
    words = (word for role in official.roles for word in role.text.split(" "))
    return frozenset(
        normal(word) for word in words if kind(word) & Kind.HEAD or normal(word) in heads
    )


@from_lexicon
def _country_of() -> dict[str, str]:
    """The country by every name and adjective of it, in lower case."""
    found: dict[str, str] = {}
    for country, also in table("countries")["countries"].items():
        for name in (country, *also.get("adjectives", ()), *also.get("names", ())):
            found[name.lower()] = country
    return found


def countries_in(*roles: str) -> frozenset[str]:
    """The countries that the words of roles name, by themselves or in the possessive."""
    known = _countries_of()
    return frozenset().union(*[known[role] for role in roles])


@from_lexicon
def _countries_of() -> Remembered[frozenset[str]]:
    """The countries that a role names: roles recur."""
    country_of = _country_of()

    def countries(role: str) -> frozenset[str]:
        words = [normal(word) for word in role.split(" ")]
        names = (
            " ".join(words[start : start + size])
            for size in (1, 2, 3)
            for start in range(len(words) - size + 1)
        )
        return frozenset(country_of[name] for name in names if name in country_of)

    return Remembered(countries)
