"""Waiting, in tests, until the interface is at rest.

Textual's Pilot takes a process for idle that gets no time from a busy machine. Here it is asked
itself: every widget waits for its next message, every worker has brought what it brings, and all of
it is drawn.

Most tests look at a screen at rest alone. Theirs is drawn once, then: `draw_at_rest`.
"""

from __future__ import annotations

import asyncio
import time

import pytest
from textual import events
from textual._compositor import Compositor
from textual._queue import Queue
from textual.app import App
from textual.keys import _character_to_key, key_to_character
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.terminal import PATIENCE

LOOK = 0.002
"""Seconds between two looks at workers, which have threads of their own."""

_drawn = Compositor.render_update


def draw_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves out the frames on the way to where the interface comes to rest.

    Half the time of a test goes into frames that come and go before anything looks at them.
    """

    def unless_asked(
        compositor: Compositor,
        full: bool = False,
        screen_stack: list[Screen[object]] | None = None,
        simplify: bool = False,
    ) -> object:
        return _drawn(compositor, full, screen_stack, simplify) if full else None

    monkeypatch.setattr(Compositor, "render_update", unless_asked)


async def at_rest(app: App[None]) -> None:
    """Waits until nothing more will change by itself.

    What watches folders never ends, nor does what waits for the person to answer a screen. An app
    that has failed is not waited for: its `run_test` tells.
    """
    end = time.monotonic() + PATIENCE
    resting = 0
    while resting < 2 and app._exception is None:  # what was drawn may have had more to say
        await asyncio.sleep(0)
        if not all(map(_waits, [app, *app._registry])):
            resting = 0
        elif works(app):
            resting = 0
            await asyncio.sleep(LOOK)
        elif not _is_drawn(app.screen):
            resting = 0
            app.screen._on_timer_update()
        elif app.screen._compositor._dirty_regions:
            resting = 0
            _drawn(app.screen._compositor, screen_stack=app._background_screens)
        else:
            resting += 1
        if time.monotonic() > end:
            raise AssertionError(f"Never at rest: {[*app.workers]}, {_unrest(app)}")


async def settled(pilot: Pilot[None]) -> None:
    """Waits until the app of a pilot is at rest."""
    await at_rest(pilot.app)


async def press_keys(app: App[None], *keys: str) -> None:
    """Presses keys, one after the other, and waits before and after each until all is at rest."""
    await at_rest(app)
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        app.post_message(events.Key(name, key if len(key) == 1 else key_to_character(key)))
        await at_rest(app)


def _waits(pump: MessagePump) -> bool:
    """Whether a widget, a screen or the app waits for its next message, or has ended."""
    if not pump._running:
        return pump._task is None
    queue: Queue[Message | None] = pump._message_queue
    waiting = any(not waiter.done() for waiter in queue.ready_event._waiters)
    return waiting and queue.empty() and not pump._next_callbacks


def works(app: App[None]) -> bool:
    """Whether a worker has something to bring.

    Not one that waits for the person to answer a screen, nor the one that watches folders.
    """
    awaited = [
        callback.future._callbacks
        for screen in app.screen_stack
        for callback in screen._result_callbacks
        if callback.future is not None
    ]
    waiting = sum(bool(workers) for workers in awaited)
    at_work = sum(not one.is_finished and one.group != "watch" for one in app.workers)
    return at_work > waiting


def _is_drawn(screen: Screen[object]) -> bool:
    """Whether nothing waits to be laid out or drawn."""
    return not (
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


def _unrest(app: App[None]) -> list[MessagePump]:
    return [pump for pump in (app, *app._registry) if not _waits(pump)]
