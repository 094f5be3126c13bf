"""Words of a query that stand side by side in an article count for more.

Ordered pairs as in the sequential dependence model (Metzler and Croft 2005), looked at only in the
articles that lead the list anyway.
"""

from __future__ import annotations

from itertools import pairwise

from index.search.analyzer import term_of, words
from index.search.matching import weight
from index.search.query import And, Node, Word
from index.search.snapshot import K1, Snapshot

_REACH = 3
"""The second word is at most so many places after the first: "denied (the) troop movements"."""
_SHARE = 0.5
"""What a pair can add, of the weight that its two words have alone."""


def word_pairs(node: Node | None) -> list[tuple[str, str]]:
    """The terms of each two words that follow each other in the query and must both be there."""
    if not isinstance(node, And):
        return []
    terms = [
        term_of(found[0])
        for child in node.nodes
        if isinstance(child, Word) and not child.prefix and len(found := words(child.text)) == 1
    ]
    return list(pairwise(terms))


class PairScorer:
    """Scores the pairs of one query."""

    def __init__(self, snapshot: Snapshot, pairs: list[tuple[str, str]]) -> None:
        terms = {term for pair in pairs for term in pair}
        self._lists = [
            {term: view.posting_list("text", term) for term in terms} for view in snapshot.views
        ]
        totals = {term: sum(len(lists[term] or ()) for lists in self._lists) for term in terms}
        self._pairs = [
            (one, other, _SHARE / 2 * sum(weight(snapshot, totals[term]) for term in (one, other)))
            for one, other in pairs
        ]

    def score(self, segment: int, article: int) -> float:
        """What its pairs add to the score of an article that has all the words."""
        lists, total = self._lists[segment], 0.0
        for one, other, most in self._pairs:
            first, second = lists[one], lists[other]
            if first is None or second is None:
                continue
            ahead = {
                place - step for place in second.positions(article) for step in range(1, _REACH + 1)
            }
            count = sum(place in ahead for place in first.positions(article))
            total += most * count / (count + K1)
        return total
