"""The JSON of the plain commands, as pydantic models, and what makes them from the core's data.

The names are a promise to other programs: a key may be added, but not renamed or dropped. All
offsets are Unicode code points into `article.body`, `start` included and `end` not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from index.article import Article
from index.compare import model as compared
from index.compare.support import support
from index.facts import model as facts
from index.search.engine import SearchResults
from index.span import TextSpan

Number = int | float
_Model = TypeVar("_Model", bound="Contract")


class Contract(BaseModel):
    """What all parts of the contract share: no key that is not in it, and plain attribute names."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    def json_line(self) -> str:
        """This object as one line of JSON."""
        return self.model_dump_json(by_alias=True)


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
        return _fields(cls, article)


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
            statements=[_fields(Statement, one) for one in found.statements],
            claims=[_fields(Claim, one) for one in found.claims],
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
    def of(cls, question: compared.Question, comparison: compared.Comparison) -> Self:
        """`question` of a comparison, with its answers."""
        return cls(
            id=question.id,
            question=question.question,
            strength=question.strength,
            relation=question.relation,
            possible=question.possible,
            reason=question.reason,
            missing=list(question.missing),
            ruling=question.ruling,
            support=_fields(Support, support(question.answers, comparison)),
            relations=[
                Relation(a=one.a, b=one.b, relation=one.kind, reason=one.reason)
                for one in question.relations
            ],
            answers=[_fields(Answer, one) for one in question.answers],
        )


class ComparedReports(Contract):
    """`compare --json`."""

    articles: list[ArticleHead]
    origins: list[list[str]]
    newsrooms: list[str]
    questions: list[Question]

    @classmethod
    def of(cls, articles: Iterable[Article], comparison: compared.Comparison) -> Self:
        """`comparison` of `articles`, with the questions it holds."""
        return cls(
            articles=[ArticleHead.of(article) for article in articles],
            origins=[list(group) for group in comparison.origins],
            newsrooms=list(comparison.newsrooms),
            questions=[Question.of(question, comparison) for question in comparison.questions],
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


class Hit(Contract):
    """One article that answers a query."""

    article: str
    title: str
    source: str | None
    published: str | None
    score: float
    snippet: str
    matches: list[tuple[int, int]]


class Hits(Contract):
    """`search --json`."""

    query: str
    total: int
    seconds: float
    corrected: str | None
    relaxed: bool
    hits: list[Hit]

    @classmethod
    def of(cls, results: SearchResults) -> Self:
        """`results` as they are printed."""
        return cls(
            query=results.query,
            total=results.total,
            seconds=round(results.seconds, 6),
            corrected=results.corrected,
            relaxed=results.relaxed,
            hits=[
                Hit(
                    article=hit.article,
                    title=hit.title,
                    source=hit.source,
                    published=hit.published,
                    score=round(hit.score, 4),
                    snippet=hit.snippet,
                    matches=list(hit.matches),
                )
                for hit in results.hits
            ],
        )


class FailedFile(Contract):
    """A file that could not be read."""

    path: str
    reason: str


class Synchronised(Contract):
    """`index --json`."""

    added: int
    updated: int
    removed: int
    failed: list[FailedFile]
    articles: int
    seconds: float


class Check(Contract):
    """`doctor --json`: one line a check."""

    check: str
    ok: bool
    message: str
    mend: str | None


ContractName = Literal[
    "facts", "show", "compare", "conflicts", "search", "index", "doctor", "notes"
]

MODELS: dict[ContractName, type[Contract]] = {
    "facts": ArticleFacts,
    "show": ShownArticle,
    "compare": ComparedReports,
    "conflicts": StoryConflicts,
    "search": Hits,
    "index": Synchronised,
    "doctor": Check,
    "notes": Note,
}
"""The model of what each command prints with `--json`."""


def _figures(found: facts.Facts) -> list[Figure]:
    return [_fields(Figure, one) for one in found.figures]


def _dates(found: facts.Facts) -> list[Date]:
    return [_fields(Date, one) for one in found.dates]


def _officials(found: facts.Facts) -> list[Official]:
    return [
        Official(
            name=one.name,
            roles=list(dict.fromkeys(role.text for role in one.roles)),
            mentions=[_fields(Span, mention) for mention in one.mentions],
        )
        for one in found.officials
    ]


def _fields(kind: type[_Model], data: object) -> _Model:
    """The contract's keys of one dataclass, which bear the same names."""
    values = {name: _plain(getattr(data, name)) for name in kind.model_fields}
    return kind(**values)


def _plain(value: object) -> object:
    """A whole number without its ".0"; a tuple as a list."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return list(value)
    return value
