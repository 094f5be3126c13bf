"""Adding, changing and taking out blocks leaves every other byte of the file as it was."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.errors import NotesUnavailableError
from index.notes import block, editing, scan
from index.notes.bookmark import Bookmark
from index.notes.making import new_bookmark
from tests.index.notes.samples import BODY, article_of, rewritten

ONE = new_bookmark(article_of(BODY), 0, 40, note="One.")
TWO = new_bookmark(article_of(BODY), 42, 90, tags=["x"])
OTHER = new_bookmark(article_of("Rail strike ends\nTrains run.", "rail"), 0, 16)

LINES = [
    *(b"\n", b"\r\n", b"\xef\xbb\xbf", b"\xff", b"My own text.", b"## Mine", b"---\n", b"```\n"),
    *(b"> [!quote] mine\n", b"^nr-3f9a2c\n", b"<!-- newsreader {} -->\n"),
]
FILES = (
    st.lists(st.one_of(st.binary(max_size=40), st.sampled_from(LINES)), max_size=6)
    .map(b"".join)
    .filter(lambda data: not data.startswith((b"\xff\xfe", b"\xfe\xff")))
)


def add(data: bytes, bookmark: Bookmark) -> bytes:
    return data + editing.addition(data, bookmark, "Notes").data


@given(FILES)
def test_what_was_there_stays_in_front(data: bytes) -> None:
    after = add(data, ONE)
    assert after.startswith(data)
    assert [record.bookmark() for record in scan.records(after)][-1:] == [ONE]


@given(FILES)
def test_the_line_is_that_of_the_block(data: bytes) -> None:
    added = editing.addition(data, ONE, "Notes")
    lines = (data + added.data).split(b"\n")
    assert lines[added.line - 1].startswith(b"> [!quote] ")
    [record] = [one for one in scan.records(data + added.data) if one.id == ONE.id]
    assert record.line == added.line


@example(b"Mine.\n\n", b"\r")
@given(FILES, FILES)
def test_taking_a_block_out_takes_nothing_else(before: bytes, after: bytes) -> None:
    whole = add(before, ONE)
    whole = add(whole + after, OTHER)
    record, bookmark = editing.own_record(whole, ONE.id)
    place = editing.place_of(whole, record, bookmark)
    left = whole[: place.start] + whole[place.end :]
    assert left.startswith(before)
    assert whole[record.end :] in left
    assert [one.id for one in scan.records(left)] == [
        one.id for one in scan.records(whole) if one.id != ONE.id
    ]


@given(FILES, FILES, st.text(max_size=30))
def test_a_new_note_changes_only_its_block(before: bytes, after: bytes, note: str) -> None:
    whole = add(add(before, ONE) + after, OTHER)
    record, bookmark = editing.own_record(whole, ONE.id)
    changed = dataclasses.replace(bookmark, note=" ".join(note.split()).replace("#", ""))
    text = block.block(changed)
    left = rewritten(whole, record, text)
    assert left[: record.start] == whole[: record.start]
    assert left.endswith(whole[record.end :])


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_line_ends_are_those_of_the_file(ending: bytes) -> None:
    data = ending.join([b"\xef\xbb\xbfMine", b"", b"and \xe9 in latin-1"])
    after = add(data, ONE)
    assert after.startswith(data + ending)
    assert after.count(b"\n") == after.count(ending)
    assert [record.bookmark() for record in scan.records(after)] == [ONE]


def test_a_file_of_utf16_is_left_alone() -> None:
    with pytest.raises(NotesUnavailableError, match="UTF-8"):
        editing.addition("Mine".encode("utf-16"), ONE, "Notes")


def test_a_heading_goes_with_its_last_block_and_stays_with_another() -> None:
    empty = block.front_matter("Notes").encode()
    both = add(add(empty, ONE), TWO)
    record, bookmark = editing.own_record(both, TWO.id)
    place = editing.place_of(both, record, bookmark)
    one_left = both[: place.start] + both[place.end :]
    assert one_left == add(empty, ONE) + b"\n"
    record, bookmark = editing.own_record(one_left, ONE.id)
    place = editing.place_of(one_left, record, bookmark)
    assert (one_left[: place.start] + one_left[place.end :]).rstrip() == empty.rstrip()


def test_a_heading_stays_where_the_person_wrote_under_it() -> None:
    data = add(b"", ONE) + b"\nMy own thought on it.\n"
    record, bookmark = editing.own_record(data, ONE.id)
    place = editing.place_of(data, record, bookmark)
    left = data[: place.start] + data[place.end :]
    assert f"## {ONE.title}".encode() in left
    assert left.endswith(b"\n\nMy own thought on it.\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"212 people", b"213 people"),
        (b"> [!quote]", b"> [!warning]"),
        (b"\n^nr-", b"\n\nMy line\n^nr-"),
    ],
)
def test_a_block_that_a_hand_has_changed_is_not_rewritten(old: bytes, new: bytes) -> None:
    data = add(b"", ONE)
    at = data.index(b"> [!quote]")
    changed = data[:at] + data[at:].replace(old, new, 1)
    assert changed != data
    with pytest.raises(NotesUnavailableError, match="changed by hand"):
        editing.own_record(changed, ONE.id)


def test_a_note_and_tags_changed_by_hand_are_read_and_may_be_rewritten() -> None:
    data = add(b"", TWO).replace(b"#x\n", b"Ask *again*.\n\n#x #y/z\n")
    _, bookmark = editing.own_record(data, TWO.id)
    assert (bookmark.note, bookmark.tags) == ("Ask *again*.", ("x", "y/z"))


def test_an_id_that_another_passage_has_grows_longer() -> None:
    taken = frozenset({block.block_id(ONE.passage), block.block_id(ONE.passage, 8)})
    free = editing.with_free_id(taken, ONE)
    assert len(free.id) == len("nr-") + 12
    assert free.id.startswith(ONE.id)


def test_the_same_words_elsewhere_are_another_passage() -> None:
    body = "Nobody was hurt. The ferry lay still.\nNobody was hurt, the owner said."
    first = new_bookmark(article_of(body), 0, 15)
    second = new_bookmark(article_of(body), 38, 53)
    data = add(b"", first)
    assert editing.standing(scan.records(data), first) is not None
    assert editing.standing(scan.records(data), second) is None
