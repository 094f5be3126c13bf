"""The JSON of `compare` and `conflicts`: questions, and what each report answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Self

from pydantic import Field

from index.article import Article
from index.compare import model as compared
from index.compare.support import support
from index.contract.articles import ArticleHead
from index.contract.base import Contract, Number, fields
from index.facts import model as facts


class Relation(Contract):
    """How two answers stand to each other; `a` and `b` count into `answers`."""

    a: int
    b: int
    relation: compared.RelationKind
    reason: str


class Answer(Contract):
    """What one report answers."""

    article: str
    kind: compared.AnswerKind
    unit: str | None
    text: str
    low: Number | None
    high: Number | None
    earliest: str | None = Field(alias="from")
    latest: str | None = Field(alias="to")
    stance: facts.Stance
    approximation: facts.Approximation
    counted: str | None
    speaker: str | None
    said: str | None
    as_of: str | None
    as_of_from: compared.DayKind | None
    published: str | None
    source: str | None
    via: list[str]
    start: int
    end: int
    sentence: str

    @classmethod
    def of(cls, answer: compared.Answer, body: str) -> Self:
        """`answer` in the words that stand in `body`: who said something may be "he" there."""
        return fields(cls, answer).model_copy(update={"text": body[answer.start : answer.end]})


class Support(Contract):
    """Who stands behind the answers to a question; copies of one text are one newsroom's work."""

    reports: int
    newsrooms: list[str]
    sources: list[str]
    unnamed: int
    """Newsrooms that name nobody."""


class Question(Contract):
    """One thing that several reports answer."""

    id: str
    question: str
    strength: compared.Strength
    relation: compared.RelationKind
    possible: bool
    reason: str
    missing: list[str]
    ruling: compared.RelationKind | None
    support: Support
    relations: list[Relation]
    answers: list[Answer]

    @classmethod
    def of(
        cls,
        question: compared.Question,
        comparison: compared.Comparison,
        bodies: Mapping[str, str],
    ) -> Self:
        """`question` of a comparison, with its answers; `bodies` are the texts of its articles."""
        return cls(
            id=question.id,
            question=question.question,
            strength=question.strength,
            relation=question.relation,
            possible=question.possible,
            reason=question.reason,
            missing=list(question.missing),
            ruling=question.ruling,
            support=fields(Support, support(question.answers, comparison)),
            relations=[
                Relation(a=one.a, b=one.b, relation=one.kind, reason=one.reason)
                for one in question.relations
            ],
            answers=[Answer.of(one, bodies[one.article]) for one in question.answers],
        )


class ComparedReports(Contract):
    """`compare --json`."""

    articles: list[ArticleHead]
    origins: list[list[str]]
    newsrooms: list[str]
    questions: list[Question]

    @classmethod
    def of(cls, articles: Sequence[Article], comparison: compared.Comparison) -> Self:
        """`comparison` of `articles`, with the questions it holds."""
        bodies = {article.id: article.body for article in articles}
        return cls(
            articles=[ArticleHead.of(article) for article in articles],
            origins=[list(group) for group in comparison.origins],
            newsrooms=list(comparison.newsrooms),
            questions=[
                Question.of(question, comparison, bodies) for question in comparison.questions
            ],
        )


class StoryConflicts(Contract):
    """`conflicts --json`: one line a story."""

    story: str
    articles: list[ArticleHead]
    origins: list[list[str]]
    newsrooms: list[str]
    questions: list[Question]

    @classmethod
    def of(cls, articles: Sequence[Article], comparison: compared.Comparison) -> Self:
        """The story that `articles` tell, under the headline of the first."""
        return cls(story=articles[0].title, **dict(ComparedReports.of(articles, comparison)))
