"""One notes file: adding to it, and changing the blocks in it that are ours."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.errors import NotesUnavailableError, ResourceError
from index.notes import block, durable, editing, scan
from index.notes.bookmark import Bookmark, BookmarkResult, BookmarkState, ResultState
from index.notes.journal import Entry, EntryState, Journal
from index.notes.reasons import reason
from index.span import TextSpan
from index.state import State

_ATTEMPTS = 3
"""A file that another program changes under our hands is read anew this often."""

ChangeKind = Literal["added", "edited", "deleted"]


@dataclass(frozen=True, slots=True)
class Change:
    """What one write did to a file, for taking it back."""

    kind: ChangeKind
    bookmark: Bookmark
    """As it was added, or as it was before."""
    position: int
    """First byte that was added, rewritten or taken out."""
    taken: bytes
    """The bytes that were taken out there."""
    added: bytes
    """The bytes that were put in there."""
    after: bytes
    """Digest of the whole file as it was left."""


class NotesFile:
    """The file at `path`, with the journal of what was and will be written to it.

    Links are followed, so that two names of one file share one lock. Without a journal (its
    database cannot be opened) a bookmark is either written at once or refused.
    """

    def __init__(self, path: Path, state: State | None, title: str) -> None:
        self.path = durable.real(path)
        self._journal = Journal(state, self.path) if state else None
        self._title = title
        self._seen: tuple[durable.Mark | None, list[Bookmark]] = (None, [])

    def mark(self) -> durable.Mark | None:
        """Differs from an earlier one if the file was changed; None if there is none."""
        return durable.mark_of(self.path)

    def standing(self) -> list[Bookmark]:
        """What stands in the file, in its order; a block that cannot be read is passed over.

        Raises NotesUnavailableError if the file cannot be read.
        """
        mark = self.mark()
        if mark is None or mark != self._seen[0]:
            with self._said():
                now = durable.read(self.path)
            read = (self._placed(record) for record in scan.records(now.data))
            self._seen = (now.mark, [bookmark for bookmark in read if bookmark])
        return list(self._seen[1])

    def add(self, bookmark: Bookmark) -> tuple[BookmarkResult, Change | None]:
        """Appends a block; the result says `written` only when it is on the disk.

        What cannot be written now stays in the journal. Raises NotesUnavailableError if it could
        not even be put there.
        """
        try:
            with durable.locked(self.path):
                self._settle()
                records = scan.records(durable.read(self.path).data)
                found = editing.standing(records, bookmark)
                if found:
                    standing = self._placed(found) or bookmark
                    message = f"Already bookmarked in {self.path}, line {found.line}."
                    return self._result("already", found.line, message, standing), None
                taken = frozenset(record.id for record in records)
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

    def pending(self) -> list[Bookmark]:
        """Bookmarks that wait for the file."""
        return self._known(self._entries("pending"), "pending")

    def vanished(self) -> list[Bookmark]:
        """Bookmarks that stood in the file and were taken out by somebody else.

        None are said to be gone while the folder is: it may be on a disk that is not there now.
        """
        if not self.path.parent.exists():
            return []
        with self._said():
            there = {record.id for record in scan.records(durable.read(self.path).data)}
        gone = [entry for entry in self._entries("written") if entry.id not in there]
        return self._known(gone, "vanished")

    def forget(self, name: str) -> None:
        """Drops a bookmark from the journal: it is no longer missed, or no longer waits."""
        if self._journal:
            self._journal.forget(name)

    def edit(self, name: str, new: Callable[[Bookmark], Bookmark]) -> Change:
        """Rewrites one block as `new` says; all else stays.

        Raises NotesUnavailableError if the block is not in the file, if a hand has changed it, or
        if the file cannot be written.
        """
        with self._said(), durable.locked(self.path):
            before = durable.read(self.path)
            record, old = editing.own_record(before.data, name)
            text = block.block(new(old))
            added = scan.encoded(text, scan.line_end(record.data))
            change = self._put("edited", old, before, TextSpan(record.start, record.end), added)
            self._journalled(lambda journal: journal.written(name, text))
            return change

    def reword(self, bookmark: Bookmark) -> None:
        """Other words for a bookmark that waits. Raises NotesUnavailableError."""
        text = block.block(bookmark)
        if not self._journalled(lambda journal: journal.reword(bookmark.id, text)):
            raise NotesUnavailableError("The journal of bookmarks cannot be written now.")

    def delete(self, name: str) -> Change:
        """Takes one block out; all else stays. Raises NotesUnavailableError as `edit` does."""
        with self._said(), durable.locked(self.path):
            before = durable.read(self.path)
            record, old = editing.own_record(before.data, name)
            place = editing.place_of(before.data, record, old)
            change = self._put("deleted", old, before, place, b"")
            self._journalled(lambda journal: journal.forget(name))
            return change

    def take_back(self, change: Change) -> None:
        """Undoes a change. Raises NotesUnavailableError as `edit` does."""
        name = change.bookmark.id
        with self._said(), durable.locked(self.path):
            now = durable.read(self.path)
            untouched = _digest(now.data) == change.after
            if untouched:
                place = TextSpan(change.position, change.position + len(change.added))
                self._put(change.kind, change.bookmark, now, place, change.taken)
                if change.kind == "added":
                    self._journalled(lambda journal: journal.forget(name))
                else:
                    text = block.block(change.bookmark)
                    self._journalled(lambda journal: journal.written(name, text))
        if not untouched:
            self._take_back_elsewhere(change)

    def _take_back_elsewhere(self, change: Change) -> None:
        """Undoes a change in a file that others have written to since."""
        match change.kind:
            case "added":
                self.delete(change.bookmark.id)
            case "edited":
                self.edit(change.bookmark.id, lambda _: change.bookmark)
            case "deleted":
                result, _ = self.add(change.bookmark)
                if result.state == "pending":
                    raise NotesUnavailableError(result.message)

    def _put(
        self,
        kind: ChangeKind,
        bookmark: Bookmark,
        before: durable.Snapshot,
        place: TextSpan,
        added: bytes,
    ) -> Change:
        """Puts `added` in the place of some bytes. What only gets shorter is cut, in place."""
        taken = before.data[place.start : place.end]
        data = editing.replaced(before.data, place, added)
        if before.data.startswith(data):
            durable.cut(self.path, len(data), before)
        else:
            durable.replace(self.path, data, before)
        return Change(kind, bookmark, place.start, taken, added, _digest(data))

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
        return added.line, Change(
            "added", bookmark, position, b"", added.data[added.lasting :], after
        )

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

    def _placed(self, record: scan.Record) -> Bookmark | None:
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
