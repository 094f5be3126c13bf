"""What goes wrong in background work, told to the person: one way for all screens."""

from __future__ import annotations

from textual.message_pump import MessagePump
from textual.worker import Worker, WorkerState

from index.errors import NewsreaderError


class LeftError(Exception):
    """The person has left, or wants something else, in the midst of work."""


class TellsWorkerFaults(MessagePump):
    """For a screen or app with workers: a worker may raise, and what it raised is told.

    A NewsreaderError is its own sentence; all else is a fault of the program. The rest goes on.
    Textual tells only the node that owns a worker how it ends, so each screen has to listen.
    """

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tells what a worker of this screen broke on."""
        if event.state is WorkerState.ERROR:
            self.tell_fault(worker_fault(event.worker))

    def tell_fault(self, sentence: str) -> None:
        """Shows it over the screen."""
        self.app.notify(sentence, severity="error", markup=False)


def worker_fault(worker: Worker[object]) -> str:
    """What the person reads of a worker that broke."""
    error = worker.error
    if isinstance(error, NewsreaderError):
        return str(error)
    return f"A fault in newsreader itself: {type(error).__name__}: {error}"
