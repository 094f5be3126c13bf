"""What has been taken in already, and what failed: kept in the person's data folder.

The articles are files in the library; this knows only what is needed to ask politely (what a
server said the last time), not to bring back what the person has deleted, and to list what failed.
Without it nothing is taken twice: the names of the files know their articles again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from index.sources.answers import Known
from index.state import State

_TABLES = (
    "CREATE TABLE IF NOT EXISTS intake_feed (folder TEXT, address TEXT, etag TEXT, modified TEXT, "
    "PRIMARY KEY (folder, address)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS intake_item (folder TEXT, identity TEXT, mark TEXT, text TEXT, "
    "etag TEXT, modified TEXT, PRIMARY KEY (folder, identity)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS intake_failure (folder TEXT, feed TEXT, identity TEXT, "
    "address TEXT, reason TEXT, lasting INTEGER, PRIMARY KEY (folder, feed, identity)) "
    "WITHOUT ROWID",
)
_MANY = 400
"""Values in one question; SQLite takes some thousands."""


@dataclass(frozen=True, slots=True)
class KnownItem:
    """What was known of an article when it was last taken in, or looked at."""

    mark: str
    """Of the item in its feed; "" for a page that was asked for by name."""
    text: str
    """`Document.text_digest`; "" where it is not known."""
    answer: Known | None = None
    """What the server of its page said."""


@dataclass(frozen=True, slots=True)
class FailedItem:
    """Something that a feed names and that could not be taken in."""

    feed: str
    identity: str
    address: str
    reason: str
    """Follows the address in a sentence."""
    lasting: bool
    """Not asked for again unless the person wants it."""


class Ledger:
    """The part of the state for one folder."""

    def __init__(self, state: State, folder: Path) -> None:
        self._state = state
        self._folder = str(folder)
        with state.transaction() as database:
            for table in _TABLES:
                database.execute(table)

    def feed(self, address: str) -> Known:
        """What the server of a feed said the last time."""
        rows = self._state.rows(
            "SELECT etag, modified FROM intake_feed WHERE folder = ? AND address = ?",
            self._folder,
            address,
        )
        return Known(*rows[0]) if rows else Known()

    def items(self, identities: Sequence[str]) -> dict[str, KnownItem]:
        """What is known of these; those that are not are missing."""
        found: dict[str, KnownItem] = {}
        for start in range(0, len(identities), _MANY):
            part = identities[start : start + _MANY]
            rows = self._state.rows(
                "SELECT identity, mark, text, etag, modified FROM intake_item "  # noqa: S608 - marks only
                f"WHERE folder = ? AND identity IN ({', '.join('?' * len(part))})",
                self._folder,
                *part,
            )
            for identity, mark, text, etag, modified in rows:
                found[identity] = KnownItem(mark, text, Known(etag, modified))
        return found

    def record(self, items: Iterable[tuple[Sequence[str], KnownItem]]) -> None:
        """These are in the library now, under each of their identities."""
        with self._state.transaction() as database:
            database.executemany(
                "INSERT OR REPLACE INTO intake_item VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (self._folder, one, item.mark, item.text, *astuple(item.answer or Known()))
                    for identities, item in items
                    for one in identities
                ),
            )

    def feed_read(self, address: str, answer: Known, failures: Iterable[FailedItem]) -> None:
        """A feed was read to its end: what its server said, and all that failed in it."""
        with self._state.transaction() as database:
            database.execute(
                "INSERT OR REPLACE INTO intake_feed VALUES (?, ?, ?, ?)",
                (self._folder, address, answer.etag, answer.modified),
            )
            database.execute(
                "DELETE FROM intake_failure WHERE folder = ? AND feed = ?", (self._folder, address)
            )
            database.executemany(
                "INSERT OR REPLACE INTO intake_failure VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (self._folder, one.feed, one.identity, one.address, one.reason, one.lasting)
                    for one in failures
                ),
            )

    def feed_unchanged(self, address: str) -> None:
        """A feed has nothing new; what failed in it before may still be wanted."""
        with self._state.transaction() as database:
            database.execute(
                "DELETE FROM intake_failure WHERE folder = ? AND feed = ? AND identity = ''",
                (self._folder, address),
            )

    def feed_failed(self, address: str, reason: str) -> None:
        """A feed itself could not be read."""
        with self._state.transaction() as database:
            database.execute(
                "INSERT OR REPLACE INTO intake_failure VALUES (?, ?, ?, ?, ?, ?)",
                (self._folder, address, "", address, reason, False),
            )

    def failures(self, feed: str | None = None) -> list[FailedItem]:
        """What failed the last time it was asked for, in one feed or in all."""
        rows = self._state.rows(
            "SELECT feed, identity, address, reason, lasting FROM intake_failure "
            "WHERE folder = ? AND (? = '' OR feed = ?) ORDER BY feed, address",
            self._folder,
            feed or "",
            feed or "",
        )
        return [
            FailedItem(feed, identity, failed, reason, bool(lasting))
            for feed, identity, failed, reason, lasting in rows
        ]
