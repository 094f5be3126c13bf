"""The first screen, driven by keys: searching and reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.state import State
from tests.tui.host import screen_text
from tests.tui.invented import HARBOUR, LEDGER
from tests.tui.piloting import driven, on_top, press
from tests.tui.settling import at_rest
from tests.tui.shelf import Shelf, ShelfReader
from tui.rendering.flow import wrap
from tui.screens.card import EvidenceCard
from tui.screens.reader import ReaderScreen
from tui.widgets.hit_list import Hit, begin_of


async def test_all_reports_are_listed_newest_first_and_the_list_has_the_focus() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        shown = await press(pilot)
        assert [hit.id for hit in on_top(pilot, ReaderScreen).hits.hits] == [
            "ledger",
            "harbour",
            "courier",
        ]
        assert on_top(pilot, ReaderScreen).hits.has_focus
        assert "3 reports · 2 questions answered differently" in shown
        assert "The Evening Ledger of Lisse" in shown
        assert "undated" in shown


async def test_words_that_are_cut_in_the_list_end_with_a_sign() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        hits = app.reader.hits
        room = hits.scrollable_content_region.width - 3
        for words in ("x" * 9 * room, f"{'x' * room} " * 9):
            hits.show([Hit("one", "Mill burns", None, None, words)])
            await at_rest(pilot.app)
            shown = [row for row in screen_text(app).split("\n") if row.startswith("▌")]
            assert shown[-1][: room + 3].rstrip().endswith("…"), words


async def test_before_reports_are_compared_none_is_said_to_agree() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "j", "enter")
        screen = on_top(pilot, ReaderScreen)
        assert screen.questions
        screen.questions = ()
        screen.body.show(screen.body.article, screen.body.facts)
        for key in ("c", "enter"):
            assert "is still being compared" in await press(pilot, key), key
        screen.body.set_signs(answered={})
        assert "No disputed sentence here." in await press(pilot, "c")
        assert "No other report answers" in await press(pilot, "enter")


async def test_results_come_while_typing() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        shown = await press(pilot, "slash", *"divers")
        assert [hit.id for hit in on_top(pilot, ReaderScreen).hits.hits] == ["harbour"]
        assert "Divers began to look for a breach" in shown
        assert "1 report" in shown


@pytest.mark.parametrize("words", ["the pilot said so.", "지진이 났다."])
@pytest.mark.parametrize(("room", "rows"), [(33, 2), (74, 1), (20, 2)])
def test_a_cut_sentence_shows_its_match_and_leaves_no_row_empty(
    words: str, room: int, rows: int
) -> None:
    text = ("북한이" if words[0] == "지" else "Over and over ") * 20 + words
    begin = begin_of(text, text.index(words), rows, room)
    assert len(wrap(text, begin, len(text), room - 1)) == rows


async def test_fast_typing_searches_seldom_and_shows_the_last_query_only() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "slash")
        app.shelf.queries.clear()
        on_top(pilot, ReaderScreen).box.value = "d"
        on_top(pilot, ReaderScreen).box.value = "di"
        on_top(pilot, ReaderScreen).box.value = "crane"
        await press(pilot)
        assert app.shelf.queries == ["crane"]
        assert [hit.id for hit in on_top(pilot, ReaderScreen).hits.hits] == ["ledger"]


async def test_enter_in_the_box_opens_the_best_report_at_the_first_match() -> None:
    app = ShelfReader()
    async with driven(app, size=(80, 24)) as pilot:
        await press(pilot, "slash", *"divers", "enter")
        body = on_top(pilot, ReaderScreen).body
        assert body.has_focus
        assert body.cursor == HARBOUR.body.index("Divers")
        assert body.marks["match"].spans == [(body.cursor, body.cursor + 6)]


async def test_a_corrected_query_is_marked_in_the_article_too() -> None:
    shelf = Shelf()
    shelf.corrections["dievrs"] = "divers"
    app = ShelfReader(shelf)
    async with driven(app) as pilot:
        await press(pilot, "slash", *"dievrs", "enter")
        body = on_top(pilot, ReaderScreen).body
        assert [body.body[a:b] for a, b in body.marks["match"].spans] == ["Divers"]
        assert body.cursor == HARBOUR.body.index("Divers")


async def test_a_correction_is_taken_back_until_another_query_is_typed() -> None:
    shelf = Shelf()
    shelf.corrections["dievrs"] = "divers"
    async with driven(ShelfReader(shelf), size=(80, 24)) as pilot:
        screen = on_top(pilot, ReaderScreen)
        told = " ".join((await press(pilot, "slash", *"dievrs", "down")).split())
        assert "= in the list asks for exactly what you typed" in told
        assert len(screen.hits.hits) == 1
        told = " ".join((await press(pilot, "equals_sign")).split())
        assert "No report answers exactly this. = lets the query be helped again." in told
        assert screen.hits.hits == []
        await press(pilot, "equals_sign")
        assert len(screen.hits.hits) == 1
        await press(pilot, "equals_sign", "slash", "end", "x", "backspace", "down")
        assert len(screen.hits.hits) == 1, "what is typed anew is helped again"
        await press(pilot, "slash", "end", "ctrl+u", *"crane", "down")
        assert "answer exactly what was typed" in await press(pilot, "equals_sign")


async def test_the_place_follows_what_is_found_in_the_article() -> None:
    async with driven(ShelfReader(), "enter", "slash", *"crane", size=(80, 24)) as pilot:
        screen = on_top(pilot, ReaderScreen)
        assert screen.reading_offset == screen.body.cursor == LEDGER.body.index("crane")
        assert "match 1/1" in await press(pilot, "enter")


async def test_no_report_answers() -> None:
    app = ShelfReader()
    async with driven(app, size=(80, 24)) as pilot:
        assert "No report answers this." in await press(pilot, "slash", *"zebra")


async def test_an_empty_library_says_so() -> None:
    app = ShelfReader(Shelf([]))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "There is no article in this library" in await press(pilot)


async def test_down_leaves_the_box_for_the_list() -> None:
    app = ShelfReader()
    async with driven(app, size=(80, 24)) as pilot:
        await press(pilot, "slash", "down", "j")
        assert on_top(pilot, ReaderScreen).hits.has_focus
        assert on_top(pilot, ReaderScreen).hits.cursor == 1


# ---- reading


async def test_the_report_under_the_cursor_is_shown_beside_the_list() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        assert "A crane is expected next week." in await press(pilot)
        assert "Divers began to look" in await press(pilot, "j")
        assert on_top(pilot, ReaderScreen).hits.has_focus


async def test_find_in_the_article() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "j")
        shown = await press(pilot, "enter", "slash", *"the", "enter", "n")
        body = on_top(pilot, ReaderScreen).body
        assert body.has_focus
        assert body.step == "match 2/5"
        assert "match 2/5" in shown
        await press(pilot, "escape")
        assert not body.marks["match"].spans
        assert body.has_focus


async def test_leaving_find_brings_the_matches_of_the_search_back() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "slash", *"divers", "enter", "slash", *"hull", "enter")
        body = on_top(pilot, ReaderScreen).body
        assert [body.body[a:b] for a, b in body.marks["match"].spans] == ["hull"]
        await press(pilot, "escape")
        assert [body.body[a:b] for a, b in body.marks["match"].spans] == ["Divers"]


async def test_what_is_not_in_the_article_is_said() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
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
    async with driven(app) as pilot:
        await press(pilot, "j")
        shown = await press(pilot, "enter", "c")
        assert "→" in next(row for row in shown.split("\n") if "About 40 people" in row)
        assert "disputed sentence 1/2" in shown
        shown = await press(pilot, "enter")
        assert isinstance(app.screen, EvidenceCard)
        assert "How many people were hurt?" in shown
        await press(pilot, "enter")  # on the answer that parts from the sentence most
        body = on_top(pilot, ReaderScreen).body
        assert body.article == LEDGER
        assert LEDGER.body[body.cursor :].startswith("at least 63")


async def test_a_sentence_that_nobody_disputes_says_so() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "j")
        shown = await press(pilot, "enter", "enter")
        assert "No other report answers what this sentence does." in shown


async def test_the_facts_lead_to_their_words() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "j")
        shown = await press(pilot, "4")
        assert "Answered differently 2" in shown
        assert "→ How many people were hurt?" in shown
        assert "Figures 3" in shown
        await press(pilot, "G", "enter")
        body = on_top(pilot, ReaderScreen).body
        assert body.has_focus
        assert body.cursor == body.marks["figure"].spans[-1][0]


async def test_opening_at_a_passage() -> None:
    at = HARBOUR.body.index("Divers")
    app = ShelfReader(at=("harbour", at))
    async with driven(app, size=(80, 24)) as pilot:
        assert on_top(pilot, ReaderScreen).body.has_focus
        assert on_top(pilot, ReaderScreen).body.cursor == at


async def test_the_next_and_the_previous_report_are_a_key_away() -> None:
    app = ShelfReader()
    async with driven(app, size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await press(pilot, "enter", "J")
        assert on_top(pilot, ReaderScreen).body.article == HARBOUR
        assert on_top(pilot, ReaderScreen).body.has_focus
        await press(pilot, "K")
        assert on_top(pilot, ReaderScreen).body.article == LEDGER
        assert "This is the first report." in await press(pilot, "K")


async def test_marks_can_be_hidden() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        await press(pilot, "j")
        await press(pilot, "enter")
        body = on_top(pilot, ReaderScreen).body

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
            assert [hit.read for hit in on_top(pilot, ReaderScreen).hits.hits] == [
                False,
                visit > 0,
                False,
            ]
            await press(pilot, "j")
            await press(pilot, "enter")
            body = on_top(pilot, ReaderScreen).body
            if visit:
                assert body.cursor == place
            else:
                body.go(place)
                await press(pilot)
                assert [hit.read for hit in on_top(pilot, ReaderScreen).hits.hits] == [
                    False,
                    True,
                    False,
                ]
