"""A letter on each place in view; the letter goes there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from tui.labels import HasTargets, Target, labels_for
from tui.screens.closing import ClosesOnce


def targets_on(screen: Screen[Any]) -> list[Target]:
    """The places in view of every pane; of a pane without any, the pane itself."""
    return [target for pane in screen.focus_chain for target in _targets_of(pane)]


def _targets_of(pane: Widget) -> Iterator[Target]:
    found = list(pane.targets()) if isinstance(pane, HasTargets) else []
    if found:
        yield from found
    else:
        corner = pane.content_region.offset
        yield Target(corner.x, corner.y, partial(pane.screen.set_focus, pane))


class LabelScreen(ModalScreen[Target | None], ClosesOnce[Target | None]):
    """Ends with the place whose letters were typed; with None by any other key, or by the mouse."""

    CSS_PATH = "../../styles/labels.tcss"

    def __init__(self, targets: list[Target]) -> None:
        super().__init__()
        self._targets = dict(zip(labels_for(len(targets)), targets, strict=False))
        self._typed = ""

    def compose(self) -> ComposeResult:
        """One small box a label, over the screen that they belong to."""
        for label, target in self._targets.items():
            # Without colours its ground is that of the words around it.
            shown = Content.styled(label, "reverse" if self.app.no_color else "")
            box = Static(shown, classes="label")
            column = target.column - (len(label) if target.is_word else 0)
            box.styles.offset = max(0, column), target.row
            yield box

    def on_key(self, event: events.Key) -> None:
        """Follows the letters of a label."""
        event.stop()
        self._typed += event.character or " "
        if self._typed in self._targets:
            self.dismiss(self._targets[self._typed])
        elif any(label.startswith(self._typed) for label in self._targets):
            for label, box in zip(self._targets, self.query(Static), strict=True):
                box.set_class(not label.startswith(self._typed), "-passed")
        else:
            self.dismiss(None)

    def on_click(self) -> None:
        """The mouse needs no letters."""
        self.dismiss(None)
