"""Whom the words before or after a verb of saying name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from index.facts.bodies import body_names, named_body
from index.facts.clauses import Range, main_subject, subject_before
from index.facts.cues import cues
from index.facts.identity import countries_in
from index.facts.items import Row, grammar
from index.facts.model import Official
from index.facts.vocabulary import vocabulary
from index.facts.words import normal, plain

_MALE = frozenset({"he", "him", "his"})
_FEMALE = frozenset({"she", "her"})
_PERSONAL = _MALE | _FEMALE
_RELATIVES = frozenset({"who", "which", "that"})
_GROUP = frozenset({"they", "it"})
_PREPOSITION = re.compile(r"\s(?:of|for|in|at|from|with|by|to|on|about)\s")
_APPOSED = re.compile(r", (?P<name>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,3}),")
"""A name between commas: "the operator, Citytram, said"."""
_LONGEST_ADDRESS = 12
_MOST_NAMES = 200
_LONGEST_TITLE = 60
_MOST_SPACE = 3
"""Characters after a title within which the comma of an apposition stands."""
_RECENT = 6
"""How many subjects back a pronoun is looked for."""


class Speakers:
    """Knows the people and bodies of one article, and who was spoken of last."""

    def __init__(
        self, body: str, officials: Sequence[Official], people: Sequence[Official]
    ) -> None:
        self._body = body
        named = {id(person): person for person in (*officials, *people)}.values()
        self._mentions = sorted(
            (mention.start, mention.end, person.name)
            for person in named
            for mention in person.mentions
        )
        self._starts = [start for start, _, _ in self._mentions]
        self._recurring = {person.name for person in people if len(person.mentions) > 1}
        self._recurring |= {official.name for official in officials}
        heads = vocabulary().heads
        self._roles = [
            (role.start, head, official.name)
            for official in officials
            for role in official.roles
            for head in map(normal, role.text.split(" "))
            if head in heads
        ]
        self._countries = {
            official.name: countries_in(*(role.text for role in official.roles))
            for official in officials
        }
        self._role_starts = {
            role.end + 1: role.start for official in officials for role in official.roles
        }
        """Where the title begins, by the place of the name after it."""
        self._genders = self._genders_by_address()
        self._subjects: list[str] = []
        self._last_body: str | None = None

    def _genders_by_address(self) -> dict[str, str]:
        """The gender of everybody whom the article calls "Mr." or "Ms."."""
        body, genders = self._body, dict[str, str]()
        male, female = vocabulary().male, vocabulary().female
        for start, _, name in self._mentions:
            low = start - _LONGEST_ADDRESS if start > _LONGEST_ADDRESS else 0
            before = plain(body[low : start - 1].rpartition(" ")[2])
            if before in male or before in female:
                genders[name] = "male" if before in male else "female"
        return genders

    def mentions_between(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The named places inside a stretch, as (start, end, name)."""
        first = bisect_left(self._starts, start)
        return self._mentions[first : bisect_left(self._starts, end, first)]

    def note_subject(self, items: Row) -> None:
        """Remember whom a sentence has as its subject: the first named, if not as part of another.

        To be called after the statements of the sentence are read.
        """
        for start, end, name in self.mentions_between(items.start(0), items.end(-1)):
            at = items.at(start)
            lesser = at > 0 and items[at - 1].low in grammar().prepositions
            if items[at].capital and not lesser and not self._is_possessive(end):
                self._subjects.append(name)
                return

    def names(self, items: Row, subject: Range) -> list[str | None]:
        """Everybody whom a subject names: two for "Russia and North Korea"; [None] if nobody."""
        first, last = subject
        whole = self._name(items, subject)
        own = self._role_starts.get(items.start(last))
        if own is not None or first == last:
            return [whole]
        joints = [at for at in range(first, last) if items[at].low in {"and", ","}]
        lows = {items[at].low for at in range(first, last)}
        if not joints or not lows.isdisjoint(grammar().prepositions):
            return [whole]
        edges = [first - 1, *joints, last + 1]
        parts: list[str | None] = []
        for left, right in pairwise(edges):
            name = self._name(items, (left + 1, right - 1)) if right - left > 1 else None
            if name is not None:
                parts.append(name)
        return parts if len(parts) > 1 else [whole]

    def _name(self, items: Row, subject: Range) -> str | None:
        """Whom a subject means, whether it is a name, a pronoun, or the "who" after a name."""
        first, last = subject
        low = items[first].low
        if first == last and low in _RELATIVES and first > 0:
            end = first - 1 if items[first - 1].low == "," else first
            before = subject_before(items, end) if end > 0 else None
            if before is None:
                return None
            first, last = self._past_apposition(items, before)
            if items[last].low in cues().documents:  # "issued a statement that said"
                first, last = main_subject(items) or before
        elif first == last and low in grammar().pronouns:
            return self._pronoun(low, self._nearby(items, first))
        return self.resolve(items.start(first), items.end(last))

    def _past_apposition(self, items: Row, subject: Range) -> Range:
        """Who is meant by "who" behind an apposition: "Ann Roe, a Liberal, who had said"."""
        first = subject[0]
        if first < 2 or items[first - 1].low != "," or items[first].low not in {"a", "an"}:
            return subject
        named = self.mentions_between(items.start(0), items.end(first - 2))
        if not named or named[-1][1] != items.end(first - 2):
            return subject
        return subject_before(items, first - 1) or subject

    def _pronoun(self, word: str, nearby: Sequence[str]) -> str | None:
        """Whom a pronoun means; `nearby` are people of the same sentence, the likeliest last."""
        if word in _GROUP:
            return self._last_body
        if word not in _PERSONAL:
            return None
        gender = "male" if word in _MALE else "female"
        for name in (*reversed(nearby), *reversed(self._subjects[-_RECENT:])):
            if self._genders.setdefault(name, gender) == gender:
                return name
        return None

    def _nearby(self, items: Row, index: int) -> list[str]:
        """People of the same sentence whom a pronoun at `index` may mean, the likeliest last.

        Somebody who stands after a preposition or with a possessive is meant only from inside a
        clause of its own: "Austin's visit, where he reaffirmed".
        """
        known = grammar()
        likely: list[str] = []
        others: list[str] = []
        for start, end, name in self.mentions_between(items.start(0), items.start(index)):
            at = items.at(start)
            if items[at].capital:
                lesser = at > 0 and items[at - 1].low in known.prepositions
                (others if lesser or self._is_possessive(end) else likely).append(name)
        subordinate = any(items[at].low in known.joints for at in range(index))
        return likely or (others if subordinate else [])

    def _is_possessive(self, end: int) -> bool:
        """Whether the name that ends at `end` stands in the possessive."""
        return self._body[end : end + 2] in {"'s", "’s"}

    def is_named(self, items: Row, at: int) -> bool:
        """Whether a person, body or country of the lexicon is named at this place."""
        start, end = items.start(at), items.end(at)
        return bool(self.mentions_between(start, end)) or self.is_body(start, end)

    def shouted(self, words: str) -> str | None:
        """The one person whose name ends in words in capitals: "CARTER" is Ann Carter."""
        names = {name for _, _, name in self._mentions[:_MOST_NAMES]}
        meant = [name for name in names if name.upper().endswith(words)]
        return meant[0] if len(meant) == 1 else None

    def is_known(self, start: int, end: int) -> bool:
        """Whether the words at this place name an official, or somebody named elsewhere too."""
        names = {name for _, _, name in self.mentions_between(start, end)}
        return any(name in self._recurring for name in names)

    def is_body(self, start: int, end: int) -> bool:
        """Whether the words at this place are the name of a body or country of the lexicon."""
        return self._body[start:end] in body_names()

    def apposed(self, end: int) -> tuple[int, str] | None:
        """Who is named right after words that end at `end`: "the spokesman, Garba Shehu, said".

        Gives the place where the name ends, and the name.
        """
        body = self._body
        if "," not in body[end : end + _MOST_SPACE]:
            return None
        for start, until, name in self.mentions_between(end, end + _LONGEST_TITLE)[:1]:
            between = body[end : self._role_starts.get(start, start)].split()
            honorific = all(plain(word) in vocabulary().honorifics for word in between[1:])
            if between[:1] == [","] and honorific and body[until : until + 1] in {",", "."}:
                return until, name
        return None

    def resolve(self, start: int, end: int) -> str | None:
        """The name of the person or body that the words of a subject mean; None if unnamed."""
        text = self._body[start:end]
        mention = self._person(start, end)
        if mention is not None:
            return mention
        apposed = self.apposed(end)
        if apposed is not None:
            return apposed[1]
        shouted = self.shouted(text) if text.isupper() and len(text) > 2 else None
        if shouted is not None:
            return shouted
        office = self._office_holder(start, text)
        if office is not None:
            return office
        body = named_body()(text)
        if body.is_unnamed:
            return self._last_body
        named = _APPOSED.match(self._body, end) if body.name is None else None
        if named is not None and text.split(" ")[-1].islower():
            body = named_body()(named["name"])
        if body.name is not None and body.name.lower() not in cues().documents:
            self._last_body = body.name
        return body.name

    def _person(self, start: int, end: int) -> str | None:
        """The person named in the subject, unless only as somebody's ("a lawyer for Trump")."""
        body = self._body
        for at, until, name in self.mentions_between(start, end):
            if until > end or (body[until : until + 2] in {"'s", "’s"} and until + 2 < end):
                continue
            before = body[start : max(start, self._role_starts.get(at, at))]
            preposition = _PREPOSITION.search(" " + before)
            if preposition and not before.rstrip().endswith(","):
                return None if before[: preposition.start()].strip() else name
            rest = body[until:end].split()
            if len(rest) == 1 and rest[0].isalpha() and rest[0].islower():
                return None  # "Clinton campaign", "Obama aides"
            return name
        return None

    def _office_holder(self, start: int, text: str) -> str | None:
        """The one official who holds the office: "the secretary general", "Chad's president".

        With the article alone it must be one named before; with a country, one of that country.
        """
        first, *words = text.split(" ")
        if not words:
            return None
        head = normal(words[-1])
        holders = {name for at, role, name in self._roles if at < start and role == head}
        if normal(first) != "the" and head in vocabulary().heads:
            named = countries_in(text)
            holders = {
                name
                for _, role, name in self._roles
                if role == head and not named.isdisjoint(self._countries.get(name, ()))
            }
        elif normal(first) != "the":
            return None
        return next(iter(holders)) if len(holders) == 1 and head in vocabulary().heads else None
