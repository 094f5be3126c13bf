"""What one report says of one thing: its accounts of the same number, or of one dated event.

Questions are made by linking nodes; a node never falls apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from math import log, sqrt

from index.compare.accounts import NONE, Account
from index.compare.intervals import Interval, has_zone
from index.facts.claims_nouns import AMOUNTS
from index.facts.claims_vocabulary import is_placed, signs
from index.facts.claims_words import TITLE

Family = str
OLD = 60
"""Days before a report from which on an event is its background."""
LEAD = 400
"""Characters at the beginning of any report, however short, that tell what it is about."""
MEASURED = AMOUNTS | {"age"}
"""Families whose values belong to a noun more than to an event."""


@dataclass(slots=True, eq=False)
class Node:
    """Accounts of one report that speak of one thing."""

    accounts: list[Account]
    family: Family
    """Kinds that can be compared share it: "count", "money", "date" …"""
    events: frozenset[str] = frozenset()
    """Classes of event that govern the value."""
    main_event: str | None = None
    """The event that governs the value most often; the first of equals."""
    others: frozenset[str] = frozenset()
    """Every class of event that the thing takes part in."""
    nouns: frozenset[str] = frozenset()
    """Stems of the counted noun."""
    counted: frozenset[str] = frozenset()
    """Classes of the counted noun."""
    participants: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    """Innermost places, where the place is part of the event."""
    within: frozenset[str] = frozenset()
    """The places that those lie in."""
    context: frozenset[str] = frozenset()
    periods: tuple[tuple[str | None, str | None], ...] = ()
    """The days between which the main event lies, where dates stand with it."""
    sole: bool = False
    """Whether its report gives no other number of the kind for its event, or for what it measures:
    then it is what the report says of that."""
    only: bool = False
    """Whether its report gives no other number of the same noun."""
    greatest: bool = False
    """Whether no other number of its report for its event is greater: a toll, and some of it."""
    singled: bool = False
    """Whether its report gives no other number of its kind of people for its event: "12 officers"
    among all who were hurt."""
    weight: float = 0.0
    """Length of the context vector, once its stems are weighed."""
    first: Account = field(init=False)
    """The account that stands first in the report."""
    report: int = field(init=False)
    """Index of the report."""
    value: Interval | None = field(init=False)
    """The value, which all accounts of a node share."""
    none: bool = field(init=False)
    """The value is that of "no one"."""

    def __post_init__(self) -> None:
        self.first = self.accounts[0]
        self.report, self.value = self.first.report, self.first.value
        self.none = self.value == NONE

    @property
    def salient(self) -> bool:
        """Whether the report gives it weight: in its title, its beginning, or repeatedly."""
        return any(
            account.in_title or account.position < 0.2 or account.claim.start < LEAD
            for account in self.accounts
        )


def nodes_of(accounts: Iterable[Account]) -> list[Node]:
    """The accounts of all reports as nodes, in their order."""
    groups: dict[object, list[Account]] = {}
    for number, account in enumerate(accounts):
        claim = account.claim
        key: object
        if claim.chain >= 0:
            key = (account.report, "chain", claim.chain)
        elif account.is_date and claim.event:
            key = (
                account.report,
                "date",
                claim.event,
                account.kind,
                account.earliest,
                account.latest,
                claim.minutes,
            )
        elif claim.event == TITLE:
            key = (account.report, TITLE, *claim.participants)
        elif account.kind == "stance":
            key = (account.report, claim.event, claim.stance)
        else:
            key = number
        groups.setdefault(key, []).append(account)
    same: dict[frozenset[str], frozenset[str]] = {}
    nodes = [_node(group, same) for group in groups.values()]
    _mark_sole(nodes)
    return nodes


def _mark_sole(nodes: Sequence[Node]) -> None:
    """Marks the numbers that stand alone; parts, additions and "one of them" do not count.

    Of all who are hurt some are hurt badly: "six of them in a critical condition".
    """
    alike: dict[object, list[Node]] = {}
    of_noun: dict[object, list[Node]] = {}
    of_kind: dict[object, list[Node]] = {}
    for node in nodes:
        claim = node.first.claim
        noun = min(node.nouns, default=None)
        if noun is not None:
            of_noun.setdefault((node.report, node.family, noun), []).append(node)
        part = claim.part == "subset" and node.main_event not in signs("context", "faring")
        if part or claim.part == "additional" or node.first.high == 1:
            continue
        if claim.background or is_old(node.first):
            continue
        what = (noun if node.family in MEASURED else None) or node.main_event
        if what is not None:
            alike.setdefault((node.report, node.family, what), []).append(node)
        if node.main_event is not None and node.counted and "people" not in node.counted:
            of_kind.setdefault((node.report, node.main_event, node.counted), []).append(node)
    for found in alike.values():
        found[0].sole = len(found) == 1
        sizes = [node.first.low or 0.0 for node in found]
        found[sizes.index(max(sizes))].greatest = True
    for found in of_kind.values():
        found[0].singled = len(found) == 1
    for found in of_noun.values():
        found[0].only = len(found) == 1


def is_old(account: Account) -> bool:
    """Whether what an account tells of lies long before its report."""
    latest, published = account.claim.period[1], account.published
    if account.claim.modality == "plan" or not latest or not published:
        return False
    return (date.fromisoformat(published[:10]) - date.fromisoformat(latest)).days > OLD


def _node(accounts: list[Account], same: dict[frozenset[str], frozenset[str]]) -> Node:
    """The accounts as one node; its words are those in `same`, where it holds the same: of the ten
    sets of a node most are empty, and in a long report the others recur too."""

    def share(words: Iterable[str]) -> frozenset[str]:
        found = frozenset(words)
        return same.setdefault(found, found)

    claims = [account.claim for account in accounts]
    somewhere = [claim.places for claim in claims if claim.places and is_placed(claim.event)]
    governing = [claim.event for claim in claims if claim.event]
    # Of equals the first in the report.
    main_event = max(governing, key=governing.count) if governing else None
    return Node(
        accounts=accounts,
        family=_family(accounts[0]),
        events=share(governing),
        main_event=main_event,
        others=share(chain.from_iterable([claim.events for claim in claims])),
        nouns=share([claim.noun for claim in claims if claim.noun]),
        counted=share([claim.counted for claim in claims if claim.counted]),
        participants=share(chain.from_iterable([claim.participants for claim in claims])),
        qualifiers=share(chain.from_iterable([claim.qualifiers for claim in claims])),
        places=share([places[0] for places in somewhere]),
        within=share([place for places in somewhere for place in places[1:]]),
        context=share(chain.from_iterable([claim.context for claim in claims])),
        periods=tuple(
            claim.period for claim in claims if any(claim.period) and claim.event == main_event
        ),
    )


def _family(account: Account) -> Family:
    if account.kind == "words":
        return account.claim.event or "words"
    if account.kind == "duration" and account.claim.minutes is None:
        return "period"
    if account.kind == "time" and has_zone(account.earliest or account.latest or ""):
        return "moment"
    return "count" if account.kind == "vague" else account.kind


class Rarity:
    """How much a shared word says: words of few sentences say most (inverse sentence frequency)."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        sentences: dict[tuple[int, int], set[str]] = {}
        for node in nodes:
            for account in node.accounts:
                place = (account.report, account.claim.start)
                sentences.setdefault(place, set()).update(account.claim.context)
        counts = Counter(word for words in sentences.values() for word in words)
        whole = len(sentences) + 1
        self._squares = {word: log(whole / count) ** 2 for word, count in counts.items()}
        for node in nodes:
            node.weight = sqrt(sum([self._squares[word] for word in node.context]))

    def may_reach(self, likeness: float, one: Node, other: Node) -> bool:
        """Whether two contexts can be so alike: what they share weighs no more than the lesser."""
        return min(one.weight, other.weight) >= likeness * max(one.weight, other.weight)

    def likeness(self, one: Node, other: Node) -> float:
        """Cosine of the two contexts, from 0 to 1."""
        if not one.weight or not other.weight:
            return 0.0
        shared = sum([self._squares[word] for word in one.context & other.context])
        return shared / (one.weight * other.weight)
