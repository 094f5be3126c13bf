"""Bookmarks as a list."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets.option_list import Option

from tui.bindings import for_screen
from tui.rendering.kept import Kept, summary
from tui.widgets.keyed_list import KeyedList


class BookmarkList(KeyedList):
    """Every bookmark that has the words looked for, in the order of the notes."""

    BINDINGS = for_screen("notes_list")

    def __init__(self, *, markup: bool = False) -> None:
        super().__init__(markup=markup)
        self._shown: Sequence[Kept] = ()

    def show(self, kept: Sequence[Kept], words: str) -> int:
        """Lists those that have all the words; how many they are.

        The highlight stays on its bookmark, or in its row where that one is gone.
        """
        before = self.current.bookmark.id if self.current else None
        row = self.highlighted or 0
        self._shown = [one for one in kept if one.has(words)]
        self.set_options(Option(summary(one)) for one in self._shown)
        ids = [one.bookmark.id for one in self._shown]
        if ids:
            self.highlighted = ids.index(before) if before in ids else min(row, len(ids) - 1)
        return len(ids)

    @property
    def current(self) -> Kept | None:
        """The bookmark that is highlighted."""
        if self.highlighted is None or self.highlighted >= len(self._shown):
            return None
        return self._shown[self.highlighted]
