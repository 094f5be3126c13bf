"""The first screen, driven by keys: the way back, the panes, every width."""

from __future__ import annotations

import pytest
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from index.article import Article
from tests.tui.host import screen_text
from tests.tui.invented import ARTICLES
from tests.tui.piloting import driven, on_top, press
from tests.tui.shelf import Shelf, ShelfReader
from tui.screens.reader import ReaderScreen
from tui.widgets.key_line import KeyLine

LONG = Article(
    "long",
    "A long report",
    "\n\n".join(f"Ship {n} came in. Its crew of {n} was counted by many hands." for n in range(90)),
)


async def test_escape_goes_back_one_step_at_a_time() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "slash", *"pilot", "enter", "v")
        screen = on_top(pilot, ReaderScreen)
        await press(pilot, "escape")
        assert screen.body.selected_span() is None
        assert screen.body.has_focus
        await press(pilot, "escape")
        assert screen.hits.has_focus
        assert screen.box.value == "pilot"
        await press(pilot, "escape")
        assert screen.box.value == ""
        assert len(screen.hits.hits) == len(ARTICLES)
        assert "1 report marked" in await press(pilot, "space")
        assert "esc again takes the marks away" in await press(pilot, "escape")
        assert screen.hits.marked
        assert "No report is marked any more" in await press(pilot, "escape")
        assert not screen.hits.marked


async def test_marks_outlive_the_way_back_from_comparing() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "space", "space", "d", "q")
        screen = on_top(pilot, ReaderScreen)
        await press(pilot, "enter", "escape", "escape")
        assert len(screen.hits.marked) == 2
        await press(pilot, "space", "escape")  # another count, another question
        assert len(screen.hits.marked) == 3


async def test_the_first_page_of_a_narrow_screen_shows_the_match_it_was_opened_for() -> None:
    app = ShelfReader(Shelf([LONG]))
    async with driven(app, size=(80, 24)) as pilot:
        shown = await press(pilot, "slash", *"77", "enter")
        assert "▌ Ship 77 came in." in shown


async def test_the_list_tells_of_marks_out_of_view_and_of_no_place_in_an_article() -> None:
    app = ShelfReader()
    async with driven(app, size=(80, 24)) as pilot:
        await press(pilot, "enter", "j", "escape", "space", "slash", *"zebra")
        screen = on_top(pilot, ReaderScreen)
        screen.status.say("")
        last = (await press(pilot, "escape")).split("\n")[-2]
        assert "1 marked · 3 reports" in last
        assert "¶" not in last
        assert "1 marked · ¶" in (await press(pilot, "3")).split("\n")[-2]


async def test_q_goes_back_and_then_out() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "enter", "q")
        assert on_top(pilot, ReaderScreen).hits.has_focus
        assert app.is_running
        await pilot.press("q")
    assert app.return_code == 0


async def test_a_narrow_screen_shows_one_pane_and_tab_reaches_all() -> None:
    app = ShelfReader()
    async with driven(app, size=(80, 24)) as pilot:
        screen = on_top(pilot, ReaderScreen)
        seen = []
        for _ in range(4):
            seen.append((screen.search.display, screen.pane.display, screen.facts.display))
            await press(pilot, "tab")
        assert screen.hits.has_focus
        assert seen == [
            (True, False, False),
            (False, True, False),
            (False, False, True),
            (True, False, False),
        ]
        await press(pilot, "shift+tab", "shift+tab")
        assert screen.facts.has_focus


async def test_panes_by_width() -> None:
    app = ShelfReader()
    async with driven(app, size=(200, 50)) as pilot:
        screen = on_top(pilot, ReaderScreen)

        def shown() -> tuple[bool, bool, bool]:
            return screen.search.display, screen.pane.display, screen.facts.display

        assert shown() == (True, True, True)
        await pilot.resize_terminal(120, 40)
        await press(pilot)
        assert shown() == (True, True, False)
        await press(pilot, "4")
        assert shown() == (False, True, True)
        await press(pilot, "4")
        assert shown() == (True, True, False)
        assert screen.body.has_focus
        await pilot.resize_terminal(70, 20)
        await press(pilot)
        assert shown() == (False, True, False)


async def test_a_wider_screen_shows_the_report_under_the_cursor() -> None:
    app = ShelfReader()
    async with driven(app, "j", size=(80, 24)) as pilot:
        screen = on_top(pilot, ReaderScreen)
        assert screen.reading is None
        await pilot.resize_terminal(170, 40)
        shown = await press(pilot)
        assert screen.reading is not None and screen.hits.current is not None
        assert screen.reading.article.id == screen.hits.current.id
        assert "A ferry with 212 people" in shown
        assert screen.hits.has_focus


async def test_zen_shows_the_article_alone() -> None:
    app = ShelfReader()
    async with driven(app, size=(200, 50)) as pilot:
        screen = on_top(pilot, ReaderScreen)
        await press(pilot, "z")
        assert not screen.search.display
        assert not screen.facts.display
        assert screen.body.has_focus
        await press(pilot, "escape")
        assert screen.search.display
        await press(pilot, "z")
        assert not screen.query_one(KeyLine).display
        await press(pilot, "2")
        assert screen.query_one(KeyLine).display


async def test_the_smallest_screens_still_work() -> None:
    app = ShelfReader()
    async with driven(app, size=(40, 10)) as pilot:
        assert "Lisse ferry: number of injured" in await press(pilot, "enter", "j", "f", "G", "g")
        await pilot.resize_terminal(12, 4)
        await press(pilot, "j", "4", "2", "1", "escape", "3")
        assert app.is_running


async def test_the_place_that_is_read_stays_in_view_at_every_width() -> None:
    app = ShelfReader(Shelf([LONG]))
    async with driven(app, "enter", *["right_parenthesis"] * 30) as pilot:
        body = on_top(pilot, ReaderScreen).body
        place = body.cursor
        for size in [(60, 20), (200, 12), (80, 24), (60, 50), (120, 40)]:
            await pilot.resize_terminal(*size)
            await press(pilot)
            assert body.cursor == place
            assert 0 <= body.cursor_row - body.scroll_offset.y < body.size.height, size


async def test_of_what_stands_behind_the_panes_one_line_is_worked_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worked_out: dict[str, int] = {}
    render = StylesCache.render_widget

    def count(cache: StylesCache, widget: Widget, crop: Region) -> list[Strip]:
        worked_out[widget.id or type(widget).__name__] = crop.height
        return render(cache, widget, crop)

    async with driven(ShelfReader(), size=(120, 40)) as pilot:
        before = screen_text(pilot.app)
        monkeypatch.setattr(StylesCache, "render_widget", count)
        assert screen_text(pilot.app) == before
        behind = ("ReaderScreen", "panes", "search-pane", "article-pane")
        assert [worked_out[name] for name in behind] == [1, 1, 1, 1]
        assert worked_out["article"] > 1
