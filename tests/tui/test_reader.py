"""The first screen, driven by keys: searching, reading, comparing, bookmarking, panes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from index.facts.model import Facts
from index.span import TextSpan
from index.state import State
from tests.tui.host import screen_text, settled
from tests.tui.invented import ARTICLES, HARBOUR, LEDGER
from tests.tui.shelf import Shelf, ShelfReader
from tui import messages
from tui.screens.card import EvidenceCard
from tui.screens.compare import CompareScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.key_line import KeyLine


async def press(pilot: Pilot[None], *keys: str) -> str:
    """Presses keys, waits, and gives what the screen shows."""
    for key in keys:
        await pilot.press(key)
    for _ in range(3):  # what a worker brings may start another
        await settled(pilot)
    return screen_text(pilot.app)


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


# ---- searching


async def test_all_reports_are_listed_newest_first_and_the_list_has_the_focus() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        shown = await press(pilot)
        assert [hit.id for hit in reader(pilot).hits.hits] == ["ledger", "harbour", "courier"]
        assert reader(pilot).hits.has_focus
        assert "3 reports · 2 questions answered differently" in shown
        assert "The Evening Ledger of Lisse" in shown
        assert "undated" in shown


async def test_results_come_while_typing() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        shown = await press(pilot, "slash", *"divers")
        assert [hit.id for hit in reader(pilot).hits.hits] == ["harbour"]
        assert "Divers began to look for a breach" in shown
        assert "1 report" in shown


async def test_fast_typing_searches_seldom_and_shows_the_last_query_only() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "slash")
        app.shelf.queries.clear()
        reader(pilot).box.value = "d"
        reader(pilot).box.value = "di"
        reader(pilot).box.value = "crane"
        await press(pilot)
        assert app.shelf.queries == ["crane"]
        assert [hit.id for hit in reader(pilot).hits.hits] == ["ledger"]


async def test_enter_in_the_box_opens_the_best_report_at_the_first_match() -> None:
    app = ShelfReader()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        await press(pilot, "slash", *"divers", "enter")
        body = reader(pilot).body
        assert body.has_focus
        assert body.cursor == HARBOUR.body.index("Divers")
        assert body.marks["match"].spans == [(body.cursor, body.cursor + 6)]


async def test_a_corrected_query_is_marked_in_the_article_too() -> None:
    shelf = Shelf()
    shelf.corrections["dievrs"] = "divers"
    app = ShelfReader(shelf)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "slash", *"dievrs", "enter")
        body = reader(pilot).body
        assert [body.body[a:b] for a, b in body.marks["match"].spans] == ["Divers"]
        assert body.cursor == HARBOUR.body.index("Divers")


async def test_no_report_answers() -> None:
    app = ShelfReader()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert "No report answers this." in await press(pilot, "slash", *"zebra")


async def test_an_empty_library_says_so() -> None:
    app = ShelfReader(Shelf([]))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "There is no article in this library" in await press(pilot)


async def test_down_leaves_the_box_for_the_list() -> None:
    app = ShelfReader()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        await press(pilot, "slash", "down", "j")
        assert reader(pilot).hits.has_focus
        assert reader(pilot).hits.cursor == 1


# ---- reading


async def test_the_report_under_the_cursor_is_shown_beside_the_list() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        assert "A crane is expected next week." in await press(pilot)
        assert "Divers began to look" in await press(pilot, "j")
        assert reader(pilot).hits.has_focus


async def test_find_in_the_article() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "j")
        shown = await press(pilot, "enter", "slash", *"the", "enter", "n")
        body = reader(pilot).body
        assert body.has_focus
        assert body.step == "match 2/5"
        assert "match 2/5" in shown
        await press(pilot, "escape")
        assert not body.marks["match"].spans
        assert body.has_focus


async def test_leaving_find_brings_the_matches_of_the_search_back() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "slash", *"divers", "enter", "slash", *"hull", "enter")
        body = reader(pilot).body
        assert [body.body[a:b] for a, b in body.marks["match"].spans] == ["hull"]
        await press(pilot, "escape")
        assert [body.body[a:b] for a, b in body.marks["match"].spans] == ["Divers"]


async def test_what_is_not_in_the_article_is_said() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "j")
        shown = await press(pilot, "enter", "slash", *"zebra", "enter")
        assert "“zebra” is not in this article." in shown


async def test_the_dateline_says_what_is_known() -> None:
    app = ShelfReader(
        Shelf(
            [
                replace(
                    HARBOUR,
                    byline="Vera Lind",
                    timezone="Europe/Lisse_Bay",
                    removed_characters=3,
                    published="2031-05-02T14:30:00+02:00",
                )
            ]
        )
    )
    async with app.run_test(size=(120, 40)) as pilot:
        shown = " ".join((await press(pilot)).replace("\N{NO-BREAK SPACE}", " ").split())
        for words in (
            "Vera Lind",
            "2 May 2031, 14:30 +02:00",
            "Lisse Bay time",
            "3 figures",
            "0 officials",
            "3 control characters removed",
        ):
            assert words in shown


async def test_disputed_sentences_carry_a_sign_and_enter_shows_the_others() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "j")
        shown = await press(pilot, "enter", "c")
        assert "→" in next(row for row in shown.split("\n") if "About 40 people" in row)
        assert "disputed sentence 1/2" in shown
        shown = await press(pilot, "enter")
        assert isinstance(app.screen, EvidenceCard)
        assert "How many people were hurt?" in shown
        await press(pilot, "j", "enter")
        body = reader(pilot).body
        assert body.article == LEDGER
        assert LEDGER.body[body.cursor :].startswith("63, the")


async def test_a_sentence_that_nobody_disputes_says_so() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "j")
        shown = await press(pilot, "enter", "enter")
        assert "No other report answers what this sentence does." in shown


async def test_the_facts_lead_to_their_words() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "j")
        shown = await press(pilot, "4")
        assert "Answered differently 2" in shown
        assert "→ How many people were hurt?" in shown
        assert "Figures 3" in shown
        await press(pilot, "G", "enter")
        body = reader(pilot).body
        assert body.has_focus
        assert body.cursor == body.marks["figure"].spans[-1][0]


async def test_opening_at_a_passage() -> None:
    at = HARBOUR.body.index("Divers")
    app = ShelfReader(at=("harbour", at))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert reader(pilot).body.has_focus
        assert reader(pilot).body.cursor == at


async def test_the_next_and_the_previous_report_are_a_key_away() -> None:
    app = ShelfReader()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        await press(pilot, "enter")
        await press(pilot, "enter", "J")
        assert reader(pilot).body.article == HARBOUR
        assert reader(pilot).body.has_focus
        await press(pilot, "K")
        assert reader(pilot).body.article == LEDGER
        assert "This is the first report." in await press(pilot, "K")


async def test_marks_can_be_hidden() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "j")
        await press(pilot, "enter")
        body = reader(pilot).body

        def underlined() -> list[str]:
            parts = [part for y in range(body.size.height) for part in body.render_line(y)]
            return [part.text for part in parts if part.style and part.style.underline]

        assert "212" in underlined()
        assert "Marked: figures underlined." in await press(pilot, "H")
        assert "212" in underlined()
        assert "Marked: officials bold." in await press(pilot, "H")
        assert not underlined()
        while "Nothing is marked." not in await press(pilot, "H"):
            pass
        assert not underlined()
        await press(pilot, "H")
        assert "212" in underlined()


async def test_the_reading_place_and_the_read_mark_come_back(tmp_path: Path) -> None:
    place = HARBOUR.body.index("Divers")
    for visit in range(2):
        app = ShelfReader(state=State.open(tmp_path / "state.db"))
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot)
            assert [hit.read for hit in reader(pilot).hits.hits] == [False, visit > 0, False]
            await press(pilot, "j")
            await press(pilot, "enter")
            body = reader(pilot).body
            if visit:
                assert body.cursor == place
            else:
                body.go(place)
                await press(pilot)
                assert [hit.read for hit in reader(pilot).hits.hits] == [False, True, False]


# ---- comparing


async def test_marked_reports_are_compared() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
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
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "space", "space", "d", "c", "enter", "enter")
        assert app.screen is app.reader
        assert reader(pilot).body.has_focus
        await press(pilot, "escape")
        assert isinstance(app.screen, CompareScreen)


async def test_one_marked_report_is_compared_with_the_open_one() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "space", "d")
        assert isinstance(app.screen, CompareScreen)


async def test_comparing_nothing_says_how_to_mark() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        assert "Mark two or more reports with the space bar" in await press(pilot, "d")
        shown = await press(pilot, "space", "space")
        assert "Mark two or more" not in shown
        assert "2 reports marked: d compares them." in shown


async def test_errors_stay_only_where_there_is_no_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.widgets.status_line._SHOWN", 0.01)
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        screen = reader(pilot)
        screen.post_message(messages.Failed("Nothing can be written."))
        await pilot.pause(0.1)
        assert "Nothing can be written." not in screen_text(app)
        screen.desk = None
        screen.post_message(messages.Failed("The library cannot be opened."))
        await pilot.pause(0.1)
        assert screen.status.message == "The library cannot be opened."


# ---- keeping


async def test_a_bookmark_is_written_shown_and_undone(tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    app = ShelfReader(notes=notes)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
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
        screen = reader(pilot)
        assert screen.body.article == LEDGER
        screen.post_message(messages.Kept(None, HARBOUR.id, [TextSpan(0, 20)]))
        await press(pilot)
        assert screen.body._bookmarked.spans == []
        screen.post_message(messages.Kept(None, LEDGER.id, [TextSpan(0, 20)]))
        screen.post_message(messages.Refound(HARBOUR.id, Facts(), []))
        await press(pilot)
        assert screen.body._bookmarked.spans == [(0, 20)]


async def test_a_selection_is_bookmarked_as_it_stands(tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    app = ShelfReader(notes=notes)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "j")
        await press(pilot, "enter", "j", "V", "b")
        assert "the coastguard said." in notes.read_text()
        assert reader(pilot).body.selected_span() is None


async def test_copying_takes_the_source_along() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "j")
        shown = await press(pilot, "enter", "G", "y")
        assert app.clipboard == (
            "“The operator denied that the ship had left without a pilot.”\n"
            "— Harbour Post, 2 May 2031, ¶5\n"
        )
        assert "Copied 11 words" in shown


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
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        assert sentence in await press(pilot, "o")


# ---- panes, and the way back


async def test_escape_goes_back_one_step_at_a_time() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "slash", *"pilot", "enter", "v")
        screen = reader(pilot)
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
        assert "Esc again takes the marks away" in await press(pilot, "escape")
        assert screen.hits.marked
        assert "No report is marked any more" in await press(pilot, "escape")
        assert not screen.hits.marked


async def test_marks_outlive_the_way_back_from_comparing() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "space", "space", "d", "q")
        screen = reader(pilot)
        await press(pilot, "enter", "escape", "escape")
        assert len(screen.hits.marked) == 2
        await press(pilot, "space", "escape")  # another count, another question
        assert len(screen.hits.marked) == 3


async def test_q_goes_back_and_then_out() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "enter", "q")
        assert reader(pilot).hits.has_focus
        assert app.is_running
        await pilot.press("q")
    assert app.return_code == 0


async def test_a_narrow_screen_shows_one_pane_and_tab_reaches_all() -> None:
    app = ShelfReader()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        screen = reader(pilot)
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
    async with app.run_test(size=(200, 50)) as pilot:
        await press(pilot)
        screen = reader(pilot)

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


async def test_zen_shows_the_article_alone() -> None:
    app = ShelfReader()
    async with app.run_test(size=(200, 50)) as pilot:
        await press(pilot)
        screen = reader(pilot)
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
    async with app.run_test(size=(40, 10)) as pilot:
        await press(pilot)
        assert "Lisse ferry: number of injured" in await press(pilot, "enter", "j", "f", "G", "g")
        await pilot.resize_terminal(12, 4)
        await press(pilot, "j", "4", "2", "1", "escape", "3")
        assert app.is_running
