"""Which articles a query for noted ones means."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.library import Library
    from index.notes.notebook import Notebook


def noted_articles(
    query: str, library: Library, notebook: Callable[[], Notebook | None]
) -> set[str]:
    """The articles with a bookmark, under their present ids; none unless the query asks for them.

    `notebook` gives the notes, and is called only where they are asked for. Raises
    NotesUnavailableError if they cannot be read.
    """
    noted: set[str] = set()
    if "in:" in query.lower() and (notes := notebook()) is not None:
        kept = {bookmark.article for bookmark in notes.bookmarks()}
        noted = {now for article in kept if (now := library.current_id(article))}
    return noted
