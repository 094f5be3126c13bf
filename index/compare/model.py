"""Where reports part, as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.facts.model import Approximation, Stance

RelationKind = Literal[
    "agrees",
    "compatible",
    "echo",
    "updated",
    "differs",
    "scope",
    "denied",
    "attribution",
    "vague",
]
Strength = Literal["strong", "weak"]
AnswerKind = Literal[
    "count",
    "money",
    "percent",
    "measure",
    "ordinal",
    "score",
    "age",
    "vague",
    "date",
    "time",
    "duration",
    "stance",
    "words",
]
DayKind = Literal["as_of", "said", "published"]
"""The three days of an answer, which are never merged: for which its value holds, on which it was
said, on which it was published."""

GRAVITY: tuple[RelationKind, ...] = (
    "differs",
    "denied",
    "attribution",
    "updated",
    "vague",
    "scope",
    "compatible",
    "echo",
    "agrees",
)
"""Relations from the gravest to the mildest: a question shows the gravest of its pairs."""

DISPUTED: frozenset[RelationKind] = frozenset(
    {"differs", "denied", "attribution", "updated", "vague"}
)
"""Relations in which the reports do not say the same: the sentences the reader is led to."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one report answers to a question, and where it stands."""

    article: str
    kind: AnswerKind
    text: str
    """The words of the value, as written; the full name of who said something."""
    start: int
    end: int
    """Where the words stand in the article's body."""
    sentence: str
    low: float | None = None
    high: float | None = None
    earliest: str | None = None
    latest: str | None = None
    unit: str | None = None
    stance: Stance = "affirmed"
    approximation: Approximation = "exact"
    counted: str | None = None
    speaker: str | None = None
    said: str | None = None
    as_of: str | None = None
    """ISO day for which the value holds, or the nearest that is known; see `as_of_from`."""
    published: str | None = None
    as_of_from: DayKind | None = None
    """Which day `as_of` is: "said" and "published" stand in where the words name no day."""
    source: str | None = None
    """Who is answerable for it in the end: the body that the speaker speaks for, whom a report
    that this one leans on cites; None where nobody is named."""
    via: tuple[str, ...] = ()
    """The newsrooms that it came through, besides the report's own."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How two answers of a question stand to each other, in a sentence that can be checked."""

    a: int
    b: int
    """Indices into `Question.answers`."""
    kind: RelationKind
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that several claims answer."""

    id: str
    """Stays the same while the question's key does: rulings hang on it."""
    question: str
    """In English: "How many troops are in Kursk?"."""
    strength: Strength
    relation: RelationKind
    """The gravest of `relations`, or "agrees" where no pair differs."""
    reason: str
    answers: tuple[Answer, ...]
    """In order of publication, then of appearance."""
    relations: tuple[Relation, ...]
    """Every pair that is not plainly the same."""
    possible: bool = False
    """Something is unknown that could change the relation; `missing` says what."""
    missing: tuple[str, ...] = ()
    ruling: RelationKind | None = None
    """What the person decided; shown instead of `relation`."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a set of reports answers, together."""

    articles: tuple[str, ...]
    """Ids, in the order asked for."""
    origins: tuple[tuple[str, ...], ...]
    """Groups of reports that are copies of one text; every report is in exactly one."""
    questions: tuple[Question, ...]
    """In the order in which a reader wants them: contradictions, other differences, agreement; of
    each first what many reports tell in their headlines and first sentences."""
    newsrooms: tuple[str, ...] = ()
    """Whose work each of `articles` is: that of the agency that it credits, or that a copy of it
    credits, else its outlet's."""

    def in_order(self, ids: Sequence[str]) -> Comparison:
        """The same for the same articles in another order."""
        makers = dict(zip(self.articles, self.newsrooms, strict=False))
        newsrooms = tuple(makers[one] for one in ids if one in makers)
        places = {one: place for place, one in enumerate(ids)}
        origins = sorted(
            (tuple(sorted(group, key=places.__getitem__)) for group in self.origins),
            key=lambda group: places[group[0]],
        )
        return replace(self, articles=tuple(ids), origins=tuple(origins), newsrooms=newsrooms)
