"""What each part of the query language finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.whoosh_engine import WhooshEngine
from tests.index.search.samples import BODIES, SAMPLES, engine_with, found


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("dam", {"dam"}),
        ("DAMS", {"dam"}),
        ("bridge workers", {"bridge"}),
        ("dam OR harbour", {"dam", "harbour"}),
        ("Luhov NOT bridge", {"harbour"}),
        ("Luhov -bridge", {"harbour"}),
        ("Luhov (bridge OR union)", {"bridge", "harbour"}),
        ("NOT Luhov", {"dam", "undated"}),
        ('"the dam broke"', {"dam"}),
        ('"dam the broke"', set()),
        ('"dam left"~5', {"dam"}),
        ('"dam night"~5', set()),
        ("4,000", {"dam"}),
        ("lukas", {"bridge"}),
        ("obrien", {"harbour"}),
        ("US", {"harbour"}),
        ("minist*", {"dam", "bridge"}),
        ("ministe*", {"bridge"}),
        ("h?rbour", {"harbour"}),
        ("*bour", {"harbour"}),
        ("har*our", {"harbour"}),
        ("harbuor~", {"harbour"}),
        ("harbo~", set()),
        ("harbo~2", {"harbour"}),
        ("title:Luhov", {"bridge"}),
        ("body:Luhov", {"bridge", "harbour"}),
        ("source:post", {"dam", "harbour"}),
        ('source:"Northern Post"', {"dam", "harbour"}),
        ('source:"Post Northern"', set()),
        ("official:vance", {"dam", "harbour"}),
        ("official:governor", {"dam"}),
        ("said:Vance", {"dam"}),
        ('said:"Petra Vance"', {"dam"}),
        ("said:van*", {"dam"}),
        ("said:minister", {"bridge"}),
        ("place:Luhov", {"harbour"}),
        ("figure:3000..5000", {"dam"}),
        ("figure:>4000", {"bridge", "harbour"}),
        ("figure:>=4000", {"dam", "bridge", "harbour"}),
        ("figure:11500", {"harbour"}),
        ("figure:300", {"bridge"}),
        ("figure:1000", set()),
        ("kind:money", {"bridge"}),
        ("kind:money figure:<1000", set()),
        ("counted:people", {"dam"}),
        ("counted:residents", {"dam"}),
        ("counted:strikers figure:10k..12k", {"harbour"}),
        ("counted:people figure:10k..12k", set()),
        ("date:2024-04", {"bridge", "harbour"}),
        ("date:2024-03-04..2024-04-15", {"dam", "bridge"}),
        ("date:>2024-04-15", {"harbour"}),
        ("date:<2024-04", {"dam"}),
        ("date:unknown", {"undated"}),
        ("source:unknown", {"undated"}),
        ("source:Unknown date:2024-04", set()),
        ("-source:unknown -date:unknown", {"dam", "bridge", "harbour"}),
        ("when:2024-03-03", {"dam"}),
        ("when:2024-03-02..2024-03-05", {"dam"}),
        ("when:2024", {"dam", "bridge"}),
        ("북한", {"undated"}),
        ("파병", {"undated"}),
        ("북한군이", {"undated"}),
        ("東京", {"undated"}),
        ("京", {"undated"}),
        ("東地", set()),
        ("capital", {"bridge"}),
        ("", {"dam", "bridge", "harbour", "undated"}),
    ],
)
def test_finds(engine: WhooshEngine, query: str, articles: set[str]) -> None:
    results = engine.search(query)
    assert not results.corrected
    assert results.problems == ()
    assert set(found(results)) == articles
    assert results.total == len(articles)


def test_bookmarked_articles_are_told_by_the_caller(engine: WhooshEngine) -> None:
    assert found(engine.search("in:notes", noted={"dam", "elsewhere"})) == ["dam"]
    assert found(engine.search("Luhov in:notes", noted={"dam", "bridge"})) == ["bridge"]
    assert found(engine.search("in:notes")) == []


def test_no_article_with_all_words_gives_those_with_some(engine: WhooshEngine) -> None:
    results = engine.search("harbour cracks")
    assert results.relaxed
    assert set(found(results)) == {"harbour", "dam"}


def test_filters_hold_when_words_are_relaxed(engine: WhooshEngine) -> None:
    results = engine.search("harbour cracks source:post date:2024-04")
    assert results.relaxed
    assert found(results) == ["harbour"]


def test_an_unknown_word_is_corrected_from_headlines_and_names(engine: WhooshEngine) -> None:
    for typed, meant in (("Harbuor", "Harbour"), ("Vanec", "Vance"), ("brigde", "bridge")):
        results = engine.search(typed)
        assert results.corrected == meant
        assert found(results) == found(engine.search(meant))
        assert not results.relaxed


@pytest.mark.parametrize("query", ["harbour cracks", "Harbuor", "Harbuor cracks"])
def test_nothing_else_is_given_to_who_asks_exactly(engine: WhooshEngine, query: str) -> None:
    assert engine.search(query).hits
    results = engine.search(query, exact=True)
    assert (results.hits, results.corrected, results.relaxed) == ((), None, False)
    assert engine.search("harbour", exact=True).total == 1


def test_a_word_that_is_like_no_other_stays_without_hits(engine: WhooshEngine) -> None:
    results = engine.search("Zelensky")
    assert (results.hits, results.corrected, results.relaxed) == ((), None, False)


def test_words_side_by_side_come_first() -> None:
    apart, near = SAMPLES[0], SAMPLES[2]
    engine = engine_with((apart, near))
    assert engine.search("dockers walked").hits[0].article == "harbour"


def test_sorting_by_date_and_by_relevance(engine: WhooshEngine) -> None:
    assert found(engine.search("ministry OR luhov", sort="date")) == ["harbour", "bridge", "dam"]
    assert found(engine.search("")) == ["harbour", "bridge", "dam", "undated"]
    assert found(engine.search("title:dam OR bridge OR bridge"))[0] == "bridge"


def test_facets_count_all_that_is_found(engine: WhooshEngine) -> None:
    facets = engine.search("", limit=1, facets=True).facets
    assert facets is not None
    assert facets.sources == (("Northern Post", 2), ("Capital Gazette", 1), ("", 1))
    assert facets.months == (("2024-04", 2), ("2024-03", 1), ("", 1))
    some = engine.search("Luhov", limit=1, facets=True).facets
    assert some is not None
    assert dict(some.sources) == {"Northern Post": 1, "Capital Gazette": 1}


@pytest.mark.parametrize(
    ("query", "completed"),
    [
        ("sou", ["source:"]),
        ("dam source:nor", ['dam source:"Northern Post"']),
        ('said:"pet', ['said:"Petra Vance"']),
        ("kind:mo", ["kind:money"]),
        ("counted:work", ["counted:worker"]),
        ("date:last", ["date:last-week", "date:last-month"]),
        ("in:", ["in:notes"]),
        ("har", ["harbour"]),
        ("(har", ["(harbour"]),
        ("", []),
    ],
)
def test_completion(engine: WhooshEngine, query: str, completed: list[str]) -> None:
    assert engine.complete(query, len(query)) == completed


def test_completion_keeps_what_follows(engine: WhooshEngine) -> None:
    assert engine.complete("har strike", 3) == ["harbour strike"]


_ENGINE = engine_with(SAMPLES)


@given(st.text(alphabet='"()-~*?:.><,ANDORT danmfigure:source0129é北 ', max_size=30), st.booleans())
def test_no_query_is_an_error_for_the_engine(query: str, as_you_type: bool) -> None:
    results = _ENGINE.search(query, as_you_type=as_you_type, body_of=BODIES.__getitem__)
    for hit in results.hits:
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.matches)
    for start, end in _ENGINE.matches(query, BODIES["dam"], as_you_type=as_you_type):
        assert 0 <= start < end <= len(BODIES["dam"])
