"""Finds the article files of a library and gives each its id. Reads no file."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from index.sources.declared import FILE_NAME as DECLARATIONS_NAME
from index.sources.kinds import SUFFIXES
from index.sources.sanitise import clean

_NO_ARTICLES = ("readme", "changelog", "license", "licence")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may hold an article, as the folder listed it."""

    path: Path
    root: Path
    """The folder of the library it was found in."""
    size: int
    """Bytes."""
    modified: int
    """Nanoseconds since 1970."""


@dataclass(slots=True)
class Scan:
    """What a library's folders hold."""

    files: list[FoundFile] = field(default_factory=list)
    declarations: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Folders with a `sources.toml`, and its size and time of change."""
    links_out: int = 0
    """Symbolic links that were not followed because they lead out of their folder."""
    unreadable: dict[Path, str] = field(default_factory=dict)
    """Folders that could not be listed, and the reason."""


def scan(places: Sequence[Path], leave_out: Iterable[Path] = ()) -> Scan:
    """Every article file under `places`, which are folders or single files, in the order of names.

    Hidden files, README*, CHANGELOG*, LICENSE*, `sources.toml` and `leave_out` are no articles.
    Symbolic links inside a folder are not followed: what they lead to is either found by its own
    name or lies outside.
    """
    result = Scan()
    left_out = frozenset(os.fspath(path) for path in leave_out)
    for place in places:
        if place.is_dir():
            for entry in _walk(place, result):
                if entry.path not in left_out and is_article_name(entry.name):
                    _add(result, Path(entry.path), place, entry.stat(follow_symlinks=False))
        elif place.suffix.lower() in SUFFIXES and os.fspath(place) not in left_out:
            _add(result, place, place.parent, place.stat())
            _note_declarations(result, place.parent)
    result.files = list({file.path: file for file in result.files}.values())
    result.files.sort(key=lambda file: os.fsencode(file.path))
    return result


def is_article_name(name: str) -> bool:
    """Whether a file of this name is read: by its ending, and by what people call other files."""
    lower = name.lower()
    return os.path.splitext(lower)[1] in SUFFIXES and not lower.startswith((".", *_NO_ARTICLES))  # noqa: PTH122 - a Path a file would double the time of a scan


def assign_ids(files: Sequence[FoundFile]) -> dict[Path, str]:
    """The id of each file: its path inside its folder without the ending.

    Files that would share one keep their endings; where that is not enough (two folders with the
    same inside) the folder's name goes before, and then a number. The answer depends on the set of
    files alone, not on the order in which they came.
    """
    bare = [(file, PurePosixPath(_inside(file)).with_suffix("").as_posix()) for file in files]
    shared = _shared(name for _, name in bare)
    named = [(file, _inside(file) if name in shared else name) for file, name in bare]
    shared = _shared(name for _, name in named)
    ids: dict[Path, str] = {}
    taken = {name for _, name in named if name not in shared}
    for file, name in sorted(named, key=lambda pair: os.fsencode(pair[0].path)):
        chosen = name if name not in shared else f"{clean(file.root.name)}/{name}"
        number = 2
        while name in shared and chosen in taken:
            chosen = f"{clean(file.root.name)}-{number}/{name}"
            number += 1
        taken.add(chosen)
        ids[file.path] = chosen
    return ids


def _inside(file: FoundFile) -> str:
    return " ".join(clean(file.path.relative_to(file.root).as_posix()).split("\n"))


def _shared(names: Iterable[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if count > 1}


def _walk(folder: Path, result: Scan) -> Iterator[os.DirEntry[str]]:
    waiting = [os.fspath(folder)]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as listing:
                entries = list(listing)
        except OSError as error:
            result.unreadable[Path(here)] = (error.strerror or "it cannot be listed").lower()
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                result.links_out += _leads_out(entry, folder)
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            elif entry.is_file(follow_symlinks=False):
                if entry.name == DECLARATIONS_NAME:
                    _note_declarations(result, Path(here))
                else:
                    yield entry


def _leads_out(link: os.DirEntry[str], folder: Path) -> bool:
    try:
        return not Path(link.path).resolve().is_relative_to(folder)
    except (OSError, RuntimeError):  # a loop of links
        return True


def _note_declarations(result: Scan, folder: Path) -> None:
    try:
        status = (folder / DECLARATIONS_NAME).stat()
    except OSError:
        return
    result.declarations[folder] = (status.st_size, status.st_mtime_ns)


def _add(result: Scan, path: Path, root: Path, status: os.stat_result) -> None:
    result.files.append(FoundFile(path, root, status.st_size, status.st_mtime_ns))
