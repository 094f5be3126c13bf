"""The last row: the keys that matter where the person is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from tui.rendering.flow import cells


class Hint(NamedTuple):
    """One key, and what it does here."""

    key: str
    shown: str
    label: str
    tooltip: str = ""
    enabled: bool = True

    @property
    def width(self) -> int:
        """Cells with a blank before, between and behind."""
        return cells(self.shown) + cells(self.label) + 3


class KeyLine(Widget):
    """Whole keys only: where there is no room for all, the ones before the last give way.

    One widget that draws a line, where Textual's footer makes a widget of every key anew each time
    that the focus moves.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--label", "keys--off"}
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $footer-background; }
    KeyLine > .keys--key { color: $footer-key-foreground; text-style: bold; }
    KeyLine > .keys--label { color: $footer-description-foreground; }
    KeyLine > .keys--off { text-style: dim; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._hints: Sequence[Hint] = ()

    def on_mount(self) -> None:
        """Follows what the keys do."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if not screen.app.app_focus:
            return  # the terminal is not in use: the keys are the same when it is again
        hints: dict[str, Hint] = {}
        for active in screen.active_bindings.values():
            if active.binding.show:
                hints.setdefault(active.binding.action, self._hint(active))
        if (found := tuple(hints.values())) != self._hints:
            self._hints = found
            self.refresh()

    def _hint(self, active: ActiveBinding) -> Hint:
        binding = active.binding
        shown = self.app.get_key_display(binding)
        tooltip = active.tooltip or binding.description
        return Hint(binding.key, shown, binding.description, tooltip, active.enabled)

    @property
    def hints(self) -> list[Hint]:
        """What there is room for."""
        hints, room = list(self._hints), self.size.width
        while len(hints) > 1 and sum(hint.width for hint in hints) > room:
            del hints[-2]
        return hints

    def render(self) -> Content:
        """Keys set off by weight, not by colour alone."""
        key, label, off = (
            self.get_visual_style(f"keys--{name}", partial=True) for name in ("key", "label", "off")
        )
        parts: list[Content] = []
        for hint in self.hints:
            drawn = Content.assemble(
                " ", Content(hint.shown).stylize(key), " ", Content(hint.label).stylize(label), " "
            )
            parts.append(drawn if hint.enabled else drawn.stylize(off))
        return Content.assemble(*parts)

    def _hint_at(self, column: int) -> Hint | None:
        for hint in self.hints:
            if column < hint.width:
                return hint
            column -= hint.width
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What the key under the mouse does, in a sentence."""
        hint = self._hint_at(event.x)
        self.tooltip = hint.tooltip if hint else None

    def on_click(self, event: events.Click) -> None:
        """As if the key had been pressed."""
        hint = self._hint_at(event.x)
        if hint is None:
            return
        if hint.enabled:
            self.app.simulate_key(hint.key)
        else:
            self.app.bell()
