"""Reports come into a comparison and go out of it."""

from __future__ import annotations

import asyncio

from textual.pilot import Pilot

from tests.tui.host import Host, screen_text
from tests.tui.invented import COURIER, HARBOUR, LEDGER
from tests.tui.piloting import driven, press
from tui.bindings import ACTIONS
from tui.desk import Desk
from tui.gathering import reports_of
from tui.screens.compare import CompareScreen
from tui.screens.picker import ReportPicker


def host(desk: Desk, *ids: str) -> Host:
    app = Host(lambda: CompareScreen(lambda: reports_of(desk, ids)))
    app.desk = desk
    return app


def columns(pilot: Pilot[None]) -> list[str]:
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    assert screen.reports is not None
    return [article.id for article in screen.reports.articles]


async def open_picker(pilot: Pilot[None]) -> ReportPicker:
    await pilot.press("plus")
    async with asyncio.timeout(10):
        while not isinstance(pilot.app.screen, ReportPicker):
            await pilot.pause(0.01)
    await pilot.pause()
    return pilot.app.screen


async def test_dropping_the_report_under_the_cursor(desk: Desk) -> None:
    app = host(desk, HARBOUR.id, LEDGER.id, COURIER.id)
    async with driven(app, "l", "minus", size=(200, 50)) as pilot:
        assert columns(pilot) == [HARBOUR.id, COURIER.id]
        await press(pilot, "minus")
        assert columns(pilot) == [HARBOUR.id, COURIER.id], "two are the fewest to compare"


async def test_adding_a_report(desk: Desk) -> None:
    app = host(desk, HARBOUR.id, LEDGER.id)
    async with driven(app, size=(200, 50)) as pilot:
        picker = await open_picker(pilot)
        assert [option.id for option in picker.choices.options] == [COURIER.id]
        assert "Courier · undated" in screen_text(app)
        await press(pilot, "enter")
        assert columns(pilot) == [HARBOUR.id, LEDGER.id, COURIER.id]


async def test_searching_the_reports(desk: Desk) -> None:
    app = host(desk, HARBOUR.id, LEDGER.id)
    async with driven(app) as pilot:
        picker = await open_picker(pilot)
        await pilot.press("slash", *"nothing like it")
        await pilot.pause()
        assert "No other report has these words." in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert picker.choices.has_focus
        await pilot.press("tab")
        assert picker.filter.has_focus
        await pilot.press("shift+tab", "slash", *"courier", "enter")
        assert picker.choices.has_focus
        await press(pilot, "q")
        assert columns(pilot) == [HARBOUR.id, LEDGER.id]


def test_no_binding_of_the_picker_is_left_out() -> None:
    here = {action.id for action in ACTIONS.values() if "picker_screen" in action.scopes}
    assert here == {"filter.focus", "back", "close", "pane.next", "pane.previous"}
