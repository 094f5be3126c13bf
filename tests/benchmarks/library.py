"""A whole library, from files to answers: what `newsreader` itself takes.

    python -m tests.benchmarks library --articles 2000 20000 [--corpus FOLDER|FILE.jsonl]

The articles lie in files and their facts are extracted. Measured are the making of the library by
one process and by two, a query on the command line, and the memory of the reader with one search
done. Every step is a process of its own with an empty home folder. Two processes are measured by
the clock, so on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.corpus import documents, write_files
from tests.benchmarks.reader.clock import ClockedTerminal
from tests.benchmarks.search.measuring import Column, Run, megabytes, run, show, size_of

COMMANDS = 15
"""Queries that are asked on the command line."""
_PROGRAM = (Path(sys.executable).with_name("newsreader"),)
_ANSWERED = re.compile(r"\d reports?\b")


def main(arguments: list[str]) -> None:
    """Measures each size and prints a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks library", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[2000])
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--processes", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.folder:
        print(json.dumps(_make(options.folder, options.processes)))
        return
    table: dict[str, Column] = {}
    for articles in options.articles:
        with tempfile.TemporaryDirectory() as root:
            words = _common_words(articles, options.corpus)
            table[f"{articles:,}"] = measure(articles, options.corpus, Path(root), words)
    show(table)


def measure(articles: int, corpus: Path | None, root: Path, words: Sequence[str]) -> Column:
    """What a library of so many articles takes, made under `root`; `words` are asked for."""
    folder = root / "articles"
    if not folder.exists():
        write_files(documents(articles, corpus), folder)
    one, two = (_made(folder, root / f"home-{n}", processes=n) for n in (1, 2))
    home = _home(root / "home-1")
    runs = [run([*_PROGRAM, "search", "--library", folder, word], home) for word in words]
    return {
        "with extraction: articles / CPU s": articles / one["CPU s"],
        "with extraction: index and catalogue, MB": size_of(root / "home-1"),
        "with extraction: memory to build, MB": one["MB"],
        "two processes: as quick as one, ×": one["wall s"] / two["wall s"],
        "two processes: CPU time of one, ×": two["CPU s"] / one["CPU s"],
        **command_rows(runs),
        "the reader after one search, MB": _memory_of_the_reader(folder, home, words[0]),
    }


def command_rows(runs: Sequence[Run]) -> Column:
    """The rows of one query on the command line."""
    return {
        "one query as a program: CPU ms": statistics.median(one.milliseconds for one in runs),
        "one query as a program: MB": statistics.median(one.megabytes for one in runs),
    }


def _common_words(articles: int, corpus: Path | None) -> list[str]:
    """Different words that many articles have."""
    count: dict[str, int] = {}
    for article, _ in documents(min(articles, 500), corpus):
        for word in set(re.findall(r"[a-z]{5,}", article.body)):
            count[word] = count.get(word, 0) + 1
    return sorted(count, key=lambda word: -count[word])[:COMMANDS]


def _made(folder: Path, home: Path, *, processes: int) -> Column:
    """What the making of the library took; kept for another run."""
    kept = home.with_suffix(".json")
    if not kept.exists():
        words = ["--folder", str(folder), "--processes", str(processes)]
        command = [sys.executable, "-m", "tests.benchmarks", "library", *words]
        done = subprocess.run(command, env=_home(home), check=True, stdout=subprocess.PIPE)
        kept.write_bytes(done.stdout)
    took: Column = json.loads(kept.read_text())
    return took


def _make(folder: Path, processes: int) -> Column:
    """Makes the library in the cache of this process, as the process for bulk loads does."""
    from index.library import Library

    started = time.perf_counter()
    with Library.open([folder]) as library:
        library.bulk = sys.maxsize
        library.processes = processes
        library.sync()
    wall = time.perf_counter() - started
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "wall s": wall,
        "CPU s": sum(usage.ru_utime + usage.ru_stime for usage in usages),
        "MB": megabytes(usages[0]),
    }


def _home(folder: Path) -> dict[str, str]:
    """The environment of somebody whose files all lie in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    private = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return {**private, "HOME": str(folder)}


def _memory_of_the_reader(folder: Path, home: Mapping[str, str], word: str) -> float:
    """Megabytes in memory once it has listed the articles and answered one query."""
    with ClockedTerminal([*_PROGRAM, folder], home) as reader:
        reader.settle(3.0)
        reader.press("/")
        reader.settle()
        reader.press(word)
        reader.until(lambda rows: any(_ANSWERED.search(row) for row in rows))
        reader.settle(3.0)
        return reader.resident
