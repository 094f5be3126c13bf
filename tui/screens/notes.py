"""All bookmarks: to search, to look at, to jump back from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.getters import app, query_one
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from index.errors import NewsreaderError
from tui.bindings import for_screen
from tui.drafts import Draft
from tui.messages import NotesChanged
from tui.places import Place
from tui.posted import posted
from tui.rendering.kept import Kept, preview
from tui.rendering.titles import Part
from tui.rendering.words import count, short_path
from tui.screens.filtered import FiltersList
from tui.screens.note import NoteScreen
from tui.shared_actions import SharedActions
from tui.widgets.bookmark_list import BookmarkList
from tui.widgets.key_line import KeyLine
from tui.widgets.title_line import TitleLine
from tui.worker_faults import TellsWorkerFaults

if TYPE_CHECKING:
    from index.notes.bookmark import Bookmark
    from index.notes.notebook import Notebook
    from tui.desk import Desk


class NotesScreen(TellsWorkerFaults, FiltersList[Place | None]):
    """Every bookmark and correction with how it stands; ends with the place to read on at, or
    None."""

    CSS_PATH = "../../styles/notes.tcss"
    BINDINGS = for_screen("notes")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal")]  # noqa: RUF012  (Textual declares no ClassVar)

    app = app(SharedActions)
    list = query_one(BookmarkList)
    title_line = query_one(TitleLine)
    shown = query_one("#notes-shown", Static)
    message_line = query_one("#notes-message", Static)

    @posted
    class Loaded(Message):
        """The notes have been read, and held against their articles."""

        kept: Sequence[Kept]

    @posted
    class Done(Message):
        """Something was written, or could not be: one sentence."""

        sentence: str

    def __init__(self, desk: Desk, notebook: Notebook) -> None:
        super().__init__()
        self._desk = desk
        self._notebook = notebook
        self._kept: Sequence[Kept] = ()
        self._described = ""
        self._asked = ""
        """The id of what is to be deleted, if the person says so again."""

    def compose(self) -> ComposeResult:
        """The list, and beside or below it the bookmark that is highlighted."""
        yield TitleLine("Reading the notes…")
        key = self.app.key_of("filter.focus")
        yield Input(placeholder=f"{key} to search the bookmarks", compact=True)
        with Container(id="notes-panes"):
            yield BookmarkList(markup=False)
            with VerticalScroll(can_focus=False):
                yield Static("", id="notes-shown", markup=False)
        yield Static("", id="notes-message", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Reads the notes once the screen stands."""
        self.reload()

    @on(NotesChanged)
    def _read_again(self) -> None:
        self.reload()

    @work(thread=True, exclusive=True, group="notes-read", exit_on_error=False)
    def reload(self) -> None:
        """Reads the notes again."""
        try:
            checked = self._notebook.check(self._desk.article_now)
            kept = [Kept.of(one) for one in checked]
            keys = self.app.key_of("notes.restore"), self.app.key_of("notes.delete")
            kept += [Kept.vanished(one, *keys) for one in self._notebook.vanished()]
            kept += [
                Kept.corrected(one, self._desk.article_or_none(one.passage.article))
                for one in self._desk.rulings.corrections()
            ]
            self.post_message(self.Loaded(kept))
        except NewsreaderError as error:
            self.post_message(self.Done(str(error)))

    @on(Loaded)
    def _show_notes(self, message: Loaded) -> None:
        self._kept = message.kept
        self._list_them()
        # What was just said of a bookmark that is gone now still stands.
        if (current := self.list.current) is not None:
            self._described = current.bookmark.id
            self._asked = self._asked if self._asked == self._described else ""
            self.shown.update(preview(current))

    @on(Input.Changed)
    def _list_them(self) -> None:
        shown = self.list.show(self._kept, self.filter.value)
        corrections = sum(one.correction is not None for one in self._kept)
        parts: list[Part] = [("Bookmarks", ""), count(len(self._kept) - corrections, "bookmark")]
        if corrections:
            parts.append(count(corrections, "correction"))
        if self.filter.value:
            parts.append(f"{shown} shown")
        if trouble := sum(not (one.fine or one.state == "moved") for one in self._kept):
            parts.append(f"{trouble} to look at")
        path = self._notebook.path
        self.title_line.say(*parts, (short_path(path), path.name, ""))
        if not shown:
            empty = "No bookmark has these words." if self._kept else self._none()
            self.shown.update(Content.styled(empty, "$quiet"))

    @on(OptionList.OptionHighlighted)
    def _show_bookmark(self) -> None:
        if (kept := self.list.current) is not None:
            if kept.bookmark.id != self._described:
                self._say("")
                self._asked = ""
            self._described = kept.bookmark.id
            self.shown.update(preview(kept))

    @on(OptionList.OptionSelected)
    def _go_there(self) -> None:
        kept = self.list.current
        if kept is None:
            return
        if kept.span is None or kept.article is None:
            self._say(kept.message)
        else:
            self.dismiss(Place(kept.article, kept.span.start, kept.span.end))

    def file_and_line(self) -> tuple[Path, int | None] | None:
        """Where the highlighted bookmark stands, for the editor."""
        kept = self.list.current
        if kept is None or kept.bookmark.path is None:
            return None
        return kept.bookmark.path, kept.bookmark.line

    @on(Done)
    def _tell(self, message: Done) -> None:
        self._say(message.sentence)

    def _say(self, sentence: str) -> None:
        self.message_line.update(Content(sentence))

    @work(thread=True, group="notes-write", exit_on_error=False)
    def _write(self, act: Callable[[], str]) -> None:
        """Does something to the notes away from the keys, tells what, and reads them again."""
        try:
            self.post_message(self.Done(act()))
        except NewsreaderError as error:
            self.post_message(self.Done(str(error)))
        self.app.call_from_thread(self.app.notes_changed)

    def action_undo(self) -> None:
        """Takes back the last write of this session."""
        self._write(lambda: self._notebook.undo() or "Nothing was written since the start.")

    def action_restore(self) -> None:
        """Puts back a bookmark that another program took out."""
        kept = self.list.current
        if kept is None or kept.state != "vanished":
            self._say("Only a bookmark that vanished can be put back.")
        else:
            self._write(lambda: self._notebook.restore(kept.bookmark.id).message)

    def action_annotate(self) -> None:
        """Asks for another note and other tags for this bookmark."""
        kept = self.list.current
        if kept is None:
            return
        if kept.correction or kept.state == "vanished":
            self._say("Only a bookmark that is in the notes has a note.")
        else:
            self._ask_for_note(kept.bookmark)

    @work(thread=True, group="notes-write", exit_on_error=False)
    def _ask_for_note(self, bookmark: Bookmark) -> None:
        try:
            draft = Draft.of_bookmark(self._notebook, bookmark)
        except NewsreaderError as error:
            self.post_message(self.Done(str(error)))
        else:
            self.app.call_from_thread(self.app.push_screen, NoteScreen(draft), self._noted)

    def _noted(self, written: str | None) -> None:
        if written is not None:
            self._say(written)
            self.app.notes_changed()

    def action_delete(self) -> None:
        """Takes a bookmark or a correction away, once the key is pressed again."""
        kept = self.list.current
        if kept is None:
            return
        name, correction = kept.bookmark.id, kept.correction
        if self._asked != name:
            self._asked = name
            self._say(self._asks(kept))
            return
        self._asked = ""
        if correction:
            self._write(lambda: self._desk.decisions.withdraw(correction))
        elif kept.state == "vanished":
            self._write(lambda: self._forget(name))
        else:
            self._write(lambda: self._delete(name))

    def _asks(self, kept: Kept) -> str:
        key = self.app.key_of("notes.delete")
        if kept.correction:
            return f"{key} again takes this correction back."
        if kept.state == "vanished":
            return f"{key} again agrees that this bookmark is gone, for good."
        undo = self.app.key_of("notes.undo")
        return f"{key} again deletes this bookmark; {undo} would bring it back."

    def _none(self) -> str:
        key = self.app.key_of("passage.bookmark")
        return f"There is no bookmark yet. Press {key} on a sentence of an article to make one."

    def _forget(self, name: str) -> str:
        self._notebook.forget(name)
        return "Forgotten."

    def _delete(self, name: str) -> str:
        self._notebook.delete(name)
        return f"Deleted; {self.app.key_of('notes.undo')} brings it back."
