"""Parses feeds: RSS and Atom in all their dialects by feedparser, JSON Feed by `json`."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin

import feedparser

from index.errors import InputError
from index.sources.parsed import MOST_ENTRIES
from index.sources.published import iso_published
from index.sources.workers.charsets import page_text
from index.sources.workers.plain_lines import plain_lines
from index.sources.workers.tree import tree_of
from index.sources.xml_references import with_sound_references

_END_OF_ITEM = re.compile(rb"</(?:[\w.-]{1,20}:)?(?:item|entry)\s{0,10}>")
_BREAKS_OFF = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\b(?:read|learn|continue reading|more)\b[^.\n]{0,60})\W{0,5}\Z",
    re.IGNORECASE,
)
_MARKED = re.compile(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,2000})?/?>|&#?\w{1,10};", re.IGNORECASE)
"""What only HTML has: "3 < 4" and "AT&T" have not."""
WHOLE = 800
"""Characters from which a text that is given as the content of an item is all of it."""
WHOLE_SUMMARY = 2000
"""The same for one that is given as its summary."""


def parse(data: bytes, *, url: str | None = None, charset: str | None = None) -> dict[str, Any]:
    """The feed in `data` as JSON can say it; raises InputError for what is none."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_feed(page_text(data, charset), url)
    data, left_out = _capped(with_sound_references(data))
    headers = {"content-type": f"application/xml; charset={charset}"} if charset else {}
    # BytesIO: given bytes, feedparser would open the file that they may name.
    try:
        read = feedparser.parse(
            io.BytesIO(data),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except UnicodeError:  # half a character, written in UTF-16: references are mended in others
        raise InputError("is no feed: it names characters that there are none of") from None
    if not read.get("version") and not read.entries:
        raise InputError("is no feed")
    base = read.feed.get("link") or url or ""
    return {
        "title": _words(_text(read.feed.get("title"))),
        "url": urljoin(url or "", _text(base)),
        "entries": [_entry(entry, url or base) for entry in read.entries[:MOST_ENTRIES]],
        "left_out": left_out + max(0, len(read.entries) - MOST_ENTRIES),
    }


def _capped(data: bytes) -> tuple[bytes, int]:
    """`data` without the items beyond the cap, and how many those are.

    Items are siblings: what stands between the end of the last one that is kept and the end of the
    last one can go, and the rest is as well-formed as before.
    """
    ends = [found.end() for found in _END_OF_ITEM.finditer(data)]
    if len(ends) <= MOST_ENTRIES:
        return data, 0
    return data[: ends[MOST_ENTRIES - 1]] + data[ends[-1] :], len(ends) - MOST_ENTRIES


def _entry(entry: Mapping[str, Any], base: str) -> dict[str, Any]:
    contents = [_text(one.get("value")) for one in entry.get("content") or ()]
    content = max(contents, key=len, default="")
    summary = _text(entry.get("summary"))
    link = _text(entry.get("link")).strip()
    return {
        **_texts(content, summary),
        "id": _text(entry.get("id")).strip(),
        "title": _words(_text(entry.get("title"))),
        "url": urljoin(base, link) if link else "",
        "published": _moment(entry, "published") or _moment(entry, "updated"),
        "updated": _moment(entry, "updated"),
        "byline": ", ".join(_names(entry.get("authors") or ())) or _text(entry.get("author")),
        "source": _text((entry.get("source") or {}).get("title")),
    }


def _json_feed(text: str, url: str | None) -> dict[str, Any]:
    try:
        read = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise InputError("is no feed") from None
    items = read.get("items") if isinstance(read, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in _text(read.get("version")):
        raise InputError("is no feed")
    entries = [item for item in items if isinstance(item, dict)]
    return {
        "title": _text(read.get("title")),
        "url": urljoin(url or "", _text(read.get("home_page_url"))),
        "entries": [_json_entry(item, url or "") for item in entries[:MOST_ENTRIES]],
        "left_out": max(0, len(entries) - MOST_ENTRIES),
    }


def _json_entry(item: Mapping[str, Any], base: str) -> dict[str, Any]:
    authors = item.get("authors")
    if not isinstance(authors, list):
        authors = [item.get("author")]
    link = _text(item.get("url")) or _text(item.get("external_url"))
    content = _text(item.get("content_html")) or _text(item.get("content_text"))
    return {
        **_texts(content, _text(item.get("summary"))),
        "id": str(item.get("id") or ""),
        "title": _text(item.get("title")),
        "language": _text(item.get("language")),
        "url": urljoin(base, link) if link else "",
        "published": _text(item.get("date_published")) or _text(item.get("date_modified")),
        "updated": _text(item.get("date_modified")),
        "byline": ", ".join(_names(authors)),
    }


def _texts(content: str, summary: str) -> dict[str, Any]:
    """The longer of the two as text, whether it is the whole article, and how to know it again."""
    bodies = [(_words(content), WHOLE), (_words(summary), WHOLE_SUMMARY)]
    body, enough = max(bodies, key=lambda one: len(one[0]))
    whole = len(body) >= enough and not _BREAKS_OFF.search(body[-120:])
    raw = content if bodies[0][0] == body else summary
    return {
        "body": body,
        "whole": whole,
        "sha256": sha256(raw.encode("utf-8", "surrogatepass")).hexdigest(),
    }


def _moment(entry: Mapping[str, Any], name: str) -> str:
    """A date as the feed spells it, with its zone; in UTC where only feedparser understands it."""
    spelled = _text(entry.get(name)).strip()
    try:
        return iso_published(spelled)
    except ValueError:
        parsed = entry.get(f"{name}_parsed")
    if not parsed:
        return ""
    year, month, day, hour, minute, second = parsed[:6]
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}+00:00"


def _names(authors: Iterable[object]) -> list[str]:
    return [name for one in authors if isinstance(one, dict) and (name := _text(one.get("name")))]


def _words(source: str) -> str:
    """A piece of HTML, or of plain text, as plain lines."""
    if not _MARKED.search(source):
        return source
    tree, _ = tree_of(source)
    try:
        return plain_lines(tree) if tree is not None else ""
    except RecursionError:  # one item that is nested too deeply costs its own text only
        return ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
