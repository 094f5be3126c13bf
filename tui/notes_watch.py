"""Noticing that another program has changed the notes, or the rulings beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.notes.notebook import Notebook
    from tui.desk import Desk

EVERY = 2.0
"""Seconds between two looks; a look asks for sizes and times alone."""


class NotesWatch:
    """What was there at the last look; may be asked from any thread, one at a time."""

    def __init__(self, desk: Desk, notebook: Notebook) -> None:
        self._desk = desk
        self._notebook = notebook
        self._notes: object = None
        self._rulings: object = desk.rulings.mark()
        self._gone: frozenset[str] = frozenset()

    def look(self) -> int | None:
        """How many bookmarks have vanished from the notes file; None where all is as it was, and at
        the first look, at which all is new.

        Raises NotesUnavailableError if the notes cannot be read.
        """
        notes, rulings = self._notebook.signature(), self._desk.rulings.mark()
        if (notes, rulings) == (self._notes, self._rulings):
            return None
        if rulings != self._rulings:
            self._desk.decisions.changed()
        first = self._notes is None
        self._notes, self._rulings = notes, rulings
        before, self._gone = self._gone, frozenset(one.id for one in self._notebook.vanished())
        gone = len(self._gone - before)
        return None if first and not gone else gone
