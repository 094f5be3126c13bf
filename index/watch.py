"""Notices that something has changed in the folders of a library, cheaply enough to look often.

A folder's time of change tells what came, went or was renamed in it, which is how most programs
write. Files that were written in place are found by looking at all of them, now and then.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from index.sources.scan import scan

EVERY = 2.0
"""Seconds between two looks that make no work to speak of."""
_THOROUGH = 15
"""Looks from one at every file to the next."""


class FolderWatch:
    """What the folders were like at the last look; used by one thread at a time."""

    def __init__(self, places: Sequence[Path]) -> None:
        """Looks at every file of `places`, which are folders or single files."""
        self._places = places
        self._files = 0
        self._folders: dict[str, int] = {}
        self._until_thorough = 0
        self.changed()

    def changed(self) -> bool:
        """Whether something may have changed since the last look."""
        self._until_thorough -= 1
        if self._until_thorough > 0 and self._times() == self._folders:
            return False
        before = self._files, self._folders
        self._files = hash(frozenset(scan(self._places).files.items()))
        self._folders = dict.fromkeys(self._all_folders(), 0)
        self._folders = self._times()
        found = (self._files, self._folders) != before
        # What has just come may still be growing.
        self._until_thorough = 1 if found else _THOROUGH
        return found

    def _times(self) -> dict[str, int]:
        times: dict[str, int] = {}
        for folder in self._folders:
            try:
                times[folder] = os.stat(folder).st_mtime_ns  # noqa: PTH116 - text is much faster
            except OSError:
                times[folder] = -1
        return times

    def _all_folders(self) -> list[str]:
        """Every folder under the places; one of a single file stands for it."""
        found: list[str] = []
        waiting = [os.fspath(place if place.is_dir() else place.parent) for place in self._places]
        single = {os.fspath(place.parent) for place in self._places if not place.is_dir()}
        while waiting:
            here = waiting.pop()
            found.append(here)
            if here in single:
                continue
            try:
                with os.scandir(here) as entries:
                    waiting += [
                        one.path
                        for one in entries
                        if not one.name.startswith(".") and one.is_dir(follow_symlinks=False)
                    ]
            except OSError:
                continue
        return found
