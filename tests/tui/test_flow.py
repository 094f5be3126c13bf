"""Rows hold all the words, in order, and fit the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.growth import assert_linear
from tui.rendering.flow import cells, is_even, shorten, wrap

MIXED = st.text(alphabet="aбñ -—漢字한é。」́’👩 ", max_size=80)


def rows_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@given(MIXED, st.integers(min_value=2, max_value=30))
def test_rows_hold_every_word_in_order_and_fit(text: str, width: int) -> None:
    end = 0
    for number, (start, stop) in enumerate(wrap(text, 0, len(text), width)):
        assert text[end:start].strip(" ") == ""
        assert stop > start or number == 0
        assert cell_len(text[start:stop]) <= width
        end = stop
    assert text[end:].strip(" ") == ""


def test_words_stay_whole_where_they_can() -> None:
    assert rows_of("at least 10,000 troops", 10) == ["at least", "10,000", "troops"]


def test_a_word_longer_than_a_row_is_cut() -> None:
    assert rows_of("see https://example.org/a/b now", 12) == [
        "see",
        "https://exam",
        "ple.org/a/b",
        "now",
    ]


def test_a_combining_mark_stays_with_its_letter() -> None:
    text = "e\u0301" * 6
    assert rows_of(text, 4) == ["e\u0301" * 4, "e\u0301" * 2]


def test_wide_characters_break_anywhere_but_before_a_closing_sign() -> None:
    assert rows_of("渡轮在岸边。", 10) == ["渡轮在岸", "边。"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "first\nsecond line here"
    assert [text[a:b] for a, b in wrap(text, 6, len(text), 11)] == ["second line", "here"]


def test_an_empty_paragraph_is_one_empty_row() -> None:
    assert wrap("", 0, 0, 10) == [(0, 0)]
    assert wrap("   ", 0, 3, 10) == [(0, 0)]


@pytest.mark.parametrize("block", ["word ", "漢字", "a", " "])
def test_wrapping_takes_time_by_length_alone(block: str) -> None:
    def wrapped(text: str) -> object:
        return wrap(text, 0, len(text), 76)

    assert_linear(wrapped, block * 40_000 + ".", block * 80_000 + ".")


def test_every_character_called_even_is_one_cell_wide() -> None:
    assert all(
        cell_len(c) == 1
        for c in map(chr, range(0x20, 0x3000))
        if is_even(c) and c > "\x1f" and not "\x7f" <= c < "\xa0"
    )


@given(MIXED, st.integers(min_value=1, max_value=20))
def test_shortened_text_fits_and_says_so(text: str, width: int) -> None:
    short = shorten(text, width)
    assert cells(short) <= width
    assert short == text or short.endswith("…")
