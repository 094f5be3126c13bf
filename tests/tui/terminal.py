"""A real terminal in memory: the program runs in a pty, and what it draws is read off a screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 60.0
"""Seconds that a busy machine may take until what must come has come."""

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")


def _without_size(environment: Mapping[str, str]) -> dict[str, str]:
    """What a terminal starts with: its size is the terminal's own, not that of the test runner."""
    return {key: value for key, value in environment.items() if key not in ("COLUMNS", "LINES")}


class Terminal:
    """One run of a program in a terminal of `columns` × `lines`."""

    def __init__(
        self,
        words: Sequence[str | Path],
        columns: int = 100,
        lines: int = 30,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        """Every byte that the program wrote."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._child = subprocess.Popen(
            [str(word) for word in words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**_without_size(environment), "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._child.poll() is None:
            self._child.kill()
            self._child.wait()
        self._close()

    @property
    def text(self) -> str:
        """The lines on the screen now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def _read(self, seconds: float) -> bytes | None:
        """What comes within `seconds`, empty if nothing does; None once the program has let go."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return b""
        try:
            return os.read(self._master, 65536) or None
        except OSError:
            return None

    def _draw(self, block: bytes) -> None:
        """Brings what was written on the screen."""
        self.written += block
        # pyte reads the private modes of newer terminals as text.
        self._stream.feed(re.sub(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p", b"", block))

    def _take(self, seconds: float) -> bool:
        """Draws what comes within `seconds`; False once the program has let go."""
        block = self._read(seconds)
        if block:
            self._draw(block)
        return block is not None

    def wait_for(self, words: str) -> str:
        """The screen, once `words` stand on it."""
        end = time.monotonic() + PATIENCE
        while words not in self.text:
            if time.monotonic() > end or not self._take(0.2):
                raise AssertionError(f"{words!r} never came on the screen:\n{self.text}")
        return self.text

    def settle(self, quiet: float = 0.6) -> str:
        """The screen, once nothing has been drawn for `quiet` seconds."""
        end = time.monotonic() + PATIENCE
        count = -1
        while count != len(self.written) and time.monotonic() < end:
            count = len(self.written)
            self._take(quiet)
        return self.text

    def press(self, keys: str) -> None:
        """Types `keys` as a keyboard sends them."""
        os.write(self._master, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Gives the terminal another size, as dragging its window does."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen.resize(lines, columns)
        self._child.send_signal(signal.SIGWINCH)

    def send(self, number: signal.Signals) -> None:
        """Sends the program a signal."""
        self._child.send_signal(number)

    def wait(self) -> int:
        """The exit code, once the program has ended."""
        end = time.monotonic() + PATIENCE
        while self._take(0.2):
            if time.monotonic() > end:
                raise AssertionError(f"The program did not end:\n{self.text}")
        return self._child.wait(PATIENCE)

    def vanish(self) -> int:
        """Closes the terminal under the program without a signal; its exit code, once it ended."""
        self._close()
        return self._child.wait(PATIENCE)

    def _close(self) -> None:
        if self._master >= 0:
            os.close(self._master)
        self._master = -1

    def modes_left_on(self) -> set[str]:
        """The private modes of the terminal that were switched and not put back.

        A terminal begins with a visible cursor (25), wrapping lines (7), all else off.
        """
        on_at_first = {"7", "25"}
        on = set(on_at_first)
        for numbers, state in _MODE.findall(self.written):
            changed = set(numbers.decode().split(";"))
            on = on | changed if state == b"h" else on - changed
        return on ^ on_at_first
