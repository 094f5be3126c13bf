"""The folder of an index: ours or refused, whole or moved aside.

An index holds pickles, so only a folder that we made ourselves is ever opened: it belongs to the
user, nobody else can write to it, and it carries our stamp.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
import time
from collections.abc import Collection
from pathlib import Path

from index.search.schema import SCHEMA_VERSION

_STAMP = "newsreader-index.json"
_ASIDE = ".damaged-"


class ForeignFolderError(Exception):
    """The folder was not made by this program, or others can write to it."""


def prepare(folder: Path) -> bool:
    """Makes `folder` ready to be opened as an index, private to the user.

    An index of another version or machine is emptied: it is only a cache. Returns whether the
    folder is new. Raises ForeignFolderError, and OSError where the folder cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        _refuse_foreign(folder)
        if _read_stamp(folder) == _our_stamp():
            return False
        for file in folder.iterdir():
            _remove(file)
    _write_stamp(folder)
    return True


def move_aside(folder: Path) -> None:
    """Takes a damaged index out of the way; the one before it goes for good."""
    for old in folder.parent.glob(f"{folder.name}{_ASIDE}*"):
        _remove(old)
    folder.rename(folder.with_name(f"{folder.name}{_ASIDE}{time.time_ns()}"))


def remove_unfinished(folder: Path, segments: Collection[str]) -> None:
    """Removes what a writer that failed has left: its own files, and all but these segments."""
    for file in folder.iterdir():
        name, _, ending = file.name.partition(".")
        segment = name.startswith("MAIN_") and ending != ""
        list_of_segments = name.startswith("_MAIN_") and ending != "toc"
        if (segment and name not in segments) or list_of_segments or file.suffix == ".tmp":
            _remove(file)


def _refuse_foreign(folder: Path) -> None:
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        raise ForeignFolderError(f"{folder} is no folder")
    if hasattr(os, "getuid") and status.st_uid != os.getuid():
        raise ForeignFolderError(f"{folder} belongs to another user")
    if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise ForeignFolderError(f"others can write to {folder}")
    if _read_stamp(folder) is None and any(folder.iterdir()):
        raise ForeignFolderError(f"{folder} holds something else than an index of newsreader")


def _our_stamp() -> dict[str, object]:
    from Stemmer import version as stemmer_version
    from whoosh import __version__ as whoosh_version

    return {
        "program": "newsreader",
        "schema": SCHEMA_VERSION,
        "whoosh": list(whoosh_version),
        "stemmer": stemmer_version(),
        "byte order": sys.byteorder,
    }


def _read_stamp(folder: Path) -> dict[str, object] | None:
    """The folder's stamp, empty where it is not whole; None without one of this program."""
    try:
        text = (folder / _STAMP).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    try:
        stamp = json.loads(text)
    except ValueError:
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(folder: Path) -> None:
    part = folder / f"{_STAMP}.tmp"
    part.write_text(json.dumps(_our_stamp()), encoding="utf-8")
    part.replace(folder / _STAMP)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
