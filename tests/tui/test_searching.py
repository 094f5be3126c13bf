"""What helps with a query: completion, queries of before, kept searches, order, outlets, months."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from index.search.engine import Facets
from index.state import State
from tests.tui.piloting import driven, press
from tests.tui.shelf import Shelf, ShelfReader
from tui import messages
from tui.app import NewsReader
from tui.bindings import ACTIONS
from tui.screens.picker import Picker
from tui.screens.reader import ReaderScreen
from tui.screens.searches import SearchPicker, facet_choices, with_term

SIZE = (120, 40)


def keys_of(action: str) -> str:
    return ACTIONS[action].keys


def reader(pilot: Pilot[None]) -> ReaderScreen:
    assert isinstance(pilot.app, NewsReader)
    return pilot.app.reader


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    opened = State.open(tmp_path / "state.db")
    yield opened
    opened.close()


@pytest.fixture
def library(seeds: Path, tmp_path: Path) -> NewsReader:
    """The real thing, on the five samples."""
    app = NewsReader([seeds], cache=tmp_path / "cache", notes=tmp_path / "notes.md")
    app.animation_level = "none"
    return app


# ---- completion


async def test_tab_completes_fields_and_then_their_values(library: NewsReader) -> None:
    async with library.run_test(size=SIZE) as pilot:
        await press(pilot, keys_of("search.focus"), *"offi", keys_of("search.complete"))
        assert reader(pilot).box.value == "official:"
        await press(pilot, *"ryd", keys_of("search.complete"))
        assert reader(pilot).box.value == 'official:"Pat Ryder"'
        assert {hit.source for hit in reader(pilot).hits.hits} == {
            "ABC News",
            "DoD News",
            "Fox News Digital",
        }


async def test_tab_again_takes_the_next_completion_and_the_rest_of_the_query_stays(
    library: NewsReader,
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        await press(pilot, keys_of("search.focus"), *"s kursk", *["left"] * 6)
        shown = await press(pilot, keys_of("search.complete"))
        box = reader(pilot).box
        assert box.value == "source: kursk"
        assert box.cursor_position == len("source:")
        assert "Tab for said:" in shown
        await press(pilot, keys_of("search.complete"))
        assert box.value == "said: kursk"
        assert box.cursor_position == len("said:")


async def test_tab_goes_to_the_next_pane_where_nothing_completes(library: NewsReader) -> None:
    async with library.run_test(size=SIZE) as pilot:
        await press(pilot, keys_of("search.focus"), *"zzzz", keys_of("search.complete"))
        assert reader(pilot).at == "results"
        await press(pilot, keys_of("search.focus"))
        reader(pilot).box.value = ""
        await press(pilot, keys_of("search.complete"))
        assert reader(pilot).at == "results"


async def test_a_part_that_is_not_understood_is_underlined(library: NewsReader) -> None:
    async with library.run_test(size=SIZE) as pilot:
        shown = await press(pilot, keys_of("search.focus"), *"figure:x kursk")
        assert "is no number" in shown
        box = reader(pilot).box
        underlined = [span for span in box._value.spans if "underline" in str(span.style)]
        assert [box.value[span.start : span.end] for span in underlined] == ["figure:x"]
        await press(pilot, "backspace")
        assert len(reader(pilot).hits.hits) == 5


# ---- queries of before


async def test_the_arrows_go_through_the_queries_of_before(state: State) -> None:
    state.remember_query("harbour")
    async with ShelfReader(state=state).run_test(size=SIZE) as pilot:
        await press(pilot, keys_of("search.focus"), *"divers", "enter")
        await press(pilot, "escape", keys_of("search.focus"))
        box = reader(pilot).box
        box.value = ""
        await press(pilot, *"cra", keys_of("search.earlier"))
        assert box.value == "divers"
        await press(pilot, keys_of("search.earlier"))
        assert box.value == "harbour"
        await press(pilot, keys_of("search.earlier"))
        assert box.value == "harbour"
        await press(pilot, keys_of("search.results"))
        assert box.value == "divers"
        await press(pilot, keys_of("search.results"))
        assert box.value == "cra"
        assert box.has_focus
        await press(pilot, keys_of("search.results"))
        assert reader(pilot).hits.has_focus
        assert state.queries() == ["divers", "harbour"]


def test_the_history_of_queries_has_each_once_and_an_end(state: State) -> None:
    for number in range(520):
        state.remember_query(f"query {number}")
    state.remember_query("query 519")
    state.remember_query("query 300")
    queries = state.queries(1000)
    assert queries[:2] == ["query 300", "query 519"]
    assert len(queries) == len(set(queries)) <= 500
    state.forget_query("query 300")
    assert state.queries(1) == ["query 519"]


async def test_searches_are_kept_with_their_counts_run_and_forgotten(state: State) -> None:
    state.remember_query("harbour")
    async with ShelfReader(state=state).run_test(size=SIZE) as pilot:
        await press(pilot, keys_of("search.focus"), *"hurt", "enter", "escape")
        shown = await press(pilot, keys_of("search.kept"))
        assert isinstance(pilot.app.screen, SearchPicker)
        assert "In the search box" in shown
        assert "Of before" in shown
        shown = await press(pilot, keys_of("searches.keep"))
        assert state.searches() == {"hurt": "hurt"}
        assert "✓ hurt" in shown
        assert "3 reports" in shown
        await press(pilot, "j", "enter")
        assert reader(pilot).box.value == "harbour"
        assert reader(pilot).hits.has_focus
        await press(pilot, keys_of("search.kept"), keys_of("searches.forget"))
        assert state.searches() == {}
        assert state.queries() == ["harbour"]


# ---- order, outlets, months


async def test_the_order_changes_and_is_told() -> None:
    shelf = Shelf()
    async with ShelfReader(shelf).run_test(size=SIZE) as pilot:
        shown = await press(pilot, keys_of("search.sort"))
        assert "the newest report always comes first" in shown
        await press(pilot, keys_of("search.focus"), *"hurt", "down")
        shown = await press(pilot, keys_of("search.sort"))
        assert "3 reports, newest first" in shown
        await press(pilot, keys_of("search.sort"))
        assert shelf.orders[-3:] == ["relevance", "date", "relevance"]


async def test_one_outlet_or_month_is_kept_to_and_left_again(library: NewsReader) -> None:
    async with library.run_test(size=SIZE) as pilot:
        await press(pilot, keys_of("search.focus"), *"kursk", "down")
        shown = await press(pilot, keys_of("search.narrow"))
        assert isinstance(pilot.app.screen, Picker)
        assert "ABC News" in shown
        assert "November 2024" in shown
        await press(pilot, keys_of("filter.focus"), *"november", "enter", "enter")
        assert reader(pilot).box.value == "kursk date:2024-11"
        assert [hit.source for hit in reader(pilot).hits.hits] == ["ABC News"]
        shown = await press(pilot, keys_of("search.narrow"))
        assert "✓ November 2024" in shown
        await press(pilot, keys_of("filter.focus"), *"november", "enter", "enter")
        assert reader(pilot).box.value == "kursk"


async def test_before_the_library_is_read_there_is_nothing_to_narrow_to_yet() -> None:
    app = ShelfReader(Shelf([]))
    async with driven(app) as pilot:
        assert "No outlet or month is known" in await press(pilot, keys_of("search.narrow"))
        reader(pilot).synced = False
        told = await press(pilot, keys_of("search.narrow"))
        assert "Reading in the articles: there is no outlet or month to choose yet." in told
        reader(pilot).desk = None
        assert "The library is not open yet." in await press(pilot, keys_of("search.narrow"))


def test_the_terms_of_outlets_and_months() -> None:
    facets = Facets((("The Post", 3), ('A "B" C', 1), ("", 2)), (("2024-10", 4), ("", 1)))
    choices = facet_choices(facets, 'ferry source:"The Post"')
    assert [(c.id, c.sign, c.detail) for c in choices] == [
        ('source:"The Post"', "✓", "3 reports"),
        ("source:unknown", "", "2 reports"),
        ("date:2024-10", "", "4 reports"),
        ("date:unknown", "", "1 report"),
    ]
    assert with_term("ferry", "date:2024-10") == "ferry date:2024-10"
    assert with_term("", "date:2024-10") == "date:2024-10"
    assert with_term('ferry source:"The Post" hull', 'source:"The Post"') == "ferry hull"


async def test_reading_in_many_articles_shows_how_far_it_has_come() -> None:
    async with ShelfReader().run_test(size=SIZE) as pilot:
        await press(pilot)
        reader(pilot).post_message(messages.Progressed(2500, 5000))
        assert "█████░░░░░ Reading in 2,500 of 5,000 articles…" in await press(pilot)
