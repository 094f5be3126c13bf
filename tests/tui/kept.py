"""A notes file with three bookmarks, for the tests of the screen that lists them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from index.article import Article
from index.errors import InputError
from index.library import Library
from index.notes.notebook import Notebook
from index.notes.rulings import Rulings
from index.relatives import Folds
from tests.tui.host import Host
from tests.tui.invented import ARTICLES
from tui.desk import Desk
from tui.screens.notes import NotesScreen

HURT = "About 40 people were hurt"
CRANE = "A crane is expected next week."
PILOT = "The ship sailed without a pilot"


class Shelf:
    """As much of a library as the notes ask for."""

    def __init__(self) -> None:
        self.articles = {article.id: replace(article, sha256="0" * 64) for article in ARTICLES}
        self.rulings: Rulings | None = None

    def article(self, identity: str) -> Article:
        if identity not in self.articles:
            raise InputError(f"There is no article {identity}.")
        return self.articles[identity]

    def current_id(self, identity: str) -> str:
        return identity

    def former_ids(self, identity: str) -> list[str]:
        return []

    def folds(self) -> Folds:
        return Folds()

    def follow_rulings(self) -> None:
        """There is no index to follow."""

    def rewrite(self, identity: str, old: str, new: str) -> None:
        """The outlet changes its article."""
        article = self.articles[identity]
        body = article.body.replace(old, new)
        self.articles[identity] = replace(article, body=body, sha256="1" * 64)


@dataclass
class Notes:
    """A notes file with three bookmarks of this session."""

    shelf: Shelf
    notebook: Notebook
    file: Path

    def __post_init__(self) -> None:
        self.desk = Desk(cast(Library, self.shelf), self.notebook)

    def host(self) -> Host:
        app = Host(lambda: NotesScreen(self.desk, self.notebook))
        app.desk = self.desk
        return app

    def keep(self, identity: str, words: str, **more: str) -> None:
        article = self.shelf.article(identity)
        start = article.body.index(words)
        tags = tuple(more.get("tags", "").split())
        note = more.get("note", "")
        self.notebook.bookmark(article, start, start + len(words), note=note, tags=tags)
