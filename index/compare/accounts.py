"""A claim laid out to be compared: its value as an interval, its report, its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.article import Article
from index.compare import intervals
from index.compare.intervals import Interval
from index.compare.model import Answer, AnswerKind
from index.facts.model import Approximation, Claim, Facts


@dataclass(frozen=True, slots=True)
class Account:
    """One claim of one report, with all that a comparison asks of it."""

    report: int
    """Index of the report among those compared."""
    article: str
    outlet: str
    """Who publishes it, as the reader knows it; the article's id where that is unknown."""
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

    @property
    def day(self) -> date | None:
        """The day for which the value holds, as far as it is known."""
        known = self.claim.as_of or self.claim.said or self.published
        return date.fromisoformat(known[:10]) if known else None

    @property
    def is_number(self) -> bool:
        """Whether the value is a quantity, vague ones included."""
        return self.claim.figure is not None

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
            speaker=self.claim.speaker,
            said=self.claim.said,
            as_of=self.claim.as_of or (self.published or "")[:10] or None,
            published=self.published,
        )


def accounts_of(report: int, origin: int, article: Article, facts: Facts) -> list[Account]:
    """Every claim of one report as an account."""
    body = article.body
    length = max(1, len(body))
    outlet = article.source or article.id
    accounts = []
    for claim in facts.claims:
        figure = facts.figures[claim.figure] if claim.figure is not None else None
        mention = facts.dates[claim.date] if claim.date is not None else None
        kind: AnswerKind = (
            figure.kind
            if figure
            else mention.kind
            if mention
            else "words"
            if claim.words
            else "stance"
        )
        accounts.append(
            Account(
                report=report,
                article=article.id,
                outlet=outlet,
                origin=origin,
                published=article.published,
                claim=claim,
                kind=kind,
                text=claim.words
                if claim.words and claim.figure is None and claim.date is None
                else body[claim.value_start : claim.value_end],
                sentence=" ".join(body[claim.start : claim.end].split()),
                value=intervals.of_figure(figure)
                if figure
                else intervals.of_date(mention)
                if mention
                else None,
                unit=figure.unit if figure else None,
                approximation=figure.approximation if figure else "exact",
                low=figure.low if figure else None,
                high=figure.high if figure else None,
                earliest=mention.earliest if mention else None,
                latest=mention.latest if mention else None,
                counted=figure.counted if figure else None,
                in_title=claim.start == 0 and not article.title_guessed,
                position=claim.start / length,
            )
        )
    return accounts
