"""Which articles a query for noted ones means."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from index.errors import NewsreaderError

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
        for article in {bookmark.article for bookmark in notes.bookmarks()}:
            with suppress(NewsreaderError):  # gone from the library
                noted.add(library.resolve(article))
    return noted
