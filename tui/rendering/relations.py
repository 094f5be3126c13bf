"""How relations are written: a sign and a word, so that no meaning hangs on colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from index.compare.model import Answer, Question, RelationKind
    from index.facts.model import Stance

SIGN: Final[dict[RelationKind, str]] = {
    "differs": "≠",
    "denied": "✗",
    "attribution": "@",
    "updated": "→",
    "vague": "~",
    "scope": "⊂",
    "compatible": "≈",
    "echo": "″",
    "agrees": "=",
}
"""One cell each."""

MEANING: Final[dict[RelationKind, str]] = {
    "differs": "the answers cannot both hold",
    "denied": "one says it is so, another does not",
    "attribution": "the same is said to come from different people",
    "updated": "a later answer replaces an earlier one",
    "vague": "one gives a number, another only a word",
    "scope": "they do not answer quite the same",
    "compatible": "both can hold",
    "echo": "the same, from one source",
    "agrees": "the same",
}
"""What each says of the answers, in a few words."""

SIDE: Final[dict[Stance, str]] = {
    "affirmed": "affirms",
    "denied": "denies",
    "unconfirmed": "leaves open",
}
"""What one report does where another denies."""

WIDEST: Final = max(map(len, SIGN))
"""Cells of the longest relation word."""


def relation_words(relation: RelationKind | None) -> str:
    """Sign and word of a relation; nothing where nothing was said before."""
    return f"{SIGN[relation]} {relation}" if relation else ""


def standing(answer: Answer, relation: RelationKind | None) -> str:
    """How an answer stands to those before it. Where one report denies what another affirms, each
    is told by its own side: "denied" beside words that affirm would say the opposite."""
    side = SIDE[answer.stance]
    if relation is None:
        return side if answer.kind == "stance" else ""
    return f"{SIGN[relation]} {side}" if relation == "denied" else relation_words(relation)


def shown_relation(question: Question) -> RelationKind:
    """The person's ruling, where there is one, or else what the rules found."""
    return question.ruling or question.relation


def gravity(question: Question) -> int:
    """The place of a question's relation among all, the gravest first: for sorting."""
    from index.compare.model import GRAVITY

    return GRAVITY.index(shown_relation(question))


def is_disputed(question: Question) -> bool:
    """Whether the reports do not say the same."""
    from index.compare.model import DISPUTED

    return shown_relation(question) in DISPUTED


def label(question: Question) -> str:
    """Sign and word of a question: "→ updated", "≠ differs?" where something is unknown."""
    relation = shown_relation(question)
    doubt = "?" if question.possible and question.ruling is None else ""
    ruled = " (your ruling)" if question.ruling else ""
    return f"{SIGN[relation]} {relation}{doubt}{ruled}"


def why(question: Question) -> str:
    """The reason of a question; beside a ruling, what the rules found and why."""
    if question.ruling:
        return f"The rules found “{question.relation}”: {question.reason}"
    return question.reason
