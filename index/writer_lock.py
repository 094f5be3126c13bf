"""The lock of a library's cache: one process at a time makes or writes catalogue and index."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOOK = 0.02
"""Seconds between two tries."""


@contextmanager
def writer_lock(folder: Path, wait: float = 0.0) -> Iterator[bool]:
    """Whether this process has the lock, for as long as the context lasts.

    Tries for `wait` seconds. Raises OSError where the folder cannot be written.
    """
    with (folder / "writer.lock").open("ab") as lock:
        deadline = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    yield False
                    return
                time.sleep(_LOOK)
            else:
                yield True
                return
