"""What the command palette holds: every action that works here, and every article by its title."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, cast

from textual import work
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Matcher, Provider
from textual.content import Content
from textual.css.query import NoMatches
from textual.events import Mount
from textual.worker import get_current_worker

from tui.actions import GROUPS
from tui.places import Place
from tui.screens.closing import ClosesOnce
from tui.screens.help import WorkingKey, working_keys

if TYPE_CHECKING:
    from index.library import Entry
    from tui.shared_actions import SharedActions

MOST = 200
"""Articles that are weighed against what was typed; more would not be read."""


class Palette(CommandPalette, ClosesOnce[None]):
    """Textual's palette, which a hasty person cannot break."""

    def _on_mount(self, event: Mount) -> None:
        """Begins, unless it was closed before it stood: there is no screen below it then."""
        if self not in self.app.screen_stack:
            event.prevent_default()

    def _action_command_list(self, action: str) -> None:
        """Moves in the list; a key that comes before that stands, or is laid out, finds nothing."""
        with suppress(NoMatches, KeyError):
            super()._action_command_list(action)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        """Lists what is like the words typed; a palette that is closed by then has no list, and no
        styles: Textual looks for them before it looks whether anyone still waits."""
        gather = CommandPalette._gather_commands.__wrapped__  # type: ignore[attr-defined]  # of `work`
        try:
            with suppress(NoMatches):
                await gather(self, search_value)
        except KeyError:
            if not get_current_worker().is_cancelled:
                raise


class LiteralProvider(Provider):
    """Shows names as they are: Textual's own highlighting would read markup in a headline."""

    def marked(self, matcher: Matcher, name: str, more: str = "") -> Content:
        """`name` with the letters that were typed marked, and more words behind it."""
        content = Content(name)
        for offset in matcher.fuzzy_search.match(matcher.query, name)[1]:
            content = content.stylize(self.match_style or "bold", offset, offset + 1)
        return content + Content.styled(f"  {more}", "$quiet") if more else content


class ActionCommands(LiteralProvider):
    """The actions that work on the screen below the palette, with their keys."""

    async def startup(self) -> None:
        """Looks once, before anything is typed."""
        self._working = [
            one for one in working_keys(self.screen) if one.action.id not in ("palette", "help")
        ]

    async def discover(self) -> Hits:
        """All but those for moving about: fingers learn those, nobody looks for them."""
        for one in self._working:
            if one.action in GROUPS["Move"]:
                continue
            name = self._name(one)
            yield DiscoveryHit(Content(name), self._doing(one), text=name, help=one.action.tooltip)

    async def search(self, query: str) -> Hits:
        """Those whose name or sentence is like what was typed."""
        matcher = self.matcher(query)
        for one in self._working:
            name = self._name(one)
            score = max(matcher.match(name), 0.7 * matcher.match(one.action.tooltip))
            if score > 0:
                yield Hit(
                    score,
                    self.marked(matcher, name),
                    self._doing(one),
                    text=name,
                    help=one.action.tooltip,
                )

    @staticmethod
    def _name(one: WorkingKey) -> str:
        return f"{one.action.label}  ({one.keys})"

    def _doing(self, one: WorkingKey) -> Callable[[], object]:
        return partial(self.app.run_action, one.binding.action, one.node)


class ArticleCommands(LiteralProvider):
    """The articles of the library."""

    async def startup(self) -> None:
        """Reads the list once."""
        desk = self._app.desk
        self._entries: list[Entry] = []
        if desk is not None:
            self._entries = await asyncio.to_thread(desk.library.entries)

    @property
    def _app(self) -> SharedActions:
        return cast("SharedActions", self.app)

    async def search(self, query: str) -> Hits:
        """Articles whose title or outlet has the words."""
        matcher = self.matcher(query)
        words = query.casefold().split()
        near = (
            entry
            for entry in self._entries
            if all(word in f"{entry.title} {entry.source or ''}".casefold() for word in words)
        )
        for entry in islice(near, MOST):
            name = entry.title
            score = matcher.match(name) or 0.1
            yield Hit(
                score * 0.9,  # below an action of the same name
                self.marked(matcher, name, entry.source or ""),
                partial(self._app.read_on, Place(entry.id, 0, 0)),
                text=name,
            )
