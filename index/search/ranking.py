"""The answer to one query: the best articles, how many there are, and what was done to find any."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence, Set
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
    under: Mapping[str, str]
    """Articles that are left out where the one that they are folded under is found."""
    body_of: Callable[[str], str] | None
    as_you_type: bool
    exact: bool
    """Nothing but what was asked for, though that be nothing."""


@dataclass(frozen=True, slots=True)
class _Finding:
    """What was found, and what for."""

    node: Node
    scores: list[Scores]
    """Of the living articles of each segment."""
    relaxed: bool = False
    corrected: str | None = None

    def __bool__(self) -> bool:
        return any(self.scores)


def answer(snapshot: Snapshot, request: Request, started: float) -> SearchResults:
    """The results of a request; `started` is when it came in, by `time.perf_counter`."""
    node = request.query.node
    finding = _find(snapshot, node, request) if node is not None else None
    hidden: list[Set[int]] = []
    if finding is None:
        folded = _hidden(snapshot, request, [range(view.count) for view in snapshot.views])
        hidden = [one | gone for one, gone in zip(folded, snapshot.deleted, strict=True)]
        rows = _newest(snapshot, hidden, request.limit)
        total = snapshot.living - sum(map(len, folded))
    else:
        total = sum(map(len, finding.scores))
        rows = _ranked(snapshot, finding, request.sort, request.limit)
    highlighter = Highlighter(finding.node if finding is not None else None)
    return SearchResults(
        query=request.query.text,
        total=total,
        hits=tuple(_hit(snapshot, row, highlighter, request.body_of) for row in rows),
        corrected=finding.corrected if finding is not None else None,
        relaxed=finding is not None and finding.relaxed,
        problems=request.query.problems,
        facets=_facets(snapshot, finding, hidden) if request.facets else None,
        seconds=time.perf_counter() - started,
    )


def _find(snapshot: Snapshot, node: Node, request: Request) -> _Finding:
    """The articles with all words; or with any; or with what the words were meant to be."""
    planner = Planner(snapshot, request.noted)

    def scores(asked: Node) -> list[Scores]:
        found = _living(snapshot, planner.plan(asked))
        return _without(found, _hidden(snapshot, request, found))

    finding = _Finding(node, scores(node))
    if finding or request.exact:
        return finding
    looser = any_of_the_words(node)
    if looser is not None:
        relaxed = _Finding(looser, scores(looser), relaxed=True)
        if relaxed:
            return relaxed
    mended = _corrected(snapshot, request.query, request.as_you_type)
    if mended is not None and mended.node is not None:
        corrected = _Finding(mended.node, scores(mended.node), corrected=mended.text)
        if corrected:
            return corrected
    return finding


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


def _living(snapshot: Snapshot, matcher: Matcher) -> list[Scores]:
    """The living articles of each segment."""
    found = []
    for segment, deleted in enumerate(snapshot.deleted):
        scores = matcher.scores(segment) if matcher.estimate else {}
        if deleted:
            scores = {article: scores[article] for article in scores if article not in deleted}
        found.append(scores)
    return found


def _hidden(
    snapshot: Snapshot, request: Request, found: Sequence[Container[int]]
) -> list[set[int]]:
    """Of each segment, what is found and folded under something that is found too."""
    hidden: list[set[int]] = [set() for _ in found]
    for (segment, article), (of, head) in snapshot.folded(request.under):
        if article in found[segment] and head in found[of]:
            hidden[segment].add(article)
    return hidden


def _without(found: list[Scores], hidden: Iterable[set[int]]) -> list[Scores]:
    return [
        {article: scores[article] for article in scores if article not in out} if out else scores
        for scores, out in zip(found, hidden, strict=True)
    ]


def _ranked(snapshot: Snapshot, finding: _Finding, sort: SortOrder, limit: int) -> list[Ranked]:
    """The first of all articles found; words side by side are looked for in the best of them."""
    pairs = [] if finding.relaxed or sort == "date" else word_pairs(finding.node)
    if not pairs:
        return _best(snapshot, finding.scores, sort, limit)
    scorer = PairScorer(snapshot, pairs)
    rows = [
        (score + scorer.score(segment, article), day, segment, article)
        for score, day, segment, article in _best(snapshot, finding.scores, sort, 3 * limit)
    ]
    return nlargest(limit, rows)


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


def _newest(snapshot: Snapshot, hidden: Sequence[Set[int]], limit: int) -> list[Ranked]:
    rows: list[Ranked] = []
    for segment, (view, out) in enumerate(zip(snapshot.views, hidden, strict=True)):
        shown = (article for article in view.newest_first if article not in out)
        rows.extend(
            (0.0, view.days[article], segment, article)
            for article, _ in zip(shown, range(limit), strict=False)
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


def _facets(snapshot: Snapshot, finding: _Finding | None, hidden: Sequence[Set[int]]) -> Facets:
    sources: Counter[str] = Counter()
    months: Counter[str] = Counter()
    for segment, view in enumerate(snapshot.views):
        if finding is None:
            articles: Iterable[int] = [n for n in range(view.count) if n not in hidden[segment]]
        else:
            articles = finding.scores[segment]
        names = view.source_names
        for number, count in Counter(map(view.source.__getitem__, articles)).items():
            sources[names[number]] += count
        for day, count in Counter(map(view.days.__getitem__, articles)).items():
            months[date.fromordinal(day).strftime("%Y-%m") if day else ""] += count
    return Facets(tuple(sources.most_common()), tuple(sorted(months.items(), reverse=True)))
