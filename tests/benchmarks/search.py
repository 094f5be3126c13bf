"""The search engine beside plain Whoosh and SQLite FTS5, on the same articles and queries.

    python -m tests.benchmarks search --articles 2000 [--corpus FOLDER|FILE.jsonl] [--only ours …]

Each engine works in a process of its own. Times are CPU time: they repeat on a busy machine; what
counts are the ratios. Every query is asked once. `ours` takes in facts as well, which the others
do not have.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, Protocol

from index.article import Article
from index.facts.model import Facts
from tests.benchmarks.corpus import Corpus, read_corpus

Document = tuple[Article, Facts]
_SINGLE_ADDS = 100
_BATCH = 4096
_TOP = 20


class Engine(Protocol):
    """One engine under test, with its index in a folder."""

    def index(self, documents: Iterable[Document]) -> None: ...
    def open(self) -> None: ...
    def add(self, document: Document) -> None: ...
    def ask(self, kind: str, query: str) -> int: ...


class Ours:
    """The engine of this program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "ours"
        self._bodies: dict[str, str] = {}

    def index(self, documents: Iterable[Document]) -> None:
        self.open()
        stream = iter(documents)
        for first in stream:
            self._engine.update(chain([first], islice(stream, _BATCH - 1)))
        self._engine.close()

    def open(self) -> None:
        from index.search.opening import open_engine

        self._engine = open_engine(self._folder)

    def add(self, document: Document) -> None:
        self._engine.update([document])

    def ask(self, kind: str, query: str) -> int:
        as_you_type = kind.startswith("typed")
        bodies = self._bodies.__getitem__ if kind == "snippets" else None
        query = {"fuzzy": f"{query}~", "phrase": f'"{query}"'}.get(kind, query)
        results = self._engine.search(query, limit=_TOP, as_you_type=as_you_type, body_of=bodies)
        return results.total

    def keep_bodies(self, documents: Iterable[Document]) -> None:
        """What the catalogue does for the library: the text of an article by its id."""
        self._bodies = {article.id: article.body for article, _ in documents}


class PlainWhoosh:
    """Whoosh as its manual shows it: stored bodies, stemming, the query parser, highlights."""

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
        results = self._searcher.search(self._parser.parse(query), limit=_TOP)
        if kind == "snippets":
            for hit in results:
                hit.highlights("body", top=1)
        return len(results)


class Fts5:
    """SQLite's full-text index with its Porter stemmer."""

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
        elif kind == "fuzzy":
            return -1
        shown = "snippet(articles, 3, '', '', '…', 30)" if kind == "snippets" else "id"
        order = f"SELECT {shown}, title FROM articles WHERE {where} ORDER BY rank LIMIT {_TOP}"
        return len(self._database.execute(order, values).fetchall())


ENGINES: dict[str, Callable[[Path], Engine]] = {
    "ours": Ours,
    "whoosh": PlainWhoosh,
    "fts5": Fts5,
}


