"""The benchmark runs, and its articles are what it says they are."""

from __future__ import annotations

import pytest

from tests.benchmarks import search
from tests.benchmarks.corpus import Corpus


def test_the_same_seed_gives_the_same_articles() -> None:
    one, other = (list(Corpus(seed=3).articles(5)) for _ in range(2))
    assert one == other
    assert len({article.id for article, _ in one}) == 5
    assert all(facts.figures or facts.statements or facts.dates for _, facts in one)


@pytest.mark.slow
def test_every_engine_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    search.main(["--articles", "80", "--queries", "4"])
    table = capsys.readouterr().out
    head, *rows = table.splitlines()
    assert head.split()[:3] == ["ours", "whoosh", "fts5"]
    assert any(row.startswith("typed 3: p95") for row in rows)
    assert any(row.startswith("add one") for row in rows)
