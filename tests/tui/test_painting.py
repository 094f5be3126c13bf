"""What is painted together, and what is parsed for it: counts of work, not times."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest
from textual.css.parse import parse
from textual.geometry import Region
from textual.screen import Screen

from tests.tui.comparing import TWO, compare_screen
from tests.tui.host import Host
from tests.tui.invented import reports
from tests.tui.piloting import driven, on_top, press
from tests.tui.settling import LOOK, settled
from tests.tui.shelf import ShelfReader
from tui import painting
from tui.rendering.reports import Reports
from tui.screens.compare import CompareScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.title_line import TitleLine


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the comparison, frame by frame."""
    titles: list[str] = []
    refresh = Screen._compositor_refresh

    def paint(screen: Screen[Any]) -> None:
        if isinstance(screen, CompareScreen):
            titles.append(str(screen.query_one(TitleLine).content))
        refresh(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", paint)
    return titles


async def test_the_first_frame_of_a_comparison_has_all_of_it(frames: list[str]) -> None:
    async with driven(Host(lambda: CompareScreen(lambda: reports(*TWO)))) as pilot:
        assert "questions" in frames[0]
        assert compare_screen(pilot).has_class("-normal", "-high")


@pytest.mark.parametrize("fails", [False, True])
async def test_what_takes_longer_is_waited_for_before_the_eyes(
    fails: bool, frames: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painting, "_MOMENT", 0.001)
    painted = threading.Event()

    def load() -> Reports:
        assert painted.wait(10)
        if fails:
            raise ValueError
        return reports(*TWO)

    app = Host(lambda: CompareScreen(load))
    async with app.run_test() as pilot:
        while not frames:
            await asyncio.sleep(LOOK)
        painted.set()
        await settled(pilot)
        assert frames[0] == "Comparing…"
        assert frames[-1] != frames[0]


async def test_another_size_is_painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    frames: list[set[Region]] = []

    def paint(screen: Screen[Any]) -> None:
        dirty = screen._compositor._dirty_regions
        if dirty:
            frames.append({*dirty})
        dirty.clear()
        screen._dirty_widgets.clear()

    async with driven(ShelfReader(), "enter", size=(90, 40)) as pilot:
        body = on_top(pilot, ReaderScreen).body
        monkeypatch.setattr(Screen, "_compositor_refresh", paint)
        await pilot.resize_terminal(70, 30)
        await settled(pilot)
        assert (body.page.measure, body.size.height) == (61, 28)
        assert [Region(0, 0, 70, 30) in frame for frame in frames] == [True]


async def test_a_screen_has_its_own_sheet_parsed_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def count(scope: str, css: str, read_from: tuple[str, str], **options: Any) -> Any:
        parsed.append(Path(read_from[0]).name)
        return parse(scope, css, read_from, **options)

    async with driven(ShelfReader(), "space", "space") as pilot:
        monkeypatch.setattr("textual.css.stylesheet.parse", count)
        await press(pilot, "d")
        compare_screen(pilot)
        assert [name for name in parsed if name.endswith(".tcss")] == ["compare.tcss"]
