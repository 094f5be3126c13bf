"""What the person decides: a ruling on a question, a correction of a mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from index.notes.passage import Passage

MarkKind = Literal["figure", "date", "official", "person", "statement", "speaker", "claim"]
"""What is wrong: that something is a figure, a date, an official, a statement or a claim at all;
or which `person` a name means, and who the `speaker` of a statement is."""

WRONG: Final[dict[MarkKind, str]] = {
    "figure": "not a figure",
    "date": "not a date",
    "official": "not an official",
    "person": "another person",
    "statement": "not a statement",
    "speaker": "said by somebody else",
    "claim": "no answer to compare",
}
"""What a correction of each kind says of the words of its mark, after "is"."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """How the person reads the answers to one question."""

    question: str
    """The question's id."""
    relation: str | None
    """One of the relations of a comparison, or None: the ruling is taken back."""
    words: str = ""
    """The question in words, so that the file can be read."""
    note: str = ""
    articles: tuple[str, ...] = ()
    made: str = ""
    """ISO 8601 moment."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A mark that the person says is wrong."""

    kind: MarkKind
    passage: Passage
    note: str = ""
    withdrawn: bool = False
    """The mark is right after all."""
    made: str = ""
    """ISO 8601 moment."""
