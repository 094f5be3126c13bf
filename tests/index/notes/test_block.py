"""Any passage makes one block that parses back, renders as one quote, and forges nothing."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.notes import block, editing, scan
from index.notes.bookmark import Bookmark
from index.notes.escaping import escape_line, one_line
from index.notes.making import new_bookmark, note_and_tags
from index.sources.sanitise import clean
from tests.index.notes.samples import BODY, article_of, rewritten, seed_articles

MARKS = "*_~^`#>|=[]{}<>&%$\\!-+:.)1aé漢🙂“\u00a0\u2028 \n"
MARKERS = """<!-- newsreader {
-->
> [!quote]
^nr-3f9a2c
{"v":1,"id":"nr-3f9a2c"
~~~
- [ ]
10. x
&amp;
&#27;
[[x]]
](http://x.example)
[a]: b
<b>
key:: value
$x$
| a | b |
| - | - |
<https://x.example>
#tag
http://x.example/a_b_c""".splitlines()
PIECES = st.one_of(
    st.sampled_from(MARKS),
    st.sampled_from(MARKS).map(lambda mark: 3 * mark),
    st.sampled_from(MARKERS),
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=200)).map(clean)
COMMONMARK = MarkdownIt("commonmark")
WIDE = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@st.composite
def bookmarks(draw: st.DrawFn) -> Bookmark:
    """A bookmark of any words with any note."""
    body = draw(TEXTS.filter(lambda text: text.strip() != ""))
    starts = [offset for offset, character in enumerate(body) if character.strip()]
    start = draw(st.sampled_from(starts))
    end = draw(st.integers(start + 1, len(body)))
    tags = tuple(draw(st.lists(TEXTS, max_size=2)))
    return new_bookmark(article_of(body), start, end, note=draw(TEXTS), tags=tags)


def shown(tokens: list[Token]) -> str:
    """The words that a renderer would show, with one blank between blocks and lines."""
    parts: list[str] = []
    for token in tokens:
        if token.type != "inline":
            continue
        for child in token.children or []:
            if child.type in {"softbreak", "hardbreak"}:
                parts.append(" ")
            elif child.type in {"text", "code_inline", "text_special"}:
                parts.append(child.content)
        parts.append(" ")
    return words("".join(parts))


def words(text: str) -> str:
    """`text` with its runs of blanks as one, of every kind."""
    return re.sub(r"\s+", " ", text).strip()


@given(bookmarks())
def test_a_block_parses_back_to_the_same_bookmark(bookmark: Bookmark) -> None:
    assert block.parse(block.block(bookmark)) == bookmark


@given(bookmarks())
def test_a_block_is_one_quote_that_shows_exactly_the_passage(bookmark: Bookmark) -> None:
    text = block.block(bookmark)
    for markdown in (COMMONMARK, WIDE):
        tokens = markdown.parse(text)
        quotes = [token for token in tokens if token.type == "blockquote_open" and not token.level]
        assert quotes, "the callout is no quote"
        first = quotes[0]
        assert first.map is not None
        closing = next(
            number
            for number, token in enumerate(tokens)
            if token.type == "blockquote_close" and not token.level
        )
        inside = tokens[1:closing]
        assert {token.type for token in inside} <= {"paragraph_open", "paragraph_close", "inline"}
        assert words(one_line(bookmark.exact.replace("\n", " "))) in shown(inside)
        assert f"^{bookmark.id}" in [token.content for token in tokens[closing:]]
        assert tokens[-1].type == "html_block"
        assert tokens[-1].content.startswith("<!-- newsreader {")


@given(bookmarks(), bookmarks())
def test_no_passage_and_no_note_makes_a_second_record(one: Bookmark, two: Bookmark) -> None:
    """Row 66."""
    text = f"{block.block(one)}\n{block.block(two)}"
    found = [record.bookmark() for record in scan.records(text.encode())]
    assert found == ([one] if one.id == two.id else [one, two])


BYTES = st.one_of(
    st.binary(max_size=60),
    TEXTS.map(lambda text: f"{text}\n".encode("utf-8", "replace")),
    st.sampled_from([b"\xef\xbb\xbf# Mine\r\n\r\ntext\r\n", b"no line end", b"caf\xe9\n", b""]),
)


ONE = new_bookmark(article_of(BODY), 0, 40)
TWO = new_bookmark(article_of(BODY), 42, 90)


@given(BYTES, BYTES, bookmarks(), bookmarks(), TEXTS)
@example(b"one line end of old\r", b"", ONE, TWO, "")
def test_all_bytes_outside_a_block_stay_as_they_were(
    mine: bytes, between: bytes, one: Bookmark, two: Bookmark, note: str
) -> None:
    """Rows 60–64: added, edited and deleted, among any text of the person's."""
    assume(not mine.startswith((b"\xff\xfe", b"\xfe\xff")))
    assume(one.id != two.id)
    first = mine + editing.addition(mine, one, "Notes").data + between
    both = first + editing.addition(first, two, "Notes").data
    assert both.startswith(first)
    assert first.startswith(mine)
    records = {record.id: record for record in scan.records(both)}
    assume({one.id, two.id} <= records.keys())  # `between` may go on the last line of a block
    record = records[one.id]
    assume(record.bookmark() == one)

    _, own = editing.own_record(both, one.id)
    changed = dataclasses.replace(own, note=note_and_tags(note, ())[0])
    edited = rewritten(both, record, block.block(changed))
    assert edited.startswith(both[: record.start])
    assert edited.endswith(both[record.end :])
    assert rewritten(edited, editing.own_record(edited, one.id)[0], record.text) == both

    place = editing.place_of(both, record, own)
    assert place.start <= record.start
    assert place.end == record.end
    removed = both[place.start : record.start]
    heading = block.section(one).encode("utf-8", "replace")
    assert removed.replace(b"\r\n", b"\n").strip(b"\n") in (b"", heading.strip(b"\n"))


@given(TEXTS)
def test_an_escaped_line_shows_the_line(text: str) -> None:
    line = escape_line(text)
    for markdown in (COMMONMARK, WIDE):
        tokens = markdown.parse(line)
        assert {token.type for token in tokens} <= {"paragraph_open", "paragraph_close", "inline"}
        assert shown(tokens) == words(one_line(text))


@pytest.mark.parametrize(
    "start", [*MARKERS, *MARKS, "---", "***", "===", "1. ", "1) ", "- ", "    x"]
)
def test_nothing_at_the_start_of_a_line_is_more_than_words(start: str) -> None:
    line = f"{start} and more"
    for markdown in (COMMONMARK, WIDE):
        tokens = markdown.parse(f"{escape_line(line)}\n")
        assert shown(tokens) == words(one_line(line))
        assert {token.type for token in tokens} <= {"paragraph_open", "paragraph_close", "inline"}


def test_every_sentence_of_the_seeds_reads_as_it_was_written() -> None:
    for article in seed_articles():
        for line in filter(None, article.body.split("\n")):
            assert escape_line(line) == line, "ordinary news needs no escapes"


def test_a_web_address_becomes_a_link_to_the_words() -> None:
    body = "The ferry ran aground, said Ida Brandt, at 9.30 a.m. on Monday - in fog."
    made = new_bookmark(article_of(body, url="https://example.org/a?b=1#old"), 0, 21)
    link = block.text_link(made)
    assert link == "https://example.org/a?b=1#:~:text=The%20ferry%20ran%20aground"
    long = new_bookmark(article_of(body, url="https://example.org/a"), 0, len(body))
    assert block.text_link(long) == (
        "https://example.org/a#:~:text=The%20ferry%20ran%20aground%2C%20said%20Ida,"
        "a.m.%20on%20Monday%20%2D%20in%20fog."
    )
    for address in ("javascript:alert(1)", "file:///etc/passwd", "-x", "https://[broken"):
        assert block.text_link(new_bookmark(article_of(body, url=address), 0, 9)) is None


@example("~~~~", [])
@example("```*`", [])
@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_a_note_that_was_kept_is_kept_as_it_is(note: str, tags: list[str]) -> None:
    kept = note_and_tags(note, tags)
    assert note_and_tags(*kept) == kept
