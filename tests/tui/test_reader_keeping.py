"""The first screen, driven by keys: comparing, bookmarking, copying."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.facts.model import Facts
from index.span import TextSpan
from tests.tui.host import screen_text
from tests.tui.invented import HARBOUR, LEDGER
from tests.tui.piloting import driven, on_top, press
from tests.tui.shelf import Shelf, ShelfReader
from tui import messages
from tui.screens.compare import CompareScreen
from tui.screens.reader import ReaderScreen


async def test_marked_reports_are_compared() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        shown = await press(pilot, "space", "space")
        assert shown.count("✓") == 2
        await press(pilot, "d")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.reports is not None
        assert [article.id for article in screen.reports.articles] == ["ledger", "harbour"]
        await press(pilot, "escape")
        assert app.screen is app.reader


async def test_escape_leads_back_to_the_comparison_that_led_here() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "space", "space", "d", "c", "enter", "enter")
        assert app.screen is app.reader
        assert on_top(pilot, ReaderScreen).body.has_focus
        await press(pilot, "escape")
        assert isinstance(app.screen, CompareScreen)


async def test_one_marked_report_is_compared_with_the_open_one() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "space", "d")
        assert isinstance(app.screen, CompareScreen)


async def test_comparing_nothing_says_how_to_mark() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        assert "Mark two or more reports of the list with space, then press d" in await press(
            pilot, "d"
        )
        shown = await press(pilot, "space", "space")
        assert "Mark two or more" not in shown
        assert "2 reports marked: d compares them." in shown


async def test_errors_stay_only_where_there_is_no_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.widgets.status_line._SHOWN", 0.01)
    app = ShelfReader()
    async with driven(app) as pilot:
        screen = on_top(pilot, ReaderScreen)
        screen.post_message(messages.Failed("Nothing can be written."))
        await pilot.pause(0.1)
        assert "Nothing can be written." not in screen_text(app)
        screen.desk = None
        screen.post_message(messages.Failed("The library cannot be opened."))
        await pilot.pause(0.1)
        assert screen.status.message == "The library cannot be opened."


async def test_a_bookmark_is_written_shown_and_undone(tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    app = ShelfReader(notes=notes)
    async with driven(app) as pilot:
        await press(pilot, "j")
        shown = await press(pilot, "enter", "f", "b")
        assert str(notes)[:20] in shown or "notes.md" in shown
        assert "Ferry runs aground off Lisse, about 40 hurt" in notes.read_text()
        assert "•" in shown
        shown = await press(pilot, "u")
        assert "•" not in shown
        assert "nr-" not in notes.read_text()
        assert "nothing to undo" in (await press(pilot, "u")).lower()


async def test_a_bookmark_of_an_article_that_has_gone_by_signs_no_other(tmp_path: Path) -> None:
    app = ShelfReader(notes=tmp_path / "notes.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "enter")
        screen = on_top(pilot, ReaderScreen)
        assert screen.body.article == LEDGER
        screen.post_message(messages.Kept(None, HARBOUR.id, [TextSpan(0, 20)]))
        await press(pilot)
        assert screen.body.marks["bookmark"].spans == []
        screen.post_message(messages.Kept(None, LEDGER.id, [TextSpan(0, 20)]))
        screen.post_message(messages.Refound(HARBOUR.id, Facts(), []))
        await press(pilot)
        assert screen.body.marks["bookmark"].spans == [(0, 20)]


async def test_a_selection_is_bookmarked_as_it_stands(tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    app = ShelfReader(notes=notes)
    async with driven(app) as pilot:
        await press(pilot, "j")
        await press(pilot, "enter", "j", "V", "b")
        assert "the coastguard said." in notes.read_text()
        assert on_top(pilot, ReaderScreen).body.selected_span() is None


async def test_copying_takes_the_source_along() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "j")
        shown = await press(pilot, "enter", "G", "y")
        assert app.clipboard == (
            "“The operator denied that the ship had left without a pilot.”\n"
            "— Harbour Post, 2 May 2031, ¶5\n"
        )
        assert "Copied 11 words, with Harbour Post" in shown


async def test_ctrl_c_says_what_it_has_copied() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "j")
        assert "Nothing is selected to be copied" in await press(pilot, "enter", "G", "ctrl+c")
        assert "Copied 11 words." in await press(pilot, "v", "ctrl+c")
        assert app.clipboard == "The operator denied that the ship had left without a pilot."


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        (None, "No web address is known"),
        ("javascript:alert(1)", "This address is no web page"),
        ("file:///etc/passwd", "This address is no web page"),
    ],
)
async def test_only_web_pages_are_opened(url: str | None, sentence: str) -> None:
    app = ShelfReader(Shelf([replace(HARBOUR, url=url)]))
    async with driven(app) as pilot:
        assert sentence in await press(pilot, "o")
