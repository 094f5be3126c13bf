"""What the reader has done in the background: reading, comparing.

Each worker runs away from the keys and posts one message. A newer one of the same kind makes the
older one's answer void.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import WorkerError

from index.errors import NewsreaderError
from tui import messages
from tui.ahead import Ahead
from tui.last_session import LastSession, keep_session
from tui.messages import NotesChanged, Ruled
from tui.screens.reader_search import ReaderSearch
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from pathlib import Path

    from textual.timer import Timer
    from textual.worker import Worker

    from index.article import Article
    from index.compare.model import Question
    from tui.desk import Desk, Reading

_PASSING = 0.08
"""Seconds that the cursor must stay on a report before it is shown."""
_PAINTING = 0.05
"""Seconds for a page to be painted in: what is found out then takes the interpreter from it."""
_RESTING = 0.15
"""Seconds that the cursor must stay on a report before those next to it are read ahead."""
_LISTED = 100
"""Reports of a list that are kept for the next start."""


class ReaderWork(ReaderSearch):
    """The workers of the reader screen; `ReaderScreen` shows what they bring."""

    def __init__(self, cache: Path | None = None, *, session: bool = True) -> None:
        """See `ReaderSearch`."""
        super().__init__(cache, session=session)
        self.reading: Reading | None = None
        self.reading_offset = 0
        """Where the cursor stands in it."""
        self.questions: Sequence[Question] = ()
        """What the article on the page answers together with others."""
        self.reports: Sequence[Article] = ()
        """The reports of its story."""
        self._told: set[str] = set()
        self._asked: tuple[str, bool, int | None] | None = None
        """The report that was asked for before the library had it."""
        self.opening: str | None = None
        """The report that was asked for, until it is on the page."""
        self.ahead = Ahead()
        self._until_ahead: Timer | None = None
        self._leaving: Worker[None] | None = None
        """What keeps where the last article was left."""

    # ---- library

    @on(messages.Opened)
    def _opened(self, event: messages.Opened) -> None:
        self.desk = event.desk
        self.find_again()
        self.recall_queries()
        if event.at is not None:
            self.read(event.at[0], focus=True, at=event.at[1])
        else:
            self._read_asked()

    def _read_asked(self) -> None:
        if self._asked is not None:
            id_, focus, at = self._asked
            self.read(id_, focus=focus, at=at)

    @on(messages.Synced)
    def _synced(self, event: messages.Synced) -> None:
        desk = self.desk
        if desk is None:
            return
        report, self.synced = event.report, True
        if report.added or report.updated or report.removed or not report.articles:
            self.find_again()
        self._read_asked()
        notices = self._not_told([*report.notices, *report.remarks, *desk.library.notices])
        if failed := [f"{one.path} {one.reason}" for one in report.failed]:
            self.post_message(messages.Failed(failed[0], [*failed[1:], *notices]))
        elif notices:
            self.post_message(messages.Noticed(notices[0], notices[1:]))
        self._take_stock(desk)

    def _not_told(self, notices: Sequence[str]) -> list[str]:
        """Those that were not there after the last sync: it comes back with every new file."""
        new = [one for one in notices if one not in self._told]
        self._told.update(new)
        return new

    @work(exclusive=True, group="standing", exit_on_error=False)
    async def _take_stock(self, desk: Desk) -> None:
        for known in (desk.stories.counted, desk.stories.standing):  # the second takes longer
            if (text := await self._away(known)) is not None:
                self.post_message(messages.Standing(text))
        if (reading := self.reading) is None:
            return
        article = reading.article
        now = await self._away(lambda: desk.article_or_none(article.id))
        if now is None:
            return  # its file is gone: what is on the page stays to be read
        if now == article:
            self.find_disputes(article.id)
            return
        renewed = await self._away(lambda: desk.reading(now.id, reading.query))
        if renewed is not None and self.reading is reading:  # else another is read by now
            if article.id in self.opened:
                self.opened.add(now.id)
            self.post_message(messages.Read(renewed, focus=False, at=self.reading_offset))

    # ---- reading

    @property
    def awaits(self) -> bool:
        """See `ReaderSearch`; an article that the library does not have yet may take its time."""
        reads = self.opening is not None and self.desk is not None and self._asked is None
        unfinished = self.reading is not None and self.reading.unfinished and self.at == "article"
        return reads or unfinished or super().awaits

    def read(self, article_id: str, *, focus: bool, at: int | None = None) -> None:
        """Brings an article with its marks.

        What the person asked for, by `focus`, is not given up for what is only passed by.
        """
        if focus:
            self.opening = article_id
        elif self.opening is not None:
            return
        if focus and (known := self.ahead.take(article_id, self._query)) is not None:
            self._asked = None
            self.workers.cancel_group(self, "read")
            self.post_message(messages.Read(known, focus, at))
        else:
            self._read(article_id, focus=focus, at=at)

    @property
    def _query(self) -> str:
        """The query that the listed reports answer."""
        return self.listing.answered if self.listing else ""

    @work(exclusive=True, group="read", exit_on_error=False)
    async def _read(self, article_id: str, *, focus: bool, at: int | None) -> None:
        if not focus:
            await asyncio.sleep(_PASSING)
        self._asked = None
        if (desk := self.desk) is None or not (
            self.synced or await self._away(lambda: desk.library.current_id(article_id) is not None)
        ):
            self._asked = (article_id, focus, at)  # the list of the last start ran ahead
            return
        query = self._query
        reading = self.ahead.take(article_id, query) or await self._away(
            lambda: desk.reading(article_id, query, text_first=True)
        )
        if reading is not None:
            self.post_message(messages.Read(reading, focus, at))
        elif self.opening == article_id:
            self.opening = None
            self._news.set()

    # ---- reading ahead

    @on(VirtualList.Highlighted, "#results")
    def look_ahead(self) -> None:
        """Reads the reports next to the cursor of the list, once it rests: then the key that goes
        on to one of them has it on the page at once."""
        if self._until_ahead is not None:
            self._until_ahead.stop()
        self._until_ahead = self.set_timer(_RESTING, self.read_ahead)

    @on(NotesChanged)
    @on(Ruled)
    @on(messages.Kept)
    @on(messages.Synced)
    def _look_ahead_again(self) -> None:
        self.workers.cancel_group(self, "ahead")
        self.ahead.forget()
        self.look_ahead()

    @work(exclusive=True, group="ahead", exit_on_error=False)
    async def read_ahead(self) -> None:
        """Reads what is not read yet; what cannot be read is told to who asks for it."""
        if (desk := self.desk) is None or not self.synced:
            return
        with suppress(WorkerError):
            if self._leaving is not None:
                await self._leaving.wait()  # it may be one of them
        query, at, hits = self._query, self.hits.cursor, self.hits.hits
        near = [hits[n].id for n in (at, at + 1, at - 1) if 0 <= n < len(hits)]
        on_page = self.reading.article.id if self.reading is not None else None
        for id_ in self.ahead.narrow([one for one in near if one != on_page], query):
            with suppress(NewsreaderError):
                self.ahead.keep(await asyncio.to_thread(desk.reading, id_, query, text_first=True))

    @work(exclusive=True, group="facts", exit_on_error=False)
    async def bring_facts(self, reading: Reading) -> None:
        """Brings the facts of an article whose text is on the page."""
        await asyncio.sleep(_PAINTING)
        if (desk := self.desk) is not None:
            id_ = reading.article.id
            facts = await self._away(lambda: desk.library.facts(id_)) or reading.facts
            self.post_message(messages.Refound(id_, facts, reading.bookmarks))

    @work(exclusive=True, group="relatives", exit_on_error=False)
    async def tell_relatives(self, article: Article) -> None:
        """Says of an article that was opened what changed in it, or that there are copies."""
        await asyncio.sleep(_PAINTING)
        if (desk := self.desk) is not None and (
            told := await self._away(lambda: desk.beside(article))
        ):
            key = self.app.key_of("article.relatives")
            self.post_message(messages.Noticed(f"{told} {key} shows them."))

    def is_fresh(self, reading: Reading) -> bool:
        """Whether an article was brought for the query whose answer is listed."""
        return self.listing is not None and reading.query == self.listing.answered

    def leave(self) -> None:
        """Keeps where the article on the page was left."""
        if self.desk is not None and self.reading and self.reading.article.id in self.opened:
            self._leaving = self._keep_place(self.desk, self.reading.article, self.reading_offset)

    def leave_at_once(self) -> None:
        """The same when the program ends. A disk that fails now is no reason to stay."""
        if self.desk is not None and self.reading and self.reading.article.id in self.opened:
            with suppress(NewsreaderError):
                self.desk.leave(self.reading.article, self.reading_offset)
        self._keep_session()

    def _keep_session(self) -> None:
        """The widgets are gone by now: what is kept is what they were given."""
        reading = self.reading if self.at in ("article", "facts") else None
        if not self._goes_on or not self._cache or not self.listing or not self.listing.hits:
            return
        keep_session(
            self._cache,
            self.with_panes(
                LastSession(
                    self.listed(self.listing)[:_LISTED],
                    self.listing.query,
                    reading.article.id if reading else None,
                    self.reading_offset if reading else 0,
                )
            ),
        )

    def restore(self) -> None:
        """Shows what the last session left, and goes on reading where it stopped."""
        last = self.show_last_session()
        if last.article is not None:
            self._asked, self.opening = (last.article, True, last.offset), last.article

    @work(group="places", exit_on_error=False)
    async def _keep_place(self, desk: Desk, article: Article, offset: int) -> None:
        await self._away(lambda: desk.leave(article, offset))

    @work(exclusive=True, group="disputes", exit_on_error=False)
    async def find_disputes(self, article_id: str) -> None:
        """Brings what other reports answer, too."""
        if (desk := self.desk) is None:
            return
        await asyncio.sleep(_PAINTING)
        found = await self._away(lambda: desk.stories.answered(article_id))
        if found is not None:
            self.post_message(messages.Answered(article_id, *found))

    # ---- rulings

    @on(Ruled)
    def _look_at_disputes(self) -> None:
        if self.reading is not None:
            self.find_disputes(self.reading.article.id)
