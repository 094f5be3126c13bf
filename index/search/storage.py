"""Where the files of an index lie: mapped into memory, never copied there.

Whoosh reads a whole segment into memory when it opens its files; these classes hand out slices of
one map instead, so that an index of any size costs only the pages that are looked at.
"""

from __future__ import annotations

import mmap
import pickle
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.filedb.structfile import StructFile


class MappedFile(StructFile):  # type: ignore[misc]  # Whoosh carries no types
    """A stretch of memory that reads like one of Whoosh's files. Reading moves no shared place."""

    def __init__(self, view: memoryview, name: str) -> None:
        super().__init__(_Cursor(view), name=name)
        self._view = view
        self.length = len(view)

    def get(self, position: int, length: int) -> bytes:
        """`length` bytes from `position`."""
        return bytes(self._view[position : position + length])


class _Cursor:
    """What `StructFile` and `pickle` need of a file to read from."""

    def __init__(self, view: memoryview) -> None:
        self._view = view
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        end = len(self._view) if size < 0 else self._at + size
        data = bytes(self._view[self._at : end])
        self._at += len(data)
        return data

    def readline(self) -> bytes:
        """Pickles of the protocols in use have no lines; the reader only asks that it exists."""
        raise pickle.UnpicklingError("the index holds a pickle of another age")

    def seek(self, offset: int, whence: int = 0) -> None:
        self._at = offset + (0, self._at, len(self._view))[whence]

    def tell(self) -> int:
        return self._at


class SegmentFiles(CompoundStorage):  # type: ignore[misc]  # Whoosh carries no types
    """The files of one segment, inside the one file that holds them all."""

    def __init__(self, view: memoryview) -> None:
        self.is_closed = False
        self._view = view
        self._locks: dict[str, Any] = {}
        whole = MappedFile(view, "segment")
        whole.seek(whole.get_long(0))
        self._dir = whole.read_pickle()

    def open_file(self, name: str, *_args: Any, **_kwargs: Any) -> MappedFile:
        """One of the files; raises NameError where there is none of that name."""
        offset, length = self.range(name)
        return MappedFile(self._view[offset : offset + length], name)

    def close(self) -> None:
        """Nothing to do: the map goes when the last slice of it goes."""


class FolderStorage(FileStorage):  # type: ignore[misc]  # Whoosh carries no types
    """An index in a folder."""

    def __init__(self, folder: str, written: list[Any] | None = None) -> None:
        super().__init__(folder)
        self._written: list[Any] = [] if written is None else written

    def create_file(self, name: str, **options: Any) -> Any:
        """A file to write."""
        file = super().create_file(name, **options)
        self._written.append(file)
        return file

    def temp_storage(self, name: str | None = None) -> FolderStorage:
        """A folder for what a writer keeps while it writes."""
        folder = Path(self.folder) / (name or "writer.tmp")
        folder.mkdir(exist_ok=True)
        return FolderStorage(str(folder), self._written)

    def close_written(self) -> None:
        """Closes what a writer left open: all of it if the writer failed."""
        while self._written:
            with suppress(OSError, ValueError):
                self._written.pop().raw_file().close()

    def open_file(self, name: str, **options: Any) -> Any:
        """A file to read. A list of segments, which may be broken, is read here and now: Whoosh
        would leave it open."""
        if name.endswith(".toc"):
            return MappedFile(memoryview((Path(self.folder) / name).read_bytes()), name)
        return super().open_file(name, **options)

    def checksum(self, name: str) -> tuple[int, int]:
        """The length and the CRC 32 of a file, read without mapping it."""
        length = code = 0
        with (Path(self.folder) / name).open("rb") as file:
            while data := file.read(1 << 20):
                length, code = length + len(data), zlib.crc32(data, code)
        return length, code

    def segment_view(self, name: str) -> memoryview:
        """The bytes of a segment's file, mapped."""
        with (Path(self.folder) / name).open("rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


class MemoryStorage(RamStorage):  # type: ignore[misc]  # Whoosh carries no types
    """An index that is never written to a disk."""

    def segment_view(self, name: str) -> memoryview:
        """The bytes of a segment's file."""
        if name not in self.files:
            raise NameError(name)
        return memoryview(self.files[name])

    def checksum(self, name: str) -> tuple[int, int]:
        """The length and the CRC 32 of a file."""
        return len(self.files[name]), zlib.crc32(self.files[name])

    def temp_storage(self, name: str | None = None) -> MemoryStorage:
        """A place for what a writer keeps while it writes."""
        return MemoryStorage()

    def close_written(self) -> None:
        """Nothing lies outside memory."""
