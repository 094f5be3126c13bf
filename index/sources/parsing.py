"""The way in for what strangers made: pages, mail and feeds, parsed where it cannot hurt.

    pool = shared_pool()
    pool.parse("html", data)                 -> ParsedPage
    pool.parse("mail", data)                 -> ParsedPage
    pool.parse("feed", data, url=address)    -> ParsedFeed

`ParserPool(size)` is for a caller that wants its own number of workers; every method may be called
from any thread. What cannot be parsed raises InputError with a reason that follows
a name in a sentence ("was given up: parsing it took longer than 10 s"); the next item goes on.

Every parser of this world has an input of a few megabytes that it never comes back from. So each
item is parsed by a worker: a process of its own (`index.sources.workers`), started anew and never
forked, kept for many items because a start costs half a second, and killed with its item when that
takes too long or too much.
"""

from __future__ import annotations

import atexit
import os
import threading
from typing import Any, Literal, overload

from index.errors import InputError, MissingExtraError
from index.sources.files import too_large
from index.sources.limits import LARGEST, Kind, Limits
from index.sources.parsed import ParsedFeed, ParsedPage, feed_of, page_of
from index.sources.worker_process import Worker, WorkerRestedError

__all__ = ["LARGEST", "Kind", "Limits", "ParsedFeed", "ParsedPage", "ParserPool", "shared_pool"]

MISSING = "needs the part of newsreader for pages and feeds: pip install 'newsreader[web]'"
"""For what the extra reads, where it is not installed."""


class ParserPool:
    """At most `size` workers at a time; a context manager that ends them."""

    def __init__(self, size: int = 1, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._free = threading.BoundedSemaphore(size)
        self._size = size
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._closed = False

    def __enter__(self) -> ParserPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the workers; those that are busy end with their item."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.close()

    @overload
    def parse(
        self,
        kind: Literal["html", "mail"],
        data: bytes,
        *,
        url: str | None = ...,
        charset: str | None = ...,
    ) -> ParsedPage: ...
    @overload
    def parse(
        self,
        kind: Literal["feed"],
        data: bytes,
        *,
        url: str | None = ...,
        charset: str | None = ...,
    ) -> ParsedFeed: ...
    def parse(
        self, kind: Kind, data: bytes, *, url: str | None = None, charset: str | None = None
    ) -> ParsedPage | ParsedFeed:
        """What `data` holds; see the module.

        `url` is where it came from, for relative links; it is never asked for anything. `charset`
        is what an HTTP header said of the encoding. Waits while all workers are busy. Raises
        InputError where the item cannot be parsed, ResourceError where no worker can be started.
        """
        if len(data) > LARGEST[kind]:
            raise InputError(too_large(len(data), LARGEST[kind]))
        with self._free:
            answer = self._ask(kind, data, {"url": url, "charset": charset})
        if "missing" in answer:
            raise MissingExtraError(MISSING)
        if "fault" in answer:
            raise InputError(str(answer["fault"]))
        return feed_of(answer) if kind == "feed" else page_of(answer)

    def _ask(self, kind: Kind, data: bytes, about: dict[str, str | None]) -> dict[str, Any]:
        """One answer. A worker that had gone to rest before it got the item is replaced."""
        worker = self._worker(kind)
        try:
            try:
                return worker.ask(data, about)
            except WorkerRestedError:
                worker = Worker(kind, self._limits)
                return worker.ask(data, about)
        finally:
            with self._lock:
                keep = worker.alive and not self._closed
                if keep:
                    self._idle.append(worker)
            if not keep:
                worker.close()

    def _worker(self, kind: Kind) -> Worker:
        """An idle worker of this kind, or a new one; one of another kind makes room for it."""
        with self._lock:
            fitting = [worker for worker in self._idle if worker.kind == kind]
            if fitting:
                self._idle.remove(fitting[-1])
                return fitting[-1]
            leaving = self._idle.pop(0) if len(self._idle) >= self._size else None
        if leaving:
            leaving.close()
        return Worker(kind, self._limits)


_shared: ParserPool | None = None
_sharing = threading.Lock()


def shared_pool() -> ParserPool:
    """The pool that a process shares: as many workers as processors, which end when idle."""
    global _shared  # noqa: PLW0603 - one pool for the process, made when it is first needed
    with _sharing:
        if _shared is None:
            _shared = ParserPool(os.cpu_count() or 1)
            atexit.register(_shared.close)
        return _shared
