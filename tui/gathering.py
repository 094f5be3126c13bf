"""What the dossier and the brief are gathered from. Nothing here draws; everything may run in a
thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.errors import InputError
from tui.desk import Desk
from tui.rendering.brief import Brief
from tui.stories import strong

if TYPE_CHECKING:
    from index.compare.dossier import Dossier, Named
    from index.library import Progress


def officials_in(desk: Desk, ids: Sequence[str]) -> list[Named]:
    """The officials whom some reports name, the most often named first."""
    from index.compare.dossier import officials_of

    library = desk.library
    return officials_of((library.article(id_), library.facts(id_)) for id_ in ids)


def dossier_of(
    desk: Desk, name: str, article: str, *, story_only: bool, progress: Progress
) -> Dossier:
    """What an official said whom an article calls `name`, in the library or in its story alone."""
    within = desk.stories.of(article) if story_only else None
    return desk.library.dossier(name, article, within=within, progress=progress)


def brief_of(desk: Desk, ids: Sequence[str], current: str | None = None) -> Brief:
    """The brief of some reports; without two, of the story of `current`, as in the matrix.

    Raises InputError where no two reports tell of one event.
    """
    articles = desk.stories.matrix(ids, current).articles
    comparison = strong(desk.stories.comparison([article.id for article in articles]))
    if not comparison.questions:
        raise InputError("These reports answer no question together.")
    kept = [
        bookmark
        for article in articles
        if desk.notebook is not None
        for bookmark in desk.notebook.bookmarks(
            article.id, sha256=article.sha256, former=desk.library.former_ids(article.id)
        )
    ]
    return Brief(articles, comparison, kept)
