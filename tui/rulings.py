"""The person's rulings laid over what the rules found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from index.compare.model import GRAVITY, Comparison, Question, RelationKind
from index.notes.decisions import Ruling


def relation_ruled(ruling: Ruling | None) -> RelationKind | None:
    """The relation that a ruling names; None for no ruling, or for a word that is no relation."""
    return next((kind for kind in GRAVITY if ruling and ruling.relation == kind), None)


def ruling_of(question: Question, rulings: Mapping[str, Ruling]) -> Ruling | None:
    """The ruling that holds for a question: that under its id, or else the latest one on the same
    words of the same reports. The id can be another once one more report answers, too."""
    if question.id in rulings:
        return rulings[question.id]
    answering = {answer.article for answer in question.answers}
    for ruling in reversed(list(rulings.values())):
        shared = len(answering.intersection(ruling.articles))
        if ruling.words == question.question and shared >= min(2, len(answering)):
            return ruling
    return None


def ruled(comparison: Comparison, rulings: Mapping[str, Ruling]) -> Comparison:
    """`comparison` with what the person has decided on its questions, and nothing else changed."""
    return replace(
        comparison,
        questions=tuple(with_ruling(one, ruling_of(one, rulings)) for one in comparison.questions),
    )


def with_ruling(question: Question, ruling: Ruling | None) -> Question:
    """`question` as the person has decided; without a ruling as the rules found it."""
    return replace(question, ruling=relation_ruled(ruling))
