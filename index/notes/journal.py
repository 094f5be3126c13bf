"""The journal of bookmarks in `state.db`: each is here before it is in the notes file.

`pending`: not in the file yet; written at the next chance. `written`: is in the file, or was taken
out of it by somebody else, which is then noticed and offered for restoring.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.state import State

EntryState = Literal["pending", "written"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One bookmark that the journal knows."""

    id: str
    block: str
    base: int | None
    """Size of the file before the write that was begun, or None."""
    tail: bytes | None
    """The bytes that this write should have added."""


class Journal:
    """The rows of one notes file. Every method raises ResourceError if the database fails."""

    def __init__(self, state: State, path: Path) -> None:
        self._state = state
        self._notes = str(path)

    def begin(
        self, name: str, block: str, base: int | None = None, tail: bytes | None = None
    ) -> None:
        """Keeps a bookmark that is to be written; `base` and `tail` say where and what."""
        with self._state.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO bookmark VALUES (?, ?, 'pending', ?, ?, ?, "
                "(SELECT COALESCE(MAX(number), 0) + 1 FROM bookmark))",
                (self._notes, name, block, base, tail),
            )

    def reword(self, name: str, block: str) -> None:
        """Other words for a bookmark that waits; what is known of a torn write of it stays."""
        with self._state.transaction() as connection:
            connection.execute(
                "UPDATE bookmark SET block = ? WHERE notes = ? AND id = ? AND state = 'pending'",
                (block, self._notes, name),
            )

    def written(self, name: str, block: str) -> None:
        """Notes that a bookmark stands in the file."""
        with self._state.transaction() as connection:
            connection.execute(
                "INSERT INTO bookmark SELECT ?, ?, 'written', ?, NULL, NULL, "
                "COALESCE(MAX(number), 0) + 1 FROM bookmark WHERE true "
                "ON CONFLICT (notes, id) DO UPDATE "
                "SET state = 'written', block = excluded.block, base = NULL, tail = NULL",
                (self._notes, name, block),
            )

    def forget(self, name: str) -> None:
        """Drops a bookmark that the person has deleted."""
        with self._state.transaction() as connection:
            connection.execute(
                "DELETE FROM bookmark WHERE notes = ? AND id = ?", (self._notes, name)
            )

    def entries(self, state: EntryState) -> list[Entry]:
        """Those of this file in one state, oldest first."""
        rows = self._state.rows(
            "SELECT id, block, base, tail FROM bookmark "
            "WHERE notes = ? AND state = ? ORDER BY number",
            self._notes,
            state,
        )
        return [Entry(*row) for row in rows]


def known_files(state: State) -> list[Path]:
    """Every notes file that the journal has rows of."""
    return [Path(str(row[0])) for row in state.rows("SELECT DISTINCT notes FROM bookmark")]
