"""What the reader tells the person: how the library stands, what is worth knowing, what failed."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from textual import on

from tui import messages
from tui.rendering.guard import guard
from tui.rendering.words import count, progress_bar, with_short_paths
from tui.screens.reader_article import ReaderArticle

if TYPE_CHECKING:
    from pathlib import Path

_KEPT: Final = 200
"""Notices that are kept until the end of the session."""


class Told(NamedTuple):
    """One sentence that the person was told, or that had no room on the status line."""

    text: str
    at: str
    """The time of day."""


class ReaderTelling(ReaderArticle):
    """The status line tells one sentence for a moment; all of them can be read again."""

    def __init__(self, cache: Path | None = None, *, session: bool = True) -> None:
        """See `ReaderSearch`."""
        super().__init__(cache, session=session)
        self.told: deque[Told] = deque(maxlen=_KEPT)
        """The latest at the end."""
        self._unread = 0
        """How many of them were not on the status line."""

    @on(messages.Standing)
    def _show_standing(self, event: messages.Standing) -> None:
        self.status.standing = event.text

    @on(messages.Progressed)
    def _show_progress(self, event: messages.Progressed) -> None:
        self.status.standing = (
            f"{progress_bar(event.done, event.total)} "
            f"Reading in {event.done:,} of {count(event.total, 'article')}…"
        )

    @on(messages.Noticed)
    def _show_notice(self, event: messages.Noticed) -> None:
        self.status.say(self._keep(event.text, event.more))

    @on(messages.Failed)
    def _show_failure(self, event: messages.Failed) -> None:
        said = self._keep(event.reason, event.more)
        self.status.say(said, error=True, stays=self.desk is None)
        if self.desk is None:
            self.status.standing = ""
            self.search.notice(event.reason, error=True)

    def _keep(self, sentence: str, more: Sequence[str]) -> str:
        """Keeps sentences to be read again; returns the first, with how many more there are."""
        sentence, *more = map(with_short_paths, (sentence, *more))
        now = f"{datetime.now():%H:%M}"  # the clock on the person's wall
        self.told.extend(Told(one, now) for one in (*more, sentence))
        self._unread += len(more)
        self._show_unread()
        return f"{sentence} ({len(more)} more{self._key()})" if more else sentence

    def _show_unread(self) -> None:
        unread = self._unread
        self.status.unread = f"{count(unread, 'notice')}{self._key()}" if unread else ""

    def _key(self) -> str:
        return f": {self.app.key_of('library.notices')}"

    def action_notices(self) -> None:
        """Lists what was told, the latest first; Enter copies one."""
        from tui.screens.picker import Choice, Picker

        if not self.told:
            self.status.say("There is no notice yet.")
            return
        self._unread = 0
        self._show_unread()
        told = list(reversed(self.told))
        choices = [Choice(str(n), one.text, one.at) for n, one in enumerate(told)]

        def copy(chosen: str | None) -> None:
            if chosen is not None:
                notice = guard(told[int(chosen)].text)
                self.app.copy_to_clipboard(notice, "The notice is copied.")

        picker = Picker(choices, title="Notices", typing="search", hint="Enter copies one")
        self.app.push_screen(picker, copy)
