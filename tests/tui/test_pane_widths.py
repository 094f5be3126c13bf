"""Panes are made wider, narrower, or folded away; the next session has them so."""

from __future__ import annotations

from pathlib import Path

from tests.tui.host import screen_text
from tests.tui.piloting import driven, on_top, press
from tests.tui.shelf import ShelfReader
from tui.screens.reader import ReaderScreen


async def test_the_list_is_made_wider_as_far_as_the_article_can_be_read() -> None:
    async with driven(ShelfReader()) as pilot:
        screen = on_top(pilot, ReaderScreen)
        before = screen.search.outer_size.width
        await press(pilot, "greater_than_sign")
        assert screen.search.outer_size.width == before + 4
        screen.action_wider()
        screen.action_wider()  # before the next frame
        await press(pilot)
        assert screen.search.outer_size.width == before + 12
        await press(pilot, *["greater_than_sign"] * 20)
        assert screen.pane.outer_size.width == 40
        assert "cannot be made wider" in await press(pilot, "greater_than_sign")
        await press(pilot, *["less_than_sign"] * 30)
        assert screen.search.outer_size.width == 24


async def test_the_article_takes_from_what_stands_beside_it() -> None:
    async with driven(ShelfReader(), "enter", size=(200, 50)) as pilot:
        screen = on_top(pilot, ReaderScreen)
        before = screen.pane.outer_size.width
        await press(pilot, "greater_than_sign")
        assert screen.pane.outer_size.width == before + 4
        facts = screen.facts.outer_size.width
        await press(pilot, "4", "less_than_sign")
        assert screen.facts.outer_size.width == facts - 4


async def test_a_click_on_a_tab_goes_to_its_pane() -> None:
    async with driven(ShelfReader(), size=(80, 24)) as pilot:
        screen = on_top(pilot, ReaderScreen)
        for name, shown in [
            ("Article", screen.pane),
            ("Facts", screen.facts),
            ("Results", screen.search),
        ]:
            row = screen_text(pilot.app).splitlines()[-2]
            await pilot.click("#status", offset=(row.index(name) + 2, 0))
            await press(pilot)
            assert shown.display
            assert screen.status.pane == name
        await pilot.click("#status", offset=(70, 0))
        await press(pilot)
        assert screen.status.pane == "Results"


async def test_one_pane_alone_has_nothing_to_share() -> None:
    async with driven(ShelfReader(), size=(80, 24)) as pilot:
        assert "Only one pane is shown" in await press(pilot, "greater_than_sign")


async def test_a_width_set_beside_is_not_kept_alone() -> None:
    async with driven(ShelfReader(), "greater_than_sign") as pilot:
        screen = on_top(pilot, ReaderScreen)
        wide = screen.search.outer_size.width
        await pilot.resize_terminal(80, 24)
        await press(pilot)
        assert screen.search.outer_size.width == 80
        await pilot.resize_terminal(120, 40)
        await press(pilot)
        assert screen.search.outer_size.width == wide


async def test_the_list_is_folded_away_and_comes_when_it_is_gone_to() -> None:
    async with driven(ShelfReader(), "2") as pilot:
        screen = on_top(pilot, ReaderScreen)
        assert screen.body.has_focus
        assert not screen.search.display
        await press(pilot, "escape")
        assert screen.hits.has_focus
        assert screen.search.display
        await press(pilot, "enter")
        assert not screen.search.display
        await press(pilot, "2", "3")
        assert screen.search.display


async def test_the_next_session_has_the_panes_as_they_were(tmp_path: Path) -> None:
    async with driven(ShelfReader(cache=tmp_path), size=(200, 50)) as pilot:
        await press(pilot, *["greater_than_sign"] * 3, "4", "4")
        screen = on_top(pilot, ReaderScreen)
        wide = screen.search.outer_size.width
        assert not screen.facts.display
    async with driven(ShelfReader(cache=tmp_path), size=(200, 50)) as pilot:
        screen = on_top(pilot, ReaderScreen)
        assert screen.search.outer_size.width == wide
        assert not screen.facts.display
