"""The gutter of an article: which sentences other reports answer too, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from index.compare.model import DISPUTED, GRAVITY, Question
from tui.rendering.relations import SIGN, shown_relation

Span = tuple[int, int]


class GutterSign(NamedTuple):
    """What stands beside a sentence."""

    text: str
    """Sign of the gravest relation, and how many other reports answer: "≠3"; "+" beyond nine."""
    disputed: bool
    """The reports do not say the same."""


def signs_of(
    article: str, questions: Iterable[Question], sentence_at: Callable[[int], Span]
) -> dict[Span, GutterSign]:
    """The signs of an article's sentences, by where they stand."""
    taking_part: dict[Span, list[Question]] = {}
    for question in questions:
        for sentence in {
            sentence_at(answer.start) for answer in question.answers if answer.article == article
        }:
            taking_part.setdefault(sentence, []).append(question)
    return {sentence: _sign(article, found) for sentence, found in taking_part.items()}


def _sign(article: str, questions: Iterable[Question]) -> GutterSign:
    relation = min(map(shown_relation, questions), key=GRAVITY.index)
    others = {answer.article for one in questions for answer in one.answers} - {article}
    number = str(len(others)) if len(others) < 10 else "+"
    return GutterSign(SIGN[relation] + (number if others else " "), relation in DISPUTED)
