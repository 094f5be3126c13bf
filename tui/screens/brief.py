"""The brief of some reports: the page for an editor, to look at, to write to a file, to copy."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.getters import app, query_one
from textual.message import Message
from textual.worker import get_current_worker

from index.errors import NewsreaderError
from index.locations import notes_file
from index.replacing import replace_text
from tui.bindings import for_screen
from tui.messages import NotesChanged, Ruled
from tui.posted import posted
from tui.rendering.brief import Brief, brief_lines
from tui.rendering.brief_page import page_entries
from tui.rendering.guard import guard
from tui.rendering.one_page import BriefLine
from tui.rendering.telling import elsewhere
from tui.rendering.words import count, short_path
from tui.screens.closing import ClosesOnce
from tui.screens.file_name import FileNameScreen, Target
from tui.shared_actions import SharedActions
from tui.widgets.key_line import KeyLine
from tui.widgets.paper_body import PaperBody
from tui.widgets.title_line import TitleLine
from tui.worker_faults import TellsWorkerFaults


class BriefScreen(TellsWorkerFaults, ClosesOnce[None]):
    """The page as it will be read, line by line; what is written and copied is its Markdown."""

    CSS_PATH = "../../styles/paper.tcss"
    BINDINGS = for_screen("brief")

    app = app(SharedActions)
    body = query_one(PaperBody)
    title_line = query_one(TitleLine)

    @posted
    class Loaded(Message):
        """The reports have been compared, and their notes read."""

        brief: Brief
        lines: list[BriefLine]

    @posted
    class Failed(Message):
        """They could not be."""

        reason: str

    def __init__(self, load: Callable[[], Brief], article: str | None = None) -> None:
        """`load` compares the reports; it runs in a thread of its own. `article` is the report
        whose story is asked for."""
        super().__init__()
        self._load = load
        self._article = article
        self._brief: Brief | None = None
        self._lines: list[BriefLine] = []

    def compose(self) -> ComposeResult:
        """One line of title, and the page below it."""
        yield TitleLine("Brief…")
        yield PaperBody()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begins to compare once the screen stands."""
        self.body.focus()
        self.gather()

    @on(Ruled)
    @on(NotesChanged)
    def _gather_again(self) -> None:
        self.gather()

    @work(thread=True, exclusive=True, group="brief", exit_on_error=False)
    def gather(self) -> None:
        """Compares and reads the notes, away from the keys."""
        try:
            brief = self._load()
            if not get_current_worker().is_cancelled:
                self.post_message(self.Loaded(brief, list(brief_lines(brief))))
        except NewsreaderError as error:
            self.post_message(self.Failed(str(error)))

    @on(Failed)
    def _tell(self, message: Failed) -> None:
        self.title_line.fail(f"The brief cannot be made: {message.reason}")

    @on(Loaded)
    def _show(self, message: Loaded) -> None:
        self._brief, self._lines = message.brief, message.lines
        words = sum(len(line.text.split()) for line in self._lines)
        articles = message.brief.articles
        self.title_line.say(
            "Brief",
            elsewhere(self._article, articles),
            count(len(articles), "report"),
            (f"{count(words, 'word')} of Markdown", count(words, "word")),
        )
        self.body.show(list(page_entries(self._lines)))

    @on(PaperBody.Opened)
    def _open(self, message: PaperBody.Opened) -> None:
        self.app.leave_for(message.entry.place)

    @property
    def _markdown(self) -> str:
        return "".join(f"{guard(line.text)}\n" for line in self._lines)

    def action_copy(self) -> None:
        """The whole page, to the clipboard."""
        if self._lines:
            said = f"Copied the brief, {count(len(self._lines), 'line')}."
            self.app.copy_to_clipboard(self._markdown, said)

    def action_write(self) -> None:
        """Asks for a file, and writes the page to it."""
        if self._brief is not None:
            self.app.push_screen(FileNameScreen("the brief", self._proposed()), self._take_file)

    def _proposed(self) -> Path:
        """A file beside the notes, called after the story."""
        notebook = self.app.desk.notebook if self.app.desk else None
        notes = notebook.path if notebook else notes_file()
        title = self._brief.articles[0].title if self._brief else ""
        words = re.findall(r"[^\W_]+", title.lower())[:6]
        return notes.with_name("-".join(["brief", *words]) + ".md")

    def _take_file(self, target: Target | None) -> None:
        if target is not None:
            self.write(target)

    @work(group="brief-write", exit_on_error=False)
    async def write(self, target: Target) -> None:
        """Writes the page to a file, away from the keys."""
        name = short_path(target.path)
        try:
            await asyncio.to_thread(_write_text, target, self._markdown)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            self.app.tell(f"{name} cannot be written ({reason}); choose another file.")
        else:
            self.app.tell(f"Wrote the brief to {name}.")


def _write_text(target: Target, text: str) -> None:
    """Another file of that name, made meanwhile, is not written over."""
    target.path.parent.mkdir(parents=True, exist_ok=True)
    if target.replace:
        replace_text(target.path, text)
        return
    with target.path.open("x", encoding="utf-8") as file:
        file.write(text)
