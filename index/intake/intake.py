"""`add` and `refresh`: many things taken in side by side, each with its own end.

Fetching is asynchronous, parsing is done by worker processes, and one thread alone writes. What
fails is told with its name and reason, and the rest goes on.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Coroutine, Sequence
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import UsageError
from index.intake.feed_list import FeedList
from index.intake.folder import ArticleFolder
from index.intake.ledger import FailedItem, Ledger
from index.intake.model import IntakeReport, Progress
from index.state import State

if TYPE_CHECKING:
    from index.intake.run import Run
    from index.intake.taking import Taking

_EXTRA = ("httpcore", "anyio", "idna", "brotli", "feedparser", "trafilatura")


class Intake:
    """Takes articles into one folder. Each method comes back when all is done."""

    def __init__(
        self, folder: Path, *, allow_private: Collection[str] = (), state: State | None = None
    ) -> None:
        """`allow_private`: servers in a private network that may be asked."""
        self.folder = folder
        self._allow_private = tuple(allow_private)
        self._state = state

    def add(
        self,
        names: Sequence[str],
        *,
        standard_input: Callable[[], bytes] | None = None,
        progress: Progress | None = None,
    ) -> IntakeReport:
        """Takes in addresses, files, and what `standard_input` gives for the name "-".

        A feed, and each feed of a list, is put into feeds.toml and read. Raises ResourceError where
        the folder cannot be written.
        """

        async def named(run: Run) -> None:
            from index.intake.adding import Adding

            await Adding(run, standard_input).add(names)

        return self._run(named, progress)

    def refresh(self, *, retry: bool = False, progress: Progress | None = None) -> IntakeReport:
        """Reads every feed of feeds.toml; with `retry` also what failed for good before.

        Raises InputError where feeds.toml cannot be read, ResourceError where the folder cannot be
        written.
        """

        async def listed(run: Run) -> None:
            feeds = await run.away(run.feeds.feeds)
            run.report.notices += run.feeds.problems
            await run.read_feeds(feeds, retry=retry)

        return self._run(listed, progress)

    def failures(self) -> list[FailedItem]:
        """What the feeds of feeds.toml name and could not be taken in the last time.

        Raises InputError where feeds.toml cannot be read.
        """
        followed = {feed.address for feed in FeedList(self.folder).feeds()}
        with ExitStack() as opened:
            return [one for one in self._ledger(opened).failures() if one.feed in followed]

    def _ledger(self, opened: ExitStack) -> Ledger:
        state = self._state
        if state is None:
            state = State.open()
            opened.callback(state.close)
        return Ledger(state, self.folder.resolve())

    def _run(
        self, work: Callable[[Run], Coroutine[None, None, None]], progress: Progress | None
    ) -> IntakeReport:
        if not all(map(find_spec, _EXTRA)):
            raise UsageError(
                "Taking in articles needs the part of newsreader for pages and feeds: "
                "pip install 'newsreader[web]'."
            )
        from index.intake.taking import Taking

        started = time.perf_counter()
        folder = ArticleFolder(self.folder)
        with ExitStack() as opened:
            opened.enter_context(folder.exclusive())
            taking = Taking(folder, self._ledger(opened))
            report = asyncio.run(self._in_loop(work, taking, progress))
        report.seconds = time.perf_counter() - started
        return report

    async def _in_loop(
        self,
        work: Callable[[Run], Coroutine[None, None, None]],
        taking: Taking,
        progress: Progress | None,
    ) -> IntakeReport:
        from index.intake.run import Run
        from index.sources.fetching import Fetcher

        async with Fetcher(allow_private=self._allow_private) as fetcher:
            run = Run(fetcher, taking, progress)
            try:
                await _while_wanted(work(run), run)
            finally:
                run.close()
            return run.report


async def _while_wanted(work: Coroutine[None, None, None], run: Run) -> None:
    """Does `work`; where the one who is told of its progress raises, it is stopped at once, even
    in the midst of waiting for a server."""
    try:
        async with asyncio.TaskGroup() as group:
            asking = group.create_task(run.tell_now_and_then())
            await work
            asking.cancel()
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
