"""The file behind the catalogue: made, opened, known as ours, made anew."""

from __future__ import annotations

import os
import sqlite3
from errno import EBUSY
from pathlib import Path

from index.writer_lock import writer_lock

CATALOG_VERSION = 5

_WAIT = 10.0
"""Seconds that a start waits for another one that makes or fills the catalogue."""

_TABLES = """
CREATE TABLE stamp (value TEXT NOT NULL);
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    source TEXT, byline TEXT, published TEXT, timezone TEXT, url TEXT,
    path BLOB, sha256 TEXT NOT NULL,
    title_guessed INTEGER NOT NULL, removed_characters INTEGER NOT NULL, remark TEXT,
    order_key TEXT NOT NULL
);
CREATE INDEX articles_newest ON articles (order_key DESC, id);
CREATE INDEX articles_sha256 ON articles (sha256);
CREATE TABLE texts (number INTEGER PRIMARY KEY, body TEXT NOT NULL, facts BLOB NOT NULL);
CREATE TABLE files (
    path BLOB PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    id TEXT, stated TEXT NOT NULL, reason TEXT, final INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE former (id TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE waiting (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE taken_over (state TEXT NOT NULL);
CREATE TABLE corrected (id TEXT PRIMARY KEY, marks TEXT NOT NULL) WITHOUT ROWID;
"""


def open_database(file: Path | None, extractor_stamp: str) -> tuple[sqlite3.Connection, str | None]:
    """The catalogue in `file`, made anew if it is missing, damaged or of another stamp.

    None, and a place that cannot be written, give one in memory; the second comes with a notice.
    """
    stamp = f"{CATALOG_VERSION} {extractor_stamp}"
    if file is None:
        return _create(":memory:", stamp), None
    try:
        connection = _open_existing(file, stamp) or _made_alone(file, stamp)
    except (OSError, sqlite3.Error) as error:
        return _create(":memory:", stamp), (
            f"{file.parent} cannot be written ({_reason(error)}); the catalogue is kept in memory "
            "this time and will be made again at the next start."
        )
    return connection, None


def _open_existing(file: Path, stamp: str) -> sqlite3.Connection | None:
    """None if there is none, or not one that can be used."""
    if not file.exists():
        return None
    try:
        connection = _connect(os.fspath(file))
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            raise
        return None
    try:
        if connection.execute("SELECT value FROM stamp").fetchall() == [(stamp,)]:
            return connection
    except sqlite3.DatabaseError:
        pass
    connection.close()
    return None


def _made_alone(file: Path, stamp: str) -> sqlite3.Connection:
    """A new catalogue, unless another newsreader has made it meanwhile.

    Two that start at the same moment would otherwise each remove what the other has made.
    """
    with writer_lock(file.parent, _WAIT) as mine:
        connection = _open_existing(file, stamp)
        if connection:
            return connection
        if not mine:
            raise OSError(EBUSY, "another newsreader is writing there")
        remove_database(file)
        return _create(os.fspath(file), stamp)


def _create(name: str, stamp: str) -> sqlite3.Connection:
    connection = _connect(name)
    try:
        with connection:
            connection.executescript(f"BEGIN; {_TABLES}")
            connection.execute("INSERT INTO stamp VALUES (?)", (stamp,))
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _connect(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=10, check_same_thread=False)
    try:
        # A cache may lose its last transaction in a power cut, but never be torn by one.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def remove_database(file: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _reason(error: OSError | sqlite3.Error) -> str:
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).lower()
