"""Facts of an article without the marks that the person has called wrong."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from index.facts.model import Claim, DateMention, Facts, Figure, Official, Statement
from index.notes.decisions import MarkKind
from index.span import TextSpan

Mark = tuple[MarkKind, TextSpan]


def corrected(facts: Facts, wrong: Set[Mark]) -> Facts:
    """`facts` without the marks in `wrong`, and without the claims whose value was one of them.

    A mark is meant by its kind and its exact place; that of an official is one mention, that of a
    claim the words of its value.
    """
    if not wrong:
        return facts

    def right(kind: MarkKind, mark: Figure | DateMention | Statement) -> bool:
        return (kind, TextSpan(mark.start, mark.end)) not in wrong

    figures = [number for number, one in enumerate(facts.figures) if right("figure", one)]
    dates = [number for number, one in enumerate(facts.dates) if right("date", one)]
    return replace(
        facts,
        figures=tuple(facts.figures[number] for number in figures),
        dates=tuple(facts.dates[number] for number in dates),
        officials=tuple(kept for one in facts.officials if (kept := _without(one, wrong))),
        statements=tuple(one for one in facts.statements if right("statement", one)),
        claims=tuple(
            replace(
                claim,
                figure=None if claim.figure is None else figures.index(claim.figure),
                date=None if claim.date is None else dates.index(claim.date),
            )
            for claim in facts.claims
            if _stands(claim, figures, dates, wrong)
        ),
    )


def _without(official: Official, wrong: Set[Mark]) -> Official | None:
    mentions = tuple(
        mention
        for mention in official.mentions
        if ("official", TextSpan(mention.start, mention.end)) not in wrong
    )
    return replace(official, mentions=mentions) if mentions else None


def _stands(claim: Claim, figures: list[int], dates: list[int], wrong: Set[Mark]) -> bool:
    return (
        (claim.figure is None or claim.figure in figures)
        and (claim.date is None or claim.date in dates)
        and ("claim", TextSpan(claim.value_start, claim.value_end)) not in wrong
    )
