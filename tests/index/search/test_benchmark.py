"""The benchmark runs, and its articles are what it says they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.facts.model import Facts
from index.sources.reading import read_article
from tests.benchmarks import search
from tests.benchmarks.corpus import Corpus, documents, write_files
from tests.benchmarks.search.engines import Fts5, Ours, PlainWhoosh
from tests.benchmarks.search.queries import make_queries


def test_the_same_seed_gives_the_same_articles() -> None:
    one, other = (list(Corpus(seed=3).articles(5)) for _ in range(2))
    assert one == other
    assert len({article.id for article, _ in one}) == 5
    assert all(facts.figures or facts.statements or facts.dates for _, facts in one)


def test_an_article_in_a_file_is_the_article(tmp_path: Path) -> None:
    (made, _), *_ = Corpus(seed=3).articles(1)
    write_files([(made, Facts())], tmp_path)
    (file,) = tmp_path.rglob("*.md")
    read = read_article(file)
    assert (read.title, read.source, read.published) == (made.title, made.source, made.published)
    assert read.body == made.body


def test_real_articles_are_read_from_lines_of_json(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    record = {"title": "A dam", "body": "The dam broke.", "published": "2024-03-04"}
    corpus.write_text(json.dumps(record) + "\n" + json.dumps({"text": "Only words"}) + "\n")
    one, other = (article for article, _ in documents(5, corpus))
    assert (one.title, one.body, one.published) == ("A dam", "The dam broke.", "2024-03-04")
    assert (other.title, other.body) == ("", "Only words")


def test_every_engine_answers_the_queries(tmp_path: Path) -> None:
    articles = list(Corpus(seed=3, words=80).articles(60))
    queries = make_queries(articles, 8)
    for engine in (Ours(tmp_path), PlainWhoosh(tmp_path), Fts5(tmp_path)):
        engine.index(articles)
        engine.open()
        for kind in {"common", "rare", "phrase", "snippets", "fuzzy"} - engine.lacks:
            if isinstance(engine, Ours):
                engine.keep_bodies(articles)
            assert all(engine.ask(kind, query) for query in queries[kind]), (engine, kind)
        engine.close()


@pytest.mark.slow
def test_every_engine_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    search.main(["--articles", "80", "--queries", "4"])
    table = capsys.readouterr().out
    head, *rows = table.splitlines()
    assert head.split()[:3] == ["ours", "whoosh", "fts5"]
    assert any(row.startswith("typed 3: p95") for row in rows)
    assert any(row.startswith("add one") for row in rows)
