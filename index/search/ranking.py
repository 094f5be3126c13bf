"""The answer to one query: the best articles, how many there are, and what was done to find any."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from operator import itemgetter

from index.search.analyzer import words
from index.search.engine import Facets, SearchHit, SearchResults, SortOrder
from index.search.expansion import correction
from index.search.highlighting import Highlighter
from index.search.matching import Matcher, Scores
from index.search.parser import parse
from index.search.planning import Planner
from index.search.proximity import PairScorer, word_pairs
from index.search.query import (
    TEXTUAL,
    And,
    Node,
    Or,
    ParsedQuery,
    Phrase,
    Word,
    leaves,
)
from index.search.snapshot import Snapshot
from index.search.snippets import snippet

Ranked = tuple[float, int, int, int]
"""Score, day, segment, article."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked."""

    query: ParsedQuery
    limit: int
    sort: SortOrder
    facets: bool
    noted: Collection[str]
    body_of: Callable[[str], str] | None
    as_you_type: bool


def answer(snapshot: Snapshot, request: Request, started: float) -> SearchResults:
    """The results of a request; `started` is when it came in, by `time.perf_counter`."""
    asked = request.query
    planner = Planner(snapshot, request.noted)
    node, relaxed, corrected = asked.node, False, None
    found = _found(snapshot, planner.plan(node)) if node is not None else None
    if node is not None and not any(found or ()):
        looser = any_of_the_words(node)
        if looser is not None:
            found, relaxed = _found(snapshot, planner.plan(looser)), True
            node = looser
        if not any(found or ()):
            relaxed = False
            mended = _corrected(snapshot, asked, request.as_you_type)
            if mended is not None and mended.node is not None:
                hits = _found(snapshot, planner.plan(mended.node))
                if any(hits):
                    found, node, corrected = hits, mended.node, mended.text
    if found is None:
        rows = _newest(snapshot, request.limit)
    else:
        pairs = [] if relaxed or request.sort == "date" else word_pairs(node)
        rows = _best(snapshot, found, request.sort, request.limit * (3 if pairs else 1))
        if pairs:
            rows = _with_pairs(snapshot, pairs, rows)[: request.limit]
    highlighter = Highlighter(node)
    return SearchResults(
        query=asked.text,
        total=snapshot.living if found is None else sum(map(len, found)),
        hits=tuple(_hit(snapshot, row, highlighter, request.body_of) for row in rows),
        corrected=corrected,
        relaxed=relaxed,
        problems=asked.problems,
        facets=_facets(snapshot, found) if request.facets else None,
        seconds=time.perf_counter() - started,
    )


def any_of_the_words(node: Node) -> Node | None:
    """The query with "any" instead of "all" between its words; what filters still must hold.

    None where that would ask for the same.
    """
    if not isinstance(node, And):
        return None
    texts = [child for child in node.nodes if isinstance(child, (*TEXTUAL, Or))]
    others = [child for child in node.nodes if child not in texts]
    if len(texts) < 2:
        return None
    return And((Or(tuple(texts)), *others)) if others else Or(tuple(texts))


def _corrected(snapshot: Snapshot, asked: ParsedQuery, as_you_type: bool) -> ParsedQuery | None:
    """The query with each word that no article has replaced by the likeliest one, or None."""
    planner = Planner(snapshot)
    text, shift = asked.text, 0
    for leaf in leaves(asked.node):
        if not isinstance(leaf, Word | Phrase) or planner.plan(leaf).estimate:
            continue
        for word in words(leaf.text):
            better = correction(snapshot, word)
            if better is None:
                continue
            if word[:1].isupper():
                better = better.capitalize()
            at = text.find(word, leaf.start + shift)
            text = text[:at] + better + text[at + len(word) :]
            shift += len(better) - len(word)
    return parse(text, as_you_type=as_you_type) if text != asked.text else None


def _found(snapshot: Snapshot, matcher: Matcher) -> list[Scores]:
    """The living articles of each segment."""
    found = []
    for segment, deleted in enumerate(snapshot.deleted):
        scores = matcher.scores(segment) if matcher.estimate else {}
        if deleted:
            scores = {article: scores[article] for article in scores if article not in deleted}
        found.append(scores)
    return found


def _with_pairs(
    snapshot: Snapshot, pairs: list[tuple[str, str]], rows: list[Ranked]
) -> list[Ranked]:
    scorer = PairScorer(snapshot, pairs)
    return sorted(
        (
            (score + scorer.score(segment, article), day, segment, article)
            for score, day, segment, article in rows
        ),
        reverse=True,
    )


def _best(snapshot: Snapshot, found: list[Scores], sort: SortOrder, limit: int) -> list[Ranked]:
    """The first of all articles found; of equal score, the last published."""
    rows: list[Ranked] = []
    for segment, scores in enumerate(found):
        days = snapshot.views[segment].days
        if sort == "date" or not any(scores.values()):
            first = nlargest(limit, scores, key=lambda article: (days[article], article))
            best: Iterable[tuple[int, float]] = ((article, scores[article]) for article in first)
        else:
            best = nlargest(limit, scores.items(), key=itemgetter(1))
        rows.extend((score, days[article], segment, article) for article, score in best)
    by_date = itemgetter(1, 0, 2, 3)
    return nlargest(limit, rows, key=by_date if sort == "date" else None)


def _newest(snapshot: Snapshot, limit: int) -> list[Ranked]:
    rows: list[Ranked] = []
    for segment, (view, deleted) in enumerate(zip(snapshot.views, snapshot.deleted, strict=True)):
        living = (article for article in view.newest_first if article not in deleted)
        rows.extend(
            (0.0, view.days[article], segment, article)
            for article, _ in zip(living, range(limit), strict=False)
        )
    return nlargest(limit, rows)


def _hit(
    snapshot: Snapshot,
    row: Ranked,
    highlighter: Highlighter,
    body_of: Callable[[str], str] | None,
) -> SearchHit:
    score, _, segment, article = row
    id_, title, source, published = snapshot.views[segment].hit(article)
    text, spans = snippet(body_of(id_), title, highlighter) if body_of is not None else ("", [])
    return SearchHit(id_, title, source, published, round(score, 4), text, tuple(spans))


def _facets(snapshot: Snapshot, found: list[Scores] | None) -> Facets:
    sources: Counter[str] = Counter()
    months: Counter[str] = Counter()
    for segment, view in enumerate(snapshot.views):
        if found is None:
            deleted = snapshot.deleted[segment]
            articles: Iterable[int] = [n for n in range(view.count) if n not in deleted]
        else:
            articles = found[segment]
        names = view.source_names
        for number, count in Counter(map(view.source.__getitem__, articles)).items():
            sources[names[number]] += count
        for day, count in Counter(map(view.days.__getitem__, articles)).items():
            months[date.fromordinal(day).strftime("%Y-%m") if day else ""] += count
    return Facets(tuple(sources.most_common()), tuple(sorted(months.items(), reverse=True)))
