"""What is listed where nothing is asked for: every article, the newest first."""

from __future__ import annotations

import time
from collections.abc import Mapping
from textwrap import shorten

from index.catalog import Catalog, Entry
from index.search.engine import SearchHit, SearchResults

_SNIPPET = 240
"""Characters of an article's beginning."""
_READ = 4000
"""Characters that it is looked for in."""


def newest(catalog: Catalog, query: str, limit: int, under: Mapping[str, str]) -> SearchResults:
    """The first `limit` articles with their first words, as the answer to an empty `query`.

    What `under` folds under another article is left out and not counted.
    """
    started = time.perf_counter()
    entries = catalog.entries(limit + len(under) if limit >= 0 else limit)
    shown = [entry for entry in entries if entry.id not in under]
    hits = tuple(
        SearchHit(
            entry.id, entry.title, entry.source, entry.published, 0.0, _opening(catalog, entry), ()
        )
        for entry in (shown[:limit] if limit >= 0 else shown)
    )
    total = catalog.count() - len(under)
    return SearchResults(query, total, time.perf_counter() - started, hits)


def _opening(catalog: Catalog, entry: Entry) -> str:
    """The first words of an article below its head."""
    from index.sources.lead import opening

    first = opening((catalog.body(entry.id) or "")[:_READ], entry.title)
    return shorten(first, _SNIPPET, placeholder="…")
