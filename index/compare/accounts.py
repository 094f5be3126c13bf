"""A claim laid out to be compared: its value as an interval, its report, its days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from textwrap import shorten
from typing import Any

from index.article import Article
from index.compare import intervals
from index.compare.chains import Sources
from index.compare.credits import maker
from index.compare.intervals import Interval
from index.compare.model import Answer, AnswerKind, DayKind
from index.facts.date_words import date_words
from index.facts.model import Approximation, Claim, DateMention, Facts

TITLE_LIMIT = 40
"""Characters of a title that stands for an unknown outlet."""
NONE = Interval(0.0, 0.0)
"""The value of "no one"."""


@dataclass(frozen=True, slots=True)
class Account:
    """One claim of one report, with all that a comparison asks of it."""

    report: int
    """Index of the report among those compared."""
    article: str
    outlet: str
    """Who publishes it, as the reader knows it; else the report's title in quotation marks."""
    origin: int
    """Reports with the same number are copies of one text."""
    published: str | None
    claim: Claim
    kind: AnswerKind
    text: str
    """The words of the value, as written."""
    sentence: str
    value: Interval | None
    """None for a vague quantity, an unknown date, a stance and words."""
    unit: str | None = None
    approximation: Approximation = "exact"
    low: float | None = None
    high: float | None = None
    earliest: str | None = None
    latest: str | None = None
    counted: str | None = None
    in_title: bool = False
    position: float = 0.0
    """How far into the article the sentence begins, from 0 to 1."""
    newsroom: str | None = None
    """Whose work the report is: the agency that it credits, else its outlet."""
    side: bool = False
    """Whether who says it may stand against those in charge: a union, organisers, rebels."""
    source: str | None = None
    """Who is answerable for the value in the end; None where nobody is named."""
    via: tuple[str, ...] = ()
    """The newsrooms that it came through, besides the report's own."""

    @property
    def as_of(self) -> str | None:
        """The ISO day for which the value holds: as claimed, else when said, else published."""
        claim = self.claim
        known = claim.as_of or claim.said or claim.said_by or self.published
        return known[:10] if known else None

    @property
    def as_of_from(self) -> DayKind | None:
        """Which of its days `as_of` is."""
        if self.claim.as_of:
            return "as_of"
        if self.claim.said or self.claim.said_by:
            return "said"
        return "published" if self.published else None

    @property
    def day(self) -> date | None:
        """The day for which the value holds, as far as it is known."""
        known = self.as_of
        return _day(known) if known else None

    @property
    def voice(self) -> str | None:
        """Who says it: by name, or in the words of the report ("the union")."""
        return self.claim.speaker or self.claim.voice

    @property
    def is_number(self) -> bool:
        """Whether the value is a quantity, vague ones included."""
        return self.claim.figure is not None or self.value is NONE

    @property
    def is_date(self) -> bool:
        """Whether the value is a date, a time or a duration."""
        return self.claim.date is not None

    def answer(self) -> Answer:
        """The account as the contract shows it."""
        return Answer(
            article=self.article,
            kind=self.kind,
            text=self.text,
            start=self.claim.value_start,
            end=self.claim.value_end,
            sentence=self.sentence,
            low=self.low,
            high=self.high,
            earliest=self.earliest,
            latest=self.latest,
            unit=self.unit,
            stance=self.claim.stance,
            approximation=self.approximation,
            counted=self.counted,
            speaker=self.voice,
            said=self.claim.said,
            as_of=self.as_of,
            published=self.published,
            source=self.source or self.claim.speaker,
            via=self.via,
            as_of_from=self.as_of_from,
        )


@lru_cache(maxsize=1 << 10)
def _day(iso: str) -> date:
    """The day that an ISO date names: the days of a story are few."""
    return date.fromisoformat(iso)


def accounts_of(
    report: int, origin: int, article: Article, facts: Facts, claims: Iterable[Claim]
) -> list[Account]:
    """Some claims of one report as accounts."""
    length = max(1, len(article.body))
    claims = tuple(claims)
    sources, newsroom = Sources(facts), maker(article)
    title = shorten(article.title, TITLE_LIMIT, placeholder="…")
    outlet = article.source or (f"“{title}”" if title else article.id)
    sentences = {
        (start, end): " ".join(article.body[start:end].split())
        for start, end in {(claim.start, claim.end) for claim in claims}
    }
    accounts = [
        Account(
            report=report,
            article=article.id,
            outlet=outlet,
            origin=origin,
            published=article.published,
            claim=claim,
            sentence=sentences[claim.start, claim.end],
            in_title=claim.start == 0 and not article.title_guessed,
            position=claim.start / length,
            newsroom=newsroom,
            side=sources.is_side(claim.speaker or claim.voice),
            **sources.of(sentences[claim.start, claim.end], claim.speaker)._asdict(),
            **_value(article.body, facts, claim),
        )
        for claim in claims
    ]
    return accounts + [_on_its_day(account) for account in accounts if _names_day(account)]


def _names_day(account: Account) -> bool:
    """Whether a time of day names its day too: "6.24am on Monday"."""
    if account.kind != "time" or account.earliest is None:
        return False
    calendar = date_words()
    words = [word.strip(".,").lower() for word in account.text.split()]
    return any(word in calendar.weekdays or word in calendar.months for word in words)


def _on_its_day(account: Account) -> Account:
    """The day of a time of day, which other reports give alone."""
    day = (account.earliest or "")[:10]
    whole = DateMention(0, 0, account.text, "date", day, day)
    return replace(account, kind="date", earliest=day, latest=day, value=intervals.of_date(whole))


def _value(body: str, facts: Facts, claim: Claim) -> dict[str, Any]:
    """The fields of an account that its value decides."""
    text = body[claim.value_start : claim.value_end]
    if claim.figure is not None:
        figure = facts.figures[claim.figure]
        return {
            "kind": figure.kind,
            "text": text,
            "value": intervals.of_figure(figure),
            "unit": figure.unit,
            "approximation": figure.approximation,
            "low": figure.low,
            "high": figure.high,
            "counted": figure.counted,
        }
    if claim.date is not None:
        mention = facts.dates[claim.date]
        return {
            "kind": mention.kind,
            "text": text,
            "value": intervals.of_minutes(claim.minutes)
            if claim.minutes
            else intervals.of_date(mention),
            "earliest": mention.earliest,
            "latest": mention.latest,
        }
    if claim.words is not None:
        return {"kind": "words", "text": claim.words, "value": None}
    if claim.counted is not None:
        # "No one was injured" denies an event and counts to none.
        return {"kind": "count", "text": text, "value": NONE, "low": 0, "high": 0}
    return {"kind": "stance", "text": text, "value": None}
