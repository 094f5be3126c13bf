"""The dossier: one official's remarks on the screen, and the ways to and from it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from index.compare.dossier import Dossier
from index.errors import InputError
from index.library import Progress
from tests.tui.harvest import desk_in
from tests.tui.host import Host, TextPicture, screen_text
from tests.tui.piloting import SIZES, driven, named, on_top, press
from tests.tui.settling import settled
from tests.tui.shelf import Shelf, ShelfReader
from tui.desk import Desk
from tui.gathering import dossier_of, reports_of
from tui.messages import Ruled
from tui.screens.brief import BriefScreen
from tui.screens.compare import CompareScreen
from tui.screens.dossier import DossierScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.openings import choose_official
from tui.screens.picker import Picker


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        yield desk


def host(desk: Desk, name: str = "Ada Okoro") -> Host:
    def load(story_only: bool, progress: Progress) -> Dossier:
        return dossier_of(desk, name, "post", story_only=story_only, progress=progress)

    app = Host(lambda: DossierScreen(name, load))
    app.desk = desk
    return app


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_picture(desk: Desk, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    app = host(desk)
    async with driven(app, size=size):
        assert screen_text(app) == snapshot.use_extension(TextPicture)


async def test_each_wording_stands_with_its_dates_and_its_changed_words(desk: Desk) -> None:
    app = host(desk)
    async with driven(app):
        text = screen_text(app)
        assert "the whole library · 3 remarks in 3 reports, 2 of them told by several" in text
        assert "Harbour Post · published 7 May 2031 · said 5 May 2031 · said" in text
        assert "against the fullest quotation: ~ will → shall" in text
        assert "Ben Okoro (Foreign Minister) is somebody else, and kept apart." in text


async def test_an_official_without_remarks_is_said_to_have_none(desk: Desk) -> None:
    def load(story_only: bool, progress: Progress) -> Dossier:
        found = dossier_of(desk, "Ada Okoro", "post", story_only=story_only, progress=progress)
        return replace(found, remarks=())

    async with driven(Host(lambda: DossierScreen("Ada Okoro", load))) as pilot:
        text = screen_text(pilot.app)
        assert "0 remarks" in text
        assert "No words are put down to this official." in text


async def test_moving_and_reading_on_where_a_remark_is_reported(desk: Desk) -> None:
    app = host(desk)
    async with driven(app, "j", "enter"):
        (place,) = app.places
        body = desk.library.article(place.article).body
        assert "open the dam of Luhov" in body[place.start : place.end]


async def test_the_way_back_leads_to_the_same_remark(desk: Desk) -> None:
    app = host(desk)
    async with driven(app, "G", "enter", size=(80, 24)) as pilot:
        app.action_return()
        await settled(pilot)
        entry = on_top(pilot, DossierScreen).body.current
        assert entry is not None
        assert entry.place == app.places[0]


async def test_a_remark_is_bookmarked(desk: Desk) -> None:
    app = host(desk)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "j", "b")
        await settled(pilot)
        assert desk.notebook is not None
        (kept,) = desk.notebook.bookmarks()
        assert "open the dam of Luhov" in kept.exact
        await press(pilot, "g", "b")
        assert len(desk.notebook.bookmarks()) == 1
        assert "there is nothing to keep" in [n.message for n in app._notifications][-1]


async def test_the_story_alone(desk: Desk) -> None:
    app = host(desk)
    async with driven(app, "equals_sign") as pilot:
        assert "this story · 2 remarks in 2 reports, 2 of them told by several" in screen_text(app)
        assert "the whole library" in await press(pilot, "equals_sign")


async def test_how_far_it_has_come_is_told(desk: Desk) -> None:
    app = host(desk)
    async with driven(app) as pilot:
        screen = on_top(pilot, DossierScreen)
        screen.post_message(DossierScreen.Progressed(40, 20_000))
        await pilot.pause()
        assert "reading 40 of 20,000 reports…" in screen_text(app)


async def test_another_extent_ends_the_work_on_the_first(desk: Desk) -> None:
    asked: list[bool] = []
    go_on = threading.Event()

    def load(story_only: bool, progress: Progress) -> Dossier:
        asked.append(story_only)
        if not story_only:
            go_on.wait(20)
            progress(20, 40)  # ends here
            asked.append(True)
        return dossier_of(desk, "Ada Okoro", "post", story_only=True, progress=progress)

    app = Host(lambda: DossierScreen("Ada Okoro", load))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("=")
        await pilot.pause()
        go_on.set()
        await settled(pilot)
        assert asked == [False, True]
        assert "· this story" in screen_text(app)


async def test_what_goes_wrong_is_one_sentence() -> None:
    def load(story_only: bool, progress: Progress) -> Dossier:
        raise InputError("The report is gone.")

    app = Host(lambda: DossierScreen("Ada Okoro", load))
    async with driven(app, size=(80, 24)):
        assert "The dossier cannot be made: The report is gone." in screen_text(app)


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_leaving(desk: Desk, key: str) -> None:
    app = host(desk)
    async with driven(app, key, size=(80, 24)):
        assert app.ended == [None]


async def test_an_official_is_chosen_from_a_list(desk: Desk) -> None:
    app = host(desk)
    async with driven(app, size=(80, 24)) as pilot:
        await pilot.press("escape")
        choose_official(app, ["post", "ledger", "courier"])
        await settled(pilot)
        assert isinstance(app.screen, Picker)
        assert "Ben Okoro" in screen_text(app)
        assert "Dossier · Ada Okoro" in await press(pilot, "enter")


async def test_the_list_asked_for_twice_comes_once(desk: Desk) -> None:
    app = host(desk)
    async with driven(app, size=(80, 24)) as pilot:
        await pilot.press("escape")
        below = len(app.screen_stack)
        for _ in range(2):  # the second ends the first before it began
            choose_official(app, ["post", "ledger", "courier"])
        await settled(pilot)
        gc.collect()  # what nobody waits for complains now
        assert isinstance(app.screen, Picker)
        assert len(app.screen_stack) == below + 1


async def test_the_matrix_leads_to_the_dossier_of_who_speaks_in_the_cell(desk: Desk) -> None:
    app = Host(lambda: MatrixScreen(partial(desk.stories.matrix, ["post", "ledger", "courier"])))
    app.desk = desk
    async with driven(app, "D") as pilot:
        assert isinstance(app.screen, DossierScreen)
        assert "Dossier · Ada Okoro" in screen_text(app)
        await press(pilot, "escape")
        screen = on_top(pilot, MatrixScreen)
        row = screen.body.current
        assert row is not None
        unnamed = [replace(answer, speaker=None) for answer in row.question.answers]
        screen.post_message(Ruled(replace(row.question, answers=tuple(unnamed))))
        await settled(pilot)
        await press(pilot, "D")
        assert isinstance(app.screen, Picker), "where nobody is named it asks"


async def reading(pilot: Pilot[None]) -> None:
    """Opens the first report of the list."""
    for _ in range(3):  # what a worker brings may start another
        await settled(pilot)
    await pilot.press("enter")
    for _ in range(3):
        await settled(pilot)


async def test_the_article_leads_to_the_official_under_the_cursor(desk: Desk) -> None:
    app = ShelfReader(cast(Shelf, desk.library))
    async with app.run_test(size=(120, 40)) as pilot:
        await reading(pilot)
        assert "Dossier · Ada Okoro" in await press(pilot, "w", "D")
        await pilot.press("G", "enter")
        for _ in range(3):
            await settled(pilot)
        assert app.screen is app.reader
        await press(pilot, "escape")
        assert isinstance(app.screen, DossierScreen)


async def test_elsewhere_in_the_article_the_official_is_chosen(desk: Desk) -> None:
    app = ShelfReader(cast(Shelf, desk.library))
    async with app.run_test(size=(120, 40)) as pilot:
        await reading(pilot)
        await press(pilot, "D")
        assert isinstance(app.screen, Picker)
        await press(pilot, "escape", "escape", "D")
        assert isinstance(app.screen, Picker)


async def test_the_reader_leads_to_the_brief(desk: Desk) -> None:
    app = ShelfReader(cast(Shelf, desk.library))
    async with app.run_test(size=(120, 40)) as pilot:
        await reading(pilot)
        await press(pilot, "escape", "space", "j", "R")
        assert isinstance(app.screen, BriefScreen)
        assert "Brief · 2 reports" in screen_text(app)


async def test_the_comparison_leads_to_dossier_and_brief(desk: Desk) -> None:
    app = Host(lambda: CompareScreen(lambda: reports_of(desk, ["post", "ledger"])))
    app.desk = desk
    async with driven(app, "R") as pilot:
        assert isinstance(app.screen, BriefScreen)
        await press(pilot, "q", "D")
        assert isinstance(app.screen, Picker)
