"""Keys that are typed faster than the screen follows do what they would have done one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from textual import events
from textual.actions import ActionParseResult
from textual.app import App
from textual.dom import DOMNode, NoScreen
from textual.errors import NoWidget
from textual.keys import Keys

_PATIENCE: Final = 1.0
"""Seconds that a key waits for what the one before it brings. Whatever takes longer, as an article
whose facts have still to be found, comes when it comes, and the key is for what is there."""
_ROUNDS: Final = 2
"""What handles a message may post another one to itself."""
_NEVER_WRITTEN: Final = frozenset(key.value for key in Keys) - {Keys.Space.value}
"""Keys that write nothing into a text box."""


class KeysInOrder(App[None]):
    """The part of the app that looks at a key once the one before it has done all it does."""

    async def arrive(self) -> None:
        """Waits until what the last key asked for in the background is there."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """Input for what is there no more does nothing."""
        if not isinstance(event, events.InputEvent) or self._has_use_for(event):
            await super().on_event(event)

    def _has_use_for(self, event: events.InputEvent) -> bool:
        """While the program ends no screen is left; and under the mouse, a widget may have been
        taken away since it was drawn there."""
        if self.is_running and isinstance(event, events.MouseEvent):
            with suppress(NoWidget):
                return self.get_widget_at(int(event.x), int(event.y))[0].parent is not None
        return self.is_running

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Does nothing for a widget that has gone: what is chosen in the palette or the help, or
        typed, is done a little later, and a hasty person may have closed its screen by then."""
        if default_namespace is not None and not self._stands(default_namespace):
            return False
        return await super().run_action(action, default_namespace, namespaces)

    def _stands(self, node: DOMNode) -> bool:
        if node is self:
            return True
        try:
            return node.screen in self.screen_stack
        except NoScreen:
            return False

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Does what a key stands for before the next key is looked at.

        Textual hands a key on to the focused widget, which does it later: of "/kursk" typed at
        once, letters would still reach the list. What is written into a text box goes on to it, in
        its order.
        """
        if priority:  # Textual asks for these first: a new key
            with suppress(TimeoutError):
                async with asyncio.timeout(_PATIENCE):
                    await self._follow_up()
        if not (self.is_running and self.screen.is_mounted):
            return True  # after all patience there is nothing yet, or no more, that it is for
        done = await super()._check_bindings(key, priority)
        takes_text = self.focused is not None and self.focused.check_consume_key("a", "a")
        if done or not priority or (takes_text and key not in _NEVER_WRITTEN):
            return done
        return await super()._check_bindings(key)

    async def _follow_up(self) -> None:
        """Waits until the widget in use, and all that stand above it, have handled what the last
        key posted; where this led to another widget or screen, that too."""
        here: DOMNode | None = None
        while self.is_running and (now := self.focused or self.screen) is not here:
            here = now
            await _handled(now)
            await self.arrive()


async def _handled(widget: DOMNode) -> None:
    for node in widget.ancestors_with_self:
        for _ in range(_ROUNDS if not isinstance(node, App) else 0):
            handled = asyncio.Event()
            if node.call_later(handled.set):
                await handled.wait()
