"""The file of what is kept to find near-copies: samples of each text's shingles. A cache.

Of a text's shingles those are sampled whose hash is divisible by SAMPLED: two texts that share a
part of their shingles share the same part of their samples, however long each is (Broder, "On the
resemblance and containment of documents", 1997). So a copy is looked up, and not held against all
texts there are.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from index.compare.origins import HOLDERS
from index.errors import ResourceError

SAMPLED = 16
_STAMP = f"1 {SAMPLED} {sys.version_info[0]}.{sys.version_info[1]}"
"""Hashes of numbers may differ between versions of Python."""
_TABLES = """
CREATE TABLE stamp (value TEXT NOT NULL);
CREATE TABLE texts (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, length INTEGER NOT NULL,
    page TEXT NOT NULL, published TEXT NOT NULL
);
CREATE INDEX texts_page ON texts (page) WHERE page > '';
CREATE TABLE samples (
    shingle INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (shingle, number)
) WITHOUT ROWID;
CREATE INDEX samples_number ON samples (number);
CREATE TABLE shares (
    number INTEGER NOT NULL, other INTEGER NOT NULL, share REAL NOT NULL,
    PRIMARY KEY (number, other)
) WITHOUT ROWID;
CREATE INDEX shares_other ON shares (other);
"""


class KnownText(NamedTuple):
    """What is kept of one article."""

    id: str
    length: int
    """Shingles."""
    page: str
    """Its address in the spelling that all versions share; "" where it has no page of its own."""
    published: str
    """A key that sorts by time."""


class RelativesFile:
    """One open file, or the same in memory; safe from any thread."""

    def __init__(self, file: Path | None) -> None:
        self._lock = threading.RLock()
        self._database = _opened(file)

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._database.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside, or nothing; raises ResourceError."""
        with self._lock:
            try:
                with self._database:
                    yield
            except sqlite3.Error as error:
                raise ResourceError(
                    f"What is known of copies cannot be kept ({error}); see to the disk's space, "
                    "or delete the cache."
                ) from error

    def ids(self) -> frozenset[str]:
        """Every article that is kept."""
        return frozenset(row[0] for row in self._rows("SELECT id FROM texts"))

    def remove(self, ids: Iterable[str]) -> set[str]:
        """Forgets these; gives the articles that had a share in them."""
        left: set[str] = set()
        for id_ in ids:
            found = self._rows("SELECT number FROM texts WHERE id = ?", id_)
            if not found:
                continue
            number = found[0][0]
            rows = self._rows(
                "SELECT id FROM shares JOIN texts USING (number) WHERE other = ?", number
            )
            left.update(row[0] for row in rows)
            for statement in (
                "DELETE FROM shares WHERE number = ?1 OR other = ?1",
                "DELETE FROM samples WHERE number = ?1",
                "DELETE FROM texts WHERE number = ?1",
            ):
                self._database.execute(statement, (number,))
        return left

    def candidates(self, samples: Collection[int], most: int) -> tuple[list[str], list[int]]:
        """The articles that share the most of `samples`, at least two and an eighth of them; and
        the samples that lead to so many already that they are to lead to no more."""
        wanted = list(samples)
        shared: Counter[int] = Counter()
        holders: Counter[int] = Counter()
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ", ".join("?" * len(part))
            rows = self._rows(
                f"SELECT shingle, number FROM samples WHERE shingle IN ({marks})",  # noqa: S608 - marks only
                *part,
            )
            holders.update(row[0] for row in rows)
            shared.update(row[1] for row in rows)
        least = max(2, len(wanted) // 8)
        best = [number for number, count in shared.most_common(most) if count >= least]
        ids = [self._rows("SELECT id FROM texts WHERE number = ?", one)[0][0] for one in best]
        return ids, [shingle for shingle, count in holders.items() if count >= HOLDERS]

    def add(self, text: KnownText, samples: Iterable[int]) -> None:
        """Keeps one text with the samples that are to lead to it."""
        number = self._database.execute(
            "INSERT INTO texts (id, length, page, published) VALUES (?, ?, ?, ?)", text
        ).lastrowid
        self._database.executemany(
            "INSERT INTO samples VALUES (?, ?)", ((shingle, number) for shingle in samples)
        )

    def add_share(self, id_: str, other: str, share: float) -> None:
        """So much of one article stands in another."""
        self._database.execute(
            "INSERT OR REPLACE INTO shares SELECT a.number, b.number, ? "
            "FROM texts AS a, texts AS b WHERE a.id = ? AND b.id = ?",
            (share, id_, other),
        )

    def shares(self) -> list[tuple[str, str, float]]:
        """Every share that is kept, the greatest first."""
        return self._rows(
            "SELECT a.id, b.id, share FROM shares JOIN texts AS a USING (number) "
            "JOIN texts AS b ON b.number = other ORDER BY share DESC, a.id, b.id"
        )

    def texts(self, ids: Collection[str]) -> dict[str, KnownText]:
        """What is kept of these."""
        found: dict[str, KnownText] = {}
        for id_ in ids:
            for row in self._rows(
                "SELECT id, length, page, published FROM texts WHERE id = ?", id_
            ):
                found[id_] = KnownText(*row)
        return found

    def of_one_page(self) -> list[tuple[str, list[KnownText]]]:
        """The pages that several articles have, each with them."""
        rows = self._rows(
            "SELECT page, id, length, page, published FROM texts WHERE page IN "
            "(SELECT page FROM texts WHERE page > '' GROUP BY page HAVING count(*) > 1)"
        )
        pages: dict[str, list[KnownText]] = {}
        for page, *text in rows:
            pages.setdefault(page, []).append(KnownText(*text))
        return list(pages.items())

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._database.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                raise ResourceError(f"What is known of copies cannot be read ({error}).") from error


def _opened(file: Path | None) -> sqlite3.Connection:
    """A file that is damaged, of another make or not to be written is made anew, or in memory."""
    for name in (file, file, None):
        connection: sqlite3.Connection | None = None
        try:
            connection = sqlite3.connect(name or ":memory:", timeout=10, check_same_thread=False)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            if not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall():
                connection.executescript(f"BEGIN; {_TABLES} COMMIT;")
                with connection:
                    connection.execute("INSERT INTO stamp VALUES (?)", (_STAMP,))
            if connection.execute("SELECT value FROM stamp").fetchall() == [(_STAMP,)]:
                return connection
        except sqlite3.Error:
            pass
        if connection:
            connection.close()
        if name:
            for ending in ("", "-wal", "-shm"):
                with suppress(OSError):
                    name.with_name(name.name + ending).unlink(missing_ok=True)
    raise ResourceError("There is no memory for what is known of copies.")
