"""How often the quick prefix, which stops at the most frequent words, finds what the full one
finds."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from unittest.mock import patch

from index.search import expansion, planning
from index.search.engine import SearchEngine
from index.search.snapshot import Snapshot
from tests.benchmarks.corpus import Document

_FIRST = 10
"""Hits that are held against each other."""


def some_prefixes(
    articles: Iterable[Document], count: int, lengths: tuple[int, int] = (3, 7)
) -> list[str]:
    """Beginnings of different words of the articles, each word as likely as any other."""
    chance = random.Random(5)
    forms: set[str] = set()
    for article, _ in articles:
        forms.update(re.findall(r"[a-z]{7,}", article.body.lower()))
    chosen = chance.sample(sorted(forms), min(count, len(forms)))
    return [form[: chance.randint(*lengths)] for form in chosen]


def agreement(engine: SearchEngine, prefixes: Sequence[str]) -> float:
    """The part of `prefixes` whose first ten hits are those of the full prefix."""
    quick = [_first_hits(engine, prefix) for prefix in prefixes]

    def every(snapshot: Snapshot, field: str, prefix: str, _most: int | None = None) -> list[str]:
        return expansion.beginnings(snapshot, field, prefix, most=None)

    with (
        patch.object(planning, "beginnings", every),
        patch.object(planning, "BEGINNING", 0),  # so that no beginning is looked up
    ):
        full = [_first_hits(engine, prefix) for prefix in prefixes]
    return sum(map(set.__eq__, quick, full)) / len(prefixes)


def _first_hits(engine: SearchEngine, prefix: str) -> set[str]:
    found = engine.search(prefix, as_you_type=True, limit=_FIRST)
    return {hit.article for hit in found.hits}
