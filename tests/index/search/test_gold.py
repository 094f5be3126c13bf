"""The labelled queries over the five sample articles, with the facts that the program finds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.facts.extract import extract
from index.search.whoosh_engine import WhooshEngine
from index.sources.reading import read_article
from tests.index.search.samples import engine_with, found

GOLD = Path(__file__).parents[2] / "data" / "gold" / "queries.json"
QUERIES: list[dict[str, Any]] = json.loads(GOLD.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def library(seeds: Path) -> WhooshEngine:
    """An engine with the sample articles, under the first three letters of their names."""
    articles = [read_article(path, id=path.stem[:3]) for path in sorted(seeds.glob("*.txt"))]
    return engine_with((article, extract(article)) for article in articles)


def test_there_are_queries() -> None:
    assert len(QUERIES) == 28


@pytest.mark.parametrize("gold", QUERIES, ids=lambda gold: f"{gold['id']} {gold['query']}")
def test_query(library: WhooshEngine, gold: dict[str, Any]) -> None:
    results = library.search(gold["query"])
    hits = found(results)
    assert set(gold["must_return"]) <= set(hits)
    assert not set(gold["must_not_return"]) & set(hits)
    if gold["must_rank_first"]:
        assert hits[0] == gold["must_rank_first"]
    if gold["type"].startswith("typo"):
        assert results.corrected
