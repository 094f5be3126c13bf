"""How far work has come that takes long enough to ask: a bar on standard error, or lines."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Literal

from tui.rendering.guard import guard

if TYPE_CHECKING:
    from rich.progress import Progress

    from index.sync import SyncProgress

ProgressManner = Literal["bar", "lines", "none"]

_PATIENCE = 0.5
"""Seconds without a word."""
_BETWEEN = 5.0
"""Seconds between two lines: each may be read out."""


class ProgressBar:
    """Shown once the work has taken a moment, and gone when it is done."""

    def __init__(self, manner: ProgressManner) -> None:
        """`lines`: words alone, for those who listen and for terminals that take lines only."""
        self._manner = manner
        self._next = time.monotonic() + _PATIENCE
        self._bar: Progress | None = None

    def advance(self, progress: SyncProgress) -> None:
        """Shows how far a sync has come."""
        self.show(progress.done, progress.total, progress.path.name)

    def show(self, done: int, total: int, label: str = "") -> None:
        """Shows that so much is done of a total, and what is at work now."""
        if self._manner == "none" or time.monotonic() < self._next:
            return
        if self._manner == "lines":
            self._next = time.monotonic() + _BETWEEN
            print(f"{done:,} of {total:,}…", file=sys.stderr, flush=True)
            return
        if self._bar is None:
            self._bar = _new_bar()
            self._bar.start()
            self._bar.add_task("", total=total)
        self._bar.update(
            self._bar.task_ids[0], completed=done, total=total, description=guard(label)[:40]
        )

    def close(self) -> None:
        """Takes the bar away, until there is more to show."""
        if self._bar:
            self._bar.stop()
            self._bar = None


def _new_bar() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=True, highlight=False),
        transient=True,
    )
