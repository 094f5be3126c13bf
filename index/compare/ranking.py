"""In which order a reader wants the questions: contradictions first, then what matters most.

What matters is what many reports answer, in their headlines and first sentences, with numbers
rather than with names; how the answers part decides between questions that matter alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.article import Article
from index.compare.accounts import Account
from index.compare.model import AnswerKind, Question, RelationKind
from index.compare.nodes import Node
from index.facts.claims_sentence import telling_words

_TIERS: dict[RelationKind, int] = {
    "differs": 0,
    "denied": 0,
    "agrees": 2,
    "echo": 2,
    "compatible": 2,
}
"""Contradictions, then other differences, then what can all hold."""
_DIFFERENCE = 1
_RELATIONS: dict[RelationKind, float] = {
    "differs": 1.0,
    "denied": 0.8,
    "updated": 0.8,
    "attribution": 0.5,
    "vague": 0.3,
    "scope": 0.2,
    "compatible": 0.2,
}
_KINDS: dict[AnswerKind, float] = {
    "date": 0.6,
    "time": 0.4,
    "duration": 0.4,
    "words": 0.2,
    "age": 0.0,
    "ordinal": 0.0,
}
_NUMBER = 1.0
_MOST_REPORTS = 6
_REPORT, _HEADLINE, _LEAD = 0.4, 2.0, 1.0
"""What each report adds, what words of the headlines add, and what standing at the top adds."""


class Ranking:
    """Orders the questions of one set of reports."""

    def __init__(self, reports: Sequence[tuple[Article, object]]) -> None:
        counts: Counter[str] = Counter()
        for article, _ in reports:
            counts.update(telling_words(article.title))
        shared = {word for word, count in counts.items() if count > 1}
        self._headlines = frozenset(shared or counts)
        """What the headlines speak of: the words that two of them share, or all there are."""

    def key(self, question: Question, group: Sequence[Node]) -> tuple[int, bool, float]:
        """The key to sort questions by: the first in order is the one to read first.

        A contradiction that is merely possible, or within one report, waits among the differences.
        """
        tier = _TIERS.get(question.relation, _DIFFERENCE)
        if question.possible or len({answer.article for answer in question.answers}) < 2:
            tier = max(tier, _DIFFERENCE)
        return (tier, question.strength != "strong", -self.interest(question, group))

    def interest(self, question: Question, group: Sequence[Node]) -> float:
        """How much a reader of the headlines wants to know the answers."""
        accounts = [account for node in group for account in node.accounts]
        reports = {account.report for account in accounts}
        leading = {account.report for account in accounts if _leads(account)}
        return (
            _RELATIONS.get(question.relation, 0.0)
            + _KINDS.get(question.answers[0].kind, _NUMBER)
            + _REPORT * min(len(reports), _MOST_REPORTS)
            + _LEAD * len(leading) / len(reports)
            + _HEADLINE * self._share_of_headlines(group)
        )

    def _share_of_headlines(self, group: Sequence[Node]) -> float:
        """How much of the headlines the questions' sentences speak of, from 0 to 1."""
        if not self._headlines:
            return 0.0
        shares = [len(node.context & self._headlines) / len(self._headlines) for node in group]
        return sum(shares) / len(shares)


def _leads(account: Account) -> bool:
    """Whether an account stands in the headline or among the first sentences."""
    return account.in_title or account.position < 0.1
