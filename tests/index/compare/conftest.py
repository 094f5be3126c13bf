"""The sample articles, compared once for all tests of this folder."""

from __future__ import annotations

import pytest

from index.article import Article
from index.compare.model import Comparison
from index.compare.questions import compare
from index.facts.extract import extract
from index.facts.model import Facts
from tests.evaluation.corpus import read_seeds

Report = tuple[Article, Facts]


@pytest.fixture(scope="session")
def seeds() -> dict[str, Report]:
    """The sample articles with their facts, by the first three digits of their names."""
    return {name: (article, extract(article)) for name, article in read_seeds().articles.items()}


@pytest.fixture(scope="session")
def comparison(seeds: dict[str, Report]) -> Comparison:
    """The comparison of all sample articles."""
    return compare(list(seeds.values()))
