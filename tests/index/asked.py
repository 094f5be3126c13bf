"""What a library is asked in many tests."""

from __future__ import annotations

from index.library import Library
from index.sync import SyncReport


def changes(report: SyncReport) -> tuple[int, int, int]:
    return report.added, report.updated, report.removed


def found(library: Library, query: str) -> set[str]:
    return {hit.article[:3] for hit in library.search(query).hits}


# Keeping up
