"""The list of the last start stands before the library is open, and what is asked of it waits."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import cast

import pytest

from index.library import Library
from index.sync import SyncReport
from tests.tui.host import screen_text
from tests.tui.invented import HARBOUR
from tests.tui.settling import press_keys, settled
from tests.tui.shelf import Shelf, ShelfReader
from tui import messages
from tui.desk import Desk
from tui.last_session import LastSession, keep_session, last_session
from tui.widgets.hit_list import Hit

HITS = [
    Hit("ledger", "The dam has been closed", "Ledger", "2024-05-03", "It was shut.", ((0, 2),)),
    Hit("harbour", "[b]Divers[/b] sent ✓ 제방", None, None, read=True),
]


PANES: list[object] = [{}, True, None]
SHAPE = [field.name for shape in (LastSession, Hit) for field in fields(shape)]


def keep_hits(cache: Path, hits: list[Hit]) -> None:
    keep_session(cache, LastSession(hits))


def kept_hits(cache: Path) -> list[Hit]:
    return list(last_session(cache).hits)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    session = LastSession(
        HITS, "ferry [sic]", "harbour", 17, {"facts": 30}, list_open=False, facts_open=True
    )
    keep_session(tmp_path, session)
    assert last_session(tmp_path) == session
    keep_hits(tmp_path, HITS[:1])
    assert last_session(tmp_path) == LastSession(HITS[:1])
    assert [file.name for file in tmp_path.iterdir()] == ["last-session.json"]


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"{",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b"5",
        json.dumps([SHAPE[1:], [], "", None, 0, *PANES]).encode(),
        json.dumps([SHAPE, [], 5, None, 0, *PANES]).encode(),
        json.dumps([SHAPE, [], "", None, "x", *PANES]).encode(),
        json.dumps([SHAPE, [["a"]], "", None, 0, *PANES]).encode(),
        json.dumps([SHAPE, [[1, 2, 3, 4, 5, [], 0]], "", None, 0, *PANES]).encode(),
        json.dumps([SHAPE, [["a", "b", "", "", "", 5, 0]], "", None, 0, *PANES]).encode(),
        json.dumps([SHAPE, [], "", None, 0, {"facts": "wide"}, True, None]).encode(),
        json.dumps([SHAPE, [], "", None, 0, [30], True, None]).encode(),
        b"[" * 100_000,
    ],
    ids=range(15),
)
def test_a_file_that_is_not_ours_shows_nothing(tmp_path: Path, bad: bytes) -> None:
    (tmp_path / "last-session.json").write_bytes(bad)
    assert last_session(tmp_path) == LastSession()


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    keep_hits(tmp_path / "missing", HITS)
    (tmp_path / "last-session.json").mkdir()
    keep_hits(tmp_path, HITS)
    assert kept_hits(tmp_path) == []


class Late(ShelfReader):
    """The library opens at once, and is brought up to date when the test says so."""

    def open_library(self) -> None:  # type: ignore[override]
        self.desk = Desk(cast(Library, self.shelf), None)
        self.reader.post_message(messages.Opened(self.desk, None))


class Slow(ShelfReader):
    """The library opens when the test says so."""

    waits = True

    def open_library(self) -> None:  # type: ignore[override]
        if not self.waits:
            super().open_library()

    def open_now(self) -> None:
        self.waits = False
        self.open_library()


async def test_the_list_stands_before_the_library_and_enter_waits_for_it(tmp_path: Path) -> None:
    first = ShelfReader(cache=tmp_path)
    async with first.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await settled(pilot)
    slow = Slow(cache=tmp_path)
    async with slow.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "The Evening Ledger of Lisse" in screen_text(slow)
        assert "Opening the library…" in screen_text(slow)
        await pilot.press("j", "enter")
        slow.open_now()
        for _ in range(3):
            await settled(pilot)
        assert slow.reader.body.article is not None
        assert slow.reader.body.article.id == "harbour"
        assert slow.reader.body.has_focus
        assert slow.reader.hits.cursor == 1


async def test_what_is_typed_before_the_library_is_open_is_searched(tmp_path: Path) -> None:
    slow = Slow(cache=tmp_path)
    keep_hits(tmp_path, HITS)
    async with slow.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"divers")
        slow.open_now()
        for _ in range(3):
            await settled(pilot)
        assert [hit.id for hit in slow.reader.hits.hits] == ["harbour"]
    assert last_session(tmp_path).query == "divers"


async def test_the_list_stands_while_the_catalogue_is_made_anew(tmp_path: Path) -> None:
    """What is asked for then is opened as soon as it has been read in."""
    shelf = Shelf()
    late = Late(shelf, cache=tmp_path)
    articles, shelf.articles = shelf.articles, {}
    keep_hits(tmp_path, HITS)
    async with late.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert [hit.id for hit in late.reader.hits.hits] == ["ledger", "harbour"]
        await press_keys(pilot.app, "j", "enter")
        assert late.reader.body.article is None
        shelf.articles = articles
        late.reader.post_message(messages.Synced(SyncReport(added=3, articles=3)))
        for _ in range(3):
            await settled(pilot)
        assert len(late.reader.hits.hits) == 3
        assert late.reader.body.article is not None
        assert late.reader.body.article.id == "harbour"


@pytest.mark.parametrize("size", [(60, 20), (120, 40), (200, 50)])
async def test_the_next_start_goes_on_where_the_last_one_ended(
    size: tuple[int, int], tmp_path: Path
) -> None:
    first = ShelfReader(cache=tmp_path)
    async with first.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"hurt")
        for _ in range(3):
            await settled(pilot)
        await pilot.press("down", "j", "enter")
        for _ in range(3):
            await settled(pilot)
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        article, at = first.reader.body.article, first.reader.reading_offset
        assert article is not None
        assert at > 0
    again = ShelfReader(cache=tmp_path)
    async with again.run_test(size=size) as pilot:
        for _ in range(4):
            await settled(pilot)
        reader = again.reader
        assert reader.box.value == "hurt"
        assert [hit.id for hit in reader.hits.hits] == ["ledger", "harbour", "courier"]
        assert reader.body.article == article
        assert (reader.reading_offset, reader.at, reader.body.has_focus) == (at, "article", True)
        assert reader.hits.current is not None
        assert reader.hits.current.id == article.id
        await press_keys(pilot.app, "escape", "escape")
    once_more = ShelfReader(cache=tmp_path)
    async with once_more.run_test(size=size) as pilot:
        for _ in range(4):
            await settled(pilot)
        assert once_more.reader.box.value == ""
        assert once_more.reader.at == "results"
        assert len(once_more.reader.hits.hits) == 3


async def test_a_long_list_is_as_long_again_at_the_next_start(tmp_path: Path) -> None:
    """Who was far down the list comes back to that report."""
    many = [replace(HARBOUR, id=f"report-{number:03}") for number in range(90)]
    hits = [Hit(article.id, article.title, None, None) for article in many]
    keep_session(tmp_path, LastSession(hits, article="report-070"))
    again = ShelfReader(Shelf(many), cache=tmp_path)
    async with again.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await settled(pilot)
        assert [hit.id for hit in again.reader.hits.hits] == [article.id for article in many]
        assert again.reader.hits.current is not None
        assert again.reader.hits.current.id == "report-070"
