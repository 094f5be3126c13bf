"""A fault of the program in a worker of any screen is told, and the screen goes on."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from index.errors import NotesUnavailableError
from index.library import Library
from index.notes.notebook import Notebook
from tests.tui.host import Host
from tests.tui.shelf import Shelf, ShelfReader
from tui.decisions import Decisions
from tui.desk import Desk
from tui.rendering.reports import Reports
from tui.screens.compare import CompareScreen
from tui.screens.notes import NotesScreen
from tui.searches import Searches

TOLD = "A fault in newsreader itself: ZeroDivisionError: broken"


def broken(*_: object, **__: object) -> Reports:
    raise ZeroDivisionError("broken")


async def told(app: Host | ShelfReader, *keys: str) -> list[str]:
    """What is told over the screen once its workers have ended."""
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        for _ in range(100):
            await pilot.pause(0.05)
            if app._notifications:
                break
        assert app.is_running
        return [notification.message for notification in app._notifications]


async def test_in_the_reader() -> None:
    shelf = Shelf()
    shelf.facts = broken  # type: ignore[method-assign,assignment]
    assert set(await told(ShelfReader(shelf), "enter")) == {TOLD}


async def test_in_the_comparison() -> None:
    assert await told(Host(lambda: CompareScreen(broken))) == [TOLD]


async def test_in_the_notes(
    tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Notebook.open(own_home / "notes.md", tmp_path / "state.db")
    monkeypatch.setattr(book, "check", broken)
    assert await told(Host(lambda: NotesScreen(Desk(cast(Library, Shelf()), book), book))) == [TOLD]
    book.close()


async def test_what_the_person_can_mend_is_told_in_its_own_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def cannot(*_: object, **__: object) -> str:
        raise NotesUnavailableError("The notes cannot be written: the disk is full.")

    monkeypatch.setattr(Searches, "kept", cannot)
    assert await told(ShelfReader(), "S") == ["The notes cannot be written: the disk is full."]
    monkeypatch.undo()
    monkeypatch.setattr(Decisions, "rule", cannot)
    app = ShelfReader()
    sentence = await told(app, "space", "space", "d", "c", "r", "enter")
    assert sentence == ["The notes cannot be written: the disk is full."]
