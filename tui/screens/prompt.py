"""Asking for one line."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.widgets import Input, Static

from tui.bindings import for_screen
from tui.screens.form import Form


class Prompt(Form[str | None]):
    """Ends with the line that was written; None if there is nothing on it, or Esc was pressed."""

    BINDINGS = for_screen("prompt_screen")

    line = query_one(Input)

    def __init__(self, question: str, *, value: str = "", hint: str = "") -> None:
        """`value` stands on the line; `hint` below it says what can be written."""
        super().__init__()
        self._question = question
        self._value = value
        self._hint = hint

    def lines(self) -> ComposeResult:
        """The question, the line, the hint."""
        yield Static(self._question, markup=False)
        yield Input(self._value, compact=True)
        if self._hint:
            yield Static(self._hint, markup=False, classes="quiet")

    def on_mount(self) -> None:
        """Typing goes on behind what stands there."""
        self.line.focus()
        self.line.cursor_position = len(self._value)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Takes the line."""
        self.dismiss(self.line.value.strip() or None)
