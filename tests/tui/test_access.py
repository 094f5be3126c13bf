"""Terminals without colours, without signs, and people who want nothing to move."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Static

from index.compare.model import GRAVITY
from tests.tui.host import screen_text
from tests.tui.piloting import driven
from tests.tui.program import PROGRAM
from tests.tui.settling import settled
from tests.tui.shelf import ShelfReader
from tests.tui.terminal import Terminal as RealTerminal
from tui.rendering.ascii import in_ascii, with_plain_signs
from tui.rendering.bars import AWAY, CURSOR
from tui.rendering.evidence import HERE
from tui.rendering.flow import cells
from tui.rendering.named import with_names
from tui.rendering.relations import SIGN
from tui.terminal import Terminal, terminal_of
from tui.widgets.search_box import SearchBox

COLOR = re.compile(rb"\x1b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9\d|10[0-7])(?:;[\d;]*)?m")
"""Any setting of a colour but that to the terminal's own (39 and 49)."""


# What a terminal can


@pytest.mark.parametrize(
    ("environment", "can"),
    [
        ({}, Terminal()),
        ({"TERM": "xterm-256color", "LANG": "de_DE.UTF-8"}, Terminal()),
        ({"TERM": "dumb"}, Terminal(moves=False, signs=False)),
        ({"TERM": "vt100"}, Terminal(colors=False, signs=False)),
        ({"TERM": "xterm-mono"}, Terminal(colors=False)),
        ({"TERM": "linux", "LANG": "en_US.utf8"}, Terminal(signs=False)),
        ({"TERM": "xterm", "NO_COLOR": "1"}, Terminal(colors=False)),
        ({"TERM": "xterm", "NO_COLOR": ""}, Terminal()),
        ({"TERM": "xterm", "LANG": "C"}, Terminal(signs=False, letters=False)),
        # as Python leaves it where it was started in the locale C
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, Terminal(signs=False, letters=False)),
        ({"LANG": "C", "LC_CTYPE": "en_US.UTF-8"}, Terminal()),
        ({"LANG": "fr_FR.ISO-8859-1"}, Terminal(signs=False, letters=False)),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, Terminal(signs=False, letters=False)),
        ({"LC_CTYPE": "UTF-8"}, Terminal()),
    ],
)
def test_what_the_environment_tells(environment: dict[str, str], can: Terminal) -> None:
    assert terminal_of(environment) == can


# Signs and letters


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("≠3 “Kyiv’s” café", '!3 "Kyiv\'s" cafe'),
        ("10² of ½", "10? of ?"),
        ("한국 ab", "???? ab"),
        ("╭─┤ ▌▏ ╰", "+-+ ]| +"),
        ("4\N{NO-BREAK SPACE}Nov", "4 Nov"),
        ("plain", "plain"),
    ],
)
def test_ascii_keeps_every_cell(text: str, plain: str) -> None:
    assert in_ascii(text) == plain
    assert cells(text) == len(plain)


def test_relations_and_places_can_be_told_apart_in_ascii() -> None:
    signs = [*(SIGN[kind] for kind in GRAVITY), CURSOR, AWAY, HERE, "•"]
    assert len({in_ascii(sign) for sign in signs}) == len(signs)


def test_where_only_signs_are_missing_letters_stay() -> None:
    assert with_plain_signs("→ “café” 한국 │") == "> “café” 한국 |"


def test_marks_have_names_also_inside_others() -> None:
    assert with_names("a bc def", [(2, 4, "figure")]) == "a [figure: bc] def"
    assert with_names("a bc def", [(2, 4, "x"), (2, 4, "y")]) == "a [x y: bc] def"
    assert with_names("abcdef", [(0, 6, "x"), (2, 4, "y")]) == "[x: ab[y: cd]ef]"
    assert with_names("abcdef", [(0, 3, "x"), (2, 6, "y")]) == "[x: ab[y: c]]def"
    assert with_names("", []) == ""


# The reader on such terminals


def test_no_color_sends_none(seeds: Path) -> None:
    with RealTerminal(["env", "NO_COLOR=1", PROGRAM, seeds]) as terminal:
        terminal.wait_for("answered differently")
        terminal.press("\r")
        terminal.wait_for("disputed")  # in the head, once it is known
        for keys, words in (
            ("cc", "disputed sentence 2/5"),
            ("\r", "Your ruling"),
            ("\x1b", "f Figure"),
        ):
            terminal.press(keys)
            terminal.wait_for(words)
        terminal.press("v")
        terminal.settle()
        terminal.press("?")
        terminal.wait_for("to search these keys")
        terminal.press("qqqq")
        assert terminal.wait() == 0
        assert not COLOR.search(terminal.written)
        assert re.search(rb"\x1b\[1[;m]", terminal.written), "weight says what colour does not"


