"""Opens article files without trusting their names: plain files of a bounded size, nothing else."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from index.errors import InputError

_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY


@dataclass(frozen=True, slots=True)
class FileContent:
    """The bytes of one file, as they were when it was read."""

    content: bytes
    sha256: str
    """Hexadecimal digest of `content`."""


def read_file(path: Path, largest: int, *, follow: bool = True) -> FileContent:
    """The content of the plain file `path`, if it has at most `largest` bytes.

    Never waits on a FIFO and never reads a device; without `follow` a symbolic link is refused, so
    that a file swapped for a link after the scan is not followed out of the library. Raises
    InputError with a sentence to follow the file's name.
    """
    try:
        descriptor = os.open(path, _FLAGS if follow else _FLAGS | os.O_NOFOLLOW)
    except (OSError, ValueError) as error:
        raise InputError(_reason(error)) from None
    try:
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise InputError("is no plain file")
            if status.st_size > largest:
                raise InputError(too_large(status.st_size, largest))
            content = file.read(largest + 1)
    except OSError as error:
        raise InputError(_reason(error)) from None
    if len(content) > largest:
        raise InputError(too_large(len(content), largest))
    return FileContent(content, sha256(content).hexdigest())


def too_large(size: int, largest: int) -> str:
    """The sentence for a file over the cap."""
    return f"is too large: {size / 1e6:,.1f} MB, and at most {largest / 1e6:,.0f} MB are read"


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return "has a name that no file can have"
    return {
        FileNotFoundError: "is not there",
        PermissionError: "may not be read: its permissions forbid it",
        IsADirectoryError: "is a folder",
    }.get(type(error), f"cannot be read: {(error.strerror or str(error)).lower()}")
