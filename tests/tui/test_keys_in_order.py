"""Keys that are typed at once do what they would have done one by one."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events
from textual.keys import _character_to_key, key_to_character
from textual.widgets import Static

from index.article import Article
from index.facts.model import Facts
from tests.tui.invented import HARBOUR
from tests.tui.settling import at_rest
from tests.tui.shelf import ShelfReader
from tui.app import NewsReader
from tui.screens.matrix import MatrixScreen
from tui.screens.picker import Choice, Picker
from tui.widgets.article_body import ArticleBody

AS_TYPED = {"\r": "enter", "\x1b": "escape"}


def strike(app: NewsReader, keys: str) -> None:
    """Strikes keys as a terminal that hands all of them on in one piece."""
    for letter in keys:
        key = AS_TYPED.get(letter) or _character_to_key(letter)
        app.post_message(events.Key(key, key_to_character(key) or letter))


@pytest.mark.parametrize(
    ("keys", "article", "place"),
    [
        ("\rff", "ledger", "figure 2/"),
        ("\rJf", "harbour", "figure 1/"),
        ("jj\r{f", "courier", "figure 1/"),
        ("/divers\rn", "harbour", "match 1/1"),
        ("/divers\rF", "harbour", "figure 3/"),
        ("\r/crane\rn", "ledger", "match"),
    ],
)
async def test_keys_after_enter_are_for_the_article(keys: str, article: str, place: str) -> None:
    app = ShelfReader()
    async with app.run_test(size=(80, 24)):
        await at_rest(app)
        strike(app, keys)
        await at_rest(app)
        assert app.reader.reading is not None
        assert app.reader.reading.article.id == article
        assert app.reader.body.has_focus
        assert app.reader.status.place.startswith(place)
        assert app.reader.box.value in keys


async def test_the_text_of_a_long_article_comes_first_and_keys_wait_for_its_facts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.desk._LONG", 10)
    app = ShelfReader()
    seen: list[tuple[str, int]] = []
    show, show_facts = ArticleBody.show, ArticleBody.show_facts

    def shown(body: ArticleBody, article: Article, facts: Facts | None, **more: Any) -> None:
        seen.append(("text", 0 if facts is None else len(facts.figures)))
        show(body, article, facts, **more)

    def facts_shown(body: ArticleBody, facts: Facts) -> None:
        seen.append(("facts", len(facts.figures)))
        show_facts(body, facts)

    monkeypatch.setattr(ArticleBody, "show", shown)
    monkeypatch.setattr(ArticleBody, "show_facts", facts_shown)
    async with app.run_test(size=(80, 24)):
        await at_rest(app)
        strike(app, "\rff")
        await at_rest(app)
        assert seen == [("text", 0), ("facts", 3)]
        assert app.reader.status.place.startswith("figure 2/3")


async def test_a_report_that_never_comes_holds_no_key_back() -> None:
    app = ShelfReader()
    async with app.run_test(size=(80, 24)):
        await at_rest(app)
        del app.shelf.articles[HARBOUR.id]
        strike(app, "jj\r\x1bk\r")
        await at_rest(app)
        assert app.reader.reading is not None


async def test_a_key_before_its_screen_stands_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.keys_in_order._PATIENCE", 0.0)
    app = ShelfReader()
    async with app.run_test(size=(80, 24)):
        await at_rest(app)
        app.push_screen(Picker([Choice("one", "One")], title="Reports"))
        assert await app._check_bindings("slash", priority=True)
        await at_rest(app)
        assert isinstance(app.screen, Picker)
        assert not app.screen.filter.has_focus


@pytest.mark.parametrize("action", ["first", "last", "page_down", "half_page_down", "cursor_down"])
async def test_a_key_for_a_list_that_is_closed_does_nothing(action: str) -> None:
    app = ShelfReader()
    async with app.run_test(size=(80, 24)):
        await at_rest(app)
        picker = Picker([Choice("one", "One"), Choice("two", "Two")], title="Reports")
        await app.push_screen(picker)
        await at_rest(app)
        rows = picker.rows
        await app.pop_screen()
        await at_rest(app)
        assert not rows.is_attached
        await rows.run_action(action)


async def test_what_is_done_on_a_screen_that_has_closed_meanwhile_does_nothing() -> None:
    app = ShelfReader()
    async with app.run_test(size=(80, 24)):
        await at_rest(app)
        strike(app, "M")
        await at_rest(app)
        matrix = app.screen
        assert isinstance(matrix, MatrixScreen)
        everything = matrix.body.everything
        assert await app.run_action("toggle_everything", matrix)
        assert matrix.body.everything is not everything
        gone = app.pop_screen()
        assert not await app.run_action("toggle_everything", matrix)
        await gone
        assert not await app.run_action("toggle_everything", matrix)


async def test_keys_that_are_left_when_the_program_ends_do_nothing() -> None:
    app = ShelfReader()
    async with app.run_test(size=(80, 24)):
        await at_rest(app)
        strike(app, "\r:jfjfjfjf")
        app.exit()
    assert not app.is_running


async def test_the_mouse_may_press_on_what_was_just_taken_away() -> None:
    app = ShelfReader()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(app)
        label = Static("Seen for a moment.")
        label.styles.dock = "top"
        await app.screen.mount(label)
        await at_rest(app)
        x, y = label.region.offset
        with app.batch_update():
            await label.remove()
            assert app.get_widget_at(x, y)[0] is label, "it still stands in the last frame"
            app.post_message(events.MouseDown(None, x, y, 0, 0, 1, False, False, False, x, y))
            await pilot.pause()
        await at_rest(app)
        assert app.screen is app.reader
