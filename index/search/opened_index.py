"""The files of one open index, and the one place where damage to them is dealt with."""

from __future__ import annotations

import os
import pickle
import re
import struct
import threading
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from whoosh.filedb.filetables import FileFormatError
from whoosh.index import TOC, EmptyIndexError, FileIndex, LockError
from whoosh.index import IndexError as WhooshIndexError
from whoosh.reading import TermNotFound

from index.notices import Remark
from index.search import folder as folders
from index.search.codec import NewsSegment
from index.search.schema import make_schema
from index.search.segment import SegmentView
from index.search.snapshot import Snapshot
from index.search.storage import FolderStorage, MemoryStorage

if TYPE_CHECKING:
    from index.search.writer import NewsWriter

_T = TypeVar("_T")

_DAMAGE = (
    FileFormatError,
    TermNotFound,
    WhooshIndexError,
    pickle.UnpicklingError,
    struct.error,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    NameError,
    OSError,
    TypeError,
    ValueError,
)
"""All that reading a broken index can raise. Whether it is broken is then for the checksums to
say: an index that is whole is never thrown away for a fault of ours."""
_DAMAGED = Remark("The search index was damaged; it is being built anew from the articles.")
_TRIES = 3
_HOLDER = "writer.pid"
_NAME = "MAIN"  # what Whoosh calls an index that is given no name
_COMMIT = re.compile(rf"_{_NAME}_(\d+)\.toc")


