"""A screen whose reports are read and compared in the background."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from textual import on, work
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from index.compare.model import Question
from index.errors import NewsreaderError
from tui.messages import NotesChanged, Ruled
from tui.painting import ArrivesWhole
from tui.posted import posted
from tui.screens.question_actions import QuestionActions
from tui.widgets.reason_strip import ReasonStrip
from tui.widgets.title_line import TitleLine


class Compared(Protocol):
    """What comparing gives."""

    def with_question(self: Found, changed: Question) -> Found:
        """The same with one question changed, as by a ruling."""


Found = TypeVar("Found", bound=Compared)


class Body(Protocol):
    """Rows of questions and columns of reports, with a cursor."""

    def next_disputed(self, direction: int) -> bool:
        """Goes to the next row in which the reports part; False if none is left."""

    def turn(self, direction: int) -> None:
        """Puts the cursor on the next report."""


class ComparingScreen(QuestionActions, ArrivesWhole[None], Generic[Found]):
    """Says in its title that it compares, and if it could not."""

    title_line = query_one(TitleLine)
    reason = query_one(ReasonStrip)

    @posted
    class Loaded(Message):
        """The reports have been read and compared."""

        found: object

    @posted
    class Failed(Message):
        """They could not be."""

        reason: str

    def __init__(self, load: Callable[[], Found]) -> None:
        """`load` reads and compares the reports; it runs in a thread of its own."""
        super().__init__()
        self._load = load
        self.found: Found | None = None
        """What is shown; None until it is there."""

    @property
    @abstractmethod
    def walked(self) -> Body:
        """What the cursor goes through."""

    @abstractmethod
    def draw(self) -> None:
        """Shows what was found, for the first time or anew; the cursor stays on its row."""

    def show(self, found: Found) -> None:
        """Shows what was found."""
        self.found = found
        self.draw()

    def on_mount(self) -> None:
        """Begins to compare once the screen stands."""
        self.compare()

    @work(thread=True, exclusive=True, exit_on_error=False, group="compare")
    def compare(self) -> None:
        """Reads and compares away from the keys."""
        try:
            found = self._load()
            if not get_current_worker().is_cancelled:  # a later choice of reports is on its way
                self.post_message(self.Loaded(found))
        except NewsreaderError as error:
            self.post_message(self.Failed(str(error)))

    @on(NotesChanged)
    def _compare_again(self) -> None:
        """Bookmarks, rulings or corrections may be others than before."""
        if self.app.desk is not None:
            self.compare()

    @on(Ruled)
    def _take_ruling(self, message: Ruled) -> None:
        if self.found is not None:
            self.show(self.found.with_question(message.question))

    @on(Loaded)
    def _show_found(self, message: Loaded) -> None:
        self.show(message.found)  # type: ignore[arg-type]  # what `_load` gave
        self.fill()

    @on(Failed)
    def _tell(self, message: Failed) -> None:
        self.title_line.update("The reports cannot be compared.")
        self.reason.tell(Content(message.reason))  # which may take more than a line
        self.fill()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The title no longer promises. Textual asks every base class: the fault is told there."""
        if event.state is WorkerState.ERROR and event.worker.group == "compare":
            self.title_line.update("The reports could not be compared.")

    # What the keys do

    def action_next_disputed(self) -> None:
        if not self.walked.next_disputed(1):
            self.reason.tell(Content("No more differences below."))

    def action_previous_disputed(self) -> None:
        if not self.walked.next_disputed(-1):
            self.reason.tell(Content("No more differences above."))

    def action_next_report(self) -> None:
        self.walked.turn(1)

    def action_previous_report(self) -> None:
        self.walked.turn(-1)
