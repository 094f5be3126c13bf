"""Noticing what comes into the library's folders, and what of it belongs together.

All of it in workers: no key waits for it. What is new appears in the list by itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.worker import WorkerError, get_current_worker

from index.errors import NewsreaderError
from tui import messages
from tui.navigation import Navigation
from tui.places import Place
from tui.rendering.words import count
from tui.worker_faults import LeftError

if TYPE_CHECKING:
    from index.sync import Failure, SyncProgress, SyncReport
    from tui.desk import Desk
    from tui.screens.reader import ReaderScreen


class KeepsUp(Navigation):
    """The part of the app that follows the library's folders."""

    reader: ReaderScreen

    _failed: Sequence[Failure] = ()
    """Files that could not be read at the last sync."""

    def library_places(self) -> Sequence[Path]:
        """The folders and files of the library."""
        raise NotImplementedError

    def keep_up(self, report: SyncReport) -> None:
        """The library has been brought up to date for the first time: from now on it is watched."""
        self._failed = report.failed
        self.watch_folders(busy=report.busy)

    # ---- the library's folders

    def sync(self, *, retry: bool = False) -> SyncReport | None:
        """Brings the library up to date, from a worker's thread, and tells what is new."""
        worker = get_current_worker()
        desk = self.desk
        if desk is None:
            return None

        def progress(so_far: SyncProgress) -> None:
            if worker.is_cancelled:
                raise LeftError
            self.reader.post_message(messages.Progressed(so_far.done, so_far.total))

        report = desk.sync(progress, retry=retry)
        told, self._failed = set(self._failed), report.failed
        new = report.failed if retry else [one for one in report.failed if one not in told]
        self.reader.post_message(messages.Synced(replace(report, failed=new)))
        return report

    @work(exit_on_error=False, group="watch")
    async def watch_folders(self, *, busy: bool) -> None:
        """Looks at the library's folders now and then, and reads in what has come.

        `busy`: another newsreader was writing, and what it has done is only seen afterwards.
        """
        from index.watch import EVERY, FolderWatch

        watch = await asyncio.to_thread(lambda: FolderWatch(self.library_places()))
        while True:
            await asyncio.sleep(EVERY)
            if await asyncio.to_thread(watch.changed) or busy:
                busy = False
                with suppress(WorkerError):  # told by itself; the next change is looked at again
                    busy = bool(await self.read_in().wait())

    def look_at_folders(self) -> None:
        """See `SharedActions`."""
        self.read_in()

    @work(thread=True, exit_on_error=False, group="sync")
    def read_in(self, *, retry: bool = False) -> bool:
        """Reads in what has changed; with `retry` also what could not be read before.

        Returns whether there may be more, for another newsreader was writing.
        """
        try:
            report = self.sync(retry=retry)
        except LeftError:
            return False
        except NewsreaderError as error:
            self.reader.post_message(messages.Failed(str(error)))
            return False
        if report is not None and report.added and not report.failed:
            self.reader.post_message(messages.Noticed(f"{count(report.added, 'new report')}."))
        return report is not None and report.busy

    # ---- versions and copies

    def action_relatives(self) -> None:
        """Lists what is folded with the report that is read, or that the cursor stands on."""
        article_id, desk = self.reader.current_id(), self.desk
        if article_id is not None and desk is not None:
            self.list_relatives(desk, article_id)

    @work(exclusive=True, group="relatives", exit_on_error=False)
    async def list_relatives(self, desk: Desk, article_id: str) -> None:
        """Versions with what changed, copies with how much of them is the same."""
        from tui.relatives import relatives_of
        from tui.screens.picker import Picker

        choices = await asyncio.to_thread(lambda: relatives_of(desk, article_id))
        if not choices:
            self.reader.status.say("There is no other version and no copy of this report.")
            return
        chosen = await self.push_screen_wait(Picker(choices, title="Versions and copies"))
        if chosen is None:
            return
        kind, _, other = chosen.partition(" ")
        if kind == "version":
            from index.compare.differences import differences
            from tui.screens.changes import ChangesScreen

            head = desk.folds().shown_for(other)
            before, after = await asyncio.to_thread(
                lambda: (desk.article_or_none(other), desk.article_or_none(head))
            )
            if before is None or after is None:
                return
            found = await asyncio.to_thread(differences, before.body, after.body)
            read = await self.push_screen_wait(ChangesScreen(before, after, found))
            if read is None:
                return
        self.read_on(Place(other, 0, 0))
