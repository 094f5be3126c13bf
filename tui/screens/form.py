"""A box with lines to fill in, over the screen that it belongs to."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable
from typing import TypeVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Static

from index.errors import NewsreaderError
from tui.screens.closing import ClosesOnce
from tui.widgets.key_line import KeyLine
from tui.worker_faults import TellsWorkerFaults

Answer = TypeVar("Answer")


class Form(TellsWorkerFaults, ModalScreen[Answer], ClosesOnce[Answer]):
    """Ends with what was filled in; with None if Esc was pressed."""

    CSS_PATH = "../../styles/form.tcss"

    refused = query_one(".refused", Static)

    @abstractmethod
    def lines(self) -> ComposeResult:
        """What stands in the box."""

    def compose(self) -> ComposeResult:
        """A box over the dimmed screen; in its last line what is wrong, if anything is."""
        with Vertical(classes="form"):
            yield from self.lines()
            yield Static("", markup=False, classes="refused")
        yield KeyLine()

    def refuse(self, sentence: str) -> None:
        """Says why the box stays open; "" takes that back."""
        self.refused.update(Content(sentence))
        self.refused.display = bool(sentence)


class WritingForm(Form[str | None]):
    """Ends with the sentence that says where it was written, or None: nothing was.

    What cannot be written is said, and the box stays open with all that was typed.
    """

    _writing = False

    def write(self, save: Callable[[], str]) -> None:
        """Has `save` write, away from the keys, and closes the box once it is done. It returns the
        sentence; it may raise a NewsreaderError. A second key while it writes changes nothing."""
        if not self._writing:
            self._writing = True
            self._write(save)

    @work(exit_on_error=False)
    async def _write(self, save: Callable[[], str]) -> None:
        try:
            written = await asyncio.to_thread(save)
        except NewsreaderError as error:
            self.refuse(str(error))
        else:
            self.dismiss(written)
        finally:
            self._writing = False
