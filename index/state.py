"""What must outlive the caches: reading places, read marks, history, searches, bookmarks' journal.

One SQLite file in the person's data folder. Each change is one transaction that is on the disk
when the call returns, so a kill at any moment leaves the last answer true.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index.errors import ResourceError
from index.locations import state_file

VERSION = 2
"""Of the tables below; a higher one in the file means that a newer program wrote it."""

HISTORY_LENGTH = 500
"""Queries that are kept; older ones fall out."""

_TABLES = """
CREATE TABLE IF NOT EXISTS place (
    article TEXT PRIMARY KEY, sha256 TEXT NOT NULL, offset INTEGER NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS opened (article TEXT PRIMARY KEY, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS asked (number INTEGER PRIMARY KEY, query TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS search (name TEXT PRIMARY KEY, query TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS bookmark (
    notes TEXT NOT NULL, id TEXT NOT NULL, state TEXT NOT NULL, block TEXT NOT NULL,
    base INTEGER, tail BLOB, number INTEGER NOT NULL, PRIMARY KEY (notes, id));
"""


class State:
    """The open database. Every method may be called from any thread; each raises ResourceError."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.RLock()

    @classmethod
    def open(cls, path: Path | None = None) -> State:
        """Opens, or creates, the database at `path`, by default in the person's data folder.

        A file that is no database is moved aside, never deleted, and a new one is begun.
        """
        path = path or state_file()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return cls(path, _connect(path))
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                _move_aside(path)
                return cls(path, _connect(path))
        except (OSError, sqlite3.Error) as error:
            raise ResourceError(
                f"{path} cannot be opened ({error}); "
                "free the disk or the folder, or move the file away."
            ) from error

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: what is done inside is on the disk at the end, or not at all."""
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    yield self._connection
                    self._connection.execute("COMMIT")
                except BaseException:
                    with contextlib.suppress(sqlite3.Error):
                        self._connection.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                raise ResourceError(
                    f"{self.path} cannot be written ({error}); free the disk or the folder."
                ) from error

    def place(self, article: str) -> int | None:
        """The offset at which `article` was left, or None."""
        rows = self.rows("SELECT offset FROM place WHERE article = ?", article)
        return int(rows[0][0]) if rows else None

    def set_place(self, article: str, offset: int, sha256: str = "") -> None:
        """Keeps where the reading of `article` stopped."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?)",
                (article, sha256, offset, _now()),
            )

    def mark_read(self, article: str, *, read: bool = True) -> None:
        """Marks an article as read, or as unread again."""
        with self.transaction() as connection:
            if read:
                connection.execute("INSERT OR IGNORE INTO opened VALUES (?, ?)", (article, _now()))
            else:
                connection.execute("DELETE FROM opened WHERE article = ?", (article,))

    def read_articles(self) -> frozenset[str]:
        """Ids of all articles that were opened."""
        return frozenset(str(row[0]) for row in self.rows("SELECT article FROM opened"))

    def remember_query(self, query: str) -> None:
        """Makes `query` the last one of the history of queries; each stands there once."""
        with self.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO asked (query) VALUES (?)", (query,))
            connection.execute(
                "DELETE FROM asked WHERE number <= (SELECT MAX(number) FROM asked) - ?",
                (HISTORY_LENGTH,),
            )

    def forget_query(self, query: str) -> None:
        """Drops a query from the history; an unknown one is no error."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM asked WHERE query = ?", (query,))

    def queries(self, limit: int = 100) -> list[str]:
        """The queries of the history, the last one first."""
        rows = self.rows("SELECT query FROM asked ORDER BY number DESC LIMIT ?", limit)
        return [str(row[0]) for row in rows]

    def save_search(self, name: str, query: str) -> None:
        """Keeps a query under a name; a name that exists gets the new query."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO search VALUES (?, ?, ?)", (name, query, _now())
            )

    def forget_search(self, name: str) -> None:
        """Drops a saved search; an unknown name is no error."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM search WHERE name = ?", (name,))

    def searches(self) -> dict[str, str]:
        """Saved searches, name to query, in the order of their names."""
        return {
            str(name): str(query)
            for name, query in self.rows("SELECT name, query FROM search ORDER BY name")
        }

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._connection.close()

    def rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        """What a SELECT answers."""
        with self._lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.Error as error:
                raise ResourceError(f"{self.path} cannot be read ({error}).") from error


def _connect(path: Path) -> sqlite3.Connection:
    """A connection with our tables. Writers of other processes are waited for, up to 10 s."""
    connection = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
    try:
        with contextlib.suppress(sqlite3.OperationalError):  # another process is switching it
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise ResourceError(
                f"{path} was written by a newer newsreader; update this one, or move the file away."
            )
        if version < VERSION:
            connection.executescript(
                f"BEGIN IMMEDIATE;{_TABLES}PRAGMA user_version={VERSION};COMMIT;"
            )
    except BaseException:
        connection.close()
        raise
    return connection


def _move_aside(path: Path) -> None:
    """Renames a file that is no database, and what SQLite laid beside it, to a free name."""
    mark = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    for ending in ("", "-wal", "-shm"):
        old = path.with_name(path.name + ending)
        if old.exists():
            old.rename(path.with_name(f"{path.name}.broken-{mark}{ending}"))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
