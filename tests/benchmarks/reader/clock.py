"""A terminal with a clock that stands still while the program waits for a core.

The time that its first thread was ready to run and another program ran is in
`/proc/PID/schedstat`. Wall time less that, *net* time, repeats within a tenth on a machine that is
somewhat busy; on a very busy one run the benchmark with `nice -n -15`, which root may.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.tui.terminal import PATIENCE, Terminal

SIZE = (120, 40)
QUIET = 0.1
"""Seconds without output after which what came is looked at."""

Seen = Callable[[Sequence[str]], bool]
"""Whether the rows of a screen show what is waited for."""
Part = Callable[[Sequence[str]], object]
"""What of the rows of a screen is looked at."""
Act = str | Callable[[], None]
"""Keys as a keyboard sends them, or something else that is done."""


class ClockedTerminal(Terminal):
    """Reads first and looks afterwards: the emulator's own time is in no figure."""

    def __init__(
        self,
        words: Sequence[str | Path],
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._begun = time.monotonic()
        super().__init__(words, *SIZE, environment)
        self._process = Path(f"/proc/{self._child.pid}")

    @property
    def rows(self) -> list[str]:
        """The screen as it was last looked at."""
        return list(self._screen.display)

    @property
    def resident(self) -> float:
        """Megabytes that the program holds."""
        status = (self._process / "status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def clock(self) -> float:
        """Net seconds since the start."""
        waited = int((self._process / "schedstat").read_text().split()[1])
        return time.monotonic() - self._begun - waited / 1e9

    def until(self, seen: Seen, *, since: float = 0.0, quiet: float = QUIET) -> float:
        """Net milliseconds from the clock's `since` to the output after which `seen` holds."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self._look(seen, quiet)
            if found is not None:
                return (found - since) * 1000
        raise AssertionError("It never came on the screen:\n" + "\n".join(self.rows))

    def first_change(self, act: Act, part: Part, quiet: float = QUIET) -> float:
        """Net milliseconds from what is done to the first change of a part of the screen."""
        before, since = part(self.rows), self._do(act)
        return self.until(lambda rows: part(rows) != before, since=since, quiet=quiet)

    def last_change(self, act: Act, part: Part, still: float) -> float | None:
        """Net milliseconds from what is done to the last change of a part of the screen, which
        must then be still for so many seconds; None where it stays as it was. (What blinks
        elsewhere never is still.)"""
        before, last, since = part(self.rows), None, self._do(act)
        end = time.monotonic() + still
        while time.monotonic() < end:
            for moment, block in self._blocks(QUIET):
                self._draw(block)
                if (now := part(self.rows)) != before:
                    last, before, end = moment - since, now, time.monotonic() + still
        return None if last is None else last * 1000

    def _do(self, act: Act) -> float:
        """Strikes keys, or does something else; the moment before."""
        since = self.clock()
        if callable(act):
            act()
        else:
            self.press(act)
        return since

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
