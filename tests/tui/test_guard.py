"""No text steers the terminal, whatever it holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from index.sources.sanitise import clean
from tests.growth import assert_linear
from tui.rendering.guard import guard
from tui.rendering.guard_filter import GuardFilter

HOSTILE = [
    "\x1b]52;c;aGk=\x07",
    "\x1b[2J",
    "\x1bc",
    "\x9b31m",
    "\x90q\x9c",
    "a\rb\x08\x7f",
    "\u202egnp.exe",
    "in\u200bvisible",
    "\ud800",
    "\U000e0041",
    "line\u2028end",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_guard_keeps_every_place(text: str) -> None:
    guarded = guard(text)
    assert len(guarded) == len(text)
    assert guarded.isprintable()
    guarded.encode()


@given(st.text(alphabet=st.characters()))
def test_guard_is_idempotent_and_never_moves_an_offset(text: str) -> None:
    guarded = guard(text)
    assert len(guarded) == len(text)
    assert guard(guarded) == guarded
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in guarded)


@pytest.mark.parametrize(
    "text", ["Choe Son-hui", "10² ½", "한국어", "نمی\u200cخواهم", "👩\u200d👩\u200d👧"]
)
def test_guard_leaves_words_alone(text: str) -> None:
    assert guard(text) == text


def test_the_filter_guards_words_and_leaves_the_terminal_s_own_commands() -> None:
    command = Segment("\x1b[H", None, [(1,)])  # type: ignore[list-item]
    style = Style(bold=True)
    words = Segment("a\x1b[31mb\nc", style)
    assert GuardFilter().apply([command, words], Color(0, 0, 0)) == [
        command,
        Segment("a\ufffd[31mb\ufffdc", style),
    ]


@given(
    st.one_of(st.text(alphabet=st.characters()), st.lists(st.sampled_from(HOSTILE)).map("".join))
)
def test_what_is_clean_passes_the_guard_unchanged(text: str) -> None:
    cleaned = clean(text)
    assert guard(cleaned) == cleaned


@pytest.mark.parametrize("unit", [*HOSTILE, "word ", "é", "한", "e\u0301"])
def test_the_time_of_the_guard_grows_with_length_alone(unit: str) -> None:
    assert_linear(guard, unit * 20_000, unit * 40_000)
