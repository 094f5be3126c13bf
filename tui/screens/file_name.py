"""Asking for the file that something is to be written to."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.bindings import for_screen
from tui.rendering.words import short_path
from tui.widgets.key_line import KeyLine


class Target(NamedTuple):
    """Where something is to be written."""

    path: Path
    replace: bool
    """The person knows that a file of this name is there already."""


class FileNameScreen(ModalScreen[Target | None]):
    """Ends with a file, or None. A file that is there already is asked about."""

    CSS_PATH = "../../styles/paper.tcss"
    BINDINGS = for_screen("file_screen")

    name_box = query_one(Input)
    hint = query_one("#file-hint", Static)

    def __init__(self, what: str, proposed: Path) -> None:
        """`what`: "the brief". `proposed`: the name that stands in the box."""
        super().__init__()
        self._what = what
        self._proposed = proposed
        self._asked: Path | None = None
        """The file that the person has been told is there."""

    def compose(self) -> ComposeResult:
        """A box over the dimmed screen."""
        with Vertical(id="file"):
            yield Static(f"Write {self._what} to the file", markup=False)
            yield Input(short_path(self._proposed), compact=True)
            yield Static("Enter writes it.", id="file-hint", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The cursor stands behind the name."""
        self.name_box.focus()
        self.name_box.cursor_position = len(self.name_box.value)

    @on(Input.Changed)
    def _forget(self) -> None:
        self._asked = None

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Ends with the file, unless it is there already and the person does not know it."""
        name = self.name_box.value.strip()
        if not name:
            self._say("Write a file's name, or press Esc.")
            return
        path = Path(name).expanduser()
        path = path if path.is_absolute() else self._proposed.parent / path
        if path.is_dir():
            self._say(f"{short_path(path)} is a folder: add a file's name to it.")
        elif path.exists() and self._asked != path:
            self._asked = path
            self._say(f"{short_path(path)} is there already: Enter once more replaces it.")
        else:
            self.dismiss(Target(path, replace=self._asked == path))

    def _say(self, sentence: str) -> None:
        self.hint.update(Content(sentence))

    def action_step_back(self) -> None:
        self.dismiss(None)
