"""The parent's side of one worker: start it, send an item, wait for the answer, kill it."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from typing import IO, Any

from index.errors import InputError, ResourceError
from index.sources.limits import Kind, Limits

START = 60.0
"""Seconds that a worker may need to start; a busy machine is slow."""
TOO_MUCH_MEMORY = 77
"""How a worker ends that ran out of memory."""
_PIECE = 65_536


class WorkerRestedError(Exception):
    """The worker had ended by itself, in good order, before it took the item."""


class _TooLateError(Exception):
    """The deadline has passed."""


class Worker:
    """One worker process, for one kind of item, used by one thread at a time."""

    def __init__(self, kind: Kind, limits: Limits) -> None:
        self.kind = kind
        self._limits = limits
        self._received = bytearray()
        task = json.dumps({"kind": kind, **asdict(limits)})
        try:
            # -P: a module of that name in the current folder is never run. -B: writes nothing.
            self._process = subprocess.Popen(  # noqa: S603 - our own module, in a list of arguments
                [sys.executable, "-P", "-B", "-m", "index.sources.workers", task],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # ctrl+c in the terminal is not for the worker
            )
        except OSError as error:
            raise ResourceError(
                f"No process can be started to parse pages ({(error.strerror or '').lower()}); "
                "close other programs and try again."
            ) from None
        self.alive = True
        for pipe in self._pipes():
            os.set_blocking(pipe.fileno(), False)
        try:
            self._line(time.monotonic() + START)  # it says that it is ready
        except _TooLateError:
            self.close()
            raise ResourceError(
                f"The process that parses pages did not start within {START:.0f} s; the machine "
                "may be too busy: try again later."
            ) from None
        except (InputError, WorkerRestedError):
            self.close()
            raise ResourceError(
                "The process that parses pages ended while it started; `newsreader doctor` says "
                "more, or install newsreader again."
            ) from None

    def ask(self, data: bytes, about: dict[str, str | None]) -> dict[str, Any]:
        """The worker's answer on one item.

        Raises InputError with the reason where the item was too much for it: the worker is dead by
        then. Raises WorkerRestedError where it never took the item.
        """
        head = json.dumps({**about, "length": len(data)}).encode() + b"\n"
        deadline = time.monotonic() + self._limits.wall
        try:
            try:
                self._send(head + data, deadline)
            except BrokenPipeError:
                self._raise_end(deadline)
            answer = json.loads(self._line(deadline))
        except _TooLateError:
            self.close()
            raise InputError(
                f"was given up: parsing it took longer than {self._limits.wall:g} s"
            ) from None
        except ValueError:
            self.close()
            raise InputError("was given up: the parser gave no answer on it") from None
        except BaseException:
            self.close()
            raise
        if not isinstance(answer, dict):
            self.close()
            raise InputError("was given up: the parser gave no answer on it")
        return answer

    def close(self) -> None:
        """Kills the process, if it is still there."""
        self.alive = False
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for pipe in self._pipes():
            try:
                pipe.close()
            except OSError:  # what was still to be sent has nobody to take it
                continue

    def _pipes(self) -> list[IO[bytes]]:
        return [pipe for pipe in (self._process.stdin, self._process.stdout) if pipe]

    def _send(self, data: bytes, deadline: float) -> None:
        descriptor = self._pipes()[0].fileno()
        rest = memoryview(data)
        while rest:
            _await(descriptor, selectors.EVENT_WRITE, deadline)
            try:
                rest = rest[os.write(descriptor, rest[:_PIECE]) :]
            except BlockingIOError:
                continue

    def _line(self, deadline: float) -> bytes:
        """The next line that the worker says."""
        descriptor = self._pipes()[1].fileno()
        searched = 0
        while (end := self._received.find(b"\n", searched)) < 0:
            searched = len(self._received)
            if searched > self._limits.output:
                raise InputError(
                    f"was given up: its text is longer than {self._limits.output / 1e6:,.0f} MB"
                )
            _await(descriptor, selectors.EVENT_READ, deadline)
            try:
                piece = os.read(descriptor, _PIECE)
            except BlockingIOError:
                continue
            if not piece:
                self._raise_end(deadline)
            self._received += piece
        line = bytes(self._received[:end])
        del self._received[: end + 1]
        return line

    def _raise_end(self, deadline: float) -> None:
        """Says why the worker has ended; its pipe is closed."""
        try:
            code = self._process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise _TooLateError from None
        if code == 0:
            raise WorkerRestedError
        if code == -signal.SIGXCPU:
            raise InputError(
                f"was given up: parsing it took more than {self._limits.cpu} s of processor time"
            )
        if code in (TOO_MUCH_MEMORY, -signal.SIGKILL):  # the system's own killer
            raise InputError(
                "was given up: parsing it took more than "
                f"{self._limits.memory / 1e6:,.0f} MB of memory"
            )
        raise InputError(f"was given up: the parser crashed on it ({_named(code)})")


def _named(code: int) -> str:
    try:
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"


def _await(descriptor: int, event: int, deadline: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, event)
        if not selector.select(max(0.0, deadline - time.monotonic())):
            raise _TooLateError
