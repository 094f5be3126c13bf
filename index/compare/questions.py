"""Questions that several claims answer: grouping, relations, strength, order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from index.article import Article
from index.compare import phrasing, wording
from index.compare.accounts import Account, accounts_of
from index.compare.model import (
    DISPUTED,
    GRAVITY,
    Comparison,
    Question,
    Relation,
    RelationKind,
    Strength,
)
from index.compare.nodes import Node, Rarity, nodes_of
from index.compare.origins import find_origins, grouped
from index.compare.pairing import Link, conflict, elsewhere, needs_own_link, pair, told_apart
from index.compare.relations import WINDOW, relate, unknown
from index.compare.stances import with_affirmations
from index.compare.tiers import Tier
from index.compare.voices import speakers_part, titles_part
from index.facts.claims_vocabulary import akin
from index.facts.claims_words import SAYING, TITLE
from index.facts.model import Facts, Stance

PULL = 0.15
"""How much each report in two groups adds to the score of joining them."""


def compare(reports: Sequence[tuple[Article, Facts]], *, window: timedelta = WINDOW) -> Comparison:
    """What the reports answer together, and where their answers part.

    The questions come with the gravest relation first. `window` is how far two days lie apart
    before one value can be an update of another.
    """
    origins = find_origins(reports)
    accounts = [
        account
        for number, (article, facts) in enumerate(reports)
        for account in accounts_of(number, origins[number], article, facts, facts.claims)
    ]
    nodes = nodes_of(with_affirmations(accounts, origins, reports))
    questions = [
        question for group in _groups(nodes) if (question := _question(group, window)) is not None
    ]
    questions.sort(key=lambda q: (GRAVITY.index(q.relation), q.strength != "strong", -_support(q)))
    return Comparison(
        articles=tuple(article.id for article, _ in reports),
        origins=grouped(reports, origins),
        questions=tuple(_with_own_ids(questions)),
    )


def _support(question: Question) -> int:
    return len({answer.article for answer in question.answers})


def _groups(nodes: Sequence[Node]) -> list[list[Node]]:
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
    for number, node in enumerate(nodes):
        for key in _keys(node):
            buckets.setdefault(key, []).append(number)
    seen: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        for place, one in enumerate(bucket):
            for other in bucket[place + 1 :]:
                if (one, other) not in seen:
                    seen.add((one, other))
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
        for word in node.context:
            yield (SAYING, word)
        return
    events = node.others if node.family == "money" else node.events
    for alike in {name for event in events for name in akin(event)}:
        yield (node.family, alike)
    if node.first.earliest is not None and node.first.earliest == node.first.latest:
        yield (node.family, node.first.earliest, node.first.latest)
    if node.first.low is not None:
        yield (node.family, node.first.low, node.first.high)


def _question(group: Sequence[Node], window: timedelta) -> Question | None:
    family = group[0].family
    if family == TITLE and not titles_part(group):
        return None
    if family == SAYING and not speakers_part(group):
        return None
    if family == "stance" and not _is_disputed({node.first.claim.stance for node in group}):
        return None
    accounts = sorted(
        (account for node in group for account in node.accounts),
        key=lambda a: (a.published or "9999", a.report, a.claim.value_start),
    )
    relations: list[Relation] = []
    missing: dict[str, None] = {}
    for b, later in enumerate(accounts):
        for a in range(b):
            earlier = accounts[a]
            verdict = relate(earlier, later, window)
            if verdict.kind == "agrees" or (
                verdict.kind == "echo" and earlier.report == later.report
            ):
                continue
            relations.append(Relation(a, b, verdict.kind, wording.reason(earlier, later, verdict)))
            if verdict.kind in DISPUTED:
                missing.update(dict.fromkeys(unknown(earlier, later)))
    gravest = min(relations, key=lambda r: GRAVITY.index(r.kind), default=None)
    kind: RelationKind = gravest.kind if gravest else "agrees"
    reports = {account.report for account in accounts}
    if len(reports) < 2 and kind not in DISPUTED and kind != "scope":
        return None
    key = phrasing.key_of(group)
    return Question(
        id=phrasing.identifier(key),
        question=phrasing.question_of(group, accounts),
        strength=_strength(group, accounts, kind),
        relation=kind,
        reason=gravest.reason if gravest else wording.agreement(accounts),
        answers=tuple(account.answer() for account in accounts),
        relations=tuple(relations),
        possible=bool(missing),
        missing=tuple(missing),
    )


def _is_disputed(stances: set[Stance]) -> bool:
    """Whether stances make a question: a denial, or nobody who would confirm.

    What one affirms and another cannot confirm yet is how any story begins.
    """
    return "denied" in stances or stances == {"unconfirmed"}


def _strength(group: Sequence[Node], accounts: Sequence[Account], kind: RelationKind) -> Strength:
    """Strong where a reader wants it shown."""
    if kind in ("agrees", "echo") and len({account.origin for account in accounts}) == 1:
        # Copies of one text give the same values: that is no support.
        return "weak"
    if group[0].family == "count" and all(a.high is not None and a.high <= 1 for a in accounts):
        # "One of them": hardly ever a count that anybody asks for.
        return "weak"
    return "strong"


def _with_own_ids(questions: Iterable[Question]) -> Iterator[Question]:
    """The questions, those with one key told apart by a number."""
    from dataclasses import replace

    taken: dict[str, int] = {}
    for question in questions:
        count = taken.get(question.id, 0)
        taken[question.id] = count + 1
        yield replace(question, id=f"{question.id}-{count + 1}") if count else question
