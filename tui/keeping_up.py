"""Taking articles in from the reader, and noticing what comes into the library's folders.

All of it in workers: no key waits for it. What is new appears in the list by itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import WorkerError, get_current_worker

from index.errors import NewsreaderError
from tui import messages
from tui.navigation import Navigation
from tui.places import Place
from tui.posted import posted
from tui.rendering.words import count, progress_bar

if TYPE_CHECKING:
    from index.intake.intake import Intake
    from index.intake.model import IntakeProgress, IntakeReport
    from index.sync import Failure, SyncProgress, SyncReport
    from tui.desk import Desk
    from tui.screens.reader import ReaderScreen


class LeftError(Exception):
    """The person has left in the midst of work."""


@posted
class TakingIn(Message):
    """How far taking in has come."""

    done: int
    total: int

    def can_replace(self, message: Message) -> bool:
        """Only the last count is worth showing."""
        return isinstance(message, TakingIn)


@posted
class TookIn(Message):
    """Taking in has come to its end."""

    report: IntakeReport


class KeepsUp(Navigation):
    """The part of the app that brings articles in."""

    reader: ReaderScreen

    _failed: Sequence[Failure] = ()
    """Files that could not be read at the last sync."""
    _under_way = False
    """Something is being taken in."""

    def intake(self) -> Intake:
        """What takes articles into this library. Reads settings: not for the thread of the keys."""
        raise NotImplementedError

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

    # ---- taking in

    def action_add(self) -> None:
        """Asks what is to be taken in."""
        from tui.screens.prompt import Prompt

        def take(line: str | None) -> None:
            if line:
                names = line.split()
                several = all(name.startswith(("http://", "https://")) for name in names)
                self._start(
                    lambda intake, told: intake.add(names if several else [line], progress=told)
                )

        hint = "The address of a page or a feed, or a file: a saved page, a mail, a list of feeds."
        self.push_screen(Prompt("What is to be taken in?", hint=hint), take)

    def action_refresh(self) -> None:
        """Reads all feeds."""
        self._start(lambda intake, told: intake.refresh(progress=told))

    def _start(
        self, task: Callable[[Intake, Callable[[IntakeProgress], None]], IntakeReport]
    ) -> None:
        if self._under_way:
            self.reader.status.say("Articles are being taken in already; wait until that is done.")
            return
        self._under_way = True
        self.reader.status.say("")
        self.reader.status.standing = "Taking in…"
        self.take_in(task)

    @work(thread=True, exit_on_error=False, group="intake")
    def take_in(
        self, task: Callable[[Intake, Callable[[IntakeProgress], None]], IntakeReport]
    ) -> None:
        """Does `task`, away from the keys."""
        worker = get_current_worker()

        def progress(so_far: IntakeProgress) -> None:
            if worker.is_cancelled:
                raise LeftError
            self.post_message(TakingIn(so_far.done, so_far.total))

        try:
            report = task(self.intake(), progress)
            self.sync()
            self.post_message(TookIn(report))
        except LeftError:
            pass  # what was taken in stays
        except NewsreaderError as error:
            self.reader.post_message(messages.Failed(str(error)))
            standing = self.desk.stories.standing() if self.desk else ""
            self.reader.post_message(messages.Standing(standing))
        finally:
            self._under_way = False

    @on(TakingIn)
    def _show_taking_in(self, event: TakingIn) -> None:
        bar = progress_bar(event.done, event.total)
        self.reader.status.standing = f"{bar} Taking in {event.done:,} of {event.total:,}…"

    @on(TookIn)
    def _tell_what_came(self, event: TookIn) -> None:
        report = event.report
        failed = [f"{one.name} {one.reason}." for one in report.failed]
        failed += [f"{one.address} {one.reason}." for one in report.feeds if one.state == "failed"]
        failed += report.notices
        told = f"{count(report.count('added'), 'report')} added"
        if changed := report.count("changed"):
            told += f", {changed:,} changed"
        if report.new_feeds:
            told += f", {count(report.new_feeds, 'feed')} followed"
        if not (report.taken or report.known or report.feeds or failed):
            told = f"There is no feed yet: {self.key_of('library.add')} takes one in"
        if report.feeds and not report.taken:
            told = f"Nothing new in {count(len(report.feeds), 'feed')}"
        if report.known and not report.taken:
            told = "It is in the library already" if report.known == 1 else "All are there already"
        if not any(report.folder.is_relative_to(place) for place in self.library_places()):
            told += f"; into {report.folder}, which `newsreader` opens from now on"
        if failed:
            key = self.key_of("library.failures")
            more = f" ({len(failed) - 1} more: {key})" if len(failed) > 1 else ""
            self.reader.status.say(
                f"{failed[0]}{more} {told}." if report.taken else f"{failed[0]}{more}", error=True
            )
        else:
            self.reader.status.say(f"{told}.")

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

    # ---- what failed

    def action_failures(self) -> None:
        """Lists what could not be read, and tries it again."""
        self.list_failures()

    @work(exclusive=True, exit_on_error=False, group="failures")
    async def list_failures(self) -> None:
        """Files of the library, and what feeds name, with the reasons."""
        from tui.screens.picker import Choice, Picker

        try:
            pages = await asyncio.to_thread(lambda: self.intake().failures())
        except NewsreaderError as error:
            self.reader.post_message(messages.Failed(str(error)))
            pages = []
        choices = [
            Choice(f"file {number}", one.path, one.reason, heading="Files")
            for number, one in enumerate(self._failed)
        ]
        choices += [
            Choice(f"page {number}", one.address, one.reason, heading="Pages and feeds")
            for number, one in enumerate(pages)
        ]
        if not choices:
            self.reader.status.say("Everything could be read.")
            return
        self.push_screen(
            Picker(
                choices,
                title="What could not be read",
                typing="search",
                hint="Enter tries all of its group again",
            ),
            self._try_again,
        )

    def _try_again(self, chosen: str | None) -> None:
        if chosen is None:
            return
        if chosen.startswith("file "):
            self.read_in(retry=True)
        else:
            self._start(lambda intake, told: intake.refresh(retry=True, progress=told))
