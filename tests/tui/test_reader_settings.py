"""What [reader] of config.toml changes: colours, sessions, words that are watched."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.settings import read_settings
from tests.tui.host import screen_text
from tests.tui.piloting import press
from tests.tui.settling import settled
from tests.tui.shelf import ShelfReader
from tui.app import NewsReader
from tui.bindings import ACTIONS
from tui.last_session import LastSession, keep_session
from tui.rendering.finding import find_whole
from tui.rendering.highlight import CHOSEN, SHOWN, hidden_layers, legend, next_shown
from tui.widgets.hit_list import Hit


def configured(folder: Path, text: str) -> Path:
    file = folder / "config.toml"
    file.write_text(text)
    return file


async def test_watched_words_are_marked_in_every_article(seeds: Path, tmp_path: Path) -> None:
    config = configured(tmp_path, '[reader]\nwatch = ["Kursk", "press secretary"]\n')
    app = NewsReader([seeds], cache=tmp_path / "c", notes=tmp_path / "n.md", config=config)
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(4):
            await settled(pilot)
        await pilot.press("enter")
        for _ in range(4):
            await settled(pilot)
        body = app.reader.body
        watched = {body.body[start:end].lower() for start, end in body.marks["watch"].spans}
        assert watched == {"kursk", "press secretary"}


def test_watched_words_stand_by_themselves() -> None:
    body = "Kursk, kursk and Kurskaya; the “Storm  Shadow”, Storm\nShadows"
    assert [body[a:b] for a, b in find_whole(body, ["Kursk", "storm shadow"])] == [
        "Kursk",
        "Storm  Shadow",
    ]
    assert find_whole(body, ["", "  "]) == []


async def test_a_theme_that_is_not_there_is_named_and_the_usual_one_stays(
    seeds: Path, tmp_path: Path
) -> None:
    config = configured(tmp_path, '[reader]\ntheme = "[mauve]"\n')
    app = NewsReader([seeds], cache=tmp_path / "c", config=config, theme="[mauve]")
    async with app.run_test(size=(200, 50)) as pilot:
        for _ in range(4):
            await settled(pilot)
        assert app.theme == "newsreader-dark"
        assert "there is no theme '[mauve]'; known: " in screen_text(app)


async def test_colours_that_are_chosen_say_how_to_keep_them(own_home: Path) -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        shown = await press(pilot, ACTIONS["view.theme"].keys)
        assert "✓ newsreader-dark" in shown
        await press(pilot, "j", "enter")
        assert app.theme == "newsreader-light"
        [told] = [one.message for one in app._notifications]
        assert told.startswith('To keep it, write theme = "newsreader-light" under [reader] in ~/')


def test_wrong_values_are_named(tmp_path: Path) -> None:
    config = configured(tmp_path, '[reader]\nsession = "perhaps"\nwatched = []\nwatch = "Kursk"\n')
    settings, problems = read_settings(config)
    assert settings.reader.watch == ["Kursk"]
    assert settings.reader.session is True
    assert any("line 2: reader.session is left out" in problem for problem in problems)
    assert any("line 3: reader.watched is no setting; write watch" in one for one in problems)


@pytest.mark.parametrize("goes_on", [True, False])
async def test_a_fresh_start_forgets_the_query_of_the_last(goes_on: bool, tmp_path: Path) -> None:
    hits = [Hit("harbour", "Ferry runs aground", None, None)]
    keep_session(tmp_path, LastSession(hits, "divers", "harbour", 0))
    app = ShelfReader(cache=tmp_path, session=goes_on)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(4):
            await settled(pilot)
        assert app.reader.box.value == ("divers" if goes_on else "")
        assert len(app.reader.hits.hits) == (1 if goes_on else 3)
        assert app.reader.at == ("article" if goes_on else "results")


async def test_the_key_for_marks_goes_round_and_says_how_each_looks() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        for _ in range(3):
            await settled(pilot)
        told = []
        for _ in SHOWN:
            await pilot.press(ACTIONS["view.layers"].keys)
            await pilot.pause()
            told.append(app.reader.status.message)
        assert told[0] == "Marked: figures underlined."
        assert told[-2] == "Nothing is marked."
        assert "statements" not in told[-1]
        assert len(set(told)) == len(SHOWN)


def test_what_is_chosen_is_drawn_and_the_rest_is_hidden() -> None:
    assert hidden_layers("none") == CHOSEN
    assert hidden_layers("all") == frozenset()
    assert hidden_layers("figures") == CHOSEN - {"figure"}
    assert next_shown("none") == "usual"
    assert legend("statements") == "Marked: statements in italics."
