"""What the person has kept of some articles, and which articles a query for noted ones means."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from index.article import Article
    from index.library import Library
    from index.notes.bookmark import Bookmark
    from index.notes.notebook import Notebook


def bookmarks_of(
    articles: Iterable[Article], notebook: Notebook, library: Library
) -> list[Bookmark]:
    """The bookmarks of some reports, made under their present ids or others; each once, though two
    of the reports may be copies of one text.

    Raises NotesUnavailableError if they cannot be read.
    """
    found = (
        bookmark
        for article in articles
        for bookmark in notebook.bookmarks(
            article.id, sha256=article.sha256, former=library.former_ids(article.id)
        )
    )
    return list({bookmark.id: bookmark for bookmark in found}.values())


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
