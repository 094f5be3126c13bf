"""Searching in the reader: the box, the list of reports, and what narrows and orders it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.widgets import Input

from index.errors import NewsreaderError
from tui import messages
from tui.last_session import LastSession, keep_session, last_session
from tui.rendering.words import count
from tui.screens.reader_panes import ReaderPanes
from tui.searches import FIRST
from tui.widgets.hit_list import Hit
from tui.widgets.search_box import SearchBox
from tui.worker_faults import TellsWorkerFaults

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor
    from pathlib import Path

    from index.search.engine import SortOrder
    from tui.desk import Desk, Listing

Answer = TypeVar("Answer")

_TYPING = 0.03
"""Seconds without a key after which a query is run."""


class ReaderSearch(TellsWorkerFaults, ReaderPanes):
    """Queries run away from the keys; a newer one makes the older one's answer void."""

    def __init__(self, cache: Path | None = None, *, session: bool = True) -> None:
        """`cache`: the library's cache folder, with what was shown last.

        With `session` the reader goes on where it was left; else only the list is kept.
        """
        super().__init__()
        self._cache = cache
        self._goes_on = session
        self.desk: Desk | None = None
        """None until the library is open."""
        self.synced = False
        """The library has been brought up to date."""
        self.listing: Listing | None = None
        self.sort: SortOrder = "relevance"
        self.exactly = False
        """The query is asked as it was typed, without help: until another one is typed."""
        self.newcomer = False
        """This library has never been opened before, and no report of it yet."""
        self._entered_query: str | None = None
        """The query whose best report was asked for before it was answered."""
        self._news = asyncio.Event()
        """A list or an article has come."""
        self.opened: set[str] = set()
        """Articles that were opened, not only passed by in the list."""

    async def _away(
        self, task: Callable[[], Answer], pool: ThreadPoolExecutor | None = None
    ) -> Answer | None:
        """Runs `task` in a thread; what goes wrong is shown as its sentence."""
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, task)
        except NewsreaderError as error:
            self.post_message(messages.Failed(str(error)))
        return None

    @cached_property
    def _one_by_one(self) -> ThreadPoolExecutor:
        """The thread of the searches. None can be stopped, so the newest waits for the one that
        runs, and those between them are dropped: side by side they would all be late."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, "search")

    def on_unmount(self) -> None:
        """Lets the thread of the searches end."""
        self._one_by_one.shutdown(wait=False, cancel_futures=True)

    # ---- the query

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self.exactly = False
        self.find(event.value)

    @on(Input.Submitted, "#search")
    def _entered(self) -> None:
        self.remember_query()
        if self.listing is None or self.listing.query != self.box.value:
            self._entered_query = self.box.value
        elif self.hits.current is not None:
            self.open_hit()
        else:
            self.to("results")

    def open_hit(self) -> None:
        """Opens the report under the cursor of the list; the reader reads it."""

    def _open_first(self, query: str) -> None:
        """Does what Enter in the box asked for, if the answer to `query` is what it waited for."""
        entered, self._entered_query = self._entered_query, None
        if self.at == "search" and entered == query == self.box.value:
            self._entered()

    # ---- what is on its way

    @property
    def awaits(self) -> bool:
        """Whether something that Enter asked for will be here soon: the next key is for that."""
        return (
            self.desk is not None and self.at == "search" and self._entered_query == self.box.value
        )

    async def arrive(self) -> None:
        """Waits while the reader `awaits` anything."""
        while self.awaits:
            self._news.clear()
            await self._news.wait()

    @on(SearchBox.Left)
    def _leave_box(self) -> None:
        self.to("results")

    @on(SearchBox.Complete)
    def _asked_to_complete(self, event: SearchBox.Complete) -> None:
        self.complete(event)

    @work(exclusive=True, group="complete", exit_on_error=False)
    async def complete(self, asked: SearchBox.Complete) -> None:
        """Completes the word in the box; where nothing can be, Tab goes on to the next pane."""
        desk, offers = self.desk, None
        if desk is not None and asked.query.strip():
            offers = await self._away(lambda: desk.searches.complete(asked.query, asked.cursor))
        if offers:
            self.box.offer(asked, offers)
        elif self.box.has_focus:
            self.focus_next()

    @on(SearchBox.Completed)
    def _tell_offers(self, event: SearchBox.Completed) -> None:
        others = [*event.offers[event.taken + 1 :], *event.offers[: event.taken]]
        if others:
            self.status.say(f"Tab for {' · '.join(others)}")

    @work(group="history", exit_on_error=False)
    async def remember_query(self) -> None:
        """Adds what stands in the box to the queries of before."""
        query, desk = self.box.value.strip(), self.desk
        if query and desk is not None:
            self.box.remember(query)
            await self._away(lambda: desk.searches.remember(query))

    @work(group="history", exit_on_error=False)
    async def recall_queries(self) -> None:
        """Brings the queries of earlier days to the box."""
        if (desk := self.desk) is not None:
            self.box.earlier = list(await self._away(desk.searches.earlier) or ())

    # ---- the list

    @work(exclusive=True, group="search", exit_on_error=False)
    async def find(self, query: str, *, limit: int = FIRST) -> None:
        """Runs a query once the typing rests, for the first `limit` reports."""
        if self.listing is not None and query != self.listing.query:
            await asyncio.sleep(_TYPING)
        if (desk := self.desk) is None:
            return
        exactly = self.exactly
        listing = await self._away(
            lambda: desk.listing(query, limit, self.sort, exact=exactly), self._one_by_one
        )
        if listing is not None:
            self.post_message(messages.Listed(listing))
        else:
            self._entered_query = None
            self._news.set()

    @on(messages.Listed)
    def _show_hits(self, event: messages.Listed) -> None:
        listing, hits = event.listing, self.hits
        if not (self.synced or listing.query or listing.hits) and hits.hits:
            return  # a catalogue that is made anew: the list of the last start stands meanwhile
        again = self.listing is None or listing.query == self.listing.query
        self.listing = listing
        keep = hits.current.id if hits.current and again else None
        hits.show(self.listed(listing), keep=keep)
        if not listing.query:
            self.keep_list()
        self.box.underline(listing.query, listing.unclear)
        self.search.notice(self._notice_of(listing))
        if not listing.hits and not listing.query:
            self.show_nothing()
        self._open_first(listing.query)
        self._news.set()

    def listed(self, listing: Listing) -> list[Hit]:
        """What the list shows of the reports that answer a query."""
        return [
            Hit(
                hit.article,
                hit.title,
                hit.source,
                hit.published,
                hit.snippet,
                hit.matches,
                hit.article in listing.read or hit.article in self.opened,
                listing.beside.get(hit.article, ""),
            )
            for hit in listing.hits
        ]

    def _notice_of(self, listing: Listing) -> str:
        if not listing.hits:
            return self.nothing_found()
        if listing.helped:
            key = self.app.key_of("search.exactly")
            return f"{listing.notice} {key} in the list asks for exactly what you typed."
        if self.newcomer and not listing.query:
            return self._welcome()
        if not listing.query or listing.notice:
            return listing.notice
        return count(listing.total, "report") + (", newest first" if self.sort == "date" else "")

    def _welcome(self) -> str:
        enter, keys = self.app.key_of("open"), self.app.key_of("help")
        return (
            f"New here? {enter} opens a report. A sign such as ≠2 beside a sentence: others answer "
            f"it differently, {enter} shows how. {keys} lists all keys."
        )

    def show_nothing(self) -> None:
        """There is no article at all; the reader clears its page."""

    def show_last_session(self) -> LastSession:
        """Shows the list as it was last seen, until the library is open."""
        last = last_session(self._cache) if self._cache is not None else LastSession()
        self.newcomer = self._cache is not None and not last.hits
        self.widths.cells.update(last.widths)
        self.list_open, self.facts_open = last.list_open, last.facts_open
        if last.query and not self._goes_on:
            last = LastSession()
        if last.hits:
            with self.prevent(Input.Changed):
                self.box.value = last.query
            self.hits.show(last.hits, keep=last.article)
        return last

    @work(exclusive=True, group="first list", exit_on_error=False)
    async def keep_list(self) -> None:
        """Keeps what is listed for the next start."""
        if (cache := self._cache) is not None:
            last = self.with_panes(LastSession(tuple(self.hits.hits)))
            await asyncio.to_thread(keep_session, cache, last)

    def with_panes(self, session: LastSession) -> LastSession:
        """`session`, with how the panes stand."""
        return replace(
            session,
            widths=dict(self.widths.cells),
            list_open=self.list_open,
            facts_open=self.facts_open,
        )

    def find_again(self) -> None:
        """Runs the query once more, for as many reports as are listed: who has gone far down the
        list stays there."""
        self.find(self.box.value, limit=max(FIRST, len(self.hits.hits)))

    def find_more(self) -> None:
        """Lists more of the reports that answer the query."""
        if self.listing is not None and len(self.listing.hits) < self.listing.total:
            self.find(self.listing.query, limit=4 * len(self.listing.hits))

    def nothing_found(self) -> str:
        """Why the list is empty."""
        if self.exactly:
            key = self.app.key_of("search.exactly")
            return f"No report answers exactly this. {key} lets the query be helped again."
        if self.box.value.strip():
            return "No report answers this."
        if not self.synced:
            return "Reading in the articles…"
        return "There is no article in this library: .txt, .md, .html and .eml files are read."

    # ---- other orders, fewer reports, other queries

    def action_sort(self) -> None:
        """The best answer first, or the newest report."""
        if not self.box.value.strip():
            self.status.say("Without a query the newest report always comes first.")
            return
        self.sort = "relevance" if self.sort == "date" else "date"
        self.find(self.box.value)

    def action_exactly(self) -> None:
        """What was typed and nothing else, or the query with help again."""
        if not self.exactly and (self.listing is None or not self.listing.helped):
            self.status.say("These reports answer exactly what was typed.")
            return
        self.exactly = not self.exactly
        self.find(self.box.value)
        if self.exactly:
            self.status.say("Asked for exactly what was typed.")

    @work(group="choices", exclusive=True, exit_on_error=False)
    async def action_narrow(self) -> None:
        """Keeps to one outlet or one month of what was found."""
        from tui.screens.picker import Picker
        from tui.screens.searches import facet_choices, with_term

        if (desk := self.desk) is None:
            self.status.say("The library is not open yet.")
            return
        query, exact = self.box.value, self.exactly
        facets = await self._away(lambda: desk.searches.facets(query, exact=exact))
        choices = facet_choices(facets, query) if facets is not None else []
        if not choices:
            unread = "Reading in the articles: there is no outlet or month to choose yet."
            known = "No outlet or month is known of these reports."
            self.status.say(known if self.synced else unread)
            return
        term = await self.app.push_screen_wait(Picker(choices, title="Outlets and months"))
        if term is not None:
            self.box.value = with_term(query, term)

    @work(group="choices", exclusive=True, exit_on_error=False)
    async def action_searches(self) -> None:
        """Runs a search that is kept, or one of before."""
        from tui.screens.searches import SearchPicker

        if (desk := self.desk) is None:
            return
        query = await self.app.push_screen_wait(SearchPicker(desk.searches, self.box.value))
        if query is not None:
            self.box.value = query
            self.remember_query()
            self.to("results")

    def action_next_result(self) -> None:
        """Opens the next report of the list."""
        self._open_result(1)

    def action_previous_result(self) -> None:
        """Opens the report before."""
        self._open_result(-1)

    def _open_result(self, step: int) -> None:
        place = self.hits.cursor + step
        if 0 <= place < len(self.hits.hits):
            self.hits.cursor = place
            self.open_hit()
        else:
            self.status.say("This is the last report." if step > 0 else "This is the first report.")
