"""How screens are left: once, however fast the keys come."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class ClosesOnce(Screen[ScreenResultType]):
    """A second Enter may be on its way while the first one closes the screen: Textual would then
    close the screen below, too.

    Stands behind Textual's own screen among the bases: styles come from the first one.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Closes the screen, unless it is closed already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_step_back(self) -> None:
        """Leaves the screen; one that is left in steps says what comes before that."""
        self.dismiss(None)

    def action_close(self) -> None:
        """Leaves the screen at once."""
        self.dismiss(None)
