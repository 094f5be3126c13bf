"""All that the reports put down to one official."""

from __future__ import annotations

from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.worker import get_current_worker

from index.compare.dossier import Dossier
from index.errors import NewsreaderError
from index.library import Progress
from tui.bindings import for_screen
from tui.places import Place
from tui.posted import posted
from tui.rendering.dossier import entries_of, heading
from tui.rendering.words import count
from tui.screens.keeping import KeepsPassages
from tui.widgets.key_line import KeyLine
from tui.widgets.paper_body import PaperBody
from tui.widgets.title_line import TitleLine
from tui.worker_faults import LeftError

_STEP = 20
"""Reports between two tellings of how far the work has come."""

Load = Callable[[bool, Progress], Dossier]
"""Gathers the dossier, of the whole library or of the story alone."""


class DossierScreen(KeepsPassages):
    """What one official said, in time order; Enter reads on where it is reported."""

    CSS_PATH = "../../styles/paper.tcss"
    BINDINGS = for_screen("dossier")

    body = query_one(PaperBody)
    title_line = query_one(TitleLine)

    @posted
    class Loaded(Message):
        """The dossier has been gathered."""

        dossier: Dossier

    @posted
    class Progressed(Message):
        """So many reports have been read, of how many."""

        done: int
        total: int

        def can_replace(self, message: Message) -> bool:
            """A later one says all that an earlier one did."""
            return isinstance(message, DossierScreen.Progressed)

    @posted
    class Failed(Message):
        """It could not be."""

        reason: str

    def __init__(self, name: str, load: Load) -> None:
        """`load` gathers what `name` said; it runs in a thread of its own."""
        super().__init__()
        self._name_of_official = name
        self._load = load
        self._story_only = False

    def compose(self) -> ComposeResult:
        """One line of title, and the dossier below it."""
        yield TitleLine(f"Dossier · {self._name_of_official}…")
        yield PaperBody()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begins to gather once the screen stands."""
        self.body.focus()
        self.gather()

    @work(thread=True, exclusive=True, group="dossier", exit_on_error=False)
    def gather(self) -> None:
        """Reads what there is, away from the keys."""
        worker = get_current_worker()

        def progress(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise LeftError
            if done % _STEP == 0:
                self.post_message(self.Progressed(done, total))

        try:
            dossier = self._load(self._story_only, progress)
            if not worker.is_cancelled:
                self.post_message(self.Loaded(dossier))
        except LeftError:
            pass
        except NewsreaderError as error:
            self.post_message(self.Failed(str(error)))

    @on(Progressed)
    def _show_progress(self, message: Progressed) -> None:
        self.title_line.update(
            Content(
                f"Dossier · {self._name_of_official} · reading {message.done:,} of "
                f"{count(message.total, 'report')}…"
            )
        )

    @on(Failed)
    def _tell(self, message: Failed) -> None:
        self.title_line.fail(f"The dossier cannot be made: {message.reason}")

    @on(Loaded)
    def _show(self, message: Loaded) -> None:
        name, told = heading(message.dossier)
        extent = ("this story",) if self._story_only else ("the whole library", "whole library", "")
        self.title_line.say("Dossier", name, extent, told)
        self.body.show(entries_of(message.dossier))

    @on(PaperBody.Opened)
    def _open(self, message: PaperBody.Opened) -> None:
        self.app.leave_for(message.entry.place)

    def passage(self) -> Place | None:
        """The statement under the cursor."""
        entry = self.body.current
        if entry is None or entry.place is None:
            self.app.tell("Here is no statement: there is nothing to keep.")
            return None
        return entry.place

    def action_toggle_story(self) -> None:
        """The whole library, or only the reports of the same story."""
        self._story_only = not self._story_only
        self.gather()
