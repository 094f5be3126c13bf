"""The days on which one report has its statements said, and for which their values hold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from index.article import Article
from index.facts.claims_periods import says_as_of
from index.facts.model import DateMention, Facts, Statement
from index.span import TextSpan

_BESIDE = 70
"""Characters between a word of saying and the day that dates it, at most."""
_BOUNDS = ("by ", "until ", "since ", "between ", "before ", "after ")
"""Words with which a date bounds what is said, and does not date the saying."""
_OPENING = 12
"""Characters of a sentence before a date that opens it: "Earlier on"."""


class SayingDays:
    """The days that one report gives to statements; its dates are gone through once."""

    def __init__(self, article: Article, facts: Facts) -> None:
        self._body = article.body
        self._sentences = facts.sentences
        self._starts = [span.start for span in facts.sentences]
        self._dates = sorted(
            (one for one in facts.dates if one.kind == "date" and _dates(one, article)),
            key=_start,
        )
        claimed = ((one.value_start, one.as_of[:10]) for one in facts.claims if one.as_of)
        worded = (
            (one.start, one.latest[:10])
            for one in facts.dates
            if one.latest and says_as_of(article.body, one.start)
        )
        # What a claim says comes before what a date says by itself.
        self._held = (sorted(claimed), sorted(worded))

    def as_of(self, statement: Statement) -> str | None:
        """The day for which a value in the statement holds, where the report gives it one."""
        for held in self._held:
            at = bisect_left(held, (statement.start, ""))
            if at < len(held) and held[at][0] < statement.end:
                return held[at][1]
        return None

    def said(self, statement: Statement) -> tuple[str, str] | None:
        """The days on which it can have been said, as the sentence of the word of saying dates it.

        A date right beside that word ("said Tuesday", "told reporters at a briefing on Monday")
        dates the saying, and so does one that opens the sentence ("On Oct. 13, she …"); not one
        behind "that", in the quoted words, or after "by" and "until".
        """
        if statement.cue_start is None:
            return None
        number = bisect_right(self._starts, statement.cue_start) - 1
        if number < 0:
            return None
        sentence = self._sentences[number]
        first = bisect_left(self._dates, sentence.start, key=_start)
        last = bisect_left(self._dates, sentence.end, key=_start)
        near = [
            (distance, mention)
            for mention in self._dates[first:last]
            for distance in (_beside(self._body, statement, mention, sentence),)
            if distance is not None
        ]
        if not near:
            return None
        mention = min(near, key=lambda pair: pair[0])[1]
        earliest, latest = mention.earliest or mention.latest, mention.latest or mention.earliest
        return ((earliest or "")[:10], (latest or "")[:10])


def _start(mention: DateMention) -> int:
    return mention.start


def _beside(
    body: str,
    statement: Statement,
    mention: DateMention,
    sentence: TextSpan,
) -> int | None:
    """How far from the word of saying a date stands that may date it; None for any other."""
    cue, cue_end = statement.cue_start or 0, statement.cue_end or 0
    inside = statement.start <= mention.start < statement.end
    if mention.start >= cue_end:
        between = body[cue_end : mention.start]
        if (inside and statement.form != "indirect") or _runs_on(between):
            return None
        return len(between) if len(between) <= _BESIDE else None
    if inside or says_as_of(body, mention.start):
        return None
    opens = mention.start - sentence.start <= _OPENING
    return cue - mention.end if opens or cue - mention.end <= _OPENING else None


def _runs_on(between: str) -> bool:
    """Whether the words after a word of saying have come to what was said."""
    return " that " in f"{between} " or any(mark in between for mark in '"“”:;')


def _dates(mention: DateMention, article: Article) -> bool:
    """Whether a date can be that of a saying: known, not a bound, and not after the report."""
    known = mention.earliest or mention.latest
    if known is None or mention.text.lower().startswith(_BOUNDS):
        return False
    return article.published is None or known[:10] <= article.published[:10]
