"""The row of keys: what works here, whole, and clickable."""

from __future__ import annotations

import pytest

from tests.tui.host import screen_text
from tests.tui.settling import press_keys, settled
from tests.tui.shelf import ShelfReader
from tui.rendering.flow import cells
from tui.screens.help import HelpScreen
from tui.widgets.key_line import KeyLine


def last_row(app: ShelfReader) -> str:
    return screen_text(app).splitlines()[-1]


@pytest.mark.parametrize("width", [20, 34, 40, 60, 80, 200])
async def test_keys_are_whole_and_help_is_always_among_them(width: int) -> None:
    app = ShelfReader()
    async with app.run_test(size=(width, 24)) as pilot:
        await settled(pilot)
        line = app.screen.query_one(KeyLine)
        hints = [f" {hint.shown} {hint.label} " for hint in line.hints]
        assert last_row(app) == "".join(hints).rstrip()
        assert cells(last_row(app)) <= width
        assert hints[-1] == " ? Keys "
        if width >= 80:
            assert 6 <= len(hints) <= 7


async def test_it_follows_the_focus() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "space Mark" in last_row(app)
        await press_keys(pilot.app, "enter")
        assert "f Figure" in last_row(app)
        assert "space Mark" not in last_row(app)


async def test_a_click_on_a_key_presses_it_and_a_click_beside_does_nothing() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        line = app.screen.query_one(KeyLine)
        row = last_row(app)
        await pilot.click(KeyLine, offset=(110, 0))
        await pilot.click(KeyLine, offset=(row.index("Search"), 0))
        await settled(pilot)
        assert app.reader.box.has_focus
        await press_keys(pilot.app, "escape")
        await pilot.hover(KeyLine, offset=(row.index("Compare"), 0))
        assert line.tooltip == "Lay the marked reports side by side."
        await pilot.click(KeyLine, offset=(last_row(app).index("? Keys"), 0))
        await settled(pilot)
        assert isinstance(app.screen, HelpScreen)
