"""How the reader is laid out, as plain text; `test_style_pictures` holds the looks."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from tests.tui.host import TextPicture, screen_text
from tests.tui.settling import press_keys, settled
from tests.tui.shelf import ShelfReader

SIZES = ["40x10", "60x20", "80x24", "120x40", "200x50"]
KEYS = {
    "results": [],
    "search": ["slash", *"hurt"],
    "article": ["j", "enter", "c"],
    "facts": ["j", "enter", "4"],
}


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextPicture)


async def after(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys once everything is there, and waits."""
    await settled(pilot)
    await settled(pilot)
    for key in keys:
        await press_keys(pilot.app, key)
    await settled(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", KEYS)
async def test_layout(name: str, size: str, picture: SnapshotAssertion) -> None:
    app = ShelfReader()
    width, height = map(int, size.split("x"))
    async with app.run_test(size=(width, height)) as pilot:
        await after(pilot, *KEYS[name])
        assert screen_text(app) == picture
