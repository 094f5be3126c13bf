"""Questions × reports: what each report answers, in its words, and how that stands to the others.

Pure: made from articles and their comparison. The screen, the brief and the commands show it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.article import Article
from index.compare.alignment import paragraphs
from index.compare.model import DISPUTED, GRAVITY, Comparison, Question, Relation, RelationKind


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that a report answers: the same words by the same speaker as of the same day."""

    answers: tuple[int, ...]
    """Indices into the question's answers, in order of appearance."""
    paragraphs: tuple[int, ...]
    """Where they stand, counted from 1."""
    in_headline: bool
    """One of them is the headline's."""
    relation: RelationKind | None
    """The gravest to what another report says in the question's order of answers before it; None
    for what is said first."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question."""

    question: Question
    cells: tuple[tuple[Value, ...], ...]
    """One a report, in the order of the columns; an empty one is not reported."""
    headlines: tuple[Relation | None, ...]
    """For each report how its headline's value stands to its body's, where they are not the same.
    """

    @property
    def relation(self) -> RelationKind:
        """The person's ruling, where there is one, or else what the rules found."""
        return self.question.ruling or self.question.relation

    @property
    def disputed(self) -> bool:
        """Whether the reports do not say the same, or a headline not what stands below it."""
        return self.relation in DISPUTED or any(self.headlines)

    def relations_of(self, column: int) -> list[Relation]:
        """The relations that a report's answers take part in, the gravest first."""
        own = {index for value in self.cells[column] for index in value.answers}
        found = [one for one in self.question.relations if one.a in own or one.b in own]
        return sorted(found, key=lambda one: GRAVITY.index(one.kind))


@dataclass(frozen=True, slots=True)
class Matrix:
    """What some reports answer, question by question, those first on which they part most."""

    articles: tuple[Article, ...]
    origins: tuple[tuple[str, ...], ...]
    """Groups of reports that are copies of one text."""
    rows: tuple[Row, ...]

    def with_question(self, changed: Question) -> Matrix:
        """The same with one question changed, as by a ruling; no row changes its place."""
        rows = tuple(
            row_of(changed, self.articles) if row.question.id == changed.id else row
            for row in self.rows
        )
        return replace(self, rows=rows)

    def copied_from(self, column: int) -> Article | None:
        """The report further left that has the text of a column too; None for a text of its own."""
        own = self.articles[column].id
        group = next((group for group in self.origins if own in group), ())
        return next((one for one in self.articles[:column] if one.id in group), None)


def by_day(articles: Sequence[Article]) -> list[Article]:
    """Reports in order of publication, so that what came later stands further right."""
    return sorted(articles, key=lambda article: article.published or "9999")


def matrix_of(articles: Sequence[Article], comparison: Comparison) -> Matrix:
    """The matrix of a comparison of `articles`, whose order is that of the columns.

    Rows stand in the order of the comparison, which is by disagreement: `Ranking`.
    """
    starts = [_starts(article) for article in articles]
    rows = tuple(_row_of(question, articles, starts) for question in comparison.questions)
    return Matrix(tuple(articles), comparison.origins, rows)


def row_of(question: Question, articles: Sequence[Article]) -> Row:
    """What each of `articles` answers to a question."""
    return _row_of(question, articles, [_starts(article) for article in articles])


def _starts(article: Article) -> list[int]:
    """Where the paragraphs of an article begin."""
    return [span.start for span in paragraphs(article.body)]


def _row_of(
    question: Question, articles: Sequence[Article], starts: Sequence[Sequence[int]]
) -> Row:
    """The same, where the beginnings of the paragraphs of each article are known."""
    cells, headlines = [], []
    for article, begins in zip(articles, starts, strict=True):
        own = [n for n, one in enumerate(question.answers) if one.article == article.id]
        cells.append(_cell(question, article, begins, own) if own else ())
        headlines.append(_headline(question, article, own) if own else None)
    return Row(question, tuple(cells), tuple(headlines))


def _cell(
    question: Question, article: Article, starts: Sequence[int], own: Sequence[int]
) -> tuple[Value, ...]:
    """The answers of one report, each value once; its paragraphs begin at `starts`."""
    end = _headline_end(article)
    values: dict[object, list[int]] = {}
    for index in sorted(own, key=lambda index: question.answers[index].start):
        answer = question.answers[index]
        words = " ".join(answer.text.casefold().split())
        key = (words, answer.speaker, answer.as_of, answer.as_of_from)
        values.setdefault(key, []).append(index)
    return tuple(
        Value(
            answers=tuple(indices),
            paragraphs=tuple(
                dict.fromkeys(bisect_right(starts, question.answers[n].start) for n in indices)
            ),
            in_headline=any(question.answers[n].start < end for n in indices),
            relation=_to_earlier(question, article.id, indices),
        )
        for indices in values.values()
    )


def _to_earlier(question: Question, article: str, indices: Sequence[int]) -> RelationKind | None:
    """How answers of one report stand to those of others before them."""
    earlier = {
        n
        for n, answer in enumerate(question.answers)
        if answer.article != article and n < max(indices)
    }
    kinds = [one.kind for one in question.relations if one.b in indices and one.a in earlier]
    same: RelationKind | None = "agrees" if earlier else None
    return min(kinds, key=GRAVITY.index, default=same)


def _headline(question: Question, article: Article, own: Sequence[int]) -> Relation | None:
    """The gravest relation between an answer in the headline and one below it, if they part."""
    end = _headline_end(article)
    above = {index for index in own if question.answers[index].start < end}
    parting = [
        one
        for one in question.relations
        if one.kind in DISPUTED
        and one.a in own
        and one.b in own
        and len({one.a, one.b} & above) == 1
    ]
    return min(parting, key=lambda one: GRAVITY.index(one.kind), default=None)


def _headline_end(article: Article) -> int:
    """Where the headline ends in the body; 0 if the body does not begin with one."""
    first = article.body.partition("\n")[0]
    begins = not article.title_guessed and first.strip() == article.title.strip()
    return len(first) if begins else 0
