"""Why something is marked: the rules behind the marks at one place, in sentences for a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from index.article import Article
from index.facts.claims_words import SAYING, TITLE
from index.facts.model import (
    Claim,
    DateMention,
    Facts,
    Figure,
    Mention,
    Official,
    Role,
    Statement,
)
from index.span import TextSpan

ReasonKind = Literal["furniture", "figure", "date", "official", "role", "statement", "claim"]
Marked = TypeVar("Marked", Figure, DateMention, Mention, Role, Statement, Claim)

_FURNITURE = (
    "This paragraph is page furniture (a caption, byline, share line or related headline): "
    "nothing is looked for in it."
)

_FORMS = {
    "direct": "said in so many words",
    "mixed": "said partly in so many words",
    "indirect": "reported in other words",
}
_OFFICIAL_RULES = {
    "title before the name": "a title of office stands right before the name",
    "title before the name, with a comma": "a title of office and a comma stand before the name",
    "title after the name": "a title of office follows the name",
    "title around an insertion": "a title with an editor's insertion stands before the name",
    "seat after the name": "a seat in parliament follows the name",
}
_TOLD_AS = {
    "fact": "states it as a fact",
    "plan": "tells it as a plan",
    "estimate": "gives it as an estimate",
    "question": "asks about it",
}
_STANCES = {"denied": "denies it", "unconfirmed": "says that it is not confirmed"}
_STATEMENT_RULES = {
    "subject and word of saying": "stands right after its subject",
    "word of saying before its subject": "stands before its subject",
    "shares the subject before": "has the subject of the words before it",
    "passive with by": "is passive, and names who with “by”",
    "according to": "names its source",
    "quoted as saying": "is that of somebody whom another quotes",
    "post with its author under it": "stands between a post and its author",
    "quotation with its speaker under it": "stands between the quotation and the speaker's name",
    "speaker with a colon": "stands after the speaker's name",
    "attributed inside a quotation": "stands with its subject inside somebody else's words",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one mark stands."""

    kind: ReasonKind
    start: int
    end: int
    """The mark itself; of a claim, the words of its value."""
    sentence: str
    """For a person."""
    rule: str = ""
    """The name of the rule that made it, for who mends rules; the sentence does without."""


def explain(article: Article, facts: Facts, offset: int) -> list[str]:
    """One sentence for each mark at `offset` of the article's body, with the rule that made it."""
    return [
        f"{reason.sentence} (rule: {reason.rule})" if reason.rule else reason.sentence
        for reason in reasons_at(article, facts, offset)
    ]


def reasons_at(article: Article, facts: Facts, offset: int) -> list[Reason]:
    """Why each mark at `offset` of the article's body stands; empty if there is none.

    The marks come in the order furniture, figures, dates, officials, statements, claims. A claim is
    at its value, and where its sentence begins.
    """
    begun = {claim.value_start for claim in facts.claims if claim.start == offset}
    return [
        reason
        for reason in reasons(article, facts, offset, offset + 1)
        if reason.kind != "claim" or reason.start in begun or reason.start <= offset < reason.end
    ]


def reasons(article: Article, facts: Facts, start: int, end: int) -> list[Reason]:
    """Why each mark between two offsets stands, in the same order; a mark counts as soon as one
    of its characters lies there, a claim as soon as one of its sentence does."""
    here = TextSpan(start, end)

    def among(marks: Iterable[Marked]) -> list[Marked]:
        return [each for each in marks if each.start < end and start < each.end]

    found = [
        Reason("furniture", span.start, span.end, _FURNITURE)
        for span in facts.furniture
        if span.overlaps(here)
    ]
    found += [
        Reason("figure", each.start, each.end, _figure(each), each.rule)
        for each in among(facts.figures)
    ]
    found += [
        Reason("date", each.start, each.end, _date(each), each.rule) for each in among(facts.dates)
    ]
    for official in facts.officials:
        mentions = among(official.mentions)
        found += [
            Reason("official", each.start, each.end, _mention(official, each)) for each in mentions
        ]
        if not mentions:
            found += [
                Reason(
                    "role",
                    each.start,
                    each.end,
                    f"“{each.text}” is a title of {official.name}.",
                )
                for each in among(official.roles)
            ]
    found += [
        Reason("statement", each.start, each.end, _statement(each))
        for each in among(facts.statements)
    ]
    found += [
        Reason("claim", each.value_start, each.value_end, _claim(each, article.body), each.rule)
        for each in among(facts.claims)
    ]
    return found


def _number(value: float) -> str:
    return f"{value:,g}" if value < 1e6 else f"{value:,.0f}"


def _bounds(low: float | None, high: float | None) -> str:
    """The values that a figure leaves open; "" for a word that says no number."""
    if low is None or high is None:
        side, value = ("at most", high) if low is None else ("at least", low)
        return f"that is {side} {_number(value)}" if value is not None else ""
    return f"that is {_number(low)}" + (f" to {_number(high)}" if high != low else "")


def _figure(figure: Figure) -> str:
    parts = [f"“{figure.text}” is a figure of the kind {figure.kind}"]
    if bounds := _bounds(figure.low, figure.high):
        parts.append(bounds)
    if figure.counted:
        inferred = ", taken from elsewhere in the article" if figure.counted_inferred else ""
        parts.append(f"counting “{figure.counted}”{inferred}")
    return ", ".join(parts) + "."


def _date(date: DateMention) -> str:
    if date.earliest is None and date.latest is None:
        return f"“{date.text}” is a {date.kind}; which days it means is not known."
    if date.earliest is None or date.latest is None:
        when = f"until {date.latest}" if date.earliest is None else f"from {date.earliest} on"
    else:
        when = date.earliest + (f" to {date.latest}" if date.latest != date.earliest else "")
    return f"“{date.text}” is a {date.kind} and means {when}."


def _mention(official: Official, mention: Mention) -> str:
    """Why somebody is an official, and why one of the mentions is theirs."""
    why = _OFFICIAL_RULES.get(official.rule, official.rule)
    role = official.roles[0].told if official.roles else ""
    if mention.text == official.name:
        return f"{official.name} is an official: {why} (“{role}”)."
    return (
        f"“{mention.text}” is taken for {official.name}, whom alone it can mean here; "
        f"{official.name} is an official, for {why} (“{role}”)."
    )


def _statement(statement: Statement) -> str:
    who = statement.speaker or "somebody whom the article does not name"
    how = _FORMS[statement.form]
    if statement.cue is None:
        return f"These words are {who}'s, {how}: the quotation goes on from the one before."
    why = _STATEMENT_RULES.get(statement.rule, statement.rule)
    return f"These words are attributed to {who}, {how}: “{statement.cue}” {why}."


def _claim(claim: Claim, body: str) -> str:
    value = body[claim.value_start : claim.value_end]
    about = ", ".join(part for part in (claim.counted, *claim.places) if part)
    subject = f" of {about}" if about else ""
    compared = f"“{value}” is compared with what other reports say{subject}"
    if claim.event in (TITLE, SAYING):
        return f"{compared}."  # a title or a name is told neither as a fact nor as a plan
    return f"{compared}; this one {_STANCES.get(claim.stance, _TOLD_AS[claim.modality])}."
