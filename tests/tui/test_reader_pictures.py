"""What the reader looks like. Text pictures hold the layout, SVG pictures the styles."""

from __future__ import annotations

from typing import Protocol

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.app import App
from textual.pilot import Pilot

from tests.tui.host import TextPicture, screen_text, settled
from tests.tui.shelf import ShelfReader

SIZES = ["40x10", "60x20", "80x24", "120x40", "200x50"]
KEYS = {
    "results": [],
    "search": ["slash", *"hurt"],
    "article": ["j", "enter", "c"],
    "facts": ["j", "enter", "4"],
}


class SnapCompare(Protocol):
    """What pytest-textual-snapshot gives."""

    def __call__(
        self, app: App[None], *, terminal_size: tuple[int, int], run_before: object
    ) -> bool: ...


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextPicture)


async def after(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys once everything is there, and waits."""
    await settled(pilot)
    await settled(pilot)
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    await settled(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", KEYS)
async def test_layout(name: str, size: str, picture: SnapshotAssertion) -> None:
    app = ShelfReader()
    width, height = map(int, size.split("x"))
    async with app.run_test(size=(width, height)) as pilot:
        await after(pilot, *KEYS[name])
        assert screen_text(app) == picture


@pytest.mark.parametrize("theme", ["newsreader-dark", "newsreader-light"])
@pytest.mark.parametrize("name", ["selection", "figures"])
def test_styles(name: str, theme: str, snap_compare: SnapCompare) -> None:
    keys, size = {
        "selection": (["slash", *"hurt", "enter", "V"], (120, 40)),
        "figures": (["j", "enter", "f", "f"], (200, 50)),
    }[name]

    async def press(pilot: Pilot[None]) -> None:
        await after(pilot, *keys)

    assert snap_compare(ShelfReader(theme=theme), terminal_size=size, run_before=press)
