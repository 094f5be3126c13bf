"""Every key of every screen does what it is for: pressed in the whole program, by the action's id.

A new action needs a drive on each screen that has it: a line in `reading`, `comparing` or `boxes`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.conftest import SEEDS
from tests.tui.drives.boxes import BOXES, RULING
from tests.tui.drives.comparing import COMPARING
from tests.tui.drives.program import DrivenReader, make_library
from tests.tui.drives.reading import READING, SEARCH
from tests.tui.drives.view import Driver, View
from tests.tui.nodes import screen_of
from tui.bindings import ACTIONS, VIEWS

DRIVEN = (*READING, *COMPARING, *BOXES)
IN_SHORT = (SEARCH, RULING)
"""The views whose drives are tried without their key in the short round, too."""


def named(view: View) -> str:
    """What a test of a view is called."""
    return f"{view.name} at {view.size[0]}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("driven")
    make_library(folder, SEEDS)
    return folder


@asynccontextmanager
async def driver(
    view: View,
    folder: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[Driver] = Driver,
) -> AsyncIterator[Driver]:
    """The program, opened on its library; no browser is started."""
    monkeypatch.setattr("tui.browser.open_page", lambda url: None)
    app = DrivenReader(folder, home / "notes.md")
    async with app.run_test(size=view.size, notifications=True):
        one = kind(app)
        await one.settle()
        yield one


@pytest.mark.parametrize("view", DRIVEN, ids=named)
async def test_each_key_does_what_it_is_for(
    view: View, folder: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with driver(view, folder, own_home, monkeypatch) as one:
        faults = [fault for drive in view.drives for fault in await one.drive(view, drive)]
        assert faults == []


def on_a_screen(view: str, scope: str, action: str) -> tuple[str, str, str]:
    """The panes of a screen share its keys."""
    return screen_of(view), scope, action


def test_every_action_is_driven_on_every_screen_that_has_it() -> None:
    there = {
        on_a_screen(view, scope, action.id)
        for view, scopes in VIEWS.items()
        for scope in scopes
        for action in ACTIONS.values()
        if scope in action.scopes
    }
    driven = {
        on_a_screen(view.name, view.scope_of(drive.action), drive.action)
        for view in DRIVEN
        for drive in view.drives
    }
    assert driven == there


class Deaf(Driver):
    """Never presses the key that is driven."""

    async def do(self, key: str) -> None:
        await self.settle()


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(view, marks=() if view in IN_SHORT else pytest.mark.slow, id=named(view))
        for view in DRIVEN
    ],
)
async def test_every_drive_fails_where_its_key_does_nothing(
    view: View, folder: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with driver(view, folder, own_home, monkeypatch, Deaf) as one:
        passed = [drive.action for drive in view.drives if not await one.drive(view, drive)]
        assert passed == []
