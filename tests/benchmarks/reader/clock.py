"""A terminal with a clock that stands still while the program waits for a core.

The time that a thread was ready to run and another program ran is in `/proc/PID/task/*/schedstat`.
Wall time less that, *net* time, repeats within a tenth on a busy machine.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from tests.tui.terminal import PATIENCE, Terminal

SIZE = (120, 40)
QUIET = 0.1
"""Seconds without output after which what came is looked at."""

Seen = Callable[[Sequence[str]], bool]
"""Whether the rows of a screen show what is waited for."""
Part = Callable[[Sequence[str]], object]
"""What of the rows of a screen is looked at."""


class ClockedTerminal(Terminal):
    """Reads first and looks afterwards: the emulator's own time is in no figure."""

    def __init__(
        self,
        words: Sequence[str | Path],
        environment: Mapping[str, str] = os.environ,
        *,
        alone: bool = False,
    ) -> None:
        """`alone`: only the first thread's waiting is taken off, for times in which others work at
        something that no key waits for."""
        self._begun = time.monotonic()
        super().__init__(words, *SIZE, environment)
        self._tasks = Path(f"/proc/{self._child.pid}/task")
        self._pattern = str(self._child.pid) if alone else "*"

    @property
    def rows(self) -> list[str]:
        """The screen as it was last looked at."""
        return list(self._screen.display)

    @property
    def resident(self) -> float:
        """Megabytes that the program holds."""
        status = (self._tasks.parent / "status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def clock(self) -> float:
        """Net seconds since the start. A key's way leads from thread to thread: all count."""
        waited = 0
        for task in self._tasks.glob(self._pattern):
            with suppress(OSError):  # a thread may end meanwhile
                waited += int((task / "schedstat").read_text().split()[1])
        return time.monotonic() - self._begun - waited / 1e9

    def until(self, seen: Seen, *, since: float = 0.0, quiet: float = QUIET) -> float:
        """Net milliseconds from the clock's `since` to the output after which `seen` holds."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self._look(seen, quiet)
            if found is not None:
                return (found - since) * 1000
        raise AssertionError("It never came on the screen:\n" + "\n".join(self.rows))

    def pressed(self, keys: str, seen: Seen, *, quiet: float = QUIET) -> float:
        """Net milliseconds from keys to what they bring on the screen."""
        since = self.clock()
        self.press(keys)
        return self.until(seen, since=since, quiet=quiet)

    def changed(self, keys: str, part: Part, still: float) -> float | None:
        """Net milliseconds from keys to the last change of a part of the screen, which must then
        be still for so many seconds; None where it stays as it was. (What blinks elsewhere never
        is still.)"""
        since, last, before = self.clock(), None, part(self.rows)
        self.press(keys)
        end = time.monotonic() + still
        while time.monotonic() < end:
            block, moment = self._read(QUIET), self.clock()
            if not block:
                continue
            self._draw(block)
            if (now := part(self.rows)) != before:
                last, before, end = moment - since, now, time.monotonic() + still
        return None if last is None else last * 1000

    def _look(self, seen: Seen, quiet: float) -> float | None:
        found = None
        for moment, block in self._blocks(quiet):
            self._draw(block)
            if found is None and seen(self.rows):
                found = moment
        return found

    def _blocks(self, quiet: float) -> list[tuple[float, bytes]]:
        """What comes, each piece with its moment, until nothing comes."""
        blocks: list[tuple[float, bytes]] = []
        while block := self._read(quiet):
            blocks.append((self.clock(), block))
        if block is None and not blocks:
            raise AssertionError("The program has ended:\n" + "\n".join(self.rows))
        return blocks
