"""The search engine beside plain Whoosh and SQLite FTS5, on the same articles and queries.

    python -m tests.benchmarks search --articles 2000 [--corpus FOLDER|FILE.jsonl] [--only ours …]

Each step of each engine is a process of its own, one at a time. Times are CPU time: they repeat on
a busy machine; what counts are the ratios. Every query is asked once. `ours` takes in facts as
well, which the others do not have. What the whole program takes, with articles in files and their
facts extracted, is measured by `library`, whose rows are added, if not `--engines-alone`. `--keep`
names a folder where the indexes stay for another run.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import mean, median

from index.article import Article
from tests.benchmarks import library
from tests.benchmarks.corpus import Corpus, Document, documents
from tests.benchmarks.search.engines import TOP, Engine, Fts5, Ours, PlainWhoosh
from tests.benchmarks.search.measuring import (
    Clocked,
    Column,
    megabytes,
    milliseconds,
    run,
    show,
    size_of,
    spread,
)
from tests.benchmarks.search.prefixes import agreement, some_prefixes
from tests.benchmarks.search.queries import make_queries

_SINGLE_ADDS = 100
_PREFIXES = 500
ENGINES: dict[str, Callable[[Path], Engine]] = {
    "ours": Ours,
    "whoosh": PlainWhoosh,
    "fts5": Fts5,
}

_SCRIPTS = {
    "whoosh": f"""
import sys
from whoosh.index import open_dir
from whoosh.qparser import MultifieldParser
with open_dir(sys.argv[1]).searcher() as searcher:
    query = MultifieldParser(["title", "body"], searcher.schema).parse(sys.argv[2])
    for hit in searcher.search(query, limit={TOP}):
        print(hit["title"], hit.highlights("body", top=1))
""",
    "fts5": f"""
import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute(
    "SELECT title, snippet(articles, 3, '', '', '…', 30) FROM articles WHERE articles MATCH ? "
    "ORDER BY rank LIMIT {TOP}", [sys.argv[2]]
):
    print(*row)
""",
}
"""The shortest program that answers one query with snippets."""


def main(arguments: list[str]) -> None:
    """Runs the benchmark and prints a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks search", description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--only", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--engines-alone", action="store_true", help="without whole programs")
    parser.add_argument("--keep", type=Path, help="a folder where the indexes stay")
    parser.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--step", choices=_STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.step:
        print(json.dumps(_STEPS[options.step](options)))
        return
    with ExitStack() as stack:
        root = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        root.mkdir(parents=True, exist_ok=True)
        show({engine: _column(options, engine, root) for engine in options.only})


def _column(options: argparse.Namespace, engine: str, root: Path) -> Column:
    """All that is measured of one engine; the steps that were kept are not done again."""
    _kept(root / "queries.json", partial(_step, options, engine, "queries", root))
    folder = root / engine
    folder.mkdir(exist_ok=True)
    column = _kept(root / f"{engine}.json", partial(_step, options, engine, "index", folder))
    column |= _step(options, engine, "query", folder)
    if not options.engines_alone:
        column |= _programs(options, engine, root)
    return column


def _kept(file: Path, make: Callable[[], Column]) -> Column:
    """What `make` gives, or gave before."""
    if not file.exists():
        file.write_text(json.dumps(make()))
    kept: Column = json.loads(file.read_text())
    return kept


def _step(options: argparse.Namespace, engine: str, step: str, folder: Path) -> Column:
    """What one step measures, in a process of its own: this one stays small, for the memory of a
    process counts from that of the one that started it."""
    command = [sys.executable, "-m", "tests.benchmarks", "search", "--engine", engine]
    command += ["--step", step, "--folder", str(folder), "--articles", str(options.articles)]
    command += ["--queries", str(options.queries)]
    command += ["--corpus", str(options.corpus)] if options.corpus else []
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    column: Column = json.loads(done.stdout)
    return column


def _programs(options: argparse.Namespace, engine: str, root: Path) -> Column:
    """What one query costs somebody who starts a program for it."""
    words = json.loads((root / "queries.json").read_text())["common"][: library.COMMANDS]
    if engine == "ours":
        return library.measure(options.articles, options.corpus, root / "library", words)
    file = {"whoosh": root / engine, "fts5": root / engine / "fts5.db"}[engine]
    file = file / "whoosh" if engine == "whoosh" else file
    runs = [run([sys.executable, "-c", _SCRIPTS[engine], file, word]) for word in words]
    return library.command_rows(runs)


# ---- the steps


def _make_queries(options: argparse.Namespace) -> dict[str, list[str]]:
    return make_queries(documents(options.articles, options.corpus), options.queries)


def _index(options: argparse.Namespace) -> Column:
    engine = ENGINES[options.engine](options.folder)
    stream = Clocked(documents(options.articles, options.corpus))
    before = megabytes(resource.getrusage(resource.RUSAGE_SELF))
    started = time.process_time()
    engine.index(stream)
    seconds = time.process_time() - started - stream.seconds
    return {
        "articles / CPU s": options.articles / seconds,
        "index MB": size_of(options.folder),
        "memory to build, MB": megabytes(resource.getrusage(resource.RUSAGE_SELF)) - before,
    }


def _query(options: argparse.Namespace) -> Column:
    queries = json.loads((options.folder.parent / "queries.json").read_text())
    engine = ENGINES[options.engine](options.folder)
    if isinstance(engine, Ours):
        engine.keep_bodies(documents(options.articles, options.corpus))
    engine.open()
    engine.ask("common", "warmingup")
    column: Column = {}
    for kind, asked in queries.items():
        if kind in engine.lacks:
            continue
        times = [milliseconds(partial(engine.ask, kind, query)) for query in asked]
        column |= spread(kind, times)
    if isinstance(engine, Ours):
        typed = some_prefixes(documents(options.articles, options.corpus), _PREFIXES)
        column["typed: first ten of the full prefix, %"] = 100 * agreement(engine.engine, typed)
    column |= _added_one_by_one(engine)
    after = [milliseconds(partial(engine.ask, "common", query)) for query in queries["common"]]
    column[f"common after {_SINGLE_ADDS} single adds: median ms"] = median(after)
    engine.close()
    return column


def _added_one_by_one(engine: Engine) -> Column:
    """How long it takes until one more article can be found, and what is left to do after that."""
    adding, tidying = [], []
    for one in _new_ones():
        adding.append(milliseconds(partial(engine.add, one)))
        if isinstance(engine, Ours):
            tidying.append(milliseconds(engine.engine.tidy))
    column = spread("add one", adding)
    return column | ({"tidying after it: mean ms": mean(tidying)} if tidying else {})


def _new_ones() -> list[Document]:
    return [
        (Article(f"new/{n}", a.title, a.body, a.source, published=a.published), facts)
        for n, (a, facts) in enumerate(Corpus(seed=2).articles(_SINGLE_ADDS))
    ]


_STEPS: dict[str, Callable[[argparse.Namespace], object]] = {
    "queries": _make_queries,
    "index": _index,
    "query": _query,
}
