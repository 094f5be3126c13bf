"""A screen that is opened as the program ends is not seen, and is no fault."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from textual.css.query import NoMatches
from textual.screen import Screen

from index.compare.matrix import matrix_of
from index.library import Library
from index.notes.notebook import Notebook
from tests.tui import test_pictures
from tests.tui.host import Host
from tests.tui.invented import ARTICLES, HARBOUR, HURT, LEDGER, reports
from tests.tui.shelf import Shelf
from tests.tui.test_brief import invented
from tui.desk import Desk
from tui.drafts import Draft
from tui.screens.brief import BriefScreen
from tui.screens.card import EvidenceCard
from tui.screens.changes import ChangesScreen
from tui.screens.compare import CompareScreen
from tui.screens.dossier import DossierScreen
from tui.screens.help import HelpScreen
from tui.screens.labels import LabelScreen
from tui.screens.mark import MarkScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.note import NoteScreen
from tui.screens.notes import NotesScreen
from tui.screens.picker import ReportPicker, report_choices
from tui.screens.ruling import RulingScreen
from tui.screens.timeline import TimelineScreen


def notes() -> Screen[Any]:
    book = Notebook.open(Path("notes.md").absolute())
    return NotesScreen(Desk(cast(Library, Shelf()), book), book)


SCREENS: dict[str, Callable[[], Screen[Any]]] = {
    "brief": lambda: BriefScreen(invented),
    "card": lambda: EvidenceCard([HURT], ARTICLES),
    "changes": lambda: ChangesScreen(HARBOUR, LEDGER, ()),
    "compare": lambda: CompareScreen(lambda: reports(*ARTICLES)),
    "details": test_pictures.details,
    "dossier": lambda: DossierScreen("Ada Quill", lambda *_: pytest.fail("nobody waits for it")),
    "file": test_pictures.file_name,
    "help": lambda: HelpScreen(()),
    "labels": lambda: LabelScreen([]),
    "mark": lambda: MarkScreen("63", (), (), LEDGER.body),
    "matrix": lambda: MatrixScreen(lambda: matrix_of(ARTICLES, reports(*ARTICLES).comparison)),
    "note": lambda: NoteScreen(Draft("Words.", "", (), (), lambda *_: "")),
    "notes": notes,
    "prompt": test_pictures.prompt,
    "reports": lambda: ReportPicker(report_choices(test_pictures.ENTRIES)),
    "ruling": lambda: RulingScreen(HURT),
    "searches": test_pictures.searches,
    "timeline": lambda: TimelineScreen(HURT, ARTICLES),
}


def test_every_screen_is_here() -> None:
    there = {path.stem for path in Path(__file__).parents[2].glob("tui/screens/*.py")}
    shared = {"closing", "comparing", "filtered", "form", "keeping", "openings", "pane_widths"}
    shared |= {"__init__", "question_actions", "picker", "file_name"}
    readers = {name for name in there if name.startswith("reader")}
    assert there - shared - readers <= SCREENS.keys()


@pytest.mark.parametrize("turns", range(3))
@pytest.mark.parametrize("name", SCREENS)
async def test_ending_while_a_screen_opens(
    name: str, turns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = Host(Screen)
    async with app.run_test(size=(80, 24)):  # leaving it raises what was a fault
        screen = SCREENS[name]()
        app.push_screen(screen)
        for _ in range(turns):
            await asyncio.sleep(0)
        app.exit()
        await app._shutdown()
    assert app.return_code == 0
    if isinstance(screen, NotesScreen):
        screen._notebook.close()


async def test_while_the_program_runs_it_is_one() -> None:
    class Lost(Screen[None]):
        """Looks for what it never had."""

        def on_mount(self) -> None:
            self.query_one("#nowhere")

    app = Host(Lost)
    with pytest.raises(NoMatches):
        async with app.run_test(size=(80, 24)):
            pass
    assert app.return_code == 1
