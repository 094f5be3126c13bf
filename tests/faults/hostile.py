"""Files made to hurt whoever opens them, as bytes under a name with the ending of their kind."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable

_STORY = (
    "<p>The bridge over the river was opened again on Tuesday, the council said. About 1,200 "
    "lorries had to take the long way round through the valley every day since March.</p>"
)


def page(inside: str = "", *, head: str = "") -> bytes:
    """An ordinary page with something in it."""
    return (
        f"<!DOCTYPE html><html><head><title>Bridge opens</title>{head}</head><body><article>"
        f"<h1>Bridge opens</h1>{_STORY * 3}{inside}</article></body></html>"
    ).encode("utf-8", "surrogatepass")


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY lol0 "ha">{entities}]>'
        "<html><body><p>&lol9;</p></body></html>"
    ).encode()


def _zip_of_zeros() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.html", b"0" * 50_000_000)
    return file.getvalue()


def _nested_mail(depth: int) -> bytes:
    parts = [
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n".encode() for n in range(depth)
    ]
    return b"Subject: Deep\nFrom: a@courier.example\n" + b"".join(parts) + b"\nText.\n"


def _wide_mail() -> bytes:
    part = b"--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nx\n"
    return (
        b"Subject: Wide\nContent-Type: multipart/mixed; boundary=b\n\n" + part * 60_000 + b"--b--\n"
    )


def _nested_json() -> str:
    return '<script type="application/ld+json">' + '{"@graph":[' * 100_000 + "</script>"


def _wide_json() -> str:
    nodes = [{"@type": "NewsArticle", "headline": "H" * 50, "author": "A"}] * 40_000
    return f'<script type="application/ld+json">{json.dumps(nodes)}</script>'


HOSTILE: dict[str, Callable[[], bytes]] = {
    "billion_laughs.html": _laughs,
    "external_entity.html": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b"<html><body><p>&x;</p></body></html>"
    ),
    "deep.html": lambda: b"<div>" * 100_000 + b"text" + b"</div>" * 100_000,
    "deep_inline.html": lambda: b"<b><i>" * 100_000 + b"text",
    "deep_lists.html": lambda: page("<ul><li>" * 50_000),
    "deep_tables.html": lambda: page("<table><tr><td>x" * 20_000),
    "deep_quotes.html": lambda: page("<blockquote>x" * 50_000),
    "attribute.html": lambda: page(f'<p class="{"a " * 2_400_000}">x</p>'),
    "many_attributes.html": lambda: page("<p " + " ".join(f"a{n}" for n in range(200_000)) + ">"),
    "open_tags.html": lambda: b"<" * 4_000_000,
    "unclosed_formatting.html": lambda: page("<p><b><i><u><s><font>" * 150_000),
    "links.html": lambda: page('<a href="x">x</a>' * 250_000),
    "huge_table.html": lambda: page("<table>" + "<tr><td>1</td><td>2</td></tr>" * 160_000),
    "many_metas.html": lambda: page(head='<meta name="author" content="x">' * 140_000),
    "many_times.html": lambda: page('<time class="date">x</time>' * 160_000),
    "many_headings.html": lambda: page("<h1>a</h1><h2>b</h2>" * 200_000),
    "many_bylines.html": lambda: page('<span class="byline author">By x</span>' * 120_000),
    "many_articles.html": lambda: b"<article><p>Some text</p></article>" * 140_000,
    "nested_json.html": lambda: page(head=_nested_json()),
    "wide_json.html": lambda: page(head=_wide_json()),
    "nul.html": lambda: page("\0" * 100_000),
    "nul_alone.html": lambda: b"\0" * 1_000_000,
    "gzip.html": lambda: gzip.compress(page() * 1000),
    "gzip_bomb.html": lambda: gzip.compress(b"0" * 50_000_000),
    "pdf.html": lambda: b"%PDF-1.7\n" + b"\x00\xff" * 5000,
    "zip.html": _zip_of_zeros,
    "entities.html": lambda: page("&amp;" * 900_000),
    "half_entities.html": lambda: page("&a" * 2_000_000),
    "numbers.html": lambda: page("&#x" + "f" * 4_000_000),
    "marks.html": lambda: page("e" + "\u0301\u0323" * 500_000),
    "escapes.html": lambda: page("&#27;]0;owned&#7; &#x1b;[2J\x1b[31m\x9b5m after" * 100),
    "surrogates.html": lambda: page("&#xD800;&#xDFFF; \ud800 after"),
    "bidi.html": lambda: page("\u202e drawkcab \u2066 after" * 1000),
    "brackets.html": lambda: page("[/] [@click=app.quit]x[/] [D-NY] [sic] " * 1000),
    "spaces.html": lambda: page(" " * 4_000_000),
    "commas.html": lambda: page("1," * 500_000),
    "capitals.html": lambda: page("A. " * 300_000),
    "one_word.html": lambda: page("x" * 4_000_000),
    "lines.html": lambda: page("x<br>" * 500_000),
    "script.html": lambda: page("<script>" + "<p>" * 1_000_000),
    "comment.html": lambda: page("<!--" * 1_000_000),
    "style.html": lambda: page("<style>" + "a{}" * 1_000_000),
    "utf7.html": lambda: page("+ADw-script+AD4-", head='<meta charset="utf-7">'),
    "odd_charset.html": lambda: page("é", head='<meta charset="unicode_escape">'),
    "too_large.html": lambda: page("x" * 5_000_001),
    "empty.html": lambda: b"",
    "mark_alone.html": lambda: b"\xef\xbb\xbf",
    "random.html": lambda: bytes(range(256)) * 4000,
    "deep.eml": lambda: _nested_mail(20_000),
    "wide.eml": _wide_mail,
    "headers.eml": lambda: b"X-A: b\n" * 2_000_000 + b"\nText.",
    "long_header.eml": lambda: b"Subject: " + b"=?utf-8?q?=1b]0;x=07?= " * 200_000 + b"\n\nText.",
    "folded_header.eml": lambda: b"Subject: a\n" + b" b\n" * 1_000_000 + b"\nText.",
    "addresses.eml": lambda: b"From: " + b"(" * 500_000 + b"\n\nText.",
    "odd_charset.eml": lambda: b"Subject: a\nContent-Type: text/plain; charset=rot13\n\nGrkg.",
    "base64.eml": lambda: (
        b"Subject: a\nContent-Transfer-Encoding: base64\n\n" + b"QUFB" * 3_000_000
    ),
    "page_inside.eml": lambda: (
        b"Subject: a\nContent-Type: text/html\n\n" + b"<div>" * 100_000 + page()
    ),
    "random.eml": lambda: bytes(range(256)) * 4000,
    "front_matter.md": lambda: b"---\na: &a [x]\n" + b"b: [*a, *a]\n" * 100 + b"---\nText.",
    "brackets.md": lambda: b"---\na: " + b"[" * 10_000 + b"\n---\nText.",
    "marks.txt": lambda: b"e" + "\u0301".encode() * 1_000_000,
    "one_line.txt": lambda: b"word " * 900_000,
}
"""By file name; what is harmless after all may be read."""
