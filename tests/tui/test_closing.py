"""Keys that come faster than a screen closes do not close the one below."""

from __future__ import annotations

import pytest
from textual import events
from textual.command import CommandList
from textual.keys import key_to_character

from tests.tui.comparing import host
from tests.tui.piloting import driven
from tests.tui.settling import at_rest, press
from tests.tui.shelf import ShelfReader
from tui.screens.compare import CompareScreen


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        ("question_mark", "enter"),
        ("semicolon", "escape"),
        ("semicolon", "1"),
        ("colon", "enter"),
    ],
)
async def test_a_box_closes_once(opens: str, closes: str) -> None:
    app = host()
    async with driven(app, opens):
        assert not isinstance(app.screen, CompareScreen)
        for _ in range(3):
            app.post_message(events.Key(closes, key_to_character(closes)))
        await at_rest(app)
        assert isinstance(app.screen, CompareScreen)


async def test_a_palette_whose_list_is_gone_gathers_nothing() -> None:
    app = ShelfReader()
    async with driven(app, "colon"):
        await app.screen.query_one(CommandList).remove()
        await press(app, "m")
        assert app.is_running
        assert app._exception is None
