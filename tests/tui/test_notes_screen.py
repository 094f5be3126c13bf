"""The screen of all bookmarks, over a real notes file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from syrupy.assertion import SnapshotAssertion

from index.library import Library
from index.notes.notebook import Notebook
from tests.tui.host import Host, TextPicture, screen_text
from tests.tui.invented import HARBOUR, LEDGER, reports
from tests.tui.kept import CRANE, HURT, PILOT, Notes, Shelf
from tests.tui.piloting import SIZES, driven, named, on_top, press
from tests.tui.settling import settled
from tui.desk import Desk
from tui.places import Place
from tui.screens.compare import CompareScreen
from tui.screens.notes import NotesScreen


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_picture(size: tuple[int, int], notes: Notes, snapshot: SnapshotAssertion) -> None:
    app = notes.host()
    async with driven(app, size=size):
        assert screen_text(app) == snapshot.use_extension(TextPicture)


async def test_enter_goes_to_the_passage(notes: Notes) -> None:
    app = notes.host()
    async with driven(app, "j", "enter"):
        start = LEDGER.body.index(PILOT)
        assert app.ended == [Place(LEDGER.id, start, start + len(PILOT))]


async def test_enter_goes_to_an_article_by_the_name_it_has_now(notes: Notes) -> None:
    renamed = replace(notes.shelf.articles[HARBOUR.id], id="ferry")
    notes.shelf.articles[HARBOUR.id] = renamed  # the former id still finds it
    app = notes.host()
    async with driven(app, "enter"):
        start = HARBOUR.body.index(HURT)
        assert app.ended == [Place("ferry", start, start + len(HURT))]


async def test_an_orphan_says_what_was_changed_and_does_not_jump(notes: Notes) -> None:
    notes.shelf.rewrite(HARBOUR.id, "About 40 people", "About 90 people")
    app = notes.host()
    async with driven(app) as pilot:
        text = screen_text(app)
        assert "orphan" in text
        assert "1 to look at" in text
        assert "90" in text, "what stands there now"
        await press(pilot, "enter")
        assert app.ended == []
        assert "90" in screen_text(app).split("\n")[-2]


async def test_searching(notes: Notes) -> None:
    app = notes.host()
    async with driven(app, "slash", *"crane") as pilot:
        assert "1 shown" in screen_text(app)
        assert HURT not in screen_text(app)
        await pilot.press("enter")
        assert on_top(pilot, NotesScreen).list.has_focus
        assert HURT in await press(pilot, "escape")
        assert HURT in await press(pilot, "slash", *"#casualties hospital")
        assert CRANE not in screen_text(app)
        assert "No bookmark has these words." in await press(pilot, *"zzz")


async def test_moving(notes: Notes) -> None:
    app = notes.host()
    async with driven(app) as pilot:
        places = []
        for key in ("j", "down", "k", "up", "G", "g", "pagedown", "pageup", "ctrl+d", "ctrl+u"):
            await pilot.press(key)
            places.append(on_top(pilot, NotesScreen).list.highlighted)
        assert places == [1, 2, 1, 0, 2, 0, 2, 0, 2, 0]
        await pilot.press("tab")
        assert on_top(pilot, NotesScreen).filter.has_focus
        await pilot.press("shift+tab")
        assert on_top(pilot, NotesScreen).list.has_focus
        await press(pilot, "escape")
        assert app.ended == [None]


async def test_no_bookmarks(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path / "none.md", tmp_path / "state.db")
    app = Host(lambda: NotesScreen(Desk(cast(Library, Shelf()), book), book))
    async with driven(app, size=(80, 24)) as pilot:
        assert "There is no bookmark yet." in screen_text(app)
        await press(pilot, "enter", "u", "p", "j", "k")
        await press(pilot, "q")
        assert app.ended == [None]
    book.close()


async def test_the_bookmarks_open_over_a_comparison(notes: Notes) -> None:
    app = Host(lambda: CompareScreen(reports))
    app.desk = notes.desk
    async with driven(app, "B") as pilot:
        on_top(pilot, NotesScreen)
        await press(pilot, "G", "enter")
        assert [place.article for place in app.places] == [LEDGER.id]


async def test_bookmarks_need_a_notebook() -> None:
    app = Host(lambda: CompareScreen(reports))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "B")
        assert isinstance(app.screen, CompareScreen)
        assert [n.message for n in app._notifications] == ["The notes are not open yet."]


async def test_corrections_are_listed_gone_to_and_taken_back(notes: Notes) -> None:
    harbour = notes.shelf.article(HARBOUR.id)
    start = harbour.body.index("212")
    notes.desk.decisions.correct(harbour, "figure", start, start + 3)
    app = notes.host()
    async with driven(app) as pilot:
        text = screen_text(app)
        assert "Bookmarks · 3 bookmarks · 1 correction" in text
        assert "“212” is not a figure" in text
        await press(pilot, "slash", *"correction", "enter")
        assert HURT not in screen_text(app)
        await press(pilot, "d", "d")
        assert "1 correction" not in screen_text(app)
        assert notes.desk.decisions.corrections(harbour) == []
    notes.desk.decisions.correct(harbour, "figure", start, start + 3)
    app = notes.host()
    async with driven(app, "G", "enter") as pilot:
        assert app.ended == [Place(HARBOUR.id, start, start + 3)]


async def test_a_correction_whose_words_are_gone_says_so(notes: Notes) -> None:
    harbour = notes.shelf.article(HARBOUR.id)
    start = harbour.body.index("212")
    notes.desk.decisions.correct(harbour, "figure", start, start + 3)
    notes.shelf.rewrite(HARBOUR.id, "212", "221")
    app = notes.host()
    async with driven(app, "G", "enter"):
        assert app.ended == []
        assert "It marks nothing any more." in screen_text(app)
        assert "221" in screen_text(app)


# ---- changes from outside
