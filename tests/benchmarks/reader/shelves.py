"""The libraries that the reader is measured on: made once, indexed once, kept in one folder."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from index.article import Article
from index.facts.model import Facts
from tests.benchmarks.corpus import Corpus, Document, write_files

SEEDS = Path(__file__).parents[3] / "seeds"
READER = [sys.executable, "-c", "import sys; from tui.cli import run; sys.exit(run())"]
"""The program as its script starts it."""

LENGTHS = {"1k": 1_000, "10k": 10_000, "100k": 100_000}
"""Words of the long reports."""
STORY = 20
"""Reports of one event."""


class Shelves:
    """Libraries below one folder, with a home of their own."""

    def __init__(self, root: Path) -> None:
        self._root = root
        home = root / "home"
        home.mkdir(parents=True, exist_ok=True)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "HOME": str(home),
        }
        """What the program is started with."""

    def seeds(self) -> Path:
        """The five samples."""
        return self._indexed(SEEDS)

    def many(self, count: int) -> Path:
        """So many invented reports."""
        return self._made(f"many-{count}", Corpus().articles(count))

    def long(self) -> Path:
        """One report of each length, the shortest listed first."""
        texts = Corpus(words=1000).articles(1 + sum(LENGTHS.values()) // 400)
        return self._made("long", ((_long(name, texts), Facts()) for name in reversed(LENGTHS)))

    def story(self) -> Path:
        """Reports of one event, which contradict each other."""
        fillers = Corpus(words=120).articles(STORY)
        reports = ((_report(n, filler), Facts()) for n, (filler, _) in enumerate(fillers))
        return self._made("story", reports)

    def _made(self, name: str, articles: Iterable[Document]) -> Path:
        folder = self._root / name
        if not folder.exists():
            new = self._root / f"{name}.part"
            write_files(articles, new)
            new.rename(folder)
        return self._indexed(folder)

    def _indexed(self, folder: Path) -> Path:
        subprocess.run(
            [*READER, "index", "--json", str(folder)],
            env=self.environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return folder


def _long(name: str, texts: Iterator[Document]) -> Article:
    """One report of as many words as its name says."""
    paragraphs: list[str] = []
    words = 0
    while words < LENGTHS[name]:
        paragraphs.append(next(texts)[0].body)
        words += len(paragraphs[-1].split())
    day = f"2024-05-{1 + len(LENGTHS) - list(LENGTHS).index(name):02}"
    return Article(name, f"A report of {name} words", "\n".join(paragraphs), published=day)


def _report(number: int, filler: Article) -> Article:
    """One report of a ferry that ran aground: the same questions, and other words around them."""
    chance = random.Random(number)
    hurt, aboard, boats = chance.randint(30, 60), chance.randint(190, 230), chance.randint(4, 9)
    sentences = [
        f"About {hurt} people were hurt when a ferry ran aground off Lisse, the coastguard said.",
        f"The ferry had {aboard} people on board, harbour master Ada Quill said.",
        f"At least {boats} boats brought passengers of the ferry to Lisse, the coastguard said.",
        *filler.body.replace("\n", " ").split(". ")[:6],
    ]
    chance.shuffle(sentences)
    title = f"Ferry runs aground off Lisse, {hurt} hurt"
    day = f"2031-05-{1 + number:02}"
    body = "\n".join([title, *sentences])
    return Article(f"report-{number:02}", title, body, source=f"Outlet {number}", published=day)
