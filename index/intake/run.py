"""One `add` or `refresh`: what is under way, and what came of it so far."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from typing import Literal, TypeVar, cast

from index.errors import InputError, NewsreaderError
from index.intake.document import Document
from index.intake.feed_list import FeedList, ListedFeed
from index.intake.folder import FolderError
from index.intake.items import Item, document_of, items_of
from index.intake.ledger import FailedItem
from index.intake.model import FeedReport, IntakeProgress, IntakeReport, NotTaken, Progress, Taken
from index.intake.taking import Taking
from index.sources.addresses import is_web_address, redacted
from index.sources.answers import Fetched, Known
from index.sources.fetching import LARGEST_FEED, Fetcher
from index.sources.network import FetchError
from index.sources.parsed import ParsedFeed, ParsedPage
from index.sources.parsing import shared_pool

FEEDS_AT_ONCE = 8
PAGES_AT_ONCE = 16
NO_ARTICLE = "has no text of an article"

_SOME_STRANGER = "https://feed.invalid/"
"""Who is taken to have made a feed that came in a file (RFC 2606: no such server will ever be)."""

_TELL = 0.3
"""Seconds after which progress is told again."""

_Answer = TypeVar("_Answer")


class Run:
    """What the parts of one run share. Lives in one event loop; only `away` leaves its thread."""

    def __init__(self, fetcher: Fetcher, taking: Taking, progress: Progress | None) -> None:
        self.fetcher = fetcher
        self.taking = taking
        self.feeds = FeedList(taking.folder.root)
        self.report = IntakeReport(taking.folder.root)
        self._progress = progress
        self._done = self._total = 0
        self._words = ""
        self._claimed: set[str] = set()
        self._feeds_at_once = asyncio.Semaphore(FEEDS_AT_ONCE)
        self._pages_at_once = asyncio.Semaphore(PAGES_AT_ONCE)
        self._writer = ThreadPoolExecutor(1, "intake")

    def close(self) -> None:
        """Waits for what is being written."""
        self._writer.shutdown()

    async def away(self, task: Callable[..., _Answer], *values: object) -> _Answer:
        """Runs what reads or writes files in the one thread that does so."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, lambda: task(*values))

    async def parse_page(
        self,
        kind: Literal["html", "mail"],
        content: bytes,
        address: str | None,
        charset: str | None,
    ) -> ParsedPage:
        """The page in `content`; raises InputError, also where it holds no article."""
        page = await asyncio.to_thread(
            shared_pool().parse, kind, content, url=address, charset=charset
        )
        if not page.body.strip():
            raise InputError(NO_ARTICLE)
        return page

    async def parse_feed(self, content: bytes, address: str, charset: str | None) -> ParsedFeed:
        """The feed in `content`; raises InputError."""
        return await asyncio.to_thread(
            shared_pool().parse, "feed", content, url=address, charset=charset
        )

    def expect(self, more: int) -> None:
        """There are so many things more to do."""
        self._total += more

    def step(self, words: str) -> None:
        """One of them is done."""
        self._done, self._words = self._done + 1, words
        if self._progress:
            self._progress(IntakeProgress(self._done, self._total, words))

    async def tell_now_and_then(self) -> None:
        """Tells how far it is while nothing happens, too: who is told may have left."""
        while self._progress:
            await asyncio.sleep(_TELL)
            self._progress(IntakeProgress(self._done, self._total, self._words))

    def fail(self, name: str, error: NewsreaderError) -> str:
        """Writes down what could not be taken in; gives the reason."""
        reason = reason_of(name, error)
        self.report.failed.append(NotTaken(redacted(name), reason, error.exit_code))
        return reason

    async def put(self, write: Callable[[], Taken | None]) -> Taken | None:
        """Puts an article into the library as `write` does; None where it is there already."""
        taken = await self.away(write)
        if taken:
            self.report.taken.append(taken)
        return taken

    # ---- feeds

    async def read_feeds(self, feeds: Sequence[ListedFeed], *, retry: bool = False) -> None:
        """Reads feeds side by side."""
        self.expect(len(feeds))
        await together(self._feed(feed, retry) for feed in feeds)

    async def _feed(self, listed: ListedFeed, retry: bool) -> None:
        async with self._feeds_at_once:
            address = listed.address
            report = FeedReport(redacted(address), listed.title)
            self.report.feeds.append(report)
            try:
                known = None if retry else await self.away(self.taking.ledger.feed, address)
                fetched = await self.fetcher.fetch(address, largest=LARGEST_FEED, known=known)
                if fetched.unchanged:
                    report.state = "unchanged"
                    await self.away(self.taking.ledger.feed_unchanged, address)
                    return
                feed = await self.parse_feed(fetched.content, fetched.address, fetched.charset)
            except NewsreaderError as error:
                report.state, report.reason = "failed", reason_of(address, error)
                await self.away(self.taking.ledger.feed_failed, address, report.reason)
                return
            finally:
                self.step(listed.title or redacted(address))
            await self.take_items(feed, address, report, fetched, retry=retry)

    async def take_items(
        self,
        feed: ParsedFeed,
        address: str,
        report: FeedReport,
        fetched: Fetched | None,
        *,
        retry: bool = False,
    ) -> None:
        """Takes in what is new in a feed, and what has changed."""
        report.title, report.left_out = report.title or feed.title, feed.left_out
        items = items_of(feed, address)
        mine = [item for item in items if self._claim(item)]
        report.known += len(items) - len(mine)
        standings = await self.away(self.taking.standings, mine, address)
        before = {} if retry else await self._failed_for_good(address)
        failures = [before[one] for item in mine if (one := item.identities[0]) in before]
        wanted = [
            item
            for item, standing in zip(mine, standings, strict=True)
            if standing != "known" and item.identities[0] not in before
        ]
        report.known += standings.count("known")
        self.expect(len(wanted))
        await together(self._item(item, feed, address, report, failures) for item in wanted)
        report.failed = len(failures)
        await self.away(self.taking.write_down)
        # Asked for again as a whole while there is something in it that may go well next time.
        whole = fetched is not None and all(one.lasting for one in failures)
        answer = Known(fetched.etag, fetched.modified) if fetched and whole else Known()
        await self.away(self.taking.ledger.feed_read, address, answer, failures)

    async def _failed_for_good(self, address: str) -> dict[str, FailedItem]:
        failures = await self.away(self.taking.ledger.failures, address)
        return {one.identity: one for one in failures if one.lasting}

    def _claim(self, item: Item) -> bool:
        """Whether no other feed of this run has named the same article."""
        free = self._claimed.isdisjoint(item.identities)
        self._claimed.update(item.identities)
        return free

    async def _item(
        self,
        item: Item,
        feed: ParsedFeed,
        address: str,
        report: FeedReport,
        failures: list[FailedItem],
    ) -> None:
        async with self._pages_at_once:
            name = item.address or item.entry.page.title or address
            try:
                document, answer = await self._document(item, feed, address)
                taken = await self.put(
                    partial(
                        self.taking.keep,
                        document,
                        item.identities,
                        server=item.address or address,
                        mark=item.mark,
                        answer=answer,
                    )
                )
            except FolderError:
                raise
            except NewsreaderError as error:
                reason = self.fail(name, error)
                lasting = isinstance(error, InputError)  # else, next time may be better
                if isinstance(error, FetchError):
                    lasting = error.lasting
                failures.append(
                    FailedItem(address, item.identities[0], redacted(name), reason, lasting)
                )
            else:
                report.added += bool(taken and taken.state == "added")
                report.changed += bool(taken and taken.state == "changed")
                report.known += taken is None
            self.step(item.entry.page.title or name)

    async def _document(
        self, item: Item, feed: ParsedFeed, address: str
    ) -> tuple[Document, Known | None]:
        if not item.needs_page:
            if not item.entry.page.body.strip():
                raise InputError(NO_ARTICLE)
            return document_of(item, feed, address, None), None
        page_address = cast(str, item.address)
        via = address if is_web_address(address) else _SOME_STRANGER
        fetched = await self.fetcher.fetch(page_address, via=via)
        page = await self.parse_page("html", fetched.content, fetched.address, fetched.charset)
        digest = sha256(fetched.content).hexdigest()
        answer = Known(fetched.etag, fetched.modified)
        return document_of(item, feed, address, page, digest), answer


async def together(tasks: Iterable[Coroutine[None, None, None]]) -> None:
    """Does all of them side by side; where one raises, the others are stopped, and it is raised."""
    try:
        async with asyncio.TaskGroup() as group:
            for task in tasks:
                group.create_task(task)
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None


def reason_of(name: str, error: NewsreaderError) -> str:
    """What an error says, to follow `name` in a sentence."""
    if isinstance(error, FetchError):
        return error.reason
    return str(error).removeprefix(redacted(name)).strip().removesuffix(".")
