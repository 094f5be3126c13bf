"""A page knows which words stand on which row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.notes.passage import paragraph_number
from tui.rendering.page import Page, next_in, previous_in

BODY = "Ferry aground\nThe ferry ran aground off Lisse on Thursday night.\nForty hurt."


def kinds(page: Page) -> str:
    return "".join(row.kind[0] for row in page.rows)


def test_head_ornaments_and_a_gap_between_paragraphs() -> None:
    page = Page(BODY, 30, headline=True, ornaments=2)
    assert kinds(page) == "ghoogttgtg"
    assert [row.number for row in page.rows if row.number] == [1, 2, 3]


def test_without_a_headline_the_ornaments_come_first() -> None:
    assert kinds(Page(BODY, 80, headline=False, ornaments=1)) == "gogtgtgtg"


def test_text_wrapped_by_hand_keeps_its_blank_lines_only() -> None:
    page = Page("one\ntwo\n\nthree\nfour", 30, headline=False, ornaments=0)
    assert kinds(page) == "gttgttg"


@given(st.text(alphabet="ab \n漢", max_size=120), st.integers(2, 20), st.booleans())
def test_every_word_is_found_on_its_row(body: str, measure: int, headline: bool) -> None:
    page = Page(body, measure, headline=headline, ornaments=1)
    for offset, character in enumerate(body):
        if not character.isspace():
            row = page.rows[page.row_at(offset)]
            assert row.start <= offset < row.end
            assert page.paragraph_of(offset) == paragraph_number(body, offset)
            line = page.line_of(offset)
            assert page.offset_of(line, offset - page.line_starts[line]) == offset


def test_rows_between_two_offsets() -> None:
    page = Page(BODY, 30, headline=True, ornaments=0)
    start = BODY.index("The ferry")
    rows = page.rows_between(start, start + 40)
    assert [BODY[page.rows[n].start : page.rows[n].end] for n in rows] == [
        "The ferry ran aground off",
        "Lisse on Thursday night.",
    ]


def test_an_empty_body_has_a_page() -> None:
    page = Page("", 30, headline=False, ornaments=0)
    assert page.row_at(0) < len(page.rows)
    assert page.text_row(5, 1) < len(page.rows)


def test_the_next_and_the_previous_of_sorted_places() -> None:
    places = [3, 8, 12]
    assert [next_in(places, at) for at in (0, 3, 11, 12)] == [0, 1, 2, None]
    assert [previous_in(places, at) for at in (13, 12, 4, 3)] == [2, 1, 0, None]
