"""Writing a note and tags on a passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static, TextArea

from index.errors import NewsreaderError
from tui.bindings import for_screen
from tui.drafts import Draft
from tui.rendering.flow import shorten
from tui.widgets.key_line import KeyLine
from tui.worker_faults import TellsWorkerFaults


class NoteScreen(TellsWorkerFaults, ModalScreen[str | None]):
    """Ends with the sentence that says where the note was written, or None: nothing was kept.

    What cannot be written is said, and the box stays open with all that was typed.
    """

    CSS_PATH = "../../styles/note.tcss"
    BINDINGS = for_screen("note_screen")

    note = query_one(TextArea)
    tags = query_one(Input)
    message_line = query_one("#note-message", Static)

    @dataclass
    class Refused(Message):
        """It could not be written: one sentence."""

        sentence: str

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft

    def compose(self) -> ComposeResult:
        """A box over the dimmed screen: the words, the note, the tags."""
        words = shorten(" ".join(self._draft.words.split()), 200)
        with Vertical(id="note"):
            yield Static(Content(f"“{words}”"), id="note-words", markup=False)
            yield TextArea(
                self._draft.note, placeholder="Your note, in Markdown", highlight_cursor_line=False
            )
            yield Input(
                " ".join(self._draft.tags),
                placeholder="Tags, with blanks between; → completes",
                suggester=TagSuggester(self._draft.known_tags),
                select_on_focus=False,
                compact=True,
            )
            yield Static("", id="note-message", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Typing goes on at the end of the note."""
        self.note.move_cursor(self.note.document.end)
        self.note.focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Writes, and closes the box once it is written."""
        self._save(self.note.text, self.tags.value.replace(",", " ").split())

    @work(thread=True, exclusive=True, group="note", exit_on_error=False)
    def _save(self, note: str, tags: Sequence[str]) -> None:
        try:
            written = self._draft.save(note, tags)
        except NewsreaderError as error:
            self.post_message(self.Refused(str(error)))
        else:
            self.app.call_from_thread(self.dismiss, written)

    @on(Refused)
    def _tell(self, message: Refused) -> None:
        self.message_line.update(Content(message.sentence))

    def action_step_back(self) -> None:
        """Keeps nothing of what was typed."""
        self.dismiss(None)


class TagSuggester(Suggester):
    """Completes the last tag of the line with the commonest that begins so."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last tag completed, or None."""
        begun = value.rpartition(" ")[2].lstrip("#")
        there = {tag.lstrip("#") for tag in value.split()}
        if begun:
            for tag in self._known:
                if tag.casefold().startswith(begun.casefold()) and tag not in there:
                    return value + tag[len(begun) :]
        return None
