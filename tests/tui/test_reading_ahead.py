"""The reports next to the one that is read: on the page at a key, and never as they were before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest
from textual._compositor import Compositor
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from index.state import State
from tests.tui.invented import HARBOUR, LEDGER
from tests.tui.piloting import driven, on_top, press
from tests.tui.settling import settled
from tests.tui.shelf import Shelf, ShelfReader
from tui import messages
from tui.desk import Desk, Reading
from tui.screens import reader_work
from tui.screens.reader import ReaderScreen

LATER = replace(HARBOUR, body=HARBOUR.body.replace("212", "213"))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The reports that were read, in turn; ahead only where a test asks for it."""
    ids: list[str] = []
    bring = Desk.reading

    def reading(desk: Desk, article_id: str, query: str = "", *, text_first: bool) -> Reading:
        ids.append(article_id)
        return bring(desk, article_id, query, text_first=text_first)

    monkeypatch.setattr(Desk, "reading", reading)
    monkeypatch.setattr(reader_work, "_RESTING", 3600)
    return ids


async def look_ahead(pilot: Pilot[None]) -> ReaderScreen:
    reader = on_top(pilot, ReaderScreen)
    await reader.read_ahead().wait()
    return reader


async def test_turning_to_a_neighbour_reads_nothing(read: list[str], tmp_path: Path) -> None:
    app = ShelfReader(state=State.open(tmp_path / "state.db"))
    async with driven(app, "enter", size=(80, 24)) as pilot:
        body = (await look_ahead(pilot)).body
        assert read == [LEDGER.id, HARBOUR.id]
        await press(pilot, "}", "J")
        assert (body.article, body.has_focus, len(read)) == (HARBOUR, True, 2)
        await look_ahead(pilot)
        assert LEDGER.id in read[2:]  # it was left at another place
        before = [*read]
        await press(pilot, "K")
        assert (body.article, body.cursor, read) == (LEDGER, body.page.paragraph_starts[1], before)


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    "change",
    [
        messages.NotesChanged(),
        messages.Ruled(Mock(id="?")),
        messages.Kept(None, HARBOUR.id, ()),
        messages.Synced(Shelf().sync()),
    ],
    ids=lambda change: type(change).__name__,
)
async def test_what_may_have_changed_is_read_again(change: Message) -> None:
    shelf = Shelf()
    async with driven(ShelfReader(shelf), "enter", size=(80, 24)) as pilot:
        reader = await look_ahead(pilot)
        shelf.articles[HARBOUR.id] = LATER
        reader.post_message(change)
        await settled(pilot)
        await press(pilot, "J")
        assert reader.body.article == LATER


@pytest.mark.usefixtures("read")
async def test_what_was_read_for_another_query_has_not_its_matches() -> None:
    async with driven(ShelfReader(), "enter", size=(80, 24)) as pilot:
        reader = await look_ahead(pilot)
        await press(pilot, "q", "/", *"pilot", "enter", "J")
        assert (reader.body.article, len(reader.body.marks["match"].spans)) == (HARBOUR, 1)


@pytest.mark.usefixtures("read")
async def test_list_and_page_are_painted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    frames: list[set[Widget]] = []

    def update(compositor: Compositor, widgets: set[Widget]) -> None:
        frames.append({*widgets})

    async with driven(ShelfReader(), "enter", size=(120, 40)) as pilot:
        reader = await look_ahead(pilot)
        monkeypatch.setattr(Compositor, "update_widgets", update)
        await press(pilot, "J")
        first = next(frame for frame in frames if reader.hits in frame)
        assert reader.body in first
