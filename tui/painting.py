"""Several widgets that change together, painted together."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget


async def announced(*widgets: Widget) -> None:
    """Waits until these have told their screen what of them is to be drawn anew.

    Each tells it in a turn of its own. Whoever batches updates until then has one frame with all
    of them; else the first one is painted alone, and the others come a frame later, when Textual
    has kept to its rate of frames.
    """
    for widget in widgets:
        turn = asyncio.Event()
        if widget.is_running and widget.call_later(turn.set):
            await turn.wait()
