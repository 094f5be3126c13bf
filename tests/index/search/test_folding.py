"""What is folded under an article that is found is no hit, and counts nowhere."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from index.search.engine import SearchResults, SortOrder
from index.search.whoosh_engine import WhooshEngine
from tests.index.search.samples import SAMPLES, engine_with

UNDER = {"harbour": "bridge", "undated": "nothing that is there"}


def counts(found: SearchResults) -> set[int]:
    """Every count that an answer gives: one, where they agree."""
    assert found.facets is not None
    return {
        found.total,
        len(found.hits),
        sum(number for _, number in found.facets.sources),
        sum(number for _, number in found.facets.months),
    }


@pytest.mark.parametrize(
    ("query", "under", "shown"),
    [
        ("", {}, {"harbour", "bridge", "dam", "undated"}),
        ("", UNDER, {"bridge", "dam", "undated"}),
        ("Luhov", {}, {"harbour", "bridge"}),
        ("Luhov", UNDER, {"bridge"}),
        ("dockers", UNDER, {"harbour"}),
        ("dockers dam", UNDER, {"harbour", "dam"}),
        ("luhow", UNDER, {"bridge"}),
        ("nowhere", UNDER, set()),
    ],
)
@pytest.mark.parametrize("sort", ["relevance", "date"])
def test_every_count_is_that_of_what_is_shown(
    engine: WhooshEngine, query: str, under: Mapping[str, str], shown: set[str], sort: SortOrder
) -> None:
    found = engine.search(query, facets=True, under=under, sort=sort)
    assert {hit.article for hit in found.hits} == shown
    assert counts(found) == {len(shown)}
    few = engine.search(query, limit=1, under=under, sort=sort)
    assert few.total == len(shown), "however many are fetched"


def test_what_was_deleted_folds_nothing() -> None:
    engine = engine_with(SAMPLES)
    assert engine.search("Luhov", under=UNDER).total == 1
    engine.update([], removed=["bridge"])
    left = engine.search("Luhov", facets=True, under=UNDER)
    assert [hit.article for hit in left.hits] == ["harbour"]
    assert counts(left) == {1}
    assert counts(engine.search("", facets=True, under=UNDER)) == {3}


def test_other_folds_are_looked_up_anew(engine: WhooshEngine) -> None:
    assert engine.search("Luhov", under={"harbour": "bridge"}).hits[0].article == "bridge"
    assert engine.search("Luhov", under={"bridge": "harbour"}).hits[0].article == "harbour"
    assert engine.search("Luhov").total == 2
