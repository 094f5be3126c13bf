"""The catalogue: every article of a library with its text and its facts, in one SQLite file.

A cache. The folder of articles is the truth; a catalogue that is missing, damaged or of another
version is made anew by the next sync. It commits before the search index does: ids that the index
has still to take over stand in `waiting`, written in the same transaction as the articles.

Safe to use from any thread: one connection, one lock, and no transaction that outlives a call.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from index.article import Article
from index.catalog_file import open_database, remove_database
from index.errors import ResourceError

if TYPE_CHECKING:
    from index.facts.decoded import DecodedFacts
    from index.facts.model import Facts

_COLUMNS = (
    "id, title, source, byline, published, timezone, url, path, sha256, "
    "title_guessed, removed_characters, remark"
)
_FILE_NAMES = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()
"""How `os.fsdecode` decodes; a call for each file of a library is felt."""


class CatalogDamagedError(ResourceError):
    """The catalogue's file is no longer a database; it has been dropped."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in the list of a library."""

    id: str
    title: str
    source: str | None
    published: str | None


class FileRecord(NamedTuple):
    """What the last sync saw of one file."""

    path: str
    size: int
    modified: int
    id: str | None
    """The article it holds; None if it could not be read."""
    stated: str = ""
    """What `sources.toml` said of it, as JSON."""
    reason: str | None = None
    """Why it could not be read; "" for a file that is left out in silence."""
    final: bool = False
    """It was read, and what is in it is the reason: it will be the same the next time."""


