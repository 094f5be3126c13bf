"""How fast the facts are found: `python -m tests.benchmarks facts [FOLDER…]`.

Reads the sample articles, or the Markdown articles of the folders named, again and again in one
process, all extractors in turn (A B C, A B C …) so that they meet the same load. Prints for each
the best rate in MB per second of CPU time, as ratios to `str.split` and to a bare regex scan too.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from pathlib import Path

from index.article import Article
from index.facts.claims import find_claims
from index.facts.extract import extract
from index.facts.furniture import find_furniture
from index.facts.officials import read_people
from index.facts.quantities import find_quantities
from index.facts.scan import scan
from index.facts.sentences import split_sentences
from index.facts.statements import find_statements
from tests.evaluation.corpus import read_markdown, read_seeds

_CAPITALS_AND_DIGITS = re.compile(r"(?=[A-Z0-9$£€])\b[\w$£€][\w.,’'-]*")
_TARGETS = {"figures and officials": 25, "all facts": 125}
"""The targets: so many times slower than `str.split` at most."""


def main(arguments: list[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks facts", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args(arguments)
    articles = _articles(options.folders)
    best = _measure(articles, options.rounds)
    megabytes = sum(len(article.body.encode()) for article in articles) / 1e6
    print(f"{len(articles)} articles, {megabytes * 1e3:.0f} kB, best of {options.rounds} rounds")
    print(f"{'':24}{'MB/s':>8}{'× split':>10}{'× scan':>10}")
    for name, seconds in best.items():
        split, bare = seconds / best["str.split"], seconds / best["bare regex scan"]
        target = f"   target 1/{_TARGETS[name]}" if name in _TARGETS else ""
        ratios = f"{f'1/{split:.1f}':>10}{f'1/{bare:.1f}':>10}"
        print(f"{name:24}{megabytes / seconds:8.2f}{ratios}{target}")
    worst = max(_milliseconds_per_kilobyte(article) for article in articles)
    print(f"worst article: {worst:.2f} ms/KB for all facts   target 4")


def _articles(folders: list[Path]) -> list[Article]:
    if not folders:
        return list(read_seeds().articles.values())
    paths = [path for folder in folders for path in sorted(folder.rglob("*.md"))]
    return [read_markdown(path) for path in paths if path.name != "README.md"]


def _measure(articles: list[Article], rounds: int) -> dict[str, float]:
    """Least seconds of CPU time that each job took for all articles."""
    furniture = {article.id: find_furniture(article.body) for article in articles}
    sentences = {article.id: split_sentences(article.body) for article in articles}
    named = {article.id: read_people(article.body, furniture[article.id]) for article in articles}
    facts = {article.id: extract(article) for article in articles}

    def figures(article: Article) -> object:
        return find_quantities(article.body, article.published_day, article.timezone)

    def people(article: Article) -> object:
        return read_people(article.body, furniture[article.id])

    def statements(article: Article) -> object:
        officials, others = named[article.id]
        return find_statements(
            article.body, sentences[article.id], officials, furniture[article.id], others
        )

    jobs: dict[str, Callable[[Article], object]] = {
        "str.split": lambda article: article.body.split(),
        "bare regex scan": lambda article: _CAPITALS_AND_DIGITS.findall(article.body),
        "scan for quantities": lambda article: scan().places(article.body),
        "sentences": lambda article: split_sentences(article.body),
        "furniture": lambda article: find_furniture(article.body),
        "figures and dates": figures,
        "officials": people,
        "figures and officials": lambda article: (figures(article), people(article)),
        "statements": statements,
        "claims": lambda article: find_claims(article, facts[article.id]),
        "all facts": extract,
    }
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(rounds):
        for name, job in jobs.items():
            start = time.process_time()
            for article in articles:
                job(article)
            best[name] = min(best[name], time.process_time() - start)
    return best


def _milliseconds_per_kilobyte(article: Article) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        extract(article)
        best = min(best, time.process_time() - start)
    return best * 1e3 / (max(len(article.body), 1000) / 1e3)
