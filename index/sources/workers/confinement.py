"""What a worker process may not do, whatever a parser is talked into.

Limits of the system for memory, processor time, files and core dumps, and a hook of the interpreter
that refuses connections, processes and writing. Linux enforces the limit on memory by itself; macOS
does not (neither RLIMIT_AS nor RLIMIT_DATA), so that a thread looks at the memory as well.
"""

from __future__ import annotations

import os
import resource
import sys
import threading
import time
from typing import BinaryIO

from index.sources.limits import Limits
from index.sources.worker_process import TOO_MUCH_MEMORY

_LOOK = 0.05
"""Seconds between two looks at the memory."""
_REFUSED = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "socket.sendto",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "shutil.",
)


def own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Where items come from and answers go to; whatever else prints or reads meets nothing."""
    items, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return os.fdopen(items, "rb"), os.fdopen(answers, "wb")


def confine(limits: Limits) -> None:
    """Sets all limits but that on processor time. Nothing lifts them again."""
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_DATA, limits.memory)
    # Address space holds libraries and reserved pages too, hence more of it.
    _lower(resource.RLIMIT_AS, 4 * limits.memory)
    threading.Thread(target=_watch_memory, args=(limits.memory,), daemon=True).start()
    sys.addaudithook(_refuse)


def allow_processor_time(seconds: int) -> None:
    """From now on the process may run for `seconds` more; then the system ends it."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_within(used + 1 + seconds, hard), hard))


def memory_used() -> int:
    """The memory that the process has, in bytes; on macOS the most that it has had."""
    if sys.platform == "darwin":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Not so here: on Linux that peak begins with what the parent had when it started this process.
    with open("/proc/self/statm", "rb") as status:  # noqa: PTH123 - twenty times a second
        return int(status.read().split()[1]) * resource.getpagesize()


def _lower(limit: int, value: int) -> None:
    _, hard = resource.getrlimit(limit)
    value = _within(value, hard)
    try:
        resource.setrlimit(limit, (value, value))
    except (OSError, ValueError):  # macOS refuses some; the watch and the deadline stay
        return


def _within(value: int, hard: int) -> int:
    return value if hard == resource.RLIM_INFINITY else min(value, hard)


def _watch_memory(most: int) -> None:
    while memory_used() <= most:
        time.sleep(_LOOK)
    os._exit(TOO_MUCH_MEMORY)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Raises PermissionError for what no parser has to do."""
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes or (isinstance(mode, str) and set(mode) & set("wax+")):
            raise PermissionError("a worker writes no file")
    elif event.startswith(_REFUSED):
        raise PermissionError("a worker has no network, no processes and no files to change")
