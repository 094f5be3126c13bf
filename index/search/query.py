"""A query as data: what `parse` makes of the words in the search box.

Every node knows where it stands in the query, so that a bad part can be underlined.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, TypeAlias, get_args

from index.search.engine import QueryProblem
from index.search.schema import SHORT_BEGINNING

TextField = Literal["any", "title", "body"]
NameField = Literal["source", "official", "said", "place"]
DateField = Literal["date", "when"]
KnownField = Literal["source", "date"]
UNKNOWN = "unknown"
"""The value of a `KnownField` that asks for articles of which it is not known."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word. Several terms ("Tae-yong") stand side by side in the article."""

    text: str
    start: int
    end: int
    field: TextField = "any"
    prefix: bool = False
    """The beginning of a word: it ended with a star, or is still being typed."""
    unfinished: bool = False
    """Still being typed."""

    @property
    def is_just_begun(self) -> bool:
        """Whether it is a letter or two of a word that is still being typed."""
        short = len(self.text) <= SHORT_BEGINNING
        return self.unfinished and short and self.field == "any" and self.text.isascii()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, or within `slop` other words of each other in any order."""

    text: str
    start: int
    end: int
    field: TextField = "any"
    slop: int = 0
    prefix: bool = False
    """The quotation mark is still open: the last word may go on."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word with stars and question marks: `des*ate`, `wom?n`."""

    text: str
    start: int
    end: int
    field: TextField = "any"


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word and its misspellings: `Zelensky~`, `Zelensky~2`."""

    text: str
    start: int
    end: int
    field: TextField = "any"
    distance: int = 1


@dataclass(frozen=True, slots=True)
class Named:
    """A name that has these words side by side."""

    field: NameField
    text: str
    start: int
    end: int
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """Published (`date`) or mentioned (`when`) on one of these days; None is open."""

    field: DateField
    first: date | None
    last: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figures:
    """One figure that fulfils all of it; None asks nothing."""

    low: float | None
    high: float | None
    start: int
    end: int
    kind: str | None = None
    counted: str | None = None
    exclusive: bool = False
    """The bounds themselves are left out: `figure:>10000`."""

    def holds(self, low: float, high: float) -> bool:
        """Whether a figure from `low` to `high` shares a number with the range."""
        if self.exclusive:
            above, below = self.low is None or high > self.low, self.high is None or low < self.high
        else:
            above = self.low is None or high >= self.low
            below = self.high is None or low <= self.high
        return above and below


@dataclass(frozen=True, slots=True)
class Noted:
    """Articles with a bookmark."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """Articles of which the outlet, or the day of publication, is not known."""

    field: KnownField
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    """Articles without it."""

    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """Articles with all of them."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Articles with any of them."""

    nodes: tuple[Node, ...]


Leaf: TypeAlias = Word | Phrase | Pattern | Fuzzy | Named | Dates | Figures | Noted | Unknown
Node: TypeAlias = Leaf | Not | And | Or
TEXTUAL = (Word, Phrase, Pattern, Fuzzy)
"""Leaves whose words stand in the text and give a hit its score."""


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """What was understood of a query."""

    text: str
    node: Node | None
    """None asks for every article."""
    problems: tuple[QueryProblem, ...] = ()


def leaves(node: Node | None, *, negated: bool = False) -> list[Leaf]:
    """The leaves under `node`, in the order of the query; those behind NOT only on request."""
    match node:
        case None:
            return []
        case And(nodes) | Or(nodes):
            return [leaf for child in nodes for leaf in leaves(child, negated=negated)]
        case Not(inner):
            return leaves(inner, negated=True) if negated else []
        case _:
            return [node]


@cache
def figure_kinds() -> tuple[str, ...]:
    """The kinds of figures that a query can ask for."""
    from index.facts.model import FigureKind  # most queries ask for none: no facts are loaded

    return get_args(FigureKind)
