"""What can be done with a question and an answer, on every screen that shows some."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from textual import work
from textual.getters import app
from textual.screen import Screen

from index.article import Article
from index.compare.model import Question
from index.errors import NewsreaderError
from index.span import TextSpan
from tui.places import Place
from tui.rendering.words import short_path
from tui.shared_actions import SharedActions
from tui.worker_faults import TellsWorkerFaults


class Standing(NamedTuple):
    """What the cursor of a screen stands on."""

    questions: Sequence[Question]
    """What is answered there, the gravest first."""
    article: str | None
    """Id of the report."""


class QuestionActions(TellsWorkerFaults, Screen[None]):
    """The card, the ruling, the timeline and the bookmark for what the cursor stands on."""

    app = app(SharedActions)

    @abstractmethod
    def standing(self) -> Standing:
        """What the cursor stands on."""

    @abstractmethod
    def compared(self) -> Sequence[Article]:
        """The reports on the screen."""

    @abstractmethod
    def passage(self) -> Place | None:
        """Where a bookmark here begins and ends, before it takes in whole sentences; None where
        there is nothing to keep."""

    def show_card(self, questions: Sequence[Question], *, reasons: bool = False) -> None:
        """What each report answers, in a box over the screen; `reasons`: with every reason."""
        from tui.screens.card import EvidenceCard

        if questions:
            own = self.standing().article
            card = EvidenceCard(questions, self.compared(), own, reasons=reasons)
            self.app.push_screen(card, self.app.leave_for)

    def action_timeline(self) -> None:
        """Shows the answers to the question here over time."""
        from tui.screens.timeline import TimelineScreen

        if questions := self.standing().questions:
            self.app.push_screen(TimelineScreen(questions[0], self.compared()))

    def action_why(self) -> None:
        """Shows the reason of every relation here."""
        self.show_card(self.standing().questions, reasons=True)

    def action_rule(self) -> None:
        """Asks how the person reads the answers."""
        if questions := self.standing().questions:
            self.app.ask_ruling(questions[0])

    def action_unrule(self) -> None:
        """Takes the person's ruling back."""
        if questions := self.standing().questions:
            self.app.take_ruling_back(questions[0])

    def action_bookmark(self) -> None:
        """Writes the sentences under the cursor into the notes file."""
        if (place := self.passage()) is not None:
            self.keep(place)

    @work(group="notes", exit_on_error=False)
    async def keep(self, place: Place) -> None:
        """Writes a passage into the notes, away from the keys, and tells what became of it."""
        if (desk := self.app.desk) is None:
            return
        try:
            reading = await asyncio.to_thread(desk.reading, place.article)
            start, end = _whole_sentences(reading.facts.sentences, place)
            kept = await asyncio.to_thread(desk.bookmark, reading, start, end)
        except NewsreaderError as error:
            self.app.tell(str(error))
            return
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
