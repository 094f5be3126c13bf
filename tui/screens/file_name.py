"""Asking for the file that something is to be written to."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.widgets import Input, Static

from tui.bindings import for_screen
from tui.rendering.words import short_path
from tui.screens.form import Form


class Target(NamedTuple):
    """Where something is to be written."""

    path: Path
    replace: bool
    """The person knows that a file of this name is there already."""


class FileNameScreen(Form[Target | None]):
    """Ends with a file, or None. A file that is there already is asked about."""

    BINDINGS = for_screen("file_screen")

    name_box = query_one(Input)

    def __init__(self, what: str, proposed: Path) -> None:
        """`what`: "the brief". `proposed`: the name that stands in the box."""
        super().__init__()
        self._what = what
        self._proposed = proposed
        self._asked: Path | None = None
        """The file that the person has been told is there."""

    def lines(self) -> ComposeResult:
        """What is written, and the name."""
        yield Static(f"Write {self._what} to the file", markup=False)
        yield Input(short_path(self._proposed), compact=True)
        yield Static("Enter writes it.", markup=False, classes="quiet")

    def on_mount(self) -> None:
        """The cursor stands behind the name."""
        self.name_box.focus()
        self.name_box.cursor_position = len(self.name_box.value)

    @on(Input.Changed)
    def _forget(self) -> None:
        self._asked = None
        self.refuse("")

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Ends with the file, unless it is there already and the person does not know it."""
        name = self.name_box.value.strip()
        if not name:
            self.refuse("Write a file's name, or press Esc.")
            return
        path = Path(name).expanduser()
        path = path if path.is_absolute() else self._proposed.parent / path
        if path.is_dir():
            self.refuse(f"{short_path(path)} is a folder: add a file's name to it.")
        elif path.exists() and self._asked != path:
            self._asked = path
            self.refuse(f"{short_path(path)} is there already: Enter once more replaces it.")
        else:
            self.dismiss(Target(path, replace=self._asked == path))