class Catalog:
    """One open catalogue."""

    def __init__(
        self, connection: sqlite3.Connection, file: Path | None, notices: Sequence[str] = ()
    ) -> None:
        self._connection = connection
        self._file = file
        self._lock = threading.RLock()
        self.notices = list(notices)

    @classmethod
    def open(cls, file: Path | None, extractor_stamp: str) -> Catalog:
        """The catalogue in `file`, made anew if it is missing, damaged or of another stamp.

        None, and a place that cannot be written, give one in memory.
        """
        connection, notice = open_database(file, extractor_stamp)
        return cls(connection, file, [notice] if notice else [])

    @cached_property
    def _decoded(self) -> DecodedFacts:
        """Imported when facts are first asked for: a search needs none."""
        from index.facts.decoded import DecodedFacts

        return DecodedFacts()

    # What the library asks

    def entries(self, limit: int = -1) -> list[Entry]:
        """The first `limit` articles or all, the newest first and those without a date last."""
        rows = self._all(
            "SELECT id, title, source, published FROM articles ORDER BY order_key DESC, id LIMIT ?",
            limit,
        )
        return [Entry(*row) for row in rows]

    def count(self) -> int:
        """How many articles there are."""
        return int(self._all("SELECT count(*) FROM articles")[0][0])

    def ids(self) -> frozenset[str]:
        """The id of every article."""
        return frozenset(row[0] for row in self._all("SELECT id FROM articles"))

    def has(self, article_id: str) -> bool:
        """Whether there is an article with this id."""
        return bool(self._all("SELECT 1 FROM articles WHERE id = ?", article_id))

    def article(self, article_id: str) -> Article | None:
        """The article with this id, or None."""
        rows = self._all(
            f"SELECT {_COLUMNS}, body FROM articles JOIN texts USING (number) WHERE id = ?",  # noqa: S608 - our own column names
            article_id,
        )
        if not rows:
            return None
        (
            *(id_, title, source, byline, published, timezone, url),
            path,
            sha256,
            guessed,
            removed,
            remark,
            body,
        ) = rows[0]
        return Article(
            id=id_,
            title=title,
            body=body,
            source=source,
            byline=byline,
            published=published,
            timezone=timezone,
            url=url,
            path=_path(path),
            sha256=sha256,
            title_guessed=bool(guessed),
            removed_characters=removed,
            remark=remark,
        )

    def body(self, article_id: str) -> str | None:
        """The text of an article, or None."""
        rows = self._all(
            "SELECT body FROM articles JOIN texts USING (number) WHERE id = ?", article_id
        )
        return rows[0][0] if rows else None

    def facts(self, article_id: str) -> Facts | None:
        """The facts of an article; None if there is no such article or none were kept."""
        rows = self._all(
            "SELECT facts, body FROM articles JOIN texts USING (number) WHERE id = ?", article_id
        )
        if not rows:
            return None
        try:
            return self._decoded.get(*rows[0])
        except ValueError:
            return None

    def id_of_path(self, path: Path) -> str | None:
        """The article that a file holds, or None."""
        rows = self._all("SELECT id FROM files WHERE path = ?", os.fsencode(path))
        return rows[0][0] if rows else None

    def id_of_sha256(self, sha256: str) -> str | None:
        """An article with these bytes, or None: finds one that was renamed."""
        rows = self._all("SELECT id FROM articles WHERE sha256 = ? ORDER BY id", sha256)
        return rows[0][0] if rows else None

    def id_of_former(self, former: str) -> str | None:
        """The present id of an article that was once called `former`, or None."""
        rows = self._all("SELECT sha256 FROM former WHERE id = ?", former)
        return self.id_of_sha256(rows[0][0]) if rows else None

    def current_id(self, article_id: str) -> str | None:
        """The present id of the article that has, or once had, exactly this id; or None."""
        return article_id if self.has(article_id) else self.id_of_former(article_id)

    def former_ids(self, article_id: str) -> list[str]:
        """What an article was called before, as far as no other one is called so now."""
        rows = self._all(
            "SELECT former.id FROM former JOIN articles USING (sha256) WHERE articles.id = ? "
            "AND former.id NOT IN (SELECT id FROM articles)",
            article_id,
        )
        return [row[0] for row in rows]

    # What sync asks and writes

    def seen(self, *, retry: bool = False) -> dict[str, tuple[int, int]]:
        """Size and time of change that each file had at the last sync, by its whole name.

        The size is -1, as no file's is, where the file is to be tried once more: permissions and
        disks are mended without a change of size or time. What a file holds is not, and may take
        seconds to fail again: that is tried for `retry` alone.
        """
        rows = self._all(
            "SELECT path, CASE WHEN id IS NULL AND reason > '' AND (? OR NOT final) "
            "THEN -1 ELSE size END, modified FROM files",
            retry,
        )
        return {path.decode(*_FILE_NAMES): (size, modified) for path, size, modified in rows}

    def files(self, paths: Iterable[str]) -> dict[str, FileRecord]:
        """What the last sync saw of these files, by the file's whole name."""
        statement = "SELECT size, modified, id, stated, reason, final FROM files WHERE path = ?"
        known = ((path, self._all(statement, os.fsencode(path))) for path in paths)
        return {path: FileRecord(path, *rows[0]) for path, rows in known if rows}

    def ids_of_files(self) -> dict[str, str]:
        """The article in each file that holds one, by the file's whole name."""
        rows = self._all("SELECT path, id FROM files WHERE id IS NOT NULL")
        return {path.decode(*_FILE_NAMES): id_ for path, id_ in rows}

    def failures(self) -> list[tuple[str, str]]:
        """Files that could not be read, and why, in the order of their names."""
        rows = self._all("SELECT path, reason FROM files WHERE reason > '' ORDER BY path")
        return [(os.fsdecode(path), reason) for path, reason in rows]

    def encoded_facts(self, article_id: str) -> bytes:
        """The facts of an article as they are kept; nothing if there are none."""
        rows = self._all(
            "SELECT facts FROM articles JOIN texts USING (number) WHERE id = ?", article_id
        )
        return rows[0][0] if rows else b""

    def write(
        self,
        records: Iterable[FileRecord],
        documents: Iterable[tuple[Article, bytes]] = (),
        *,
        gone_paths: Iterable[str] = (),
        gone_ids: Iterable[str] = (),
    ) -> None:
        """Takes over files, their articles with encoded facts, and what is gone, all or nothing.

        The ids of new, changed and removed articles then wait for the index.
        """
        with self._transaction() as database:
            database.executemany(
                "DELETE FROM files WHERE path = ?", ((os.fsencode(path),) for path in gone_paths)
            )
            for id_ in gone_ids:
                self._remove_article(database, id_)
            database.executemany(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
                ((os.fsencode(record.path), *record[1:]) for record in records),
            )
            for article, facts in documents:
                self._write_article(database, article, facts)

    def waiting(self) -> list[str]:
        """Ids that the index has not taken over yet; an id without article is to be dropped."""
        return [row[0] for row in self._all("SELECT id FROM waiting ORDER BY id")]

    def index_state(self) -> str:
        """The state of the index that is known to lack no more than what waits."""
        rows = self._all("SELECT state FROM taken_over")
        return rows[0][0] if rows else ""

    def await_index(self, ids: Iterable[str], state: str) -> None:
        """Lets the index take these over once more: they are all that it lacks in this state."""
        with self._transaction() as database:
            database.executemany(
                "INSERT OR IGNORE INTO waiting VALUES (?)", ((id_,) for id_ in ids)
            )
            _note_state(database, state)

    def indexed(self, ids: Iterable[str], state: str) -> None:
        """The index has committed these, and is in this state now."""
        with self._transaction() as database:
            database.executemany("DELETE FROM waiting WHERE id = ?", ((id_,) for id_ in ids))
            _note_state(database, state)

    def corrected(self) -> dict[str, str]:
        """Articles of which the index leaves out marks that a person has called wrong, and what
        names these marks."""
        return dict(self._all("SELECT id, marks FROM corrected"))

    def await_corrected(self, marks: Mapping[str, str]) -> None:
        """Lets the index take articles over once more, without these marks; "" leaves none out."""
        with self._transaction() as database:
            database.executemany("INSERT OR REPLACE INTO corrected VALUES (?, ?)", marks.items())
            database.execute("DELETE FROM corrected WHERE marks = ''")
            database.executemany(
                "INSERT OR IGNORE INTO waiting VALUES (?)", ((id_,) for id_ in marks)
            )

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._connection.close()

    def _all(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock, self._faults_told():
            return self._connection.execute(statement, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._faults_told(), self._connection as database:
            yield database

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        """Turns the database's errors into sentences; a damaged file is dropped, being a cache."""
        try:
            yield
        except sqlite3.Error as error:
            # Damage has no class of its own: the subclasses tell of a disk that is full, of a
            # connection that was closed in the midst of a sync, and the like.
            if type(error) is not sqlite3.DatabaseError:
                raise ResourceError(
                    f"The catalogue {self._file or 'in memory'} cannot be used now ({error}); see "
                    "to the disk's space and permissions, then start again."
                ) from error
            if self._file:
                remove_database(self._file)
            raise CatalogDamagedError(
                f"The catalogue {self._file} is damaged ({error}); start again, and it is made "
                "anew from the articles."
            ) from error

    def _remove_article(self, database: sqlite3.Connection, article_id: str) -> None:
        database.execute(
            "INSERT OR REPLACE INTO former SELECT id, sha256 FROM articles WHERE id = ?",
            (article_id,),
        )
        database.execute(
            "DELETE FROM texts WHERE number = (SELECT number FROM articles WHERE id = ?)",
            (article_id,),
        )
        database.execute("DELETE FROM articles WHERE id = ?", (article_id,))
        database.execute("INSERT OR IGNORE INTO waiting VALUES (?)", (article_id,))

    def _write_article(self, database: sqlite3.Connection, article: Article, facts: bytes) -> None:
        # A former name leads to the article by its bytes: it goes with them where they change.
        database.execute(
            "UPDATE former SET sha256 = ?1 "
            "WHERE sha256 = (SELECT sha256 FROM articles WHERE id = ?2) AND NOT EXISTS "
            "(SELECT 1 FROM articles AS other WHERE other.sha256 = former.sha256 AND id <> ?2)",
            (article.sha256, article.id),
        )
        row = _row(article)
        marks = ", ".join("?" * len(row))
        found = database.execute(
            f"INSERT INTO articles ({_COLUMNS}, order_key) VALUES ({marks}) "  # noqa: S608 - our own column names
            f"ON CONFLICT (id) DO UPDATE SET ({_COLUMNS}, order_key) = ({marks}) RETURNING number",
            row + row,
        ).fetchone()
        database.execute(
            "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)",
            (found[0], article.body, facts),
        )
        database.execute("INSERT OR IGNORE INTO waiting VALUES (?)", (article.id,))


def _note_state(database: sqlite3.Connection, state: str) -> None:
    database.execute("DELETE FROM taken_over")
    database.execute("INSERT INTO taken_over VALUES (?)", (state,))


def _row(article: Article) -> tuple[object, ...]:
    from index.sources.published import sortable  # who only looks things up needs no dates

    return (
        article.id,
        article.title,
        article.source,
        article.byline,
        article.published,
        article.timezone,
        article.url,
        os.fsencode(article.path) if article.path else None,
        article.sha256,
        article.title_guessed,
        article.removed_characters,
        article.remark,
        sortable(article.published),
    )


def _path(stored: bytes | None) -> Path | None:
    return Path(os.fsdecode(stored)) if stored is not None else None
