"""What the screens look like: in a dark and a light theme, and without colours.

Look at each after a wanted change.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from index.compare.dossier import Dossier
from index.library import Progress
from tests.tui.harvest import desk_in
from tests.tui.invented import ARTICLES, reports
from tests.tui.kept import Notes
from tests.tui.piloting import press
from tests.tui.settling import settled
from tests.tui.shelf import ShelfReader
from tui.gathering import dossier_of
from tui.screens.compare import CompareScreen
from tui.screens.dossier import DossierScreen
from tui.screens.notes import NotesScreen
from tui.terminal import Terminal

SIZE = (120, 40)


class SnapCompare(Protocol):
    """What pytest-textual-snapshot gives."""

    def __call__(
        self, app: App[None], *, terminal_size: tuple[int, int], run_before: object
    ) -> bool: ...


def reader(look: str) -> ShelfReader:
    """The reader of the invented reports: dark, light, or without colours."""
    app = ShelfReader(theme=f"newsreader-{'light' if look == 'light' else 'dark'}")
    app.fit(Terminal(colors=look != "mono", motion=False))
    return app


def same(
    snap_compare: SnapCompare,
    look: str,
    *keys: str,
    screen: Callable[[], Screen[Any]] | None = None,
) -> bool:
    """Whether the reader, or a screen over it, looks as in its picture once keys are pressed."""

    async def show(pilot: Pilot[None]) -> None:
        await settled(pilot)
        if screen is not None:
            pilot.app.push_screen(screen())
            await settled(pilot)
        await press(pilot, *keys)

    return snap_compare(reader(look), terminal_size=SIZE, run_before=show)


@pytest.mark.parametrize("look", ["dark", "light", "mono"])
def test_article(look: str, snap_compare: SnapCompare) -> None:
    assert same(snap_compare, look, "slash", *"hurt", "enter", "c", "4")


@pytest.mark.parametrize("look", ["light", "mono"])
def test_selection(look: str, snap_compare: SnapCompare) -> None:
    assert same(snap_compare, look, "j", "space", "enter", "V")


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("columns", "dark"),
        ("card", "light"),
        ("matrix", "light"),
        ("matrix", "mono"),
        ("timeline", "dark"),
    ],
)
def test_comparison(name: str, look: str, snap_compare: SnapCompare) -> None:
    keys = {
        "columns": ["c"],
        "card": ["c", "enter"],
        "matrix": ["M", "j", "l"],
        "timeline": ["c", "T", "j"],
    }[name]

    def screen() -> CompareScreen:
        return CompareScreen(lambda: reports(*ARTICLES[:2]))

    assert same(snap_compare, look, *keys, screen=screen)


def test_dossier(tmp_path: Path, snap_compare: SnapCompare) -> None:
    with desk_in(tmp_path) as desk:

        def load(story_only: bool, progress: Progress) -> Dossier:
            return dossier_of(desk, "Ada Okoro", "post", story_only=story_only, progress=progress)

        assert same(
            snap_compare, "light", "j", "j", screen=lambda: DossierScreen("Ada Okoro", load)
        )


def test_notes(notes: Notes, snap_compare: SnapCompare) -> None:
    notes.shelf.rewrite("harbour", "About 40 people", "About 90 people")
    assert same(snap_compare, "dark", "j", screen=lambda: NotesScreen(notes.desk, notes.notebook))


def test_help(snap_compare: SnapCompare) -> None:
    assert same(snap_compare, "mono", "question_mark", "j", "j")
