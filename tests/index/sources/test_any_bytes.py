"""Whatever bytes come: an article or a sentence, in time, and nothing beside it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.errors import InputError
from index.sources.kinds import SUFFIXES
from index.sources.parsed import ParsedPage
from index.sources.parsing import Limits, ParserPool
from index.sources.reading import read_article
from index.sources.sanitise import clean

PAGES = [path.read_bytes() for path in sorted((Path(__file__).parent / "pages").glob("*.html"))]
PIECES = [
    *(
        b"<p>",
        b"</p>",
        b"<article>",
        b"<table><tr><td>",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"<script>",
    ),
    *(b"&#27;", b"&#xD800;", b"&amp;lt;", b"\x1b]0;x\x07", b"\x9b", b"\xff\xfe", b"\xef\xbb\xbf"),
    *(
        b"\0",
        b"\r\n\r\n",
        b"Subject: =?utf-8?q?=1b?=\n",
        b"Content-Type: multipart/mixed;",
        b"--b\n",
    ),
    *(b"<rss><channel><item>", b"<guid>", b"<!DOCTYPE x [", b"<!ENTITY a ", b'{"items": [', b"]}"),
    *(
        b"---\n",
        b"title: [",
        b'charset="utf-7"',
        b"<base href=//[>",
        b"\xe2\x80\xae",
        b"1,",
        b"A. ",
    ),
]
ANYTHING = st.one_of(
    st.binary(max_size=400),
    st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join),
    st.tuples(st.sampled_from(PAGES), st.integers(0, 4000), st.binary(max_size=40)).map(
        lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] + len(parts[2]) :]
    ),
)
LIMITS = Limits(cpu=4, wall=20.0)


@pytest.fixture(scope="module")
def pool() -> Iterator[ParserPool]:
    with ParserPool(2, LIMITS) as pool:
        yield pool


def assert_clean(page: ParsedPage) -> None:
    for text in (page.body, page.title, page.source, page.byline, page.published, page.url):
        assert text is None or clean(text) == text
    assert page.url is None or page.url.lower().startswith("http")


@pytest.mark.parametrize("kind", ["html", "mail"])
@given(data=ANYTHING)
@settings(max_examples=60)
def test_a_page_or_mail_is_clean_or_refused(kind: str, pool: ParserPool, data: bytes) -> None:
    started = time.monotonic()
    try:
        assert_clean(pool.parse("html" if kind == "html" else "mail", data))
    except InputError as error:
        assert "\n" not in str(error)
        assert "please report" not in str(error), str(error)
    assert time.monotonic() - started < LIMITS.wall + 5


@example(data=b"<>&#xD800;")
@given(data=ANYTHING)
@settings(max_examples=60)
def test_a_feed_is_clean_or_refused(pool: ParserPool, data: bytes) -> None:
    try:
        feed = pool.parse("feed", data)
    except InputError as error:
        assert "please report" not in str(error), str(error)
        return
    for entry in feed.entries:
        assert_clean(entry.page)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
@given(data=ANYTHING)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_of_any_kind_is_an_article_or_a_sentence(
    suffix: str, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    try:
        article = read_article(path)
    except InputError as error:
        assert str(error).startswith(f"{path} ")
        assert "please report" not in str(error), str(error)
    else:
        assert clean(article.body) == article.body
        assert article.title
    assert path.read_bytes() == data
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