class OpenIndex:
    """An index in a folder or in memory. One thread writes at a time, and one reads: a search takes
    milliseconds, and Python runs no two of them at once."""

    def __init__(self, storage: FolderStorage | MemoryStorage, folder: Path | None) -> None:
        """Use `open`."""
        self.storage = storage
        self.folder = folder
        self.notices: list[str] = []
        self._reading = threading.RLock()
        self._views: dict[NewsSegment, SegmentView] = {}
        self._snapshot: Snapshot | None = None

    @classmethod
    def open(cls, folder: Path | None) -> Self:
        """The index in `folder`; in memory for None, or, with a notice, where it has to be."""
        if folder is None:
            return cls._in_memory(None)
        try:
            return cls._in_folder(folder)
        except folders.ForeignFolderError as error:
            return cls._in_memory(f"{error}, so it was left alone; the search runs in memory.")
        except OSError as error:
            return cls._in_memory(
                f"The search index {folder} cannot be written ({reason(error)}); "
                "the search runs in memory this time."
            )

    @classmethod
    def _in_memory(cls, notice: str | None) -> Self:
        index = cls(MemoryStorage(), None)
        index.notices += [notice] if notice else []
        index._create()
        return index

    @classmethod
    def _in_folder(cls, folder: Path) -> Self:
        is_new = folders.prepare(folder)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied", str(folder))
        index = cls(FolderStorage(str(folder)), folder)
        if is_new:
            index._create()
            return index
        try:
            whole = index._is_whole(thorough=False)
        except _DAMAGE:
            whole = False
        if not whole:
            index._begin_anew()
        return index

    def snapshot(self) -> Snapshot:
        """The index as of its last commit, by whichever process."""
        current = self._snapshot
        generation = self._generation()
        while current is None or current.generation != generation:
            try:
                segments = TOC.read(self.storage, _NAME, gen=generation).segments
                current = Snapshot(generation, segments, self.view)
            except (OSError, NameError):
                # Another process has committed meanwhile and removed what we were about to read.
                if generation == self._generation():
                    raise
            generation = self._generation()
        if current is not self._snapshot:
            self._snapshot = current
            self._views = {segment: self._views[segment] for segment in current.segments}
        return current

    def _generation(self) -> int:
        """The number of the last commit; raises EmptyIndexError where there is none."""
        newest = max(
            (int(found[1]) for name in self.storage.list() if (found := _COMMIT.fullmatch(name))),
            default=None,
        )
        if newest is None:
            raise EmptyIndexError(f"no index in {self.folder}")
        return newest

    def view(self, segment: NewsSegment) -> SegmentView:
        """One segment, opened once."""
        if segment not in self._views:
            self._views[segment] = SegmentView(self.storage, segment)
        return self._views[segment]

    def read(self, use: Callable[[Snapshot], _T]) -> _T:
        """What `use` makes of the index; if the index turns out damaged, of the new empty one."""
        with self._reading:
            for _ in range(_TRIES):
                seen = None
                try:
                    seen = self.snapshot()
                    self._refuse_cut(seen.segments)
                    return use(seen)
                except _DAMAGE:
                    if not self._can_be_trusted():
                        self._begin_anew()
                    elif self.snapshot() is seen:  # and not replaced by another process meanwhile
                        raise
            return use(self.snapshot())

    def writer(self, wait: float) -> NewsWriter:
        """Starts to write. Raises Whoosh's LockError where another process does for `wait` s."""
        self.storage.close_written()
        try:
            return self._writer(wait)
        except LockError:
            raise
        except _DAMAGE:
            with self._reading:
                if self._can_be_trusted():
                    raise
                self._begin_anew()
        return self._writer(wait)

    def _writer(self, wait: float) -> NewsWriter:
        from index.search.writer import NewsWriter  # who only searches needs no writer

        writer = NewsWriter(FileIndex(self.storage), wait)
        try:
            with self._reading:
                self._refuse_cut(writer.segments)
                writer.known = [
                    (segment, self.view(segment).numbers) for segment in writer.segments
                ]
            if self.folder is not None:
                (self.folder / _HOLDER).write_text(str(os.getpid()), encoding="ascii")
        except BaseException:
            writer.abandon()
            raise
        return writer

    def is_tidy(self) -> bool:
        """Whether no segments should be merged."""
        from index.search.writer import MOST_TIDIED, to_merge

        return not to_merge(self.read(lambda seen: seen.segments), 0, MOST_TIDIED)

    def holder(self) -> str:
        """Who wrote last, and so who holds the lock that somebody waits for."""
        if self.folder is not None:
            with suppress(OSError, ValueError):
                return f"process {int((self.folder / _HOLDER).read_text(encoding='ascii'))}"
        return "process unknown"

    def remove_unfinished(self) -> None:
        """Removes what a failed writer left, so that a full disk has room for the next."""
        self.storage.close_written()
        if self.folder is None:
            return
        lock = self.storage.lock(f"{_NAME}_WRITELOCK")
        if not lock.acquire():  # somebody is writing already, and their commit will clear up
            return
        try:
            with self._reading:
                segments = self.snapshot().segments
            folders.remove_unfinished(self.folder, {s.segment_id() for s in segments})
        finally:
            lock.release()

    def close(self) -> None:
        """Lets go of every file."""
        with self._reading:
            self._snapshot = None
            self._views.clear()

    def tell_of_damage(self) -> None:
        """Says that articles have to be indexed again."""
        self.notices.append(_DAMAGED)

    def _create(self) -> None:
        if not self.storage.index_exists():
            FileIndex.create(self.storage, make_schema())

    def _can_be_trusted(self) -> bool:
        if self.folder is None:
            return True
        try:
            return self._is_whole(thorough=True)
        except _DAMAGE:
            return False

    def _refuse_cut(self, segments: Iterable[NewsSegment]) -> None:
        """Raises ValueError for a file that is shorter than it was: to read on in the map of one
        would end the program."""
        if not all(segment.length_is_right(self.storage) for segment in segments):
            raise ValueError("a file of the index has been cut")

    def _is_whole(self, *, thorough: bool) -> bool:
        """Whether every segment's file is as it was written: every byte, or else its length; and
        every byte of one that was written to after the commit that lists it."""
        snapshot = self.snapshot()
        committed = self.storage.file_modified(f"_{_NAME}_{snapshot.generation}.toc")
        return all(
            segment.is_whole(self.storage)
            if thorough or segment.modified(self.storage) > committed
            else segment.length_is_right(self.storage)
            for segment in snapshot.segments
        )

    def _begin_anew(self) -> None:
        self.close()
        try:
            if self.folder is not None:
                with suppress(OSError):  # what cannot be moved is written over
                    folders.move_aside(self.folder)
                folders.prepare(self.folder)
        except (OSError, folders.ForeignFolderError):  # then in memory, until the next start
            self.storage, self.folder = MemoryStorage(), None
        self._create()
        self.tell_of_damage()


def reason(error: OSError) -> str:
    """What the system says of an error, to stand in a sentence."""
    return (error.strerror or str(error)).lower()
