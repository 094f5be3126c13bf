"""The gutter of an article: which sentences other reports answer too, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.rendering.highlight import Stretches
from tui.rendering.relations import SIGN, gravity, is_disputed, shown_relation

if TYPE_CHECKING:
    from index.compare.model import Question

Span = tuple[int, int]


class GutterSign(NamedTuple):
    """What stands beside a sentence."""

    text: str
    """Sign of the gravest relation, and how many other reports answer: "≠3"; "+" beyond nine."""
    disputed: bool
    """The reports do not say the same."""


class Answered:
    """The sentences of one article that other reports answer too, each with its sign."""

    def __init__(self, signs: Mapping[Span, GutterSign] | None = None) -> None:
        self._signs = dict(signs or {})
        self._stretches = Stretches(self._signs)

    @property
    def disputed(self) -> list[Span]:
        """Sentences that other reports answer differently."""
        return [span for span in self._stretches.spans if self._signs[span].disputed]

    def other_than(self, others: Answered) -> set[Span]:
        """The sentences that have another sign there, or one only here or there."""
        return {span for span, _ in self._signs.items() ^ others._signs.items()}

    def sign_on(self, start: int, end: int) -> GutterSign | None:
        """The sign of a row: where two sentences begin on it, one that is disputed."""
        spans = self._stretches.between(start, end)
        signs = [self._signs[span] for span in spans if start <= span[0]]
        return min(signs, key=lambda sign: not sign.disputed, default=None)


def answered_between(
    article: str, questions: Iterable[Question], start: int, end: int
) -> list[Question]:
    """The questions that the words of an article between two offsets answer."""
    return [
        question
        for question in questions
        if any(one.article == article and start <= one.start < end for one in question.answers)
    ]


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


def _sign(article: str, questions: Sequence[Question]) -> GutterSign:
    gravest = min(questions, key=gravity)
    others = {answer.article for one in questions for answer in one.answers} - {article}
    number = str(len(others)) if len(others) < 10 else "+"
    sign = SIGN[shown_relation(gravest)]
    return GutterSign(sign + (number if others else " "), is_disputed(gravest))
