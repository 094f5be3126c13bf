"""Holding every bookmark against the article as it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from index.article import Article
from index.errors import NewsreaderError
from index.notes.anchors import locate
from index.notes.bookmark import Bookmark
from index.span import TextSpan

CheckState = Literal["ok", "moved", "changed", "orphan", "pending", "missing"]


@dataclass(frozen=True, slots=True)
class Checked:
    """One bookmark and how it stands."""

    bookmark: Bookmark
    state: CheckState
    """`pending`: not in the notes file yet. `missing`: the article is not in the library."""
    message: str
    """One sentence for the person; for an orphan it says which words were changed."""
    span: TextSpan | None = None
    """Where the words stand in the article now; None if they do not."""
    changes: tuple[tuple[str, str], ...] = ()
    """Words that were kept, and what stands there now."""
    article: str | None = None
    """Id of the article now: a renamed one has another than its bookmark; None if it is missing."""


def check(
    bookmarks: Iterable[Bookmark], article_of: Callable[[str], Article | None]
) -> list[Checked]:
    """How each bookmark stands; `article_of` gives an article by id, or None, or raises an error
    of ours, where there is no such."""
    articles: dict[str, Article | None] = {}
    checked = []
    for bookmark in bookmarks:
        if bookmark.article not in articles:
            try:
                articles[bookmark.article] = article_of(bookmark.article)
            except (NewsreaderError, KeyError):
                articles[bookmark.article] = None
        checked.append(_checked(bookmark, articles[bookmark.article]))
    return checked


def _checked(bookmark: Bookmark, article: Article | None) -> Checked:
    if article is None:
        message = f"There is no article {bookmark.article} in the library."
        return Checked(bookmark, "missing", message)
    anchor = locate(bookmark.passage, article.body, article.sha256)
    state: CheckState = anchor.state
    message = anchor.message
    if bookmark.state == "pending":
        state, message = "pending", "It waits to be written to the notes file."
    return Checked(bookmark, state, message, anchor.span, anchor.changes, article.id)