def make_queries(documents: Iterable[Document], count: int) -> dict[str, list[str]]:
    """Different queries of each kind, from the words of the articles themselves."""
    chance = random.Random(7)
    frequencies: Counter[str] = Counter()
    sentences: list[str] = []
    total = 0
    for article, _ in documents:
        words = re.findall(r"[a-z]{4,}", article.body.lower())
        frequencies.update(set(words))
        total += 1
        if chance.random() < 0.2:
            sentences.append(article.body[len(article.title) :])
    by_share = sorted(frequencies, key=lambda word: -frequencies[word])
    common = [word for word in by_share if frequencies[word] > total / 30] or by_share[:count]
    rare = [word for word in by_share if 2 <= frequencies[word] <= 20]
    middling = [word for word in by_share if total / 300 < frequencies[word] <= total / 30]

    def some(words: list[str]) -> list[str]:
        return chance.sample(words, min(count, len(words)))

    phrases: dict[str, None] = {}
    while len(phrases) < count:
        run = re.findall(r"\b[a-z]{2,} [a-z]{3,} [a-z]{3,}\b", chance.choice(sentences))
        if run:
            phrases[chance.choice(run)] = None
    months = [f"{year}-{month:02}" for year in (2022, 2023) for month in range(1, 13)]
    typed = some(middling + common)
    queries = {
        "common": some(common),
        "rare": some(rare),
        "two words": [" ".join(chance.sample(common + middling, 2)) for _ in range(count)],
        "phrase": list(phrases),
        "fuzzy": some(middling)[: count // 4],
        "date + term": [f"{word} date:{chance.choice(months)}" for word in some(common)],
        "snippets": some(common),
    }
    for letters in range(1, 6):
        prefixes = list(dict.fromkeys(word[:letters] for word in typed if len(word) >= letters))
        queries[f"typed {letters}"] = prefixes[:count]
    return queries


def _documents(options: argparse.Namespace) -> Iterator[Document]:
    if options.corpus:
        return read_corpus(options.corpus, options.articles)
    return Corpus().articles(options.articles)


class _Clocked:
    """A stream of documents that knows how long it took to make them."""

    def __init__(self, documents: Iterator[Document]) -> None:
        self._documents = documents
        self.seconds = 0.0
        next(documents)  # whatever is made once is made before the clock runs

    def __iter__(self) -> Iterator[Document]:
        return self

    def __next__(self) -> Document:
        started = time.process_time()
        try:
            return next(self._documents)
        finally:
            self.seconds += time.process_time() - started


def _measure(options: argparse.Namespace) -> dict[str, Any]:
    """What one engine takes: run in a process of its own."""
    engine = ENGINES[options.engine](options.folder)
    if options.step == "index":
        stream = _Clocked(_documents(options))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.process_time()
        engine.index(stream)
        seconds = time.process_time() - started - stream.seconds
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        size = sum(f.stat().st_size for f in options.folder.rglob("*") if f.is_file())
        return {
            "articles / CPU s": options.articles / seconds,
            "index MB": size / 1e6,
            "memory to build, MB": (peak - before) / 1024,
        }
    queries = json.loads((options.folder.parent / "queries.json").read_text())
    if isinstance(engine, Ours):
        engine.keep_bodies(_documents(options))
    engine.open()
    engine.ask("common", "warmingup")
    figures: dict[str, Any] = {}
    for kind, asked in queries.items():
        times = [_timed(partial(engine.ask, kind, query)) for query in asked]
        figures[f"{kind}: median ms"] = statistics.median(times)
        figures[f"{kind}: p95 ms"] = sorted(times)[int(len(times) * 0.95)]
    more = list(Corpus(seed=2).articles(_SINGLE_ADDS))
    singles = [
        (Article(f"new/{n}", a.title, a.body, a.source, published=a.published), facts)
        for n, (a, facts) in enumerate(more)
    ]
    adds = [_timed(partial(engine.add, document)) for document in singles]
    figures["add one: median ms"] = statistics.median(adds)
    figures["add one: p95 ms"] = sorted(adds)[int(len(adds) * 0.95)]
    after = [_timed(partial(engine.ask, "common", query)) for query in queries["common"]]
    figures["common after 100 single adds: median ms"] = statistics.median(after)
    return figures


def _timed(call: Callable[[], Any]) -> float:
    """CPU milliseconds of one call."""
    started = time.process_time()
    call()
    return (time.process_time() - started) * 1000


def _run(options: argparse.Namespace, engine: str, step: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks", "search", "--engine", engine]
    command += ["--step", step, "--folder", str(folder), "--articles", str(options.articles)]
    command += ["--corpus", str(options.corpus)] if options.corpus else []
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _print(table: dict[str, dict[str, float]]) -> None:
    rows = list(dict.fromkeys(row for column in table.values() for row in column))
    names = list(table)
    print(f"{'':42}" + "".join(f"{name:>12}" for name in names) + f"{'ours/whoosh':>14}")
    for row in rows:
        cells = [table[name].get(row) for name in names]
        shown = "".join(f"{'–' if cell is None else f'{cell:.2f}':>12}" for cell in cells)
        ours, whoosh = (table.get(name, {}).get(row) for name in ("ours", "whoosh"))
        ratio = f"{ours / whoosh:.2f}" if ours is not None and whoosh else ""
        print(f"{row:42}{shown}{ratio:>14}")


def main(arguments: list[str]) -> None:
    """Runs the benchmark and prints a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks search", description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--only", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.engine:
        print(json.dumps(_measure(options)))
        return
    with tempfile.TemporaryDirectory() as root:
        queries = make_queries(_documents(options), options.queries)
        (Path(root) / "queries.json").write_text(json.dumps(queries))
        table: dict[str, dict[str, float]] = {}
        for engine in options.only:
            folder = Path(root) / engine
            folder.mkdir()
            table[engine] = _run(options, engine, "index", folder)
            table[engine] |= _run(options, engine, "query", folder)
        _print(table)
