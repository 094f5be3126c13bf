"""Taking articles in from the reader, and trying again what failed. All of it in workers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from index.errors import NewsreaderError
from tui import messages
from tui.keeping_up import KeepsUp
from tui.posted import posted
from tui.rendering.words import count, progress_bar
from tui.worker_faults import LeftError

if TYPE_CHECKING:
    from index.intake.intake import Intake
    from index.intake.model import IntakeProgress, IntakeReport


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


class TakesIn(KeepsUp):
    """The part of the app that takes articles in."""

    _under_way = False
    """Something is being taken in."""

    def intake(self) -> Intake:
        """What takes articles into this library. Reads settings: not for the thread of the keys."""
        raise NotImplementedError

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
