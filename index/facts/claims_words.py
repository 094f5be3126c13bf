"""Claims whose value is a few words: a person's title, the speaker of a statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from index.article import Article
from index.facts.claims_sentence import telling_words
from index.facts.model import Claim, Facts

TITLE = "title"
"""Event of the claims that say what somebody is."""
SAYING = "saying"
"""Event of the claims that say who said something."""
FRAGMENT = re.compile(r"[\"“]([^\"“”\n]{6,60})[\"”]")
"""A few words in quotation marks: words that a report marks as somebody's own."""
SAME = re.compile(r"(?:the same|this|that) (?:statement|announcement|remark|comment|claim)s?\b")
"""Words that stand for the statement before: "Singh made the same statement"."""
FEWEST_WORDS = 4
"""Telling words that a statement needs to be known again in another report."""


def word_claims(article: Article, facts: Facts) -> Iterator[Claim]:
    """The titles and the speakers that an article names."""
    starts = [sentence.start for sentence in facts.sentences]
    for official in facts.officials:
        for role in official.roles:
            number = bisect_right(starts, role.start) - 1
            if number < 0:
                continue
            sentence = facts.sentences[number]
            yield Claim(
                start=sentence.start,
                end=sentence.end,
                value_start=role.start,
                value_end=role.end,
                words=role.text,
                event=TITLE,
                participants=(official.name,),
                rule="title",
            )
    officials = {official.name for official in facts.officials}
    before: tuple[str, ...] = ()
    for statement in facts.statements:
        number = bisect_right(starts, statement.start) - 1
        if statement.cue is None or statement.speaker is None or number < 0:
            continue
        sentence = facts.sentences[number]
        content = article.body[statement.start : statement.end]
        context = telling_words(content)
        if SAME.match(content):
            context = before
        elif len(context) >= FEWEST_WORDS:
            before = context
        enough = len(context) >= FEWEST_WORDS
        if enough and statement.speaker_start is not None:
            yield Claim(
                start=sentence.start,
                end=max(sentence.end, statement.end),
                value_start=statement.speaker_start,
                value_end=statement.speaker_end or statement.speaker_start,
                words=statement.speaker,
                event=SAYING,
                speaker=statement.speaker,
                participants=(statement.speaker,) if statement.speaker in officials else (),
                context=context,
                qualifiers=_fragments(content),
                rule="speaker",
            )


def _fragments(statement: str) -> tuple[str, ...]:
    """The telling words of each short quotation in a statement, joined by blanks."""
    found = []
    for match in FRAGMENT.finditer(statement):
        words = telling_words(match[1])
        if len(words) > 1:
            found.append(" ".join(words))
    return tuple(found)
