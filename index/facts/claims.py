"""What an article claims: figures, dates, stances and words, each with what it answers.

`compare` brings claims of several reports together; here every claim is read on its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from index.article import Article
from index.facts.claims_chains import Chains
from index.facts.claims_sentence import Sentence, take_apart, telling_words
from index.facts.claims_stances import denials, stance_claims
from index.facts.claims_values import ValueReader
from index.facts.claims_vocabulary import signs
from index.facts.claims_voices import Voices
from index.facts.claims_words import SAYING, word_claims
from index.facts.furniture import find_corrections
from index.facts.model import Claim, DateMention, Facts, Figure
from index.span import TextSpan

CAPTION_WORDS = 8
"""Words that a caption must have to tell what happened."""

RESUMED = 2
"""Sentences before one in which "it would take until May" may find what it speaks of."""

Mark = TypeVar("Mark", Figure, DateMention)


def find_claims(article: Article, facts: Facts) -> tuple[Claim, ...]:
    """The claims of an article whose figures, dates, officials and statements are known.

    `facts.claims` is not looked at. Page furniture claims nothing, but captions that tell what
    happened give figures and dates; where an outlet corrects itself, it names what was wrong.
    """
    body = article.body
    starts = [sentence.start for sentence in facts.sentences]
    figures = _by_sentence(facts.sentences, starts, facts.figures)
    dates = _by_sentence(facts.sentences, starts, facts.dates)
    denying = {bisect_right(starts, at) - 1 for at in denials(body)}
    furnished = set(_furnished(facts.sentences, facts.furniture))
    correcting = set(_furnished(facts.sentences, find_corrections(body)))
    voices = Voices(body, facts.statements)
    reader = ValueReader(body, article.published, voices, Chains(body))
    claims: list[Claim] = []
    for number in sorted(denying | figures.keys() | dates.keys()):
        if number < 0:
            continue
        span = facts.sentences[number]
        if number in correcting or (number in furnished and not is_caption(body, span)):
            continue
        sentence = take_apart(body, span.start, span.end)
        if number and sentence.words[:1] and sentence.words[0] in signs("context", "pronouns"):
            sentence = _resumed(body, sentence, facts.sentences[number - 1])
        if number in figures or number in dates:
            before = facts.sentences[max(0, number - RESUMED) : number]
            claims += reader.read(sentence, figures.get(number, ()), dates.get(number, ()), before)
        if number not in furnished:
            claims += stance_claims(sentence, voices)
    said = {claim.start: (claim.said, claim.said_by) for claim in claims if claim.said_by}
    for claim in word_claims(article, facts):
        dated = claim.event == SAYING and claim.start in said
        day, latest = said[claim.start] if dated else (None, None)
        claims.append(replace(claim, said=day, said_by=latest) if dated else claim)
    claims.sort(key=lambda claim: (claim.start, claim.value_start, claim.value_end))
    return tuple(claims)


def _resumed(body: str, sentence: Sentence, before: TextSpan) -> Sentence:
    """A sentence that begins with "it" or "she" with what the sentence before it speaks of."""
    telling = telling_words(before.of(body)) + sentence.telling
    return replace(sentence, telling=tuple(dict.fromkeys(telling)))


def _by_sentence(
    sentences: Sequence[TextSpan], starts: Sequence[int], marks: Sequence[Mark]
) -> dict[int, list[tuple[int, Mark]]]:
    """The marks with their indices, by the number of the sentence that holds them."""
    found: dict[int, list[tuple[int, Mark]]] = {}
    for index, mark in enumerate(marks):
        number = bisect_right(starts, mark.start) - 1
        if number >= 0 and mark.start < sentences[number].end:
            found.setdefault(number, []).append((index, mark))
    return found


def _furnished(sentences: Sequence[TextSpan], furniture: Sequence[TextSpan]) -> Iterator[int]:
    """The numbers of the sentences that stand in page furniture; both are in order."""
    blocks = iter(furniture)
    block = next(blocks, None)
    for number, sentence in enumerate(sentences):
        while block is not None and block.end <= sentence.start:
            block = next(blocks, None)
        if block is None:
            return
        if block.overlaps(sentence):
            yield number


def is_caption(body: str, span: TextSpan) -> bool:
    """Whether a paragraph of furniture is a running sentence: a caption, no link or headline."""
    words = span.of(body).split()
    small = sum(word[0].islower() for word in words)
    lowered = " ".join(words[:3]).lower()
    return (
        len(words) >= CAPTION_WORDS
        and 2 * small >= len(words)
        and not lowered.startswith(tuple(signs("captions", "links")))
    )
