"""Selecting by word, sentence, paragraph and mark; with the mouse; and what stands out as kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.tui.host import screen_text
from tests.tui.invented import COURIER, HARBOUR
from tests.tui.settling import press_keys, settled
from tests.tui.shelf import Shelf, ShelfReader
from tui.rendering.word_runs import next_word, previous_word, whole_words, word_at
from tui.widgets.article_body import ArticleBody

LINES = HARBOUR.body.split("\n")


async def opened(pilot: Pilot[None], *keys: str) -> ArticleBody:
    await settled(pilot)
    for key in ("enter", *keys):
        await press_keys(pilot.app, key)
    return pilot.app.screen.query_one(ArticleBody)


def selected(body: ArticleBody) -> str | None:
    span = body.selected_span()
    return body.body[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["j", "v"], LINES[1]),
        (["j", "l", "v"], "ferry"),
        (["j", "right", "v", "right"], "ferry with"),
        (["j", "l", "l", "v", "l", "l", "l"], "with 212 people on"),
        (["j", "l", "l", "v", "l", "h"], "with"),
        (["j", "l", "l", "v", "h", "left"], "A ferry with"),
        (["f", "f", "v"], "212"),
        (["f", "f", "v", "l"], "212 people"),
        (["f", "f", "v", "f"], "212 people on board ran aground off Lisse on Thursday night, the "
         "coastguard said.\nAbout 40"),
        (["j", "v", "right_parenthesis"], "\n".join(LINES[1:3])),
        (["j", "v", "right_parenthesis", "l"], f"{LINES[1]}\nAbout 40"),
        (["j", "v", "right_curly_bracket", "right_curly_bracket"], "\n".join(LINES[1:4])),
        (["j", "V"], LINES[1]),
        (["j", "V", "V"], "\n".join(LINES[1:3])),
        (["j", "V", "right_parenthesis"], "\n".join(LINES[1:3])),
        (["G", "V", "left_curly_bracket"], "\n".join(LINES[3:5])),
        (["j", "v", "G"], "\n".join(LINES[1:])),
        (["j", "v", "v"], None),
        (["j", "V", "escape"], None),
    ],
)  # fmt: skip
async def test_each_step_selects_what_it_goes_to(keys: list[str], words: str | None) -> None:
    app = ShelfReader(Shelf([HARBOUR]))
    async with app.run_test(size=(120, 40)) as pilot:
        assert selected(await opened(pilot, *keys)) == words


async def test_the_word_that_was_gone_to_is_set_off() -> None:
    app = ShelfReader(Shelf([HARBOUR]))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot, "j", "l")
        assert [body.body[a:b] for a, b in body.marks["current"].spans] == ["ferry"]
        assert body.body[body.cursor :].startswith("ferry with")
        await pilot.press("f")
        assert body.step == "figure 2/3", "not the first one behind a word"
        await pilot.press("l")
        assert body.step == ""


async def test_the_mouse_takes_whole_words() -> None:
    app = ShelfReader(Shelf([COURIER]))
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot)
        rows = screen_text(app).split("\n")
        y = next(n for n, row in enumerate(rows) if "coastguard" in row)
        x = rows[y].index("coastguard")
        await pilot.mouse_down(offset=(x + 4, y))
        await pilot.hover(offset=(x + 8, y))
        await pilot.hover(offset=(x + 13, y))
        await pilot.mouse_up(offset=(x + 13, y))
        await settled(pilot)
        assert selected(body) == "coastguard speaks"
        assert app.screen.get_selected_text() == "coastguard speaks"


async def test_what_was_dragged_over_is_bookmarked_and_stands_out(own_home: Path) -> None:
    file = own_home / "notes.md"
    app = ShelfReader(Shelf([HARBOUR]), notes=file)
    async with app.run_test(size=(80, 24)) as pilot:
        body = await opened(pilot)
        rows = screen_text(app).split("\n")
        y = next(n for n, row in enumerate(rows) if "Divers" in row)
        x = rows[y].index("Divers")
        await pilot.mouse_down(offset=(x + 1, y))
        await pilot.hover(offset=(x + 5, y))
        await pilot.hover(offset=(x + 8, y))
        await pilot.mouse_up(offset=(x + 8, y))
        await press_keys(pilot.app, "b")
        await settled(pilot)
        start = HARBOUR.body.index("Divers began")
        assert body.marks["bookmark"].spans == [(start, start + len("Divers began"))]
        row = next(row for row in screen_text(app).split("\n") if "Divers" in row)
        assert "•" in row.split("Divers")[0]
        strip = next(
            strip
            for strip in app.screen._compositor.render_strips()
            if "Divers" in "".join(part.text for part in strip)
        )
        kept, plain = (
            next(part.style for part in strip if word in part.text) for word in ("began", "breach")
        )
        assert kept is not None
        assert plain is not None
        assert kept.bgcolor != plain.bgcolor
    assert "> Divers began" in file.read_text("utf-8")


# ---- words by offset


def test_words_are_found_whatever_stands_between_them() -> None:
    text = "“Over 10,000”, Son-hui\n\nsaid — don't!"
    seen, at = [], -1
    while word := next_word(text, at) if at >= 0 else word_at(text, 1):
        seen.append(text[slice(*word)])
        at = word[0]
    assert seen == ["Over", "10,000", "Son-hui", "said", "don't"]
    back = []
    while word := previous_word(text, at):
        back.append(text[slice(*word)])
        at = word[0]
    assert back == seen[-2::-1]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_offsets_of_words_stay_inside_the_text(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = whole_words(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
    if (word := next_word(text, start)) is not None:
        assert start < word[0] < word[1] <= len(text)
    if (word := previous_word(text, start)) is not None:
        assert 0 <= word[0] < min(word[1], start)
