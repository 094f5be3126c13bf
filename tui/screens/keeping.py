"""Bookmarking what the cursor of a screen stands on."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Sequence

from textual import work
from textual.getters import app

from index.span import TextSpan
from tui.places import Place
from tui.rendering.words import short_path
from tui.screens.closing import ClosesOnce
from tui.shared_actions import SharedActions
from tui.worker_faults import TellsWorkerFaults


class KeepsPassages(TellsWorkerFaults, ClosesOnce[None]):
    """A screen other than the article's on which a passage can be bookmarked."""

    app = app(SharedActions)

    @abstractmethod
    def passage(self) -> Place | None:
        """Where a bookmark here begins and ends, before it takes in whole sentences; None where
        there is nothing to keep."""

    def action_bookmark(self) -> None:
        """Writes the sentences under the cursor into the notes file."""
        if (place := self.passage()) is not None:
            self.keep(place)

    @work(group="notes", exit_on_error=False)
    async def keep(self, place: Place) -> None:
        """Writes a passage into the notes, away from the keys, and tells what became of it."""
        if (desk := self.app.desk) is None:
            return
        reading = await asyncio.to_thread(desk.reading, place.article)
        start, end = _whole_sentences(reading.facts.sentences, place)
        kept = await asyncio.to_thread(desk.bookmark, reading, start, end)
        if kept is None:
            self.app.tell("The notes are not open, so nothing was kept.")
        else:
            self.app.tell(kept.message.replace(str(kept.path), short_path(kept.path)))
            self.app.notes_changed()


def _whole_sentences(sentences: Sequence[TextSpan], place: Place) -> tuple[int, int]:
    """Where the sentences begin and end that a place shares words with."""
    shared = [one for one in sentences if one.start < place.end and place.start < one.end]
    if not shared:
        return place.start, place.end
    return min(place.start, shared[0].start), max(place.end, shared[-1].end)
