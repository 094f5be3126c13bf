"""The terminal as Textual draws on it, and what is done when it is gone.

A terminal can vanish without a signal: a connection breaks, a window is killed, SIGHUP is ignored.
Textual's thread that writes would end on the error, and whoever draws wait for it without end; the
thread that reads would read nothing, again and again. Here the program is left as `q` leaves it.
"""

from __future__ import annotations

import select
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from io import TextIOWrapper
from threading import Thread
from typing import TYPE_CHECKING, Any, Final, TextIO, cast

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from tui.key_parser import KeyParser
from tui.shared_actions import SharedActions

if TYPE_CHECKING:
    from textual.app import App

_GONE: Final = select.POLLHUP | select.POLLERR


class TerminalDriver(LinuxDriver):
    """Leaves the app once its terminal is gone."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """See `Driver`."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if self._file is not None:
            self._file = cast(TextIOWrapper, Outlet(self._file, self._leave))
        self._watch: Thread | None = None

    def start_application_mode(self) -> None:
        """See `Driver`; an editor may have had the terminal meanwhile, but it is the same one."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's
        if self._watch is None:
            self._watch = Thread(target=self._wait_for_its_end, daemon=True, name="terminal-watch")
            self._watch.start()

    def _wait_for_its_end(self) -> None:
        poll = select.poll()
        poll.register(self.fileno, 0)  # that the other side has hung up is told unasked
        if any(events & _GONE for _, events in poll.poll()):
            self._leave()

    def run_input_thread(self) -> None:
        """See `LinuxDriver`; a terminal that cannot be read is no fault of the program."""
        # Textual's thread makes its parser itself, and by this name.
        linux_driver.XTermParser = partial(  # type: ignore[attr-defined, assignment]
            KeyParser, is_own_key=cast(SharedActions, self._app).is_own_key
        )
        try:
            super().run_input_thread()
        except OSError:
            self._leave()

    def _leave(self) -> None:
        """From any thread, as often as it is noticed."""
        with suppress(RuntimeError):  # the program has ended by itself
            self._loop.call_soon_threadsafe(self._app.exit)


class Outlet:
    """A terminal to be written to; once it is gone, what is written goes nowhere."""

    def __init__(self, file: TextIO, gone: Callable[[], None]) -> None:
        """`gone` is called at the first write that fails."""
        self._file = file
        self._gone: Callable[[], None] | None = gone

    def write(self, text: str) -> int:
        """See `TextIO`."""
        self._do(lambda: self._file.write(text))
        return len(text)

    def flush(self) -> None:
        """See `TextIO`."""
        self._do(self._file.flush)

    def fileno(self) -> int:
        """See `TextIO`."""
        return self._file.fileno()

    def _do(self, output: Callable[[], object]) -> None:
        if self._gone is None:
            return
        try:
            output()
        except OSError:
            gone, self._gone = self._gone, None
            gone()
