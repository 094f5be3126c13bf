"""The views that are driven: how one gets to each, and what is driven there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.screen import Screen
from textual.widget import Widget

from tests.tui.drives.drive import Drive
from tests.tui.drives.program import DrivenReader
from tests.tui.nodes import NODES, screen_of
from tests.tui.settling import at_rest, press_keys
from tui.bindings import ACTIONS, VIEWS
from tui.keymap import normal_key


@dataclass(frozen=True, slots=True)
class View:
    """One of `tui.bindings.VIEWS`."""

    name: str
    way: str
    """Keys that lead to it from the list of reports."""
    drives: Sequence[Drive]
    size: tuple[int, int] = (90, 24)
    """At the first size the reader shows one pane; beside a list, each report that is passed by
    would be waited for."""
    before: Callable[[DrivenReader], None] | None = None
    """What is there when one comes to it."""

    def scope_of(self, action: str) -> str:
        """The innermost scope whose binding does an action here."""
        return next(scope for scope in VIEWS[self.name] if scope in ACTIONS[action].scopes)

    @property
    def screen(self) -> str:
        """The scope of its screen."""
        return screen_of(self.name)

    def is_on_top(self, app: DrivenReader) -> bool:
        """Whether its screen is."""
        return isinstance(app.screen, NODES[self.screen])

    def is_here(self, app: DrivenReader) -> bool:
        """Whether its pane has the focus, too."""
        pane = NODES[VIEWS[self.name][0]]
        focused = not issubclass(pane, Widget) or isinstance(app.focused, pane)
        return self.is_on_top(app) and (focused or issubclass(pane, Screen))


class Driver:
    """Presses keys in one run of the program."""

    def __init__(self, app: DrivenReader) -> None:
        self.app = app
        self._pane: Widget | None = None
        """What had the focus when the view was come to."""

    async def press(self, *keys: str) -> None:
        """Presses keys, and waits after each until all that it started has come."""
        await press_keys(self.app, *map(normal_key, keys))

    async def do(self, key: str) -> None:
        """Presses the key that is driven."""
        await self.press(key)

    async def settle(self) -> None:
        """Waits until the program is at rest."""
        await at_rest(self.app)

    async def go_to(self, view: View, *, anew: bool = False) -> None:
        """Goes back to a view, or there from the list of reports as it was at first."""
        app = self.app
        while len(app.screen_stack) > 1 and (anew or not view.is_on_top(app)):
            app.screen.dismiss(None)
            await self.settle()
        if not anew and self._pane is not None and view.is_on_top(app):
            self._pane.focus()
            await self.settle()
            if view.is_here(app):
                return
        app._left = ()
        app.reader.box.value = ""
        app.reader.hits.unmark()
        app.reader.to("results")
        await self.settle()
        if view.before is not None:
            view.before(app)
        await self.press("g", *view.way.split())
        assert view.is_here(app), f"{view.way!r} leads to {app.screen} and {app.focused}"
        self._pane = app.focused

    async def drive(self, view: View, drive: Drive) -> list[str]:
        """Drives each key of an action; what is wrong, a sentence each."""
        faults = []
        for key in ACTIONS[drive.action].keys.split(","):
            fault = await self._fault(view, drive, key)
            if fault is not None:
                faults.append(f"{view.name}: {drive.action} by {key}: {fault}")
        return faults

    async def _fault(self, view: View, drive: Drive, key: str) -> str | None:
        app = self.app
        if drive.anew or self._pane is None or not view.is_here(app):
            await self.go_to(view, anew=drive.anew)
        if drive.before is not None:
            drive.before(app)
        app.reader.status.say("")
        app.clear_notifications()
        await self.settle()
        await self.press(*drive.first.split())
        bound = app.screen.active_bindings.get(normal_key(key))
        if bound is None or bound.binding.id != drive.action or not bound.enabled:
            return f"stands for {bound and bound.binding.id}"
        before = drive.look(app)
        await self.settle()
        if drive.look(app) != before:
            return "something else than the key changes what is looked at"
        if drive.rule(before, before):
            return f"asks for nothing: {before!r} is there before the key"
        await self.do(key)
        after = drive.look(app)
        if drive.rule(before, after):
            return None
        return f"{before!r} became {after!r}"
