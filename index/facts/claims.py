"""What an article claims: figures, dates, stances and words, each with what it answers.

`compare` brings claims of several reports together; here every claim is read on its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from index.article import Article
from index.facts.claims_sentence import take_apart
from index.facts.claims_stances import may_deny, stance_claims
from index.facts.claims_values import value_claims
from index.facts.claims_vocabulary import cues
from index.facts.claims_words import word_claims
from index.facts.model import Claim, DateMention, Facts, Figure, Statement
from index.span import TextSpan

CAPTION_WORDS = 8
"""Words that a caption must have to tell what happened."""

SMALL = 10
"""Numbers up to this one are met too often to name a group by themselves."""

Mark = TypeVar("Mark", Figure, DateMention)


def find_claims(article: Article, facts: Facts) -> tuple[Claim, ...]:
    """The claims of an article whose figures, dates, officials and statements are known.

    `facts.claims` is not looked at. Page furniture claims nothing, but captions that tell what
    happened give figures and dates.
    """
    body = article.body
    figures = _by_sentence(facts.sentences, facts.figures)
    dates = _by_sentence(facts.sentences, facts.dates)
    claims: list[Claim] = []
    for number, span in enumerate(facts.sentences):
        valued = number in figures or number in dates
        if not valued and not may_deny(body, span.start, span.end):
            continue
        in_furniture = any(span.overlaps(furniture) for furniture in facts.furniture)
        if in_furniture and not is_caption(body, span):
            continue
        sentence = take_apart(body, span.start, span.end)
        if valued:
            claims += value_claims(sentence, body, figures.get(number, []), dates.get(number, []))
        if not in_furniture:
            claims += stance_claims(sentence)
    claims = [_attributed(claim, facts.statements) for claim in claims]
    claims += word_claims(article, facts)
    claims.sort(key=lambda claim: (claim.start, claim.value_start, claim.value_end))
    return tuple(_chained(claims, facts, body))


def _by_sentence(
    sentences: Sequence[TextSpan], marks: Sequence[Mark]
) -> dict[int, list[tuple[int, Mark]]]:
    """The marks with their indices, by the number of the sentence that holds them."""
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[tuple[int, Mark]]] = {}
    for index, mark in enumerate(marks):
        number = bisect_right(starts, mark.start) - 1
        if number >= 0 and mark.start < sentences[number].end:
            found.setdefault(number, []).append((index, mark))
    return found


def _attributed(claim: Claim, statements: Sequence[Statement]) -> Claim:
    """The claim with the speaker of the narrowest statement that holds its value."""
    holding = [
        statement
        for statement in statements
        if statement.start <= claim.value_start and claim.value_end <= statement.end
    ]
    if not holding:
        return claim
    narrowest = min(holding, key=lambda statement: statement.end - statement.start)
    return replace(claim, speaker=narrowest.speaker)


def _chained(claims: Sequence[Claim], facts: Facts, body: str) -> list[Claim]:
    """The claims with those numbered alike that speak of one group: "21 girls … the 21".

    A number names a group when it is not one, and its nouns do not contradict; a small one only
    with the same noun, or as "the two".
    """
    chains: list[tuple[object, str | None, str | None]] = []
    chained = []
    for claim in claims:
        figure = facts.figures[claim.figure] if claim.figure is not None else None
        if figure is None or figure.kind not in ("count", "money") or figure.low in (None, 0, 1):
            chained.append(claim)
            continue
        planned = claim.modality == "plan"
        value = (figure.low, figure.high, figure.approximation, figure.unit, planned)
        for number, (other, counted, noun) in enumerate(chains):
            if other != value or not _agree(claim.counted, claim.noun, counted, noun):
                continue
            same_noun = claim.noun is not None and claim.noun == noun
            definite = body[max(0, claim.value_start - 4) : claim.value_start].lower() == "the "
            if same_noun or definite or (figure.low or 0) > SMALL:
                chains[number] = (value, counted or claim.counted, noun or claim.noun)
                break
        else:
            number = len(chains)
            chains.append((value, claim.counted, claim.noun))
        chained.append(replace(claim, chain=number))
    return chained


def _agree(
    counted: str | None, noun: str | None, other_counted: str | None, other_noun: str | None
) -> bool:
    if (counted is None and noun is None) or (other_counted is None and other_noun is None):
        return True
    if noun is not None and noun == other_noun:
        return True
    persons = cues("nouns", "persons")
    return counted is not None and (
        counted == other_counted or (counted in persons and other_counted in persons)
    )


def is_caption(body: str, span: TextSpan) -> bool:
    """Whether a paragraph of furniture is a running sentence: a caption, no link or headline."""
    words = span.of(body).split()
    small = sum(word[0].islower() for word in words)
    lowered = " ".join(words[:3]).lower()
    return (
        len(words) >= CAPTION_WORDS
        and 2 * small >= len(words)
        and not lowered.startswith(tuple(cues("captions", "links")))
    )
