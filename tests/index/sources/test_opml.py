"""Lists of feeds, from strangers."""

from __future__ import annotations

import time
import tracemalloc
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InputError
from index.sources.opml import MOST_FEEDS, read_outlines


def opml(outlines: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{before}<opml version="2.0"><body>{outlines}</body></opml>'.encode()
    )


def test_nested_feeds_are_found() -> None:
    found = read_outlines(
        opml(
            '<outline text="World"><outline text="Asia"><outline type="rss" title="Seoul &amp; so" '
            'text="x" xmlUrl=" https://news.example/a?b=1&amp;c=2 "/></outline></outline>'
            '<outline text="Only a heading"/><OUTLINE TEXT="Big" XMLURL="HTTP://news.example/b"/>'
        )
    )
    assert [(one.address, one.title) for one in found.feeds] == [
        ("https://news.example/a?b=1&c=2", "Seoul & so"),
        ("HTTP://news.example/b", "Big"),
    ]
    assert found.refused == 0


@pytest.mark.parametrize(
    "address",
    ["exec:id", "exec:curl x|sh", "file:///etc/passwd", "ftp://news.example/", "|id", "filter:x:y",
     "query:x:y", "javascript:1", "data:,x", "/etc/passwd", "../x", "http://a:b@news.example/"],
)  # fmt: skip
def test_only_web_addresses_are_taken(address: str) -> None:
    """Row 36: what newsboat ran, and its like."""
    found = read_outlines(opml(f"<outline xmlUrl={quoteattr(address)}/>"))
    assert (found.feeds, found.refused) == ([], 1)


BOMB = (
    "<!DOCTYPE x ["
    + '<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>'


@pytest.mark.parametrize("before", [BOMB, EXTERNAL, PARAMETER])
def test_entities_are_refused(before: str) -> None:
    """Rows 33 and 34: billion laughs and external entities."""
    tracemalloc.start()
    started = time.monotonic()
    with pytest.raises(InputError, match="declares entities"):
        read_outlines(opml('<outline xmlUrl="http://news.example/" text="&a11;"/>', before))
    assert time.monotonic() - started < 5
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_an_external_document_type_is_not_fetched() -> None:
    """Row 34: the common declaration alone is harmless, and nothing is asked for it."""
    before = '<!DOCTYPE opml SYSTEM "http://127.0.0.1:9/opml.dtd">'
    assert len(read_outlines(opml('<outline xmlUrl="http://news.example/"/>', before)).feeds) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is no XML"),
        (b"<rss/>", "is no list of feeds"),
        (b"<opml><body>", "is no XML"),
        (b'<?xml version="1.0" encoding="nobody-knows"?><opml/>', "is no XML"),
        (b"<opml>" + b"<outline>" * 1000, "nested too deeply"),
        (b" " * 10_000_001, "too large"),
    ],
)
def test_what_is_no_list_is_told(content: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_outlines(content)


def test_a_list_without_end_is_capped() -> None:
    found = read_outlines(opml('<outline xmlUrl="http://news.example/"/>' * (MOST_FEEDS + 5)))
    assert len(found.feeds) == MOST_FEEDS


@given(st.binary(max_size=500) | st.text("<>opmlutine =\"'/&;![]", max_size=300).map(str.encode))
def test_any_bytes_are_a_list_or_are_refused(content: bytes) -> None:
    try:
        found = read_outlines(content)
    except InputError:
        return
    assert all(one.address.lower().startswith(("http://", "https://")) for one in found.feeds)


@given(st.lists(st.tuples(st.text(max_size=50), st.text(max_size=80)), max_size=20))
def test_names_and_addresses_of_all_kinds(entries: list[tuple[str, str]]) -> None:
    """Whatever stands in a list, what comes out is a web address with a title on one line."""
    lines = "".join(
        f"<outline text={quoteattr(text)} xmlUrl={quoteattr(address)}/>"
        for text, address in entries
    )
    content = f"<opml><body>{lines}</body></opml>".encode("utf-8", "replace")
    try:
        found = read_outlines(content)
    except InputError:
        return
    for one in found.feeds:
        assert one.address.lower().startswith(("http://", "https://"))
        assert one.title is None or one.title.isprintable()
    assert len(found.feeds) + found.refused <= len(entries)
