"""Numbers that do not answer quite the same, set side by side because readers mix them up.

A place and a part of it, a whole and a part of it, what is there and what is still to come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Literal, NamedTuple

from index.compare.nodes import Node
from index.compare.pairing import nested
from index.compare.relations import includes, two_states
from index.compare.sameness import same_thing
from index.compare.tiers import SMALL, Tier, number_of, tier_of
from index.facts.claims_counting import PRESENT

CROWD = 48
"""Numbers of one key that are looked at, so that a table takes time in proportion."""
ScopeKind = Literal["place", "number", "part", "state"]


class Scope(NamedTuple):
    """Nodes that a reader may take for answers to one question."""

    kind: ScopeKind
    nodes: list[Node]


def scopes_of(nodes: Sequence[Node], groups: Sequence[Sequence[Node]]) -> Iterator[Scope]:
    """Numbers of one thing that differ in place, part or state.

    "11,000 in Russia, of them 10,000 in Kursk" is no contradiction, but worth knowing before one of
    the two is set against another report; so is one number that stands for a place in one report
    and for a part of it in another. Nodes of one of the `groups` answer one question already.
    """
    counts = [node for node in nodes if node.family == "count" and node.value is not None]
    placed = [node for node in counts if node.places]
    yield from _gathered("place", placed, _nests, lambda node: (node.report, _class_of(node)))
    group_of = {id(node): number for number, group in enumerate(groups) for node in group}

    def moves(one: Node, other: Node) -> bool:
        asked = group_of.get(id(one)), group_of.get(id(other))
        return None not in asked and asked[0] != asked[1] and _moves(one, other)

    for scope in _gathered("number", placed, moves, lambda node: (_class_of(node), node.first.low)):
        first = [replace(node, accounts=node.accounts[:1]) for node in scope.nodes]
        yield Scope(scope.kind, first)
    yield from _gathered("part", counts, _contains, lambda node: (node.report, node.first.sentence))
    there = [node for node in counts if any(a.claim.event == PRESENT for a in node.accounts)]
    yield from _gathered("state", there, _in_two_states, lambda node: node.report)


def _gathered(
    kind: ScopeKind,
    nodes: Sequence[Node],
    belong: Callable[[Node, Node], bool],
    key: Callable[[Node], object],
) -> Iterator[Scope]:
    """The nodes of each key of which some pairs belong together: those of all such pairs."""
    groups: dict[object, list[Node]] = {}
    for node in nodes:
        groups.setdefault(key(node), []).append(node)
    for whole in groups.values():
        group = whole[:CROWD]
        found = {id(node) for pair in combinations(group, 2) if belong(*pair) for node in pair}
        if found:
            yield Scope(kind, [node for node in group if id(node) in found])


def _class_of(node: Node) -> str:
    return min(node.counted, default="") or min(node.nouns, default="")


def _is_planned(node: Node) -> bool:
    return node.first.claim.modality == "plan"


def _nests(one: Node, other: Node) -> bool:
    """Whether two counts of one thing differ, and stand for a place and a part of it."""
    return (
        not (_is_planned(one) or _is_planned(other))
        and nested(one, other)
        and tier_of(one, other) is not Tier.SAME
        and same_thing(one, other) >= 1.5
    )


def _moves(one: Node, other: Node) -> bool:
    """Whether two reports give one number for a place and for a part of it, or for two parts."""
    return (
        one.report != other.report
        and not (_is_planned(one) or _is_planned(other))
        and (nested(one, other) or bool(one.within & other.within))
        and not one.places & other.places
        and one.value is not None
        and number_of(one.value) > SMALL
        and same_thing(one, other) >= 1.5
    )


def _contains(one: Node, other: Node) -> bool:
    """Whether a sentence says that one number is a part of the other."""
    return same_thing(one, other) >= 1.5 and any(
        includes(a, b) for a in one.accounts for b in other.accounts
    )


def _in_two_states(one: Node, other: Node) -> bool:
    """Whether one speaker's same number is already there, and still to come."""
    return any(two_states(a, b) for a in one.accounts for b in other.accounts)
