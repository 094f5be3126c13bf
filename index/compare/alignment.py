"""Which passages of two or more reports stand level with each other on the compare screen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.article import Article
from index.compare.model import GRAVITY, Comparison, Question, RelationKind
from index.facts.model import Facts
from index.span import TextSpan


@dataclass(frozen=True, slots=True)
class Row:
    """Passages that stand level: at most one paragraph of each report."""

    spans: tuple[TextSpan | None, ...]
    """One place a report, in the order of the reports; None where it has nothing to set beside."""
    questions: tuple[str, ...] = ()
    """Ids of the questions that the passages answer together."""
    relation: RelationKind | None = None
    """The gravest relation of those questions."""


def paragraphs(body: str) -> tuple[TextSpan, ...]:
    """The lines of a text that hold words: a line break parts paragraphs in news text."""
    return tuple(TextSpan(match.start(), match.end()) for match in re.finditer(r"\S[^\n]*", body))


def align(reports: Sequence[tuple[Article, Facts]], comparison: Comparison) -> tuple[Row, ...]:
    """The paragraphs of all reports as rows; each column keeps its reading order.

    Passages that answer one question, or are the same words, stand level where reading order
    allows it: the heaviest chain of such pairs that never cross. The others fill the rows between,
    but stand beside no passages that answer a question together.
    """
    if not reports:
        return ()
    columns = [paragraphs(article.body) for article, _ in reports]
    answered = [
        _answered(article, column, comparison)
        for (article, _), column in zip(reports, columns, strict=True)
    ]
    keys = [
        [_keys(span.of(article.body), found) for span, found in zip(column, questions, strict=True)]
        for (article, _), column, questions in zip(reports, columns, answered, strict=True)
    ]
    rows: list[list[int | None]] = [[place] for place in range(len(columns[0]))]
    for number in range(1, len(columns)):
        rows = _with_column(rows, number, keys)
    return tuple(
        _row(part, columns, answered, comparison)
        for row in rows
        for part in _without_bystanders(row, answered)
    )


def _answered(
    article: Article, column: Sequence[TextSpan], comparison: Comparison
) -> list[frozenset[int]]:
    """For each paragraph the questions (by index) that it answers."""
    starts = [span.start for span in column]
    found: list[set[int]] = [set() for _ in column]
    for index, question in enumerate(comparison.questions):
        for answer in question.answers:
            if answer.article == article.id:
                place = bisect_right(starts, answer.start) - 1
                if place >= 0:
                    found[place].add(index)
    return [frozenset(questions) for questions in found]


def _with_column(
    rows: list[list[int | None]],
    number: int,
    keys: Sequence[Sequence[Sequence[object]]],
) -> list[list[int | None]]:
    """The rows with one more column set beside them; `keys` are those of each paragraph."""
    by_question: dict[object, list[int]] = {}
    for index, row in enumerate(rows):
        for column, place in enumerate(row):
            if place is not None:
                for key in keys[column][place]:
                    by_question.setdefault(key, []).append(index)
    pairs: dict[tuple[int, int], int] = {}
    for place, own in enumerate(keys[number]):
        for key in own:
            for index in by_question.get(key, ()):
                pairs[index, place] = pairs.get((index, place), 0) + 1
    merged: list[list[int | None]] = []
    next_row = next_place = 0
    for index, place in [*_heaviest_chain(pairs), (len(rows), len(keys[number]))]:
        loose: list[int | None] = list(range(next_place, place))
        between = rows[next_row:index]
        for offset in range(max(len(between), len(loose))):
            left = between[offset] if offset < len(between) else [None] * number
            right = loose[offset] if offset < len(loose) else None
            merged.append([*left, right])
        if index < len(rows):
            merged.append([*rows[index], place])
        next_row, next_place = index + 1, place + 1
    return merged


def _keys(paragraph: str, questions: Iterable[int]) -> list[object]:
    """What a paragraph can be level with another by: its questions and its very words."""
    return [*questions, " ".join(paragraph.casefold().split())]


def _heaviest_chain(pairs: dict[tuple[int, int], int]) -> list[tuple[int, int]]:
    """Of weighted pairs those that rise in both places and weigh most together."""
    # A staircase of (place, weight of the best chain ending there, that chain), both rising.
    places: list[int] = []
    weights: list[int] = []
    chains: list[tuple[tuple[int, int], object] | None] = []
    for index, place in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        below = bisect_right(places, place - 1) - 1
        weight = pairs[index, place] + (weights[below] if below >= 0 else 0)
        chain = ((index, place), chains[below] if below >= 0 else None)
        at = below + 1
        if at < len(places) and places[at] == place and weights[at] >= weight:
            continue
        while at < len(places) and weights[at] <= weight:
            del places[at], weights[at], chains[at]
        places.insert(at, place)
        weights.insert(at, weight)
        chains.insert(at, chain)
    found: list[tuple[int, int]] = []
    link: object = chains[-1] if chains else None
    while isinstance(link, tuple):
        found.append(link[0])
        link = link[1]
    return found[::-1]


def _without_bystanders(
    row: Sequence[int | None], answered: Sequence[Sequence[frozenset[int]]]
) -> Iterator[Sequence[int | None]]:
    """The row, with passages that share none of its questions in a row of their own below it."""
    shared = _shared(row, answered)
    beside: list[int | None] = [
        None if place is None or answered[column][place] & shared else place
        for column, place in enumerate(row)
    ]
    if not shared or all(place is None for place in beside):
        yield row
        return
    yield [None if other is not None else place for place, other in zip(row, beside, strict=True)]
    yield beside


def _shared(
    row: Sequence[int | None], answered: Sequence[Sequence[frozenset[int]]]
) -> frozenset[int]:
    """The questions that two or more passages of a row answer."""
    held = [answered[column][place] for column, place in enumerate(row) if place is not None]
    return frozenset(
        index for index in frozenset().union(*held) if sum(index in one for one in held) > 1
    )


def _row(
    row: Sequence[int | None],
    columns: Sequence[Sequence[TextSpan]],
    answered: Sequence[Sequence[frozenset[int]]],
    comparison: Comparison,
) -> Row:
    spans = tuple(
        None if place is None else columns[column][place] for column, place in enumerate(row)
    )
    questions = [comparison.questions[index] for index in sorted(_shared(row, answered))]
    relations = [_relation_in(question, spans, comparison) for question in questions]
    return Row(
        spans,
        tuple(question.id for question in questions),
        min(relations, key=GRAVITY.index) if relations else None,
    )


def _relation_in(
    question: Question, spans: Sequence[TextSpan | None], comparison: Comparison
) -> RelationKind:
    """The gravest relation between the question's answers that stand in these passages."""
    inside = {
        index
        for index, answer in enumerate(question.answers)
        for article, span in zip(comparison.articles, spans, strict=True)
        if span is not None and article == answer.article and answer.start in span
    }
    found = [r.kind for r in question.relations if r.a in inside and r.b in inside]
    return min(found, key=GRAVITY.index) if found else "agrees"
