"""References that no XML may hold cost one character, never the file."""

from __future__ import annotations

from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sources.opml import read_outlines
from index.sources.workers import feed
from index.sources.xml_references import with_sound_references

FEED = (
    b"<rss version='2.0'><channel><title>Post</title><item><guid>1</guid>"
    b"<title>The mayor&#146;s words &#xD800;&#8;end</title></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        (b"&#xD800;", b"&#65533;"),
        (b"&#57343;", b"&#65533;"),
        (b"&#0;&#x1b;&#xFFFF;", b"&#65533;" * 3),
        (b"&#1114112;&#99999999999999999999;", b"&#65533;" * 2),
        (b"&#146;&#x80;", b"&#%d;&#%d;" % (ord("\u2019"), ord("\u20ac"))),
        (b"&#38;&#x1F600;&#10;&#xA0;&amp;", b"&#38;&#x1F600;&#10;&#xA0;&amp;"),
        (b"AT&T &# &#x; &#12", b"AT&T &# &#x; &#12"),
    ],
)
def test_only_what_is_no_character_is_replaced(written: bytes, mended: bytes) -> None:
    assert with_sound_references(written) == mended


@given(st.integers(0, 0x120000), st.booleans())
def test_a_strict_parser_takes_any_reference(number: int, hexadecimal: bool) -> None:
    written = f"<a>&#{f'x{number:x}' if hexadecimal else number};</a>".encode()
    text: list[str] = []
    parser = expat.ParserCreate()
    parser.CharacterDataHandler = text.append
    parser.Parse(with_sound_references(written), True)
    assert len("".join(text)) == 1


def test_a_feed_keeps_its_items() -> None:
    assert [one["title"] for one in feed.parse(FEED)["entries"]] == [
        "The mayor\u2019s words \ufffd\ufffdend"
    ]


def test_a_list_of_feeds_keeps_its_feeds() -> None:
    found = read_outlines(
        b"<opml version='2.0'><body><outline text='It&#146;s &#xD800;' "
        b"xmlUrl='https://news.example/a'/></body></opml>"
    )
    assert [one.title for one in found.feeds] == ["It\u2019s \ufffd"]