def test_the_locale_c_gets_ascii_alone(seeds: Path) -> None:
    plain = ["env", "-u", "LC_ALL", "-u", "LC_CTYPE", "LANG=C"]
    with RealTerminal([*plain, PROGRAM, seeds]) as terminal:
        terminal.wait_for("answered differently")
        terminal.press("\r")
        terminal.wait_for("f Figure")
        terminal.press("M")
        terminal.wait_for("4 of 5 reports")
        terminal.press("T")
        terminal.wait_for("until updated")
        terminal.press("?")
        text = terminal.wait_for("to search these keys")
        assert "enter" in text
        terminal.press("qqqqqq")
        assert terminal.wait() == 0
        assert terminal.written.isascii()


async def test_without_motion_nothing_blinks() -> None:
    app = ShelfReader()
    app.fit(Terminal(motion=False))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash")
        assert app.animation_level == "none"
        assert not app.query_one(SearchBox).cursor_blink


async def test_without_colours_the_tab_in_use_is_reversed() -> None:
    app = ShelfReader()
    app.fit(Terminal(colors=False))
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        await settled(pilot)
        drawn = [part for strip in app.screen._compositor.render_strips() for part in strip]
        styles = {part.text.strip(): part.style for part in drawn if part.style is not None}
        assert styles["Results"].reverse
        colors = {color for style in styles.values() for color in (style.color, style.bgcolor)}
        assert all(color is None or color.is_default for color in colors)


@pytest.mark.parametrize("keys", [["slash", *"hurt"], ["A", *"http"]], ids=["search", "prompt"])
async def test_without_colours_the_cursor_of_a_box_is_seen(keys: list[str]) -> None:
    app = ShelfReader()
    app.fit(Terminal(colors=False, motion=False))
    async with driven(app, *keys):
        drawn = [part for strip in app.screen._compositor.render_strips() for part in strip]
        words = "".join(part.text for part in drawn if not (part.style and part.style.reverse))
        assert [part.text for part in drawn if part.style and part.style.reverse][:1] == [" "]
        assert "".join(keys[1:]) in words


async def test_without_colours_labels_are_reversed() -> None:
    app = ShelfReader()
    app.fit(Terminal(colors=False))
    async with driven(app, "enter", "semicolon"):
        labels = [str(one.content) for one in app.screen.query(Static)]
        drawn = [part for strip in app.screen._compositor.render_strips() for part in strip]
        reversed_ = [part.text for part in drawn if part.style and part.style.reverse]
        assert labels
        assert set(labels) <= set(reversed_)


@pytest.mark.parametrize(
    "keys",
    [
        ["enter", "c", "enter"],
        ["space", "j", "space", "d"],
        ["M", "j"],
        ["M", "T"],
        ["R"],
        ["enter", "4"],
        ["enter", "exclamation_mark"],
        ["question_mark"],
        ["colon"],
        ["A"],
        ["semicolon"],
    ],
    ids="-".join,
)
async def test_every_screen_in_ascii(keys: list[str]) -> None:
    app = ShelfReader()
    app.fit(Terminal(signs=False, letters=False))
    async with driven(app, *keys, size=(80, 24)):
        text = screen_text(app)
        assert text.isascii(), {sign for sign in text if not sign.isascii()}
        assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("keys", "summary"),
    [
        ([], r"3 reports · 2 questions answered differently"),
        (["slash", *"hurt"], r"3 reports"),
        (["enter"], r"4 May 2031 · 3 figures · 0 officials"),
        (
            ["space", "j", "space", "d"],
            r"Compare · 2 reports · \d questions?, \d answered differently",
        ),
        (["M"], r"Matrix · 3 reports · \d questions, \d answered differently"),
        (["M", "T"], r"Timeline · \d answers · . denied Did the ship sail without a pilot\?"),
        (["R"], r"Brief · 3 reports · "),
        (["enter", "c", "enter"], r"How many people were hurt\?.{,20} updated"),
        (["question_mark"], r"Keys that work here · \d\d"),
        (["S"], r"Searches · 0"),
        (["enter", "exclamation_mark"], r"Why marked: “"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
async def test_every_screen_says_in_a_line_what_it_is(keys: list[str], summary: str) -> None:
    async with driven(app := ShelfReader(), *keys, size=(100, 30)):
        shown = " ".join(screen_text(app).replace("│", " ").split())
        found = re.search(summary, shown)
        assert found, shown
