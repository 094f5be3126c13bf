"""One notes file: adding to it, and changing the blocks in it that are ours."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.errors import NotesUnavailableError, ResourceError
from index.notes import block, durable, editing, scan
from index.notes.bookmark import Bookmark, BookmarkResult, BookmarkState, ResultState
from index.notes.journal import Entry, EntryState, Journal
from index.notes.reasons import reason

_ATTEMPTS = 3
"""A file that another program changes under our hands is read anew this often."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a write did, for taking it back."""

    before: Bookmark | None
    """None for a block that was added."""
    position: int
    """First byte that was added, rewritten or taken out."""
    taken: bytes
    """The bytes that were taken out."""
    added: bytes
    """The bytes that were put in."""
    after: bytes
    """Digest of the whole file as it was left."""


class NotesFile:
    """The file at `path`, with the journal of what was and will be written to it.

    Links are followed, so that two names of one file share one lock. Without a journal (its
    database cannot be opened) a bookmark is either written at once or refused.
    """

    def __init__(self, path: Path, journal: Callable[[Path], Journal] | None, title: str) -> None:
        self.path = path.resolve()
        self._journal = journal(self.path) if journal else None
        self._title = title

    def read(self) -> durable.Snapshot:
        """The file as it is. Raises NotesUnavailableError."""
        with self._said():
            return durable.read(self.path)

    def add(self, bookmark: Bookmark) -> tuple[BookmarkResult, Change | None]:
        """Appends a block; the result says `written` only when it is on the disk.

        What cannot be written now stays in the journal. Raises NotesUnavailableError if it could
        not even be put there.
        """
        try:
            with durable.locked(self.path):
                self._settle()
                data = durable.read(self.path).data
                found = editing.standing(data, bookmark)
                if found:
                    standing = self._seen(found) or bookmark
                    message = f"Already bookmarked in {self.path}, line {found.line}."
                    return self._result("already", found.line, message, standing), None
                taken = frozenset(record.id for record in scan.records(data))
                bookmark = editing.with_free_id(taken, bookmark)
                line, change = self._append(bookmark)
                message = f"Bookmarked in {self.path}, line {line}."
                return self._result("written", line, message, bookmark), change
        except (OSError, NotesUnavailableError) as error:
            why = reason(self.path, error)
            if not self._waits(bookmark.id) and not self._begin(bookmark):
                raise NotesUnavailableError(f"{why} The bookmark was not kept.") from error
            message = f"Kept, but not in the file yet: {why}"
            return self._result("pending", None, message, bookmark), None

    def settle(self) -> None:
        """Writes what is pending. Raises NotesUnavailableError if the file cannot be written."""
        if self._entries("pending"):
            with self._said(), durable.locked(self.path):
                self._settle()

    def bookmarks(self, data: bytes) -> list[Bookmark]:
        """What stands in `data`, in its order; a block that cannot be read is passed over."""
        read = (self._seen(record) for record in scan.records(data))
        return [bookmark for bookmark in read if bookmark]

    def pending(self) -> list[Bookmark]:
        """Bookmarks that wait for the file."""
        return self._known(self._entries("pending"), "pending")

    def vanished(self, data: bytes) -> list[Bookmark]:
        """Bookmarks that stood in the file and were taken out by somebody else."""
        there = {record.id for record in scan.records(data)}
        gone = [entry for entry in self._entries("written") if entry.id not in there]
        return self._known(gone, "vanished")

    def forget(self, name: str) -> None:
        """Drops a bookmark from the journal: it is no longer missed, or no longer waits."""
        if self._journal:
            self._journal.forget(name)

    def change(self, name: str, new: Callable[[Bookmark], Bookmark | None]) -> Change:
        """Rewrites one block as `new` says, or takes it out for None; all else stays.

        Raises NotesUnavailableError if the block is not in the file, if a hand has changed it, or
        if the file cannot be written.
        """
        with self._said(), durable.locked(self.path):
            before = durable.read(self.path)
            record = editing.own_record(before.data, name)
            old = record.bookmark()
            assert old is not None  # noqa: S101  own_record has read it
            bookmark = new(old)
            if bookmark is None:
                place = editing.place_of(before.data, record, old)
                change = self._put(before, old, place.start, place.end, b"")
                self._journalled(lambda journal: journal.forget(name))
            else:
                text = block.block(bookmark)
                added = scan.encoded(text, scan.line_end(before.data))
                change = self._put(before, old, record.start, record.end, added)
                self._journalled(lambda journal: journal.written(name, text))
            return change

    def take_back(self, name: str, change: Change) -> None:
        """Undoes a change. Raises NotesUnavailableError as `change` does."""
        with self._said(), durable.locked(self.path):
            now = durable.read(self.path)
            untouched = _digest(now.data) == change.after
            if untouched and change.before is None:
                durable.cut(self.path, change.position, now)
            elif untouched:
                end = change.position + len(change.added)
                self._put(now, None, change.position, end, change.taken)
        if not untouched:
            self._take_back_elsewhere(name, change)
        elif change.before is None:
            self._journalled(lambda journal: journal.forget(name))
        else:
            text = block.block(change.before)
            self._journalled(lambda journal: journal.written(name, text))

    def _take_back_elsewhere(self, name: str, change: Change) -> None:
        """Undoes a change in a file that others have written to since."""
        if change.before is None:
            self.change(name, lambda _: None)
        elif change.added:
            self.change(name, lambda _: change.before)
        else:
            result, _ = self.add(change.before)
            if result.state == "pending":
                raise NotesUnavailableError(result.message)

    def _put(
        self, before: durable.Snapshot, old: Bookmark | None, start: int, end: int, added: bytes
    ) -> Change:
        data = before.data[:start] + added + before.data[end:]
        durable.replace(self.path, data, before)
        return Change(old, start, before.data[start:end], added, _digest(data))

    def _append(self, bookmark: Bookmark) -> tuple[int, Change]:
        """Writes a block at the end, with its place in the journal first. The lock is held."""
        for attempt in range(_ATTEMPTS):
            before = durable.read(self.path)
            added = editing.addition(before.data, bookmark, self._title)
            self._begin(bookmark, len(before.data), added.data)
            try:
                durable.append(self.path, added.data, before)
                break
            except NotesUnavailableError:
                if attempt == _ATTEMPTS - 1:
                    raise
        text = block.block(bookmark)
        self._journalled(lambda journal: journal.written(bookmark.id, text))
        position = len(before.data) + added.lasting
        after = _digest(before.data + added.data)
        return added.line, Change(None, position, b"", added.data[added.lasting :], after)

    def _settle(self) -> None:
        """Cuts off what a killed write has left, then writes what is pending. The lock is held."""
        waiting = self._entries("pending")
        for entry in waiting:
            now = durable.read(self.path)
            torn = now.data[entry.base :] if entry.base is not None else b""
            if torn and entry.tail and entry.tail != torn and entry.tail.startswith(torn):
                durable.cut(self.path, len(now.data) - len(torn), now)
        for entry in waiting:
            data = durable.read(self.path).data
            if any(record.id == entry.id for record in scan.records(data)):
                self._written(entry)
            elif bookmark := block.parse(entry.block):
                self._append(bookmark)

    def _written(self, entry: Entry) -> None:
        self._journalled(lambda journal: journal.written(entry.id, entry.block))

    def _waits(self, name: str) -> bool:
        return any(entry.id == name for entry in self._entries("pending"))

    def _begin(
        self, bookmark: Bookmark, base: int | None = None, tail: bytes | None = None
    ) -> bool:
        """Puts a bookmark into the journal; whether that could be done."""
        text = block.block(bookmark)
        return self._journalled(lambda journal: journal.begin(bookmark.id, text, base, tail))

    def _journalled(self, act: Callable[[Journal], None]) -> bool:
        """The notes file is the truth: a journal that fails must not stop it."""
        if self._journal:
            with contextlib.suppress(ResourceError):
                act(self._journal)
                return True
        return False

    def _entries(self, state: EntryState) -> list[Entry]:
        if self._journal:
            with contextlib.suppress(ResourceError):
                return self._journal.entries(state)
        return []

    def _known(self, entries: list[Entry], state: BookmarkState) -> list[Bookmark]:
        read = (block.parse(entry.block) for entry in entries)
        return [
            dataclasses.replace(bookmark, state=state, path=self.path)
            for bookmark in read
            if bookmark
        ]

    def _seen(self, record: scan.Record) -> Bookmark | None:
        bookmark = record.bookmark()
        return bookmark and dataclasses.replace(bookmark, path=self.path, line=record.line)

    def _result(
        self, state: ResultState, line: int | None, message: str, bookmark: Bookmark
    ) -> BookmarkResult:
        told = dataclasses.replace(
            bookmark,
            state="pending" if state == "pending" else "written",
            path=self.path,
            line=line,
        )
        return BookmarkResult(state, self.path, line, message, told)

    @contextlib.contextmanager
    def _said(self) -> Iterator[None]:
        """What the disk refuses, as a sentence."""
        try:
            yield
        except OSError as error:
            raise NotesUnavailableError(reason(self.path, error)) from error


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
