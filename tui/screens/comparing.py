"""A screen whose reports are read and compared in the background."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from textual import on, work
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from index.errors import NewsreaderError
from tui.messages import NotesChanged
from tui.posted import posted
from tui.screens.question_actions import QuestionActions

Found = TypeVar("Found")


class ComparingScreen(QuestionActions, Generic[Found]):
    """Says in its title that it compares, and if it could not."""

    title_line = query_one("#title", Static)

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

    @abstractmethod
    def show(self, found: Found) -> None:
        """Shows what was found, for the first time or anew."""

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

    @on(Loaded)
    def _show_found(self, message: Loaded) -> None:
        self.show(message.found)  # type: ignore[arg-type]  # what `_load` gave

    @on(Failed)
    def _tell(self, message: Failed) -> None:
        self.title_line.update(Content(f"The reports cannot be compared: {message.reason}"))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The title no longer promises. Textual asks every base class: the fault is told there."""
        if event.state is WorkerState.ERROR and event.worker.group == "compare":
            self.title_line.update("The reports could not be compared.")
