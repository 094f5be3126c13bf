"""What nearly every test of a screen does: open it, press keys, look at what it shows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.host import screen_text
from tests.tui.settling import press_keys, settled

Shown = TypeVar("Shown", bound=Screen[Any])
SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]
"""Columns and lines in which the screens must hold."""


def named(size: tuple[int, int]) -> str:
    """What a test in this size is called."""
    return f"{size[0]}x{size[1]}"


@asynccontextmanager
async def driven(
    app: App[None], *keys: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    """A pilot of `app`, which is open and at rest after `keys`."""
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        if keys:
            await press(pilot, *keys)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> str:
    """Presses keys, waits until nothing more happens, and gives what the screen shows."""
    await press_keys(pilot.app, *keys)
    return screen_text(pilot.app)


def on_top(pilot: Pilot[None], kind: type[Shown]) -> Shown:
    """The screen that is shown, which is one of this kind."""
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    return screen
