"""The folder that articles are taken into: one plain file for each version of an article.

The name of a file ends with the key of its article, so that what is there can be told by listing a
folder: nothing is taken twice when the program was killed before it wrote down what it had done.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.errors import ResourceError

_VERSION = re.compile(r"-(?P<key>[0-9a-f]{10})(?:-v(?P<number>\d{1,4}))?\.(?:md|txt)\Z")
_UNFINISHED = ".newsreader-unfinished"


class FolderError(ResourceError):
    """The folder cannot be written: nothing more can be taken in."""


class ArticleFolder:
    """One library's folder, for one process at a time."""

    def __init__(self, root: Path) -> None:
        """Makes the folder if it is missing; raises ResourceError."""
        try:
            root.mkdir(parents=True, exist_ok=True)
            self.root = root.resolve(strict=True)
        except OSError as error:
            raise _unwritable(root, error) from None
        self._versions: dict[str, dict[str, dict[int, str]]] = {}

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keeps other processes from taking articles in; raises ResourceError where one is."""
        descriptor = os.open(self.root, os.O_RDONLY | os.O_CLOEXEC)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise ResourceError(
                    f"Another newsreader is taking articles into {self.root}; "
                    "try again when it is done."
                ) from None
            yield
        finally:
            os.close(descriptor)

    def versions(self, server: str, key: str) -> list[Path]:
        """The files of one article, the oldest version first."""
        known = self._listing(server).get(key, {})
        return [self.root / server / known[number] for number in sorted(known)]

    def write(self, server: str, stem: str, key: str, content: bytes, ending: str = ".md") -> Path:
        """Writes the first, or one more, version of an article; raises ResourceError.

        The file appears whole or not at all, and no file is ever written over.
        """
        known = self._listing(server).setdefault(key, {})
        number = max(known, default=0) + 1
        place = self._made(server)
        while True:
            version = f"-v{number}" if number > 1 else ""
            path = place / f"{stem}{version}{ending}"
            if self._appears(path, content):
                known[number] = path.name
                return path
            number += 1

    def _appears(self, path: Path, content: bytes) -> bool:
        """Whether the file could be made under this name; False where the name is taken."""
        unfinished = path.with_name(f"{_UNFINISHED}-{os.getpid()}")
        try:
            with unfinished.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            try:
                os.link(unfinished, path)  # fails where there is such a file, unlike a rename
            except FileExistsError:
                return False
            except OSError:  # a disk that knows no links
                if path.exists():
                    return False
                unfinished.rename(path)
        except OSError as error:
            raise _unwritable(path, error) from None
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        return True

    def _made(self, server: str) -> Path:
        """The folder of one server; a link that leads out of the library is not followed."""
        place = self.root / server
        try:
            place.mkdir(exist_ok=True)
            inside = place.resolve(strict=True).is_relative_to(self.root)
        except OSError as error:
            raise _unwritable(place, error) from None
        if not inside:
            raise FolderError(f"{place} leads out of the library; take that link away.")
        return place

    def _listing(self, server: str) -> dict[str, dict[int, str]]:
        """The versions of each article of one server: key, number, name of the file."""
        if server not in self._versions:
            found: dict[str, dict[int, str]] = {}
            with suppress(OSError), os.scandir(self.root / server) as entries:
                for entry in entries:
                    if entry.name.startswith(_UNFINISHED):  # of a process that was killed
                        Path(entry.path).unlink(missing_ok=True)
                    elif version := _VERSION.search(entry.name):
                        of_key = found.setdefault(version["key"], {})
                        of_key[int(version["number"] or 1)] = entry.name
            self._versions[server] = found
        return self._versions[server]


def _unwritable(path: Path, error: OSError) -> FolderError:
    return FolderError(
        f"{path} cannot be written ({(error.strerror or str(error)).lower()}); see to the disk's "
        "space and permissions, or choose another folder with --library."
    )
