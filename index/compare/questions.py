"""Questions that several claims answer: grouping, relations, strength, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from index.article import Article
from index.compare import phrasing, wording
from index.compare.accounts import Account, accounts_of
from index.compare.credits import makers
from index.compare.grouping import groups_of
from index.compare.model import (
    DISPUTED,
    GRAVITY,
    Comparison,
    Question,
    Relation,
    RelationKind,
    Strength,
)
from index.compare.nodes import Node, nodes_of
from index.compare.origins import find_origins, grouped
from index.compare.ranking import Ranking
from index.compare.relations import WINDOW, relate, unknown
from index.compare.scopes import Scope, ScopeKind, scopes_of
from index.compare.stances import with_affirmations
from index.compare.voices import speakers_part, titles_part
from index.facts.claims_words import SAYING, TITLE
from index.facts.model import Facts, Stance

MOST_ANSWERS = 320
"""Answers of a question, each of which is set against each other."""
FEWEST_ANSWERS = 8
"""Answers of one report that a question of however many reports has room for."""


def compare(reports: Sequence[tuple[Article, Facts]], *, window: timedelta = WINDOW) -> Comparison:
    """What the reports answer together, and where their answers part.

    The questions come in the order of `ranking`: contradictions first. They hang on no order of
    `reports`. `window` is how far two days lie apart before one value can be an
    update of another.
    """
    asked_for = [article.id for article, _ in reports]
    reports = sorted(reports, key=lambda report: (report[0].published or "9999", report[0].id))
    origins = find_origins(reports)
    accounts = [
        account
        for number, (article, facts) in enumerate(reports)
        for account in accounts_of(number, origins[number], article, facts, facts.claims)
    ]
    nodes = nodes_of(with_affirmations(accounts, origins, reports))
    groups = groups_of(nodes)
    asked = [(_question(group, window), group) for group in groups]
    asked += [_scoped(scope, groups, window) for scope in scopes_of(nodes, groups)]
    ranking = Ranking(reports)
    ranked = sorted(_told_apart(asked), key=lambda pair: ranking.key(*pair))
    questions = [question for question, _ in ranked]
    return Comparison(
        articles=tuple(article.id for article, _ in reports),
        origins=grouped(reports, origins),
        questions=tuple(_with_own_ids(questions)),
        newsrooms=makers([article for article, _ in reports], origins),
    ).in_order(asked_for)


def _scoped(
    scope: Scope, groups: Sequence[Sequence[Node]], window: timedelta
) -> tuple[Question | None, list[Node]]:
    """The question of a scope; a part asks for little where no other report gives whole or part."""
    question = _question(scope.nodes, window, scope.kind)
    if question is not None and scope.kind == "part":
        asked = {id(node) for group in groups for node in group}
        if not any(id(node) in asked for node in scope.nodes):
            question = replace(question, strength="weak")
    return question, scope.nodes


def _told_apart(
    asked: Sequence[tuple[Question | None, list[Node]]],
) -> Iterator[tuple[Question, list[Node]]]:
    """The questions, those that are worded alike with words that only one of them speaks of."""
    alike: dict[str, list[tuple[Question, list[Node]]]] = {}
    for question, group in asked:
        if question is not None:
            alike.setdefault(question.question, []).append((question, group))
    for text, found in alike.items():
        words = (
            phrasing.own_words(text, [group for _, group in found])
            if len(found) > 1
            else [("", "")]
        )
        for (question, group), (own, shown) in zip(found, words, strict=True):
            if not own:
                yield question, group
                continue
            told = replace(
                question,
                question=f"{text.removesuffix('?')} ({shown})?",
                id=phrasing.identifier((*phrasing.key_of(group), own)),
            )
            yield told, group


def _question(
    group: Sequence[Node], window: timedelta, kind_of_scope: ScopeKind | None = None
) -> Question | None:
    family = group[0].family
    if family == TITLE and not titles_part(group):
        return None
    if family == SAYING and not speakers_part(group):
        return None
    if family == "stance" and not _is_disputed({node.first.claim.stance for node in group}):
        return None
    accounts = sorted(
        _first_of_each(group),
        key=lambda a: (a.published or "9999", a.report, a.claim.value_start),
    )
    reasons = wording.Reasons(accounts)
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
            told = (b, a) if verdict.kind == "updated" and _is_newer(earlier, later) else (a, b)
            relations.append(Relation(a, b, verdict.kind, reasons.of(*told, verdict)))
            if verdict.kind in DISPUTED and verdict.ground != "state":
                missing.update(dict.fromkeys(unknown(earlier, later)))
    gravest = min(relations, key=lambda r: GRAVITY.index(r.kind), default=None)
    kind: RelationKind = gravest.kind if gravest else "agrees"
    reports = {account.report for account in accounts}
    if len(reports) < 2 and kind not in DISPUTED and kind != "scope":
        return None
    key = phrasing.key_of(group, kind_of_scope)
    return Question(
        id=phrasing.identifier(key),
        question=phrasing.question_of(group, accounts, kind_of_scope),
        strength=_strength(group, accounts, kind),
        relation=kind,
        reason=gravest.reason if gravest else wording.agreement(accounts),
        answers=tuple(account.answer() for account in accounts),
        relations=tuple(relations),
        possible=bool(missing),
        missing=tuple(missing),
    )


def _first_of_each(group: Sequence[Node]) -> Iterator[Account]:
    """The accounts of some nodes, as many of each report as `MOST_ANSWERS` leaves room for."""
    room = max(FEWEST_ANSWERS, MOST_ANSWERS // len({node.report for node in group}))
    taken: Counter[int] = Counter()
    for node in group:
        for account in node.accounts:
            taken[account.report] += 1
            if taken[account.report] <= room:
                yield account


def _is_newer(a: Account, b: Account) -> bool:
    """Whether the first of two accounts holds for the later day, whichever was published first."""
    return a.day is not None and b.day is not None and a.day > b.day


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
    ones = group[0].family == "count" and all(a.high is not None and a.high <= 1 for a in accounts)
    if ones and kind != "denied":
        # "One of them": hardly ever a count that anybody asks for.
        return "weak"
    return "strong"


def _with_own_ids(questions: Iterable[Question]) -> Iterator[Question]:
    """The questions, those with one key told apart by a number."""
    taken: dict[str, int] = {}
    for question in questions:
        count = taken.get(question.id, 0)
        taken[question.id] = count + 1
        yield replace(question, id=f"{question.id}-{count + 1}") if count else question
