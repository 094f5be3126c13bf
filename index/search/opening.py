"""Opening the search engine of a library."""

from __future__ import annotations

from pathlib import Path

from index.search.engine import SearchEngine


def open_engine(folder: Path | None) -> SearchEngine:
    """The engine whose index lies in `folder`, or in memory for None. Never fails.

    A damaged index is moved aside and begun anew; a folder that is not ours, or cannot be written,
    is left alone and the search runs in memory. Either way `notices` says so and `ids` shows what
    is to be indexed again.
    """
    from index.search.whoosh_engine import WhooshEngine

    return WhooshEngine.open(folder)
