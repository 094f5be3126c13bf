"""Keys that come faster than a screen opens or closes do what they would have done in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.command import CommandList
from textual.keys import key_to_character
from textual.widgets import Input

from tests.tui.comparing import host
from tests.tui.piloting import driven
from tests.tui.settling import at_rest, press_keys
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
        box = app.screen
        assert not isinstance(box, CompareScreen)
        for _ in range(3):
            app.post_message(events.Key(closes, key_to_character(closes)))
        await at_rest(app)
        assert box not in app.screen_stack
        assert any(isinstance(screen, CompareScreen) for screen in app.screen_stack)


@pytest.mark.parametrize("opens", ["B", "question_mark", "S"])
async def test_a_list_and_its_search_take_keys_at_once(opens: str, own_home: Path) -> None:
    app = ShelfReader(notes=own_home / "notes.md")
    async with driven(app):
        for key in (opens, "j", "slash", "e", "x"):
            app.post_message(events.Key(key, key_to_character(key)))
        await at_rest(app)
        assert len(app.screen_stack) == 2
        box = app.screen.query_one(Input)
        assert box.has_focus
        assert box.value == "ex"


async def test_a_palette_whose_list_is_gone_gathers_nothing() -> None:
    app = ShelfReader()
    async with driven(app, "colon"):
        await app.screen.query_one(CommandList).remove()
        await press_keys(app, "m")
        assert app.is_running
        assert app._exception is None
