"""The engines that are held against each other: ours, plain Whoosh and SQLite FTS5."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, islice
from pathlib import Path
from typing import Any, Protocol

from index.article import Article
from tests.benchmarks.corpus import Document

TOP = 20
"""Hits that are asked for."""
_BATCH = 2048
"""Articles in one commit, as in a library."""


class Engine(Protocol):
    """One engine under test, with its index in a folder."""

    lacks: frozenset[str]
    """Kinds of query that it cannot answer."""

    def index(self, documents: Iterable[Document]) -> None: ...
    def open(self) -> None: ...
    def add(self, document: Document) -> None: ...
    def ask(self, kind: str, query: str) -> int: ...
    def close(self) -> None: ...


class Ours:
    """The engine of this program."""

    lacks = frozenset[str]()

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "ours"
        self._bodies: dict[str, str] = {}

    def index(self, documents: Iterable[Document]) -> None:
        self.open()
        stream = iter(documents)
        for first in stream:
            self.engine.update(chain([first], islice(stream, _BATCH - 1)))
        self.engine.close()

    def open(self) -> None:
        from index.search.opening import open_engine

        self.engine = open_engine(self._folder)

    def add(self, document: Document) -> None:
        self.engine.update([document])

    def ask(self, kind: str, query: str) -> int:
        as_you_type = kind.startswith("typed")
        bodies = self._bodies.__getitem__ if kind == "snippets" else None
        query = {"fuzzy": f"{query}~", "phrase": f'"{query}"'}.get(kind, query)
        results = self.engine.search(query, limit=TOP, as_you_type=as_you_type, body_of=bodies)
        return results.total

    def close(self) -> None:
        self.engine.close()

    def keep_bodies(self, documents: Iterable[Document]) -> None:
        """What the catalogue does for the library: the text of an article by its id."""
        self._bodies = {article.id: article.body for article, _ in documents}


class PlainWhoosh:
    """Whoosh as its manual shows it: stored bodies, stemming, the query parser, highlights."""

    lacks = frozenset[str]()

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "whoosh"

    def index(self, documents: Iterable[Document]) -> None:
        from whoosh.analysis import StemmingAnalyzer
        from whoosh.fields import DATETIME, ID, TEXT, Schema
        from whoosh.index import create_in

        self._folder.mkdir()
        schema = Schema(
            id=ID(stored=True, unique=True),
            title=TEXT(stored=True, analyzer=StemmingAnalyzer()),
            body=TEXT(stored=True, analyzer=StemmingAnalyzer()),
            published=DATETIME(stored=True),
        )
        writer = create_in(str(self._folder), schema).writer(limitmb=256)
        for article, _ in documents:
            writer.add_document(**self._fields(article))
        writer.commit()

    def _fields(self, article: Article) -> dict[str, Any]:
        from datetime import datetime

        day = datetime.fromisoformat(article.published) if article.published else None
        return {"id": article.id, "title": article.title, "body": article.body, "published": day}

    def open(self) -> None:
        from whoosh.index import open_dir
        from whoosh.qparser import FuzzyTermPlugin, MultifieldParser

        self._index = open_dir(str(self._folder))
        self._searcher = self._index.searcher()
        self._parser = MultifieldParser(["title", "body"], self._index.schema)
        self._parser.add_plugin(FuzzyTermPlugin())

    def add(self, document: Document) -> None:
        writer = self._index.writer()
        writer.update_document(**self._fields(document[0]))
        writer.commit()
        self._searcher = self._searcher.refresh()

    def ask(self, kind: str, query: str) -> int:
        if kind.startswith("typed"):
            query = f"{query}*"
        elif kind == "date + term":
            word, month = query.split(" date:")
            query = f"{word} published:{month.replace('-', '')}"
        query = {"fuzzy": f"{query}~", "phrase": f'"{query}"'}.get(kind, query)
        results = self._searcher.search(self._parser.parse(query), limit=TOP)
        if kind == "snippets":
            for hit in results:
                hit.highlights("body", top=1)
        return len(results)

    def close(self) -> None:
        self._searcher.close()
        self._index.close()


class Fts5:
    """SQLite's full-text index with its Porter stemmer. It knows no misspelt words."""

    lacks = frozenset({"fuzzy"})

    def __init__(self, folder: Path) -> None:
        self._file = folder / "fts5.db"

    def index(self, documents: Iterable[Document]) -> None:
        self.open()
        self._database.execute(
            "CREATE VIRTUAL TABLE articles USING fts5"
            "(id UNINDEXED, published UNINDEXED, title, body, tokenize='porter unicode61')"
        )
        with self._database:
            self._database.executemany(
                "INSERT INTO articles VALUES (?, ?, ?, ?)",
                ((a.id, a.published, a.title, a.body) for a, _ in documents),
            )
        self._database.close()

    def open(self) -> None:
        import sqlite3

        self._database = sqlite3.connect(self._file)

    def add(self, document: Document) -> None:
        article = document[0]
        with self._database:
            row = (article.id, article.published, article.title, article.body)
            self._database.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", row)

    def ask(self, kind: str, query: str) -> int:
        where, values = "articles MATCH ?", [query]
        if kind.startswith("typed"):
            values = [f"{query}*"]
        elif kind == "phrase":
            values = [f'"{query}"']
        elif kind == "date + term":
            word, month = query.split(" date:")
            where, values = "articles MATCH ? AND published LIKE ?", [word, f"{month}%"]
        shown = "snippet(articles, 3, '', '', '…', 30)" if kind == "snippets" else "id"
        order = f"SELECT {shown}, title FROM articles WHERE {where} ORDER BY rank LIMIT {TOP}"
        return len(self._database.execute(order, values).fetchall())

    def close(self) -> None:
        self._database.close()


ENGINES: dict[str, Callable[[Path], Engine]] = {
    "ours": Ours,
    "whoosh": PlainWhoosh,
    "fts5": Fts5,
}
