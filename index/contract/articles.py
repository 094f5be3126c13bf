"""The JSON of `facts`, `show` and `notes`: articles, and what is marked in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from pydantic import Field

from index.article import Article
from index.contract.base import Contract, Number, fields
from index.facts import model as facts
from index.span import TextSpan


class ArticleHead(Contract):
    """What a list shows of an article."""

    id: str
    title: str
    source: str | None
    published: str | None

    @classmethod
    def of(cls, article: Article) -> Self:
        """The head of `article`."""
        return cls(**{name: getattr(article, name) for name in ArticleHead.model_fields})


class WholeArticle(ArticleHead):
    """An article with its text."""

    byline: str | None
    timezone: str | None
    url: str | None
    remark: str | None
    body: str

    @classmethod
    def of(cls, article: Article) -> Self:
        """All of `article`."""
        return fields(cls, article)


class Span(Contract):
    """Some words of a body."""

    start: int
    end: int
    text: str


class Figure(Span):
    """A quantity."""

    kind: facts.FigureKind
    low: Number | None
    high: Number | None
    approximation: facts.Approximation
    unit: str | None
    counted: str | None


class Date(Span):
    """A date, time or duration; `from` and `to` are ISO 8601."""

    kind: facts.DateKind
    earliest: str | None = Field(alias="from")
    latest: str | None = Field(alias="to")


class Official(Contract):
    """Somebody in office, and where the article names them."""

    name: str
    roles: list[str]
    mentions: list[Span]


class Statement(Contract):
    """Words attributed to a speaker."""

    start: int
    end: int
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    form: facts.StatementForm


class Claim(Contract):
    """One answer to a question that another report may answer differently."""

    start: int
    end: int
    value_start: int
    value_end: int
    figure: int | None
    date: int | None
    words: str | None
    stance: facts.Stance
    counted: str | None
    event: str | None
    participants: list[str]
    places: list[str]
    as_of: str | None
    said: str | None
    said_by: str | None
    """The last day on which it can have been said, where the words name no one day."""
    speaker: str | None
    modality: facts.Modality
    part: facts.Part | None


class ArticleFacts(Contract):
    """`facts --json`: one line an article."""

    article: WholeArticle
    figures: list[Figure]
    dates: list[Date]
    officials: list[Official]
    statements: list[Statement]
    claims: list[Claim]

    @classmethod
    def of(cls, article: Article, found: facts.Facts) -> Self:
        """What `article` says."""
        return cls(
            article=WholeArticle.of(article),
            figures=_figures(found),
            dates=_dates(found),
            officials=_officials(found),
            statements=[fields(Statement, one) for one in found.statements],
            claims=[fields(Claim, one) for one in found.claims],
        )


class Note(Contract):
    """`notes list` and `notes check`: one line a bookmark."""

    id: str
    article: str
    exact: str
    note: str
    tags: list[str]
    made: str
    state: str


class ShownArticle(WholeArticle):
    """`show --json`."""

    figures: list[Figure]
    dates: list[Date]
    officials: list[Official]
    bookmarks: list[Note]
    place: Span | None
    """What `#p4` or a bookmark names."""

    @classmethod
    def with_marks(
        cls,
        article: Article,
        found: facts.Facts,
        bookmarks: Iterable[Note],
        place: TextSpan | None = None,
    ) -> Self:
        """`article` with what is marked in it, and the place that was asked for."""
        return cls(
            **dict(WholeArticle.of(article)),
            figures=_figures(found),
            dates=_dates(found),
            officials=_officials(found),
            bookmarks=list(bookmarks),
            place=Span(start=place.start, end=place.end, text=place.of(article.body))
            if place
            else None,
        )


def _figures(found: facts.Facts) -> list[Figure]:
    return [fields(Figure, one) for one in found.figures]


def _dates(found: facts.Facts) -> list[Date]:
    return [fields(Date, one) for one in found.dates]


def _officials(found: facts.Facts) -> list[Official]:
    return [
        Official(
            name=one.name,
            roles=list(dict.fromkeys(role.text for role in one.roles)),
            mentions=[fields(Span, mention) for mention in one.mentions],
        )
        for one in found.officials
    ]
