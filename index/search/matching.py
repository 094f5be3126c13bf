"""Matchers: what one part of a query finds, segment by segment, with a score for each article.

Term at a time: a posting list is read whole and scored in one pass, which in Python is several
times quicker than walking all lists abreast. The score is BM25 (Robertson et al. 1994) with
Whoosh's constants; a word in the headline adds a share of its own.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from math import log
from typing import Protocol

from index.search.nearness import near
from index.search.postings import PostingList
from index.search.schema import BODY_START
from index.search.snapshot import K1, Snapshot

Scores = dict[int, float]
"""From an article's number in its segment to its score."""

TITLE_SHARE = 1.5
"""How much a word in the headline adds, against one in the text."""


class Matcher(Protocol):
    """One part of a query, made ready for one snapshot."""

    estimate: int
    """At most so many articles."""

    def scores(self, segment: int, within: Collection[int] | None = None) -> Scores:
        """The articles it finds in a segment; only those in `within`, where that is given."""
        ...


def weight(snapshot: Snapshot, articles: int) -> float:
    """Inverse document frequency, by Whoosh's formula, times BM25's K1 + 1."""
    return (log(snapshot.count / (articles + 1)) + 1) * (K1 + 1) if snapshot.count else 0.0


class TermMatcher:
    """Articles with one term."""

    def __init__(self, snapshot: Snapshot, field: str, term: str, *, body_only: bool = False):
        self._snapshot, self._body_only = snapshot, body_only
        self._length_field = "title" if field == "title" else "text"
        self._lists = [view.posting_list(field, term) for view in snapshot.views]
        self._titles: list[PostingList | None] = [None] * len(self._lists)
        if field == "text" and not body_only:
            self._titles = [view.posting_list("title", term) for view in snapshot.views]
        self.estimate = sum(len(found) for found in self._lists if found is not None)
        self._weight = weight(snapshot, self.estimate)

    def scores(self, segment: int, within: Collection[int] | None = None) -> Scores:
        postings = self._lists[segment]
        if postings is None:
            return {}
        view = self._snapshot.views[segment]
        scores = _bm25(
            zip(postings.ids, postings.counts, strict=True),
            self._weight,
            self._snapshot.length_norms(self._length_field),
            view.lengths(self._length_field),
            within,
        )
        if self._body_only:
            return {
                article: score
                for article, score in scores.items()
                if postings.positions(article)[-1] >= BODY_START
            }
        title = self._titles[segment]
        if title is not None:
            more = _bm25(
                zip(title.ids, title.counts, strict=True),
                self._weight * TITLE_SHARE,
                self._snapshot.length_norms("title"),
                view.lengths("title"),
                scores,
            )
            for article, score in more.items():
                scores[article] += score
        return scores


class UnionMatcher:
    """Articles with any of several terms that stand for one word: a prefix, a pattern.

    Scored as if all were the same term, so that a rare spelling is not worth more than the word.
    """

    def __init__(
        self, snapshot: Snapshot, terms: Iterable[tuple[str, str]], *, body_only: bool = False
    ) -> None:
        """`terms` are pairs of field and term."""
        self._snapshot = snapshot
        self._counts: list[dict[int, int]] = []
        pairs = list(terms)
        for view in snapshot.views:
            counts: dict[int, int] = {}
            for field, term in pairs:
                postings = view.posting_list(field, term)
                if postings is not None:
                    _add_counts(counts, postings, body_only=body_only)
            self._counts.append(counts)
        self.estimate = sum(map(len, self._counts))
        self._weight = weight(snapshot, self.estimate)

    def scores(self, segment: int, within: Collection[int] | None = None) -> Scores:
        view = self._snapshot.views[segment]
        norms = self._snapshot.length_norms("text")
        counts = self._counts[segment]
        return _bm25(counts.items(), self._weight, norms, view.lengths("text"), within)


def _add_counts(counts: dict[int, int], postings: PostingList, *, body_only: bool) -> None:
    if body_only:
        for article in postings.ids:
            if inside := sum(place >= BODY_START for place in postings.positions(article)):
                counts[article] = counts.get(article, 0) + inside
    else:
        for article, count in zip(postings.ids, postings.counts, strict=True):
            counts[article] = counts.get(article, 0) + count


def _bm25(
    counts: Iterable[tuple[int, int]],
    weight: float,
    norms: Sequence[float],
    lengths: bytes,
    within: Collection[int] | None,
) -> Scores:
    if within is None:
        return {
            article: weight * count / (count + norms[lengths[article]]) for article, count in counts
        }
    return {
        article: weight * count / (count + norms[lengths[article]])
        for article, count in counts
        if article in within
    }


