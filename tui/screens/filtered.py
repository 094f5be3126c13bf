"""A list with a box above it, whose words narrow the list."""

from __future__ import annotations

from textual import on
from textual.getters import query_one
from textual.screen import ScreenResultType
from textual.widgets import Input

from tui.screens.closing import ClosesOnce
from tui.widgets.keyed_list import KeyedList


class FiltersList(ClosesOnce[ScreenResultType]):
    """A screen of such a list, which has the keys at first; what the words do, it says itself."""

    AUTO_FOCUS = "KeyedList"

    filter = query_one(Input)
    rows = query_one(KeyedList)

    def action_focus_filter(self) -> None:
        """To the box."""
        self.set_focus(self.filter)

    @on(Input.Submitted)
    def leave_filter(self) -> None:
        """Back to the list, narrowed as it is."""
        self.set_focus(self.rows)

    def action_step_back(self) -> None:
        """Out of the search first, then out of the screen."""
        if self.filter.has_focus or self.filter.value:
            self.filter.value = ""
            self.leave_filter()
        else:
            super().action_step_back()
