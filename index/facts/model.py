"""What an article says, as data. Every offset points into `Article.body`.

Each mark carries `rule`, the name of the rule that made it, so that a reader can ask why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.record import quick
from index.span import TextSpan

FigureKind = Literal["count", "money", "percent", "measure", "ordinal", "score", "age", "vague"]
Approximation = Literal[
    "exact", "about", "at_least", "at_most", "more_than", "less_than", "nearly", "range", "vague"
]
DateKind = Literal["date", "time", "duration"]
StatementForm = Literal["direct", "mixed", "indirect"]
Stance = Literal["affirmed", "denied", "unconfirmed"]
Modality = Literal["fact", "plan", "estimate", "question"]
Part = Literal["total", "subset", "additional"]


@quick
@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: its approximator and number ("at least 10,000"), without its noun."""

    start: int
    end: int
    text: str
    kind: FigureKind
    low: float | None
    """Least value that the words allow; None is open."""
    high: float | None
    """Greatest value that the words allow; None is open."""
    approximation: Approximation = "exact"
    unit: str | None = None
    """Currency as ISO 4217 code, or unit of measure."""
    counted: str | None = None
    """The counted noun as written: "troops"."""
    counted_inferred: bool = False
    """The noun was taken from elsewhere in the article: "approximately 10,000 to Russia"."""
    part: Part | None = None
    """The words make it a total, a subset or an addition."""
    rule: str = ""


@quick
@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, a time of day or a duration, with the days it can mean."""

    start: int
    end: int
    text: str
    kind: DateKind
    earliest: str | None
    """ISO 8601 day or moment, inclusive; None cannot be known, or is open."""
    latest: str | None
    """ISO 8601 day or moment, inclusive; None cannot be known, or is open."""
    rule: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Mention:
    """Where a person is named. The span holds the name alone, without title or possessive."""

    start: int
    end: int
    text: str


@quick
@dataclass(frozen=True, slots=True)
class Role:
    """A person's office or rank, as this article words it."""

    start: int
    end: int
    text: str

    @property
    def told(self) -> str:
        """The words in one line, without half a bracket: "Secretary [of Defense" as one office."""
        opened = "[" in self.text and "]" not in self.text
        return " ".join((self.text.replace("[", "") if opened else self.text).split())


@quick
@dataclass(frozen=True, slots=True)
class Official:
    """Somebody who holds public office or command, leads a party, or speaks for a public body.

    Somebody who held one once counts if the article tells what they do, not if it only names them.
    """

    name: str
    """The fullest form of the name in the article."""
    roles: tuple[Role, ...]
    """In order of appearance, each wording once."""
    mentions: tuple[Mention, ...]
    """In order of appearance."""
    rule: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Statement:
    """Words that the article attributes to somebody."""

    start: int
    end: int
    """The words attributed, with their quotation marks."""
    speaker: str | None
    """The official's canonical name, or the body ("Pentagon"); None if nobody is named."""
    speaker_start: int | None
    speaker_end: int | None
    cue: str | None
    """The word of saying: "said", "according to"."""
    cue_start: int | None
    cue_end: int | None
    form: StatementForm
    rule: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Claim:
    """One answer to a question that another report may answer differently.

    Its value is a figure, a date, a few words, or the stance alone.
    """

    start: int
    end: int
    """The sentence that makes the claim."""
    value_start: int
    value_end: int
    """The words of the value itself, inside the sentence."""
    figure: int | None = None
    """Index into `Facts.figures`."""
    date: int | None = None
    """Index into `Facts.dates`."""
    words: str | None = None
    """A role, a speaker or a place, as written."""
    stance: Stance = "affirmed"
    counted: str | None = None
    """Class of the counted noun, from the lexicon: "troops" for soldiers and forces alike."""
    event: str | None = None
    """Class of the event, from the lexicon: "deployed" for sent and dispatched alike; "to " and the
    stems of its words for one that the lexicon does not know."""
    participants: tuple[str, ...] = ()
    """Who takes part, in the lexicon's spelling: ("North Korea",)."""
    places: tuple[str, ...] = ()
    as_of: str | None = None
    """ISO day for which the value holds."""
    said: str | None = None
    """ISO day on which it was said; None where the words name no one day."""
    said_by: str | None = None
    """ISO day on which it was said at the latest: the last of "earlier this month"."""
    speaker: str | None = None
    voice: str | None = None
    """Who says it, in the article's words, where nobody is named: "the union"."""
    modality: Modality = "fact"
    part: Part | None = None
    noun: str | None = None
    """Stem of the counted noun as written, where the lexicon has no class for it."""
    qualifiers: tuple[str, ...] = ()
    """What narrows the counted noun down, in the lexicon's spelling: ("north korean",). Of a denial
    the stems that tell of what the lexicon does not know."""
    events: tuple[str, ...] = ()
    """Every class of event that the claim's thing takes part in, `event` first."""
    context: tuple[str, ...] = ()
    """Stems of the telling words around the value: what else the sentence speaks of."""
    period: tuple[str | None, str | None] = (None, None)
    """ISO days between which the event lies, where a date stands with it."""
    chain: int = -1
    """Claims of one article with the same number speak of the same thing ("21 girls … the 21")."""
    minutes: tuple[float | None, float | None, float] | None = None
    """Of a length of time: least and most minutes, None is open; and how far it may be rounded."""
    background: bool = False
    """The sentence tells of another event than the article's own."""
    rule: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Facts:
    """All that was found in one article. Every tuple is in order of appearance."""

    sentences: tuple[TextSpan, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    officials: tuple[Official, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    furniture: tuple[TextSpan, ...] = ()
    """Paragraphs that are page furniture: shown dimmed, and kept out of statements and of claims;
    only captions that tell what happened give figures and dates to claims."""
