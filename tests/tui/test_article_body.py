"""The page under the keys: moving, walking, selecting, drawing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from index.article import Article
from tests.tui.host import screen_text
from tests.tui.invented import COURIER, HARBOUR
from tests.tui.settling import press_keys, settled
from tests.tui.shelf import Shelf, ShelfReader
from tui.rendering.guard import REPLACEMENT
from tui.rendering.signs import GutterSign
from tui.widgets.article_body import ArticleBody


def the_body(pilot: Pilot[None]) -> ArticleBody:
    return pilot.app.screen.query_one(ArticleBody)


async def opened(pilot: Pilot[None], *keys: str) -> ArticleBody:
    """The article that stands first in the list, after some keys."""
    await settled(pilot)
    await press_keys(pilot.app, "enter")
    for key in keys:
        await press_keys(pilot.app, key)
    return the_body(pilot)


def shelf_of(article: Article) -> Shelf:
    return Shelf([article])


LONG = replace(
    HARBOUR,
    id="long",
    body="\n".join(f"Paragraph {n} counts {n} boats. It ends here." for n in range(1, 201)),
    title_guessed=True,
)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["j"], "A ferry with"),
        (["j", "k"], "Ferry runs aground"),
        (["G"], "The operator denied"),
        (["G", "g"], "Ferry runs aground"),
        (["right_curly_bracket"], "A ferry with"),
        (["G", "left_curly_bracket"], "Divers began"),
        (["right_parenthesis", "right_parenthesis"], "About 40 people"),
        (["G", "left_parenthesis"], "Divers began"),
        (["f"], "about 40 hurt"),
        (["f", "f"], "212 people"),
        (["f", "f", "F"], "about 40 hurt"),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], words: str) -> None:
    app = ShelfReader(shelf_of(HARBOUR))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot, *keys)
        assert HARBOUR.body[body.cursor :].startswith(words)


async def test_pages_turn_and_the_cursor_stays_in_view() -> None:
    app = ShelfReader(shelf_of(LONG))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot)
        for key in ["space", "ctrl+d", "pagedown", "G", "ctrl+u", "pageup", "k", "g"]:
            await press_keys(pilot.app, key)
            top = body.scroll_offset.y
            assert top <= body.cursor_row < top + body.size.height
        assert body.scroll_offset.y == 0


async def test_space_turns_a_whole_page_but_two_rows() -> None:
    app = ShelfReader(shelf_of(LONG))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot, "space")
        assert body.scroll_offset.y == body.size.height - 2


async def test_figures_are_counted_while_walking_and_the_last_one_is_the_last() -> None:
    app = ShelfReader(shelf_of(HARBOUR))
    async with app.run_test(size=(120, 40)) as pilot:
        body = await opened(pilot, "f", "f")
        assert body.step == "figure 2/3"
        assert "figure 2/3" in screen_text(app)
        await press_keys(pilot.app, "f", "f")
        assert body.step == "figure 3/3"
        assert "No figure below." in screen_text(app)


async def test_nothing_to_walk_to_is_said() -> None:
    app = ShelfReader(shelf_of(HARBOUR))
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "w")
        assert "No official here." in screen_text(app)


async def test_a_selection_by_keys_grows_with_the_cursor() -> None:
    app = ShelfReader(shelf_of(HARBOUR))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot, "j", "v", "right_parenthesis")
        span = body.selected_span()
        lines = HARBOUR.body.split("\n")
        assert span is not None
        assert HARBOUR.body[span[0] : span[1]] == "\n".join(lines[1:3])
        assert app.screen.get_selected_text() == "\n".join(lines[1:3])
        await press_keys(pilot.app, "escape")
        assert body.selected_span() is None
        assert body.has_focus


async def test_what_a_selection_is_for_is_said() -> None:
    for key in ("v", "V"):
        app = ShelfReader()
        async with app.run_test(size=(120, 40)) as pilot:
            await opened(pilot, key)
            said = "Selecting: h l by word, ( ) by sentence, { } by paragraph; v leaves."
            assert said in screen_text(app)
            await press_keys(pilot.app, "v" if key == "v" else "escape")
            assert said not in screen_text(app)


async def test_a_sentence_with_two_disputed_places_is_one_step() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        body = await opened(pilot)
        first, second = body._sentences.spans[:2]
        places = [(first[0], first[0] + 2), (first[0] + 4, first[0] + 6), (second[0], second[1])]
        body.set_layer("disputed", places)
        sign = GutterSign("≠1", disputed=True)
        body.set_signs(answered={first: sign, second: sign})
        await pilot.press("c", "c")
        assert body.step == "disputed sentence 2/2"
        assert body.cursor == second[0]
        await pilot.press("C")
        assert body.step == "disputed sentence 1/2"
        assert body.cursor == first[0]


async def test_paragraphs_are_selected_one_after_the_other() -> None:
    app = ShelfReader(shelf_of(HARBOUR))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot, "j", "V", "V")
        span = body.selected_span()
        assert span is not None
        assert HARBOUR.body[span[0] : span[1]] == "\n".join(HARBOUR.body.split("\n")[1:3])


async def test_the_mouse_selects_the_words_between_two_cells() -> None:
    app = ShelfReader(shelf_of(COURIER))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot)
        rows = screen_text(app).split("\n")
        y = next(n for n, row in enumerate(rows) if "coastguard" in row)
        x = rows[y].index("coastguard")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + 5, y))
        await pilot.hover(offset=(x + 9, y))
        await pilot.mouse_up(offset=(x + 9, y))
        await settled(pilot)
        span = body.selected_span()
        assert span is not None
        assert COURIER.body[span[0] : span[1]] == "coastguard"


async def test_a_selection_from_the_margin_begins_with_its_row() -> None:
    app = ShelfReader(shelf_of(HARBOUR))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot)
        rows = screen_text(app).split("\n")
        y = next(n for n, row in enumerate(rows) if "About 40" in row)
        x = rows[y].index("About 40")
        await pilot.mouse_down(offset=(1, y))
        await pilot.hover(offset=(x + 2, y))
        await pilot.hover(offset=(x + 7, y))
        await pilot.mouse_up(offset=(x + 7, y))
        await settled(pilot)
        span = body.selected_span()
        assert span is not None
        assert HARBOUR.body[span[0] : span[1]] == "About 40"


async def test_a_click_puts_the_cursor_there() -> None:
    app = ShelfReader(shelf_of(HARBOUR))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot)
        rows = screen_text(app).split("\n")
        y = next(n for n, row in enumerate(rows) if "Divers" in row)
        await pilot.click(offset=(rows[y].index("breach"), y))
        await settled(pilot)
        assert HARBOUR.body[body.cursor :].startswith("breach")


async def test_two_clicks_select_a_number_whole_and_three_the_sentence() -> None:
    counted = replace(
        HARBOUR, body="It carried 10,000 people. Nobody was hurt.", title_guessed=True
    )
    app = ShelfReader(shelf_of(counted))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot)
        rows = screen_text(app).split("\n")
        y = next(n for n, row in enumerate(rows) if "carried" in row)
        place = (rows[y].index("000"), y)
        await pilot.click(offset=place, times=2)
        await settled(pilot)
        assert app.screen.get_selected_text() == "10,000"
        await pilot.click(offset=place, times=3)
        await settled(pilot)
        assert body.selected_span() == (0, len(counted.body))


async def test_marks_differ_without_colour() -> None:
    app = ShelfReader(shelf_of(HARBOUR))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press_keys(pilot.app, "slash", *"quill", "enter")
        body = the_body(pilot)
        body.set_layer("official", [(HARBOUR.body.index("Ada"), HARBOUR.body.index(", harbour"))])
        await settled(pilot)
        looks = {}
        for y in range(body.size.height):
            for part in body.render_line(y):
                if part.style:
                    looks[part.text.strip()] = (
                        part.style.underline,
                        part.style.bold,
                        part.style.reverse,
                    )
        figure, match = looks["212"], looks["Quill"]
        assert figure[0]
        assert match[2]
        assert figure != match


async def test_wide_characters_keep_every_row_as_wide_as_the_screen() -> None:
    wide = replace(
        COURIER,
        body="渡轮 aground\n" + "한국어 e\u0301 👩\u200d👩\u200d👧 " * 40,
        title="渡轮 aground",
    )
    app = ShelfReader(shelf_of(wide))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "j")
        strips = app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {80}


async def test_hostile_words_are_shown_and_do_nothing() -> None:
    words = "[/] [@click=app.quit]quit[/] [sic] Smith [D-NY] \x1b]52;c;aGk=\x07 end"
    hostile = replace(HARBOUR, title="[/] head", body=f"[/] head\n{words}", source="[bold]Post[/]")
    app = ShelfReader(shelf_of(hostile))
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        shown = screen_text(app)
        assert "[/] [@click=app.quit]quit[/] [sic] Smith [D-NY]" in shown
        assert "[bold]Post[/]" in shown
        assert "\x1b" not in shown
        assert f"{REPLACEMENT}]52;c;aGk={REPLACEMENT} end" in shown
        rows = shown.split("\n")
        y = next(n for n, row in enumerate(rows) if "@click" in row)
        await pilot.click(offset=(rows[y].index("quit[/]"), y))
        await settled(pilot)
        assert app.is_running


async def test_a_resize_keeps_the_first_row_in_view() -> None:
    app = ShelfReader(shelf_of(LONG))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot, "space", "space")
        first = body.page.rows[body.scroll_offset.y]
        await pilot.resize_terminal(45, 20)
        await settled(pilot)
        again = body.page.rows[body.scroll_offset.y]
        assert abs(again.start - first.start) < 60


async def test_a_long_article_is_open_at_once() -> None:
    body = "\n".join(["The ferry carried 212 people from Lisse to the islands that night."] * 9000)
    app = ShelfReader(shelf_of(replace(HARBOUR, body=body, title="Long")))
    async with app.run_test(size=(120, 40)) as pilot:
        page = await opened(pilot, "G")
        assert page.cursor > len(body) - 100
        assert page.page.paragraph_of(page.cursor) == 9000
