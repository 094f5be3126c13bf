"""Which nodes answer one question: grouping by linking the surest pairs first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise
from math import log

from index.compare.intervals import in_base_unit
from index.compare.nodes import MEASURED, Node, Rarity
from index.compare.pairing import (
    Link,
    conflict,
    elsewhere,
    needs_own_link,
    pair,
    told_apart,
)
from index.compare.pairing_words import FEWEST
from index.compare.tiers import NEAR, Tier, number_of
from index.facts.claims_nouns import AMOUNTS
from index.facts.claims_vocabulary import akin, lasts
from index.facts.claims_words import SAYING, TITLE

CROWD = 32
"""Nodes of one report that are looked at for one key, so that a table takes time in proportion."""
PULL = 0.15
"""How much each report in two groups adds to the score of joining them."""


def groups_of(nodes: Sequence[Node]) -> list[list[Node]]:
    """Nodes that answer one question, joined pair by pair: equal values first, then surest first.

    A join that would bring together two nodes in conflict is not made.
    """
    rarity = Rarity(nodes)
    links = list(_links(nodes, rarity))
    group_of = {number: [number] for number in range(len(nodes))}
    for tier in Tier:
        these = [link for link in links if link.tier is tier]
        weight = {link: link.score + _pull(link, group_of, nodes) for link in these}
        for link in sorted(these, key=lambda link: (-weight[link], link.one, link.other)):
            one, other = group_of[link.one], group_of[link.other]
            if one is other or not _may_join(one, other, nodes, rarity):
                continue
            one.extend(other)
            for number in other:
                group_of[number] = one
    seen: set[int] = set()
    groups = []
    for group in group_of.values():
        if id(group) not in seen and len(group) > 1:
            groups.append([nodes[number] for number in sorted(group)])
        seen.add(id(group))
    return groups


def _pull(link: Link, group_of: Mapping[int, Sequence[int]], nodes: Sequence[Node]) -> float:
    """What many reports answer draws in more: it is likelier what the story is about."""
    numbers = {*group_of[link.one], *group_of[link.other]}
    return PULL * len({nodes[number].report for number in numbers})


def _may_join(
    one: Sequence[int], other: Sequence[int], nodes: Sequence[Node], rarity: Rarity
) -> bool:
    """Whether no pair across two groups is in conflict, and half of the doubtful ones pair.

    Of speakers every pair must: else a chain of likenesses would join what nobody said.
    """
    pairs = paired = 0
    one_place = any(nodes[a].places & nodes[b].places for a in one for b in other)
    for a in one:
        for b in other:
            if conflict(nodes[a], nodes[b]) or told_apart(nodes[a], nodes[b], rarity):
                return False
            if not one_place and elsewhere(nodes[a], nodes[b]):
                return False
            if needs_own_link(nodes[a], nodes[b]):
                pairs += 1
                paired += pair(nodes[a], nodes[b], rarity) is not None
    return paired == pairs if nodes[one[0]].family == SAYING else 2 * paired >= pairs


def _links(nodes: Sequence[Node], rarity: Rarity) -> Iterator[Link]:
    """The pairs that may answer one question. Only nodes that share a key are looked at."""
    buckets: dict[object, list[int]] = {}
    held: Counter[tuple[int, object]] = Counter()
    for number, node in enumerate(nodes):
        for key in _keys(node):
            held[node.report, key] += 1
            if held[node.report, key] <= CROWD:
                buckets.setdefault(key, []).append(number)
    looked_at = chain.from_iterable(combinations(bucket, 2) for bucket in buckets.values())
    for one, other in dict.fromkeys(looked_at):
        found = pair(nodes[one], nodes[other], rarity)
        if found is not None:
            yield Link(*found, one, other)


def _keys(node: Node) -> Iterable[object]:
    """What two nodes must share in part to be looked at together."""
    if node.family == TITLE:
        for name in node.first.claim.participants:
            yield (TITLE, name.split()[-1])
        return
    if node.family == SAYING:
        # What is nearly the same, or quoted from it, shares at least two words in a row.
        if len(node.context) >= FEWEST:
            yield from pairwise(node.first.claim.context)
        return
    if node.family in MEASURED or node.only:
        for noun in node.nouns:
            yield (node.family, noun)
    events = node.others if node.family == "money" else node.events
    for alike in {name for event in events for name in akin(event)}:
        yield (node.family, alike)
    if node.family == "duration":
        yield (node.family, lasts(node.main_event or ""))
    if node.first.earliest is not None and node.first.earliest == node.first.latest:
        yield (node.family, node.first.earliest, node.first.latest)
    if node.family in AMOUNTS and node.value is not None:
        # Amounts that are near each other are looked at whatever they measure.
        step = int(log(max(in_base_unit(number_of(node.value), node.first.unit), 1e-9)) / log(NEAR))
        yield (node.family, "near", step)
        yield (node.family, "near", step + 1)
    if node.first.low is not None:
        yield (node.family, node.first.low, node.first.high)
