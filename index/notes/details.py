"""What is known about a passage: its figures, who said it, and for which day it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.facts.model import Facts, Figure
from index.span import TextSpan

_MOST_FIGURES = 3
"""A header line that lists more is no longer read."""


@dataclass(frozen=True, slots=True)
class Details:
    """For the header line of a block; each is None if the article does not say."""

    figure: str | None = None
    speaker: str | None = None
    as_of: str | None = None


def details_of(facts: Facts, start: int, end: int) -> Details:
    """The figures inside the passage, and the speaker and day that hold for all of them.

    A speaker stands beside a figure only if the figure is in their words; in a passage without
    figures, only if all that is said in it is said by one.
    """
    passage = TextSpan(start, end)
    figures = [
        one
        for one in facts.figures
        # "His first comment": an order is no figure that anybody looks a passage up for.
        if start <= one.start and one.end <= end and one.kind != "ordinal"
    ][:_MOST_FIGURES]
    if figures:
        speakers = [_speaker_of(facts, figure) for figure in figures]
        days = [_day_of(facts, figure) for figure in figures]
    else:
        said = [one for one in facts.statements if passage.overlaps(TextSpan(one.start, one.end))]
        speakers = [statement.speaker for statement in said]
        days = [
            claim.as_of
            for claim in facts.claims
            if start <= claim.value_start < claim.value_end <= end
        ]
    return Details(
        figure=", ".join(figure.text for figure in figures) or None,
        speaker=_only(speakers),
        as_of=_only(days),
    )


def _speaker_of(facts: Facts, figure: Figure) -> str | None:
    """Whose words the figure is in: that of its claim, or of the narrowest statement around it."""
    for claim in facts.claims:
        if claim.speaker and _holds(claim.value_start, claim.value_end, figure):
            return claim.speaker
    around = [one for one in facts.statements if one.start <= figure.start < one.end]
    narrowest = min(around, key=lambda one: one.end - one.start, default=None)
    return narrowest.speaker if narrowest else None


def _day_of(facts: Facts, figure: Figure) -> str | None:
    days = (
        claim.as_of for claim in facts.claims if _holds(claim.value_start, claim.value_end, figure)
    )
    return next(days, None)


def _holds(start: int, end: int, figure: Figure) -> bool:
    return start <= figure.start and figure.end <= end


def _only(values: Iterable[str | None]) -> str | None:
    """The one value that all have, or None."""
    different = set(values)
    return different.pop() if len(different) == 1 else None
