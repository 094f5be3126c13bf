"""The JSON of `search`, `index` and `doctor`: what the library holds and how it does."""

from __future__ import annotations

from typing import Self

from index.contract.base import Contract
from index.search.engine import SearchResults


class Hit(Contract):
    """One article that answers a query."""

    article: str
    title: str
    source: str | None
    published: str | None
    score: float
    snippet: str
    matches: list[tuple[int, int]]


class Hits(Contract):
    """`search --json`."""

    query: str
    total: int
    seconds: float
    corrected: str | None
    relaxed: bool
    hits: list[Hit]

    @classmethod
    def of(cls, results: SearchResults) -> Self:
        """`results` as they are printed."""
        return cls(
            query=results.query,
            total=results.total,
            seconds=round(results.seconds, 6),
            corrected=results.corrected,
            relaxed=results.relaxed,
            hits=[
                Hit(
                    article=hit.article,
                    title=hit.title,
                    source=hit.source,
                    published=hit.published,
                    score=round(hit.score, 4),
                    snippet=hit.snippet,
                    matches=list(hit.matches),
                )
                for hit in results.hits
            ],
        )


class FailedFile(Contract):
    """A file that could not be read."""

    path: str
    reason: str


class Synchronised(Contract):
    """`index --json`."""

    added: int
    updated: int
    removed: int
    failed: list[FailedFile]
    articles: int
    seconds: float


class Check(Contract):
    """`doctor --json`: one line a check."""

    check: str
    ok: bool
    message: str
    mend: str | None
