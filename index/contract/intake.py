"""The JSON of `add` and `refresh`."""

from __future__ import annotations

from typing import Self

from index.contract.base import Contract
from index.intake import model


class TakenArticle(Contract):
    """One article that is now a file of the library."""

    id: str | None
    """None where the index could not take it over."""
    path: str
    title: str
    url: str | None


class ReadFeed(Contract):
    """What came of one feed."""

    url: str
    title: str | None
    state: model.FeedState
    added: int
    changed: int
    known: int
    failed: int
    left_out: int
    reason: str | None

    @classmethod
    def of(cls, report: model.FeedReport) -> Self:
        """As the core tells it."""
        names = set(cls.model_fields) - {"url"}
        return cls(url=report.address, **{name: getattr(report, name) for name in names})


class NotTaken(Contract):
    """What could not be taken in."""

    name: str
    """An address or a file."""
    reason: str


class TakenIn(Contract):
    """All that came of one `add` or `refresh`."""

    folder: str
    added: list[TakenArticle]
    changed: list[TakenArticle]
    """Articles with one more version; the older ones stand beside it."""
    known: int
    feeds: list[ReadFeed]
    new_feeds: int
    refused: int
    """Entries of lists of feeds that are no web addresses."""
    failed: list[NotTaken]
    articles: int
    """How many the library holds now."""
    seconds: float
