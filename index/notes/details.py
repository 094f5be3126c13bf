"""What is known about a passage: its figures, who said it, and for which day it holds."""

from __future__ import annotations

from dataclasses import dataclass

from index.facts.model import Facts
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
    """Figures inside the passage, then the speaker and day of the claim or statement there.

    A claim counts where its value lies in the passage; a statement where it shares most words.
    """
    passage = TextSpan(start, end)
    figures = [figure for figure in facts.figures if start <= figure.start and figure.end <= end]
    claims = [
        claim for claim in facts.claims if start <= claim.value_start and claim.value_end <= end
    ]
    shared = {
        statement: min(end, statement.end) - max(start, statement.start)
        for statement in facts.statements
        if statement.speaker and passage.overlaps(TextSpan(statement.start, statement.end))
    }
    said_by = max(shared, key=shared.__getitem__).speaker if shared else None
    return Details(
        figure=", ".join(figure.text for figure in figures[:_MOST_FIGURES]) or None,
        speaker=next((claim.speaker for claim in claims if claim.speaker), said_by),
        as_of=next((claim.as_of for claim in claims if claim.as_of), None),
    )
