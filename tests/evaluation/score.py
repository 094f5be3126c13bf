"""Counting what was found, and printing it as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar


class Span(Protocol):
    """Anything with offsets: marks and labels alike."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Label = TypeVar("Label", bound=Span)
Mark = TypeVar("Mark", bound=Span)


def overlap(one: Span, other: Span) -> bool:
    """Whether two marks share at least one code point."""
    return one.start < other.end and other.start < one.end


@dataclass
class Tally:
    """Recall, precision and F1 of one thing, with the errors that made them."""

    measure: str
    labelled: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    """The labelled ones that were not found, in their context."""
    wrong: list[str] = field(default_factory=list)
    """The predicted ones that are not labelled, in their context."""

    def label(self, was_found: bool, context: str = "") -> None:
        """Count one labelled thing."""
        self.labelled += 1
        self.found += was_found
        if not was_found:
            self.missed.append(context)

    def predict(self, was_right: bool, context: str = "") -> None:
        """Count one predicted thing."""
        self.predicted += 1
        self.right += was_right
        if not was_right:
            self.wrong.append(context)

    @property
    def recall(self) -> float:
        return self.found / self.labelled if self.labelled else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def f1(self) -> float:
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def add_up(measure: str, tallies: Iterable[Tally]) -> Tally:
    """One tally of several."""
    total = Tally(measure)
    for tally in tallies:
        total.labelled += tally.labelled
        total.found += tally.found
        total.predicted += tally.predicted
        total.right += tally.right
        total.missed += tally.missed
        total.wrong += tally.wrong
    return total


def context(body: str, span: Span, around: int = 40) -> str:
    """The words of a mark in square brackets, with a little of the text on either side."""
    before = body[max(0, span.start - around) : span.start]
    after = body[span.end : span.end + around]
    return " ".join(f"{before}[{body[span.start : span.end]}]{after}".split())


def score_spans(
    tally: Tally,
    body: str,
    labels: Sequence[Label],
    marks: Sequence[Mark],
    *,
    same: Callable[[Label, Mark], bool] = overlap,
    ignored: Sequence[Span] = (),
) -> None:
    """Count labels and marks of one article against each other.

    A mark that meets no label but overlaps an `ignored` span counts as neither right nor wrong.
    """
    for label in labels:
        tally.label(any(same(label, mark) for mark in marks), context(body, label))
    for mark in marks:
        right = any(same(label, mark) for label in labels)
        if right or not any(overlap(span, mark) for span in ignored):
            tally.predict(right, context(body, mark))


def table(tallies: Iterable[Tally]) -> str:
    """The tallies as lines of text."""
    lines = [f"{'':44}{'recall':>8}{'prec.':>8}{'F1':>8}{'labelled':>10}{'predicted':>11}"]
    for tally in tallies:
        recall = f"{tally.recall:8.3f}" if tally.labelled else f"{'–':>8}"
        precision = f"{tally.precision:8.3f}" if tally.predicted else f"{'–':>8}"
        f1 = f"{tally.f1:8.3f}" if tally.labelled and tally.predicted else f"{'–':>8}"
        lines.append(
            f"{tally.measure:44}{recall}{precision}{f1}{tally.labelled:10}{tally.predicted:11}"
        )
    return "\n".join(lines)
