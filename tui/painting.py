"""Several widgets that change together, painted together."""

from __future__ import annotations

import asyncio
from typing import Final, TypeVar

from textual import work
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

Ending = TypeVar("Ending")

_MOMENT: Final = 0.1
"""Seconds that the first frame of a screen waits for what it shows."""


async def announced(*widgets: Widget) -> None:
    """Waits until each of these, in turn, has told its screen what of it is to be drawn anew.

    Whoever batches updates until then has one frame with all of them; else the first one is painted
    alone, and the others come a frame later, when Textual has kept to its rate of frames.
    """
    for widget in widgets:
        turn = asyncio.Event()
        if widget.is_running and widget.call_later(turn.set):
            await turn.wait()


class PaintedWhole(Screen[Ending]):
    """A screen that is painted once it is as it should be, if that takes no longer than a moment.

    Textual paints a screen as soon as it is laid out: its widgets as they were drawn for another
    size, or empty; then each of them as it changes, a frame apart.
    """

    _waits = False
    """Nothing is painted for now."""

    def _wait(self) -> None:
        self._waits = True
        self.set_timer(_MOMENT, self.paint)  # what takes longer is waited for before the eyes

    @work(exclusive=True, group="paint", exit_on_error=False)
    async def fill(self) -> None:
        """What is to be shown is known: paints once all widgets have taken it in, and fit it."""
        if self._waits:
            await self._all_announced()
            await self._all_announced()  # what was told of one may have changed another
            self._on_timer_update()  # lays out what has become higher or lower
            await self._all_announced()
        self.paint()

    async def _all_announced(self) -> None:
        await announced(*reversed([*self.query(Widget)]), self)

    def paint(self) -> None:
        """From now on every frame is painted as it comes."""
        if self._waits:
            self._waits = False
            if self.is_running:
                self._on_timer_update()  # what has changed since it was laid out
                self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        if not self._waits:
            super()._compositor_refresh()

    def _screen_resized(self, size: Size) -> None:
        """Another size of the window: every widget has to fit it first."""
        resized = self.is_current and bool(self._size) and size != self._size and not self._waits
        if resized:
            self._wait()
        super()._screen_resized(size)
        if resized:
            self.fill()


class ArrivesWhole(PaintedWhole[Ending]):
    """A screen that shows in its first frame what it was opened for."""

    def __init__(self) -> None:
        """It has the classes of its breakpoints from the beginning: Textual gives them with the
        first size, and then styles everything a second time."""
        size = self.app.size
        horizontal = self._get_breakpoint_classes(size.width, self.HORIZONTAL_BREAKPOINTS or [])
        vertical = self._get_breakpoint_classes(size.height, self.VERTICAL_BREAKPOINTS or [])
        super().__init__(classes=" ".join(horizontal | vertical))
        self._waits = True

    def on_mount(self) -> None:
        """It waits for what whoever opened it will `fill` it with."""
        self._wait()
