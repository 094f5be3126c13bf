"""Faults of the program in background work, told to the person."""

from __future__ import annotations

from textual.worker import Worker, WorkerState


class TellsWorkerFaults:
    """For a screen with workers: a fault in one is told over the screen, and the rest goes on.

    Textual tells only the node that owns a worker how it ends, so each screen has to listen.
    """

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tells what a worker of this screen broke on."""
        if event.state is WorkerState.ERROR:
            event.worker.node.app.notify(worker_fault(event.worker), severity="error", markup=False)


def worker_fault(worker: Worker[object]) -> str:
    """What the person reads of a worker that broke."""
    error = worker.error
    return f"A fault in newsreader itself: {type(error).__name__}: {error}"
