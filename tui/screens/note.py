"""Writing a note and tags on a passage."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.suggester import Suggester
from textual.widgets import Input, Static, TextArea

from tui.bindings import for_screen
from tui.drafts import Draft
from tui.rendering.flow import shorten
from tui.screens.form import WritingForm


class NoteScreen(WritingForm):
    """The words, the note on them, its tags."""

    BINDINGS = for_screen("note_screen")

    note = query_one(TextArea)
    tags = query_one(Input)

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._told_of: tuple[str, list[str]] | None = None
        """What stood here when the person was told that leaving drops it."""

    def lines(self) -> ComposeResult:
        """The words, the note, the tags."""
        words = shorten(" ".join(self._draft.words.split()), 200)
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

    def on_mount(self) -> None:
        """Typing goes on at the end of the note."""
        self.note.move_cursor(self.note.document.end)
        self.note.focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Writes, and closes the box once it is written."""
        note, tags = self._written()
        self.write(lambda: self._draft.save(note, tags))

    def action_step_back(self) -> None:
        """Leaves the box; what was written in it is asked about first."""
        written = self._written()
        if written in ((self._draft.note, list(self._draft.tags)), self._told_of):
            self.dismiss(None)
        else:
            self._told_of = written
            self.refuse("This is not saved yet: once more drops it.")

    def _written(self) -> tuple[str, list[str]]:
        return self.note.text, self.tags.value.replace(",", " ").split()


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