class PhraseMatcher:
    """Articles with several terms side by side, or within `slop` other words of each other."""

    def __init__(
        self,
        snapshot: Snapshot,
        field: str,
        terms: Sequence[str],
        *,
        slop: int = 0,
        body_only: bool = False,
    ) -> None:
        self._snapshot, self._field, self._slop = snapshot, field, slop
        self._first_place = BODY_START if body_only else 0
        self._terms = terms
        found = [
            {term: view.posting_list(field, term) for term in set(terms)} for view in snapshot.views
        ]
        self._lists = [[lists[term] for term in terms] for lists in found]
        totals = [sum(len(lists[row] or ()) for lists in self._lists) for row in range(len(terms))]
        self.estimate = min(totals)
        self._weight = sum(weight(snapshot, total) for total in totals)

    def scores(self, segment: int, within: Collection[int] | None = None) -> Scores:
        lists = [found for found in self._lists[segment] if found is not None]
        if len(lists) < len(self._terms):
            return {}
        rarest, *others = sorted(lists, key=len)
        articles = set(rarest.ids)
        if within is not None:
            articles = {article for article in articles if article in within}
        for found in others:
            articles = found.holding(articles)
        counts = self._near(lists, articles) if self._slop else self._in_order(lists, articles)
        view = self._snapshot.views[segment]
        norms = self._snapshot.length_norms(self._field)
        return _bm25(counts.items(), self._weight, norms, view.lengths(self._field), None)

    def _in_order(self, lists: Sequence[PostingList], articles: set[int]) -> dict[int, int]:
        """How often the phrase stands in each of `articles` that has it.

        Word by word, the rarest first: few articles are left when it comes to "of" and "the".
        """
        one, two, *others = sorted(range(len(lists)), key=lambda row: len(lists[row]))
        shift = (two - one).__add__
        first = self._first_place
        counts: dict[int, int] = {}
        runs = zip(lists[one].runs(articles), lists[two].runs(articles), strict=True)
        for article, (its, other) in zip(sorted(articles), runs, strict=True):
            places = set(map(shift, its)).intersection(other)
            if not places:  # as in most
                continue
            for offset in others:
                positions = lists[offset].positions(article)
                places.intersection_update([place - offset + two for place in positions])
            if count := sum(place - two >= first for place in places):
                counts[article] = count
        return counts

    def _near(self, lists: Sequence[PostingList], articles: set[int]) -> dict[int, int]:
        places = zip(*(found.runs(articles) for found in lists), strict=True)
        counts = (
            (article, near(self._terms, its, self._slop, self._first_place))
            for article, its in zip(sorted(articles), places, strict=True)
        )
        return {article: count for article, count in counts if count}


class SetMatcher:
    """Articles that a filter lets through, all with the same score."""

    def __init__(self, articles: Sequence[Collection[int]]) -> None:
        """`articles` by segment; sets, where many are asked about."""
        self._articles = articles
        self.estimate = sum(map(len, articles))

    def scores(self, segment: int, within: Collection[int] | None = None) -> Scores:
        articles = self._articles[segment]
        if within is None:
            return dict.fromkeys(articles, 0.0)
        return {article: 0.0 for article in within if article in articles}


class DayMatcher:
    """Articles published in a range of days."""

    def __init__(self, snapshot: Snapshot, first: int | None, last: int | None) -> None:
        self._snapshot = snapshot
        self._first, self._last = max(first or 1, 1), last
        self._articles = [
            view.published_between(self._first, self._last) for view in snapshot.views
        ]
        self.estimate = sum(map(len, self._articles))

    def scores(self, segment: int, within: Collection[int] | None = None) -> Scores:
        if within is None:
            return dict.fromkeys(self._articles[segment], 0.0)
        days: array[int] = self._snapshot.views[segment].days
        last = self._last if self._last is not None else max(days, default=0)
        return {article: 0.0 for article in within if self._first <= days[article] <= last}


class AllMatcher:
    """Every article of all of `parts` and of none of `excluded`."""

    def __init__(
        self, snapshot: Snapshot, parts: Sequence[Matcher], excluded: Sequence[Matcher] = ()
    ) -> None:
        self._snapshot = snapshot
        self._parts = sorted(parts, key=lambda part: part.estimate)
        self._excluded = excluded
        self.estimate = self._parts[0].estimate if parts else snapshot.count

    def scores(self, segment: int, within: Collection[int] | None = None) -> Scores:
        if self._parts:
            scores = self._parts[0].scores(segment, within)
        else:
            every = range(self._snapshot.views[segment].count) if within is None else within
            scores = dict.fromkeys(every, 0.0)
        for part in self._parts[1:]:
            if not scores:
                return scores
            more = part.scores(segment, scores)
            scores = {article: scores[article] + score for article, score in more.items()}
        for part in self._excluded:
            for article in part.scores(segment, scores):
                del scores[article]
        return scores


class AnyMatcher:
    """Articles of any of `parts`; the more of them, the higher the score."""

    def __init__(self, parts: Sequence[Matcher]) -> None:
        self._parts = parts
        self.estimate = sum(part.estimate for part in parts)

    def scores(self, segment: int, within: Collection[int] | None = None) -> Scores:
        scores: Scores = {}
        for part in self._parts:
            for article, score in part.scores(segment, within).items():
                scores[article] = scores.get(article, 0.0) + score
        return scores
