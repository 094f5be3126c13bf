"""The reader on the three invented reports, without files, index or extraction."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import cast

from index.article import Article
from index.catalog import Entry
from index.compare.model import Comparison
from index.errors import InputError
from index.facts.model import Facts
from index.library import Library
from index.notes.notebook import Notebook
from index.notes.rulings import Rulings
from index.relatives import Folds
from index.search.engine import NOTHING_FOLDED, SearchHit, SearchResults, SortOrder
from index.state import State
from index.sync import SyncProgress, SyncReport
from tests.tui.invented import ARTICLES, facts_of, reports
from tui import messages
from tui.app import NewsReader
from tui.desk import Desk
from tui.theme import DARK


class Shelf:
    """What `Library` is to the desk. A word is found where its letters stand, and end."""

    def __init__(self, articles: Sequence[Article] = ARTICLES) -> None:
        self.articles = {article.id: article for article in articles}
        self.notices: list[str] = []
        self.rulings: Rulings | None = None
        self.queries: list[str] = []
        self.folded = Folds()
        self.corrections: dict[str, str] = {}
        """Queries with what they are corrected to."""
        self.orders: list[SortOrder] = []

    def folds(self) -> Folds:
        return self.folded

    def sync(
        self, progress: Callable[[SyncProgress], None] | None = None, *, retry: bool = False
    ) -> SyncReport:
        return SyncReport(articles=len(self.articles))

    def entries(self) -> list[Entry]:
        ordered = sorted(self.articles.values(), key=lambda a: a.published or "", reverse=True)
        return [Entry(a.id, a.title, a.source, a.published) for a in ordered]

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        as_you_type: bool = False,
        sort: SortOrder = "relevance",
        facets: bool = False,
        noted: Collection[str] = (),
        under: Mapping[str, str] = NOTHING_FOLDED,
        exact: bool = False,
    ) -> SearchResults:
        self.queries.append(query)
        self.orders.append(sort)
        asked, query = query, query if exact else self.corrections.get(query, query)
        hits = []
        for entry in self.entries():
            body = self.articles[entry.id].body
            places = self.matches(query, body, as_you_type=as_you_type)
            if query and not places:
                continue
            start = body.rfind("\n", 0, places[0][0] if places else 0) + 1
            sentence = body[start:].split("\n")[0] if query else ""
            hits.append(
                SearchHit(
                    entry.id,
                    entry.title,
                    entry.source,
                    entry.published,
                    1.0,
                    sentence,
                    tuple(self.matches(query, sentence)),
                )
            )
        found = {hit.article for hit in hits}
        hits = [hit for hit in hits if under.get(hit.article) not in found]
        corrected = query if query != asked else None
        return SearchResults(asked, len(hits), 0.001, tuple(hits[:limit]), corrected=corrected)

    def matches(self, query: str, text: str, *, as_you_type: bool = False) -> list[tuple[int, int]]:
        words = "|".join(map(re.escape, query.split()))
        end = "" if as_you_type else r"\b"
        found = re.finditer(f"(?:{words}){end}", text, re.IGNORECASE)
        return [one.span() for one in found] if words else []

    def article(self, article_id: str) -> Article:
        if article_id not in self.articles:
            raise InputError(f"There is no article {article_id!r} in this library.")
        return self.articles[article_id]

    def facts(self, article_id: str) -> Facts:
        article = self.article(article_id)
        facts = facts_of(article)
        return self.rulings.corrected(article, facts) if self.rulings else facts

    def compare(self, ids: Iterable[str]) -> Comparison:
        return reports(*(self.articles[id_] for id_ in ids)).comparison

    def current_id(self, article_id: str) -> str | None:
        return article_id if article_id in self.articles else None

    def former_ids(self, article_id: str) -> list[str]:
        return []

    def follow_rulings(self) -> None:
        """There is no index to follow."""

    def stories(self, query: str | None = None) -> list[tuple[str, ...]]:
        known = {article.id for article in ARTICLES}
        return [tuple(id_ for id_ in self.articles if id_ in known)]

    def story_of(self, article_id: str) -> tuple[str, ...]:
        return next((one for one in self.stories() if article_id in one), (article_id,))

    def close(self) -> None:
        """Nothing is held."""


class ShelfReader(NewsReader):
    """The reader whose library is a shelf, at hand at once."""

    def __init__(
        self,
        shelf: Shelf | None = None,
        *,
        notes: Path | None = None,
        state: State | None = None,
        theme: str = DARK.name,
        at: tuple[str, int] | None = None,
        cache: Path | None = None,
        session: bool = True,
    ) -> None:
        super().__init__(theme=theme, cache=cache, session=session)
        self.shelf = shelf or Shelf()
        self._notebook = Notebook.open(notes) if notes else None
        self.animation_level = "none"
        self._state = state
        self._opens_at = at

    def open_library(self) -> None:  # type: ignore[override]
        self.desk = Desk(cast(Library, self.shelf), self._notebook, self._state)
        self.reader.post_message(messages.Opened(self.desk, self._opens_at))
        self.reader.post_message(messages.Synced(self.shelf.sync()))
