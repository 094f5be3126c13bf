"""Bookmarks in the forms that other programs take in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from index.errors import UsageError
from index.notes.bookmark import Bookmark
from index.notes.exports.annotations import as_annotations
from index.notes.exports.citations import as_citations
from index.notes.exports.markdown import as_markdown
from index.notes.exports.readwise import as_readwise

ExportFormat = Literal["md", "jsonld", "csv", "csl"]

_WRITERS: dict[str, Callable[[Sequence[Bookmark]], str]] = {
    "md": as_markdown,
    "jsonld": as_annotations,
    "csv": as_readwise,
    "csl": as_citations,
}


def export(bookmarks: Sequence[Bookmark], to: str) -> str:
    """All bookmarks as one text, ending in a line end.

    md      Markdown without our comments, to be sent to somebody
    jsonld  a page of the W3C Web Annotation Data Model
    csv     the columns that Readwise takes in
    csl     one item an article in CSL-JSON, for Zotero and pandoc

    Raises UsageError for another name.
    """
    if to not in _WRITERS:
        names = ", ".join(get_args(ExportFormat))
        raise UsageError(f"There is no export format {to!r}; choose one of {names}.")
    return _WRITERS[to](bookmarks)
