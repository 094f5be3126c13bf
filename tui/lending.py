"""Lending the terminal to another program until it ends."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_KEYS: Final = (signal.SIGINT, signal.SIGQUIT)
"""What ctrl+c and ctrl+\\ send to every program of the terminal, not only to the one in front."""


def run_in_front(command: list[str], text: str | None = None) -> int:
    """Runs `command` with the terminal, and with `text` as its input where there is one; gives its
    exit code. Only in the main thread. Raises OSError if it cannot be started.

    ctrl+c there is for that program: the reader neither ends with it nor ends it.
    """
    given = None if text is None else text.encode()
    with _keys_for_others():
        return subprocess.run(command, input=given, check=False).returncode  # noqa: S603  (an argument list)


@contextmanager
def _keys_for_others() -> Iterator[None]:
    # A handler that does nothing: what is ignored would stay ignored in the program itself.
    before = [(key, signal.signal(key, lambda *_: None)) for key in _KEYS]
    try:
        yield
    finally:
        for key, handler in before:
            signal.signal(key, handler)
