"""Finds the article files of a library and gives each its id. Reads no file.

Works on names as text throughout: with `pathlib` the walk of a large library takes five times as
long, and it is walked at every start.
"""

# ruff: noqa: PTH112, PTH116, PTH118, PTH119, PTH120
from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.sources.declared import FILE_NAME as DECLARATIONS_NAME
from index.sources.kinds import SUFFIXES
from index.sources.sanitise import clean

_ENDINGS = tuple(SUFFIXES)
_NO_ARTICLES = (".", "readme", "changelog", "license", "licence")


FileState = tuple[int, int]
"""A file's size in bytes, and its time of change in nanoseconds since 1970."""


@dataclass(slots=True)
class Scan:
    """What a library's folders hold."""

    files: dict[str, FileState] = field(default_factory=dict)
    """Each file that may hold an article, by its whole name, as it was found."""
    roots: dict[str, str] = field(default_factory=dict)
    """The folder of the library that each of these was found in."""
    declarations: dict[str, FileState] = field(default_factory=dict)
    """Each `sources.toml`."""
    links_out: int = 0
    """Symbolic links that were not followed because they lead out of their folder."""
    unreadable: dict[str, str] = field(default_factory=dict)
    """Folders and files that could not be looked at, and why, to follow the path in a sentence."""

    def may_hold(self, path: str) -> bool:
        """Whether a file that was not found may be there: it, or a folder that it is in, could not
        be looked at."""
        return any(path == one or path.startswith(f"{one}/") for one in self.unreadable)


def scan(places: Sequence[Path], leave_out: Iterable[Path] = ()) -> Scan:
    """Every article file under `places`, which are folders or single files.

    Hidden files, README*, CHANGELOG*, LICENSE*, `sources.toml` and `leave_out` are no articles.
    Symbolic links inside a folder are not followed: what they lead to is either found by its own
    name or lies outside.
    """
    result = Scan()
    left_out = frozenset(os.fspath(path) for path in leave_out)
    for place in map(os.fspath, places):
        single = place.lower().endswith(_ENDINGS) and not os.path.isdir(place)
        if single:
            folder = os.path.dirname(place)
            _note_file(place, folder, left_out, result)
            _note_declarations(result, folder)
        elif os.path.isdir(place) or not os.path.lexists(place):  # as of a drive that is not there
            _walk(place, left_out, result)
    return result


def is_article_name(name: str) -> bool:
    """Whether a file of this name is read: by its ending, and by what people call other files."""
    lower = name.lower()
    return lower.endswith(_ENDINGS) and not lower.startswith(_NO_ARTICLES)


def assign_ids(roots: Mapping[str, str]) -> dict[str, str]:
    """The id of each file, by its whole name: its path inside its folder without the ending.

    `roots` are the files with their folders. Files that would share an id keep their endings; where
    that is not enough (two folders with the same inside) the folder's name goes before, and then a
    number. The answer depends on the set of files alone, not on the order in which they came.
    """
    inside = [_inside(path, root) for path, root in roots.items()]
    bare = [name[: name.rfind(".")] for name in inside]
    shared = _shared(bare)
    named = [whole if name in shared else name for whole, name in zip(inside, bare, strict=True)]
    ids = dict(zip(roots, named, strict=True))
    shared = _shared(named)
    if not shared:
        return ids
    taken = set(named) - shared
    for path, root in sorted(roots.items()):
        name = ids[path]
        if name not in shared:
            continue
        folder = clean(os.path.basename(root))
        chosen, number = f"{folder}/{name}", 2
        while chosen in taken:
            chosen = f"{folder}-{number}/{name}"
            number += 1
        taken.add(chosen)
        ids[path] = chosen
    return ids


def _inside(path: str, root: str) -> str:
    name = path[len(root) :].lstrip("/")
    return name if name.isascii() and name.isprintable() else clean(name).replace("\n", " ")


def _shared(names: Iterable[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if count > 1}


def _walk(folder: str, left_out: Collection[str], result: Scan) -> None:
    """Notes every article file below `folder`."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as listing:
                entries = list(listing)
        except OSError as error:
            result.unreadable[here] = f"could not be listed: {_because(error)}"
            continue
        for entry in entries:
            name = entry.name
            # What most entries are is asked first: every question counts by the size of a library.
            if is_article_name(name) and entry.is_file(follow_symlinks=False):
                _note_file(entry.path, folder, left_out, result)
            elif name.startswith("."):
                continue
            elif entry.is_symlink():
                result.links_out += _leads_out(entry, folder)
            elif name == DECLARATIONS_NAME:
                _note_declarations(result, here)
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)


def _note_file(path: str, root: str, left_out: Collection[str], result: Scan) -> None:
    """Notes a file with its size and time; one that has vanished since it was listed is none."""
    if path in left_out:
        return
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return
    except OSError as error:
        result.unreadable[path] = f"could not be looked at: {_because(error)}"
        return
    result.files[path] = status.st_size, status.st_mtime_ns
    result.roots[path] = root


def _because(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _leads_out(link: os.DirEntry[str], folder: str) -> bool:
    try:
        return not Path(link.path).resolve().is_relative_to(folder)
    except (OSError, RuntimeError):  # a loop of links
        return True


def _note_declarations(result: Scan, folder: str) -> None:
    path = os.path.join(folder, DECLARATIONS_NAME)
    try:
        status = os.stat(path)
    except OSError:
        return
    result.declarations[path] = (status.st_size, status.st_mtime_ns)
