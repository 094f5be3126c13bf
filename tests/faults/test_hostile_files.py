"""Files made to hurt: each is read, or given up with its reason, and nothing else happens."""

from __future__ import annotations

import re
import resource
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from index.article import Article
from index.errors import InputError
from index.sources import parsing
from index.sources.limits import Limits
from index.sources.parsing import ParserPool
from index.sources.reading import read_article
from index.sources.sanitise import clean
from tests.faults.hostile import HOSTILE, page

STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
# What runs into the limit on time: ten seconds each, so that most wait for the slow round.
ENDLESS = {
    "attribute.html",
    "many_attributes.html",
    "links.html",
    "huge_table.html",
    "many_times.html",
    "many_headings.html",
    "many_bylines.html",
    "many_metas.html",
    "many_articles.html",
    "lines.html",
    "wide.eml",
    "folded_header.eml",
    "headers.eml",
}
ALWAYS = {"huge_table.html", "wide.eml"}

REFUSED = {
    "deep.html": "no text of an article",
    "nul_alone.html": "zero bytes",
    "gzip_bomb.html": "is no page but a gzip file",
    "pdf.html": "is no page but a PDF",
    "zip.html": "is no page but a zip archive",
    "too_large.html": "at most 5 MB are read",
    "empty.html": "has no text",
    "deep.eml": "nested too deeply",
    "base64.eml": "is too large: 9.0 MB",
    "huge_table.html": "was given up: parsing it took",
    "wide.eml": "was given up: parsing it took",
}
"""Of some, what the reason must name."""


def cases() -> list[object]:
    return [
        pytest.param(name, marks=pytest.mark.slow if name in ENDLESS - ALWAYS else ())
        for name in HOSTILE
    ]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Less time for an item, so that the tests need less."""
    with ParserPool(1, Limits(cpu=2, wall=9.0)) as pool:
        monkeypatch.setattr(parsing, "_shared", pool)
        yield


def read(folder: Path, name: str) -> Article | str:
    """The article in a hostile file, or the sentence that it is refused with."""
    path = folder / name
    path.write_bytes(HOSTILE[name]())
    try:
        return read_article(path)
    except InputError as error:
        return str(error)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("name", cases())
def test_it_is_read_or_given_up_with_its_reason(name: str, tmp_path: Path) -> None:
    started = time.monotonic()
    found = read(tmp_path, name)
    assert REFUSED.get(name, "") in str(found)
    assert time.monotonic() - started < 10 + 5  # and the start of a worker on a busy machine
    assert [path.name for path in tmp_path.iterdir()] == [name]
    if isinstance(found, str):
        assert found.startswith(f"{tmp_path / name} ")
        assert "\n" not in found
        assert not STEERING.search(found)
        return
    for text in (found.title, found.body, found.source, found.byline, found.published):
        assert text is None or clean(text) == text
        assert not STEERING.search(text or "")
    assert "root:" not in found.body


@pytest.mark.parametrize("name", ["billion_laughs.html", "external_entity.html"])
def test_entities_of_a_document_cost_nothing_and_read_nothing(name: str, tmp_path: Path) -> None:
    """Less than 200 MB and 5 seconds; of a local file not a word."""
    with ParserPool(1, Limits(memory=200_000_000, wall=5.0)) as pool:
        found = pool.parse("html", HOSTILE[name]())
    assert len(found.body) < 100
    assert "root:" not in found.body


def test_entities_of_a_feed_cost_nothing_and_read_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret of this machine")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for declared, used in (
        (f'<!ENTITY l0 "ha">{laughs}', "&l9;"),
        (f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "&x;"),
        (f'<!ENTITY % x SYSTEM "{secret.as_uri()}"> %x;', "x"),
    ):
        feed = (
            f'<?xml version="1.0"?><!DOCTYPE rss [{declared}]><rss version="2.0"><channel>'
            f"<title>T{used}</title><item><title>One</title><description>{used}</description>"
            "</item></channel></rss>"
        )
        with ParserPool(1, Limits(memory=200_000_000, wall=5.0)) as pool:
            try:
                found = pool.parse("feed", feed.encode())
            except InputError as error:
                assert "given up" not in str(error)
            else:
                told = str(found)
                assert "secret of" not in told
                assert len(told) < 2000


def test_a_feed_that_is_the_path_of_a_file_is_no_feed(tmp_path: Path) -> None:
    local = tmp_path / "feed.xml"
    local.write_text(
        '<rss version="2.0"><channel><title>Local</title><item><title>x</title></item>'
        "</channel></rss>"
    )
    with ParserPool(1) as pool:
        for given in (str(local), local.as_uri()):
            with pytest.raises(InputError, match="is no feed"):
                pool.parse("feed", given.encode())


@pytest.mark.usefixtures("short")
def test_the_reader_itself_stays_small(tmp_path: Path) -> None:
    """What a bomb needs, it needs in the worker: this process grows by less than 50 MB."""
    read(tmp_path, "deep.html")  # the worker runs, and what it needs here is loaded
    for name in ("gzip_bomb.html", "deep.eml", "billion_laughs.html", "deep_quotes.html"):
        content = HOSTILE[name]()
        (tmp_path / name).write_bytes(content)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with suppress(InputError):
            read_article(tmp_path / name)
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        assert grown * 1024 < 50_000_000


@pytest.mark.usefixtures("short")
def test_escapes_in_a_page_go_after_decoding_and_the_text_stays(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(
        b"<html><head><title>Ti&#27;]0;owned&#7;tle</title>"
        b'<meta name="author" content="A&#x1b;[31m B"></head>'
        b"<body><article><p>Before &#27;[2J&#x1B;]52;c;ZXZpbA==&#7;after "
        b"\xc2\x9b31m and \x1b[31mred. "
        + b"More words to make a paragraph of it. " * 10
        + b"</p></article></body></html>"
    )
    article = read_article(path)
    assert article.title == "Title"
    assert article.byline == "A B"
    assert "Before after and red." in article.body
    assert article.removed_characters


@pytest.mark.parametrize(
    ("declared", "encoded"),
    [
        ("utf-8", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("nonsense", "utf-8"),
        ("utf-16", "utf-8"),
        ("utf-7", "utf-8"),
        ("x-user-defined", "cp1252"),
        ("shift_jis", "utf-8"),
        ("rot13", "utf-8"),
    ],
)
def test_a_wrong_charset_is_readable_or_marked(declared: str, encoded: str, tmp_path: Path) -> None:
    text = page("<p>Café owners – and “others” – protest.</p>", head=f'<meta charset="{declared}">')
    path = tmp_path / "page.html"
    path.write_bytes(text.decode().encode(encoded))
    body = read_article(path).body
    assert re.search("Caf(é|\ufffd)+ owners (–|\ufffd) and (“|\ufffd)others(”|\ufffd) ", body), body
