"""What a comparison, the dossier and the brief are gathered from.

Nothing here draws; everything may run in a thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.compare.alignment import align
from tui.desk import Desk
from tui.noted import bookmarks_of
from tui.rendering.brief import Brief
from tui.rendering.reports import Reports
from tui.stories import strong

if TYPE_CHECKING:
    from index.compare.dossier import Dossier, Named
    from index.library import Progress


def reports_of(desk: Desk, ids: Sequence[str]) -> Reports:
    """Some reports with what they say, compared, in this order."""
    articles = tuple(desk.library.article(id_) for id_ in ids)
    facts = tuple(desk.library.facts(id_) for id_ in ids)
    comparison = strong(desk.stories.comparison(ids))
    rows = align(list(zip(articles, facts, strict=True)), comparison)
    return Reports(articles, facts, comparison, rows, tuple(map(desk.kept, articles)))


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

    Raises InputError as the matrix does.
    """
    articles = desk.stories.matrix(ids, current).articles
    comparison = strong(desk.stories.comparison([article.id for article in articles]))
    kept = bookmarks_of(articles, desk.notebook, desk.library) if desk.notebook else ()
    return Brief(articles, comparison, kept)
