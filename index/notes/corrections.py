"""Facts of an article without the marks that the person has called wrong."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from index.facts.model import Claim, DateMention, Facts, Figure, Mention, Statement
from index.notes.decisions import MarkKind
from index.span import TextSpan

Mark = tuple[MarkKind, TextSpan]


def corrected(facts: Facts, wrong: Set[Mark]) -> Facts:
    """`facts` without the marks in `wrong`, and without what was built on them.

    A mark is meant by its kind and its exact place. An `official` goes with every mention, by the
    place of any; a `person` is one mention that means somebody else. With a `statement` or its
    `speaker` the claims in it lose theirs; with a figure or a date go the claims whose value it
    was. The place of a `claim` is that of its value.
    """
    if not wrong:
        return facts

    def right(kind: MarkKind, mark: Figure | DateMention | Statement | Mention) -> bool:
        return (kind, TextSpan(mark.start, mark.end)) not in wrong

    figures = [number for number, one in enumerate(facts.figures) if right("figure", one)]
    dates = [number for number, one in enumerate(facts.dates) if right("date", one)]
    officials = (
        replace(one, mentions=mentions)
        for one in facts.officials
        if all(right("official", mention) for mention in one.mentions)
        and (mentions := tuple(each for each in one.mentions if right("person", each)))
    )
    unsaid = [
        one for one in facts.statements if not (right("statement", one) and right("speaker", one))
    ]
    statements = (
        replace(one, speaker=None, speaker_start=None, speaker_end=None) if one in unsaid else one
        for one in facts.statements
        if right("statement", one)
    )
    return replace(
        facts,
        figures=tuple(facts.figures[number] for number in figures),
        dates=tuple(facts.dates[number] for number in dates),
        officials=tuple(officials),
        statements=tuple(statements),
        claims=tuple(
            replace(
                claim,
                figure=None if claim.figure is None else figures.index(claim.figure),
                date=None if claim.date is None else dates.index(claim.date),
                speaker=None if _said_in(claim, unsaid) else claim.speaker,
                voice=None if _said_in(claim, unsaid) else claim.voice,
            )
            for claim in facts.claims
            if _stands(claim, figures, dates, wrong)
        ),
    )


def _said_in(claim: Claim, statements: list[Statement]) -> bool:
    """Whether it is from one of these statements that the claim has its speaker."""
    return any(
        one.start <= claim.value_start < one.end and one.speaker == claim.speaker
        for one in statements
    )


def _stands(claim: Claim, figures: list[int], dates: list[int], wrong: Set[Mark]) -> bool:
    return (
        (claim.figure is None or claim.figure in figures)
        and (claim.date is None or claim.date in dates)
        and ("claim", TextSpan(claim.value_start, claim.value_end)) not in wrong
    )
