"""`clean`: harmless, plain, bounded, and done only once."""

from __future__ import annotations

import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sources.sanitise import MARKS_PER_BASE, TAB, clean, clean_counting, clean_line
from tests.growth import assert_linear

FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
HOSTILE = st.text(
    st.sampled_from(
        "\x1b\x9b\x9d\x07\x9c\\[]P;0123mA \n\r\t\x85\u2028\u0301\u0344\u200d\u202ea\u0041\ud800é가"
    )
)


@given(st.one_of(st.text(), HOSTILE))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not FORBIDDEN.search(clean(text))


@given(st.one_of(st.text(), HOSTILE))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once, _ = clean_counting(text)
    assert clean_counting(once) == (once, 0)


@given(st.one_of(st.text(), HOSTILE))
def test_what_comes_out_is_normal_and_bounded(text: str) -> None:
    result = clean(text)
    assert unicodedata.is_normalized("NFC", result)
    assert len(result) <= max(TAB, 3) * len(text)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E) | st.just("\n")))
def test_plain_text_is_not_touched(text: str) -> None:
    assert clean_counting(text) == (text, 0)


@pytest.mark.parametrize(
    ("hostile", "seen"),
    [
        ("a\x1b[31mb\x1b[0mc", "abc"),
        ("a\x1bcb", "ab"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]2;title\x1b\\b", "ab"),
        ("a\x1b]8;;https://e.example\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x1b]52;c;ZXZpbA==\x07b", "ab"),
        ("a\x1bPq#0;1\x1b\\b", "ab"),
        ("a\x1b_payload\x1b\\b\x1b^private\x1b\\c", "abc"),
        ("a\x1b[6nb\x1b[>cc", "abc"),
        ("a\x9b31mb\x9d0;t\x9cc", "abc"),
        ("over\x08\x08type\x00\x0e\x7f", "overtype"),
        ("a\x1b(0b", "ab"),
    ],
)
def test_control_sequences_go_as_a_whole(hostile: str, seen: str) -> None:
    assert clean(hostile) == seen


def test_text_after_a_sequence_without_end_stays_visible() -> None:
    assert clean("\x1b]0;Pentagon says\nTroops are there.") == "0;Pentagon says\nTroops are there."
    assert clean("\x1b" + "]" + "x" * 100_000).endswith("x" * 1000)


def test_what_is_taken_out_is_counted() -> None:
    assert clean_counting("mini\u200bster\x1b[1m") == ("minister", 5)


@pytest.mark.parametrize(
    "kept",
    [
        "10² and ½",
        "می\u200cخواهم",
        "👩\u200d👩\u200d👧",
        "❤\ufe0f",
        "Kim\u00a0Jong",
        "ﬁn",
        "日本語",
    ],
)
def test_what_carries_meaning_stays(kept: str) -> None:
    assert clean(kept) == kept


@pytest.mark.parametrize("literal", ["[/]", "[@click=app.quit]x[/]", "Smith [D-NY] spoke", "[sic]"])
def test_square_brackets_are_text(literal: str) -> None:
    assert clean(literal) == literal


def test_every_kind_of_line_end_is_one() -> None:
    assert clean("a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x0ch") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_marks_are_capped_before_they_are_sorted() -> None:
    assert clean("e\u0301") == "é"
    start = time.process_time()
    assert len(clean("e" + "\u0323\u0301" * 500_000)) <= 1 + MARKS_PER_BASE
    assert time.process_time() - start < 1  # sorted, a million marks take minutes


@pytest.mark.parametrize(
    "unit",
    [
        "\x1b",
        "\x1b]",
        "\x9d",
        "\x1b[1;",
        "\u0301",
        "\u0344",
        "\u200d\u0301",
        "\t",
        "и",
        "\x1bP\x1b",
    ],
)
def test_time_grows_with_length_alone(unit: str) -> None:
    assert_linear(clean, unit * 100_000, unit * 200_000)


def test_the_sample_articles_are_clean_already(seeds: Path) -> None:
    for path in seeds.glob("*.txt"):
        text = path.read_bytes().decode()
        assert clean_counting(text) == (text, 0)


def test_a_line_is_one_line_and_short() -> None:
    assert clean_line(" two\nlines\x1b[1m ") == "two lines"
    assert clean_line("x" * 1000, 10) == "x" * 9 + "…"
