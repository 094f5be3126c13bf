"""What stands before the row of a cursor."""

from __future__ import annotations

from typing import Final

CURSOR: Final = "▌"
"""Here the keys act."""
AWAY: Final = "▏"
"""Here they will act again once the pane has the focus."""


def cursor_bar(*, focus: bool) -> str:
    """The bar of a pane's cursor: its breadth says whether the pane has the focus."""
    return CURSOR if focus else AWAY
