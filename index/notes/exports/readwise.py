"""The CSV that Readwise takes in: Highlight, Title, Author, URL, Note, Location, Date."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime

from index.notes.bookmark import Bookmark

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula when a spreadsheet opens the file (OWASP)."""


def as_readwise(bookmarks: Sequence[Bookmark]) -> str:
    """One row a bookmark. Tags stand before the note as Readwise writes them: ".tag"."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for bookmark in bookmarks:
        tags = " ".join(f".{tag.replace('/', '-')}" for tag in bookmark.tags)
        row = (
            bookmark.exact,
            bookmark.title,
            bookmark.source or bookmark.byline or "",
            bookmark.url or "",
            "\n".join(part for part in (tags, bookmark.note) if part),
            str(bookmark.passage.start),
            _moment(bookmark.made),
        )
        rows.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return text.getvalue()


def _moment(made: str) -> str:
    """ISO 8601 moment as "2024-11-04 18:30:00"; what is no moment is left out."""
    try:
        return datetime.fromisoformat(made).strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        return ""
