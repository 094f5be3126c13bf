"""Reads RSS, Atom and their dialects with feedparser, and JSON feeds (https://jsonfeed.org)."""

from __future__ import annotations

import io
import json
from typing import Any

import feedparser

from index.errors import InputError
from index.sources.parsed import MOST_ENTRIES
from index.sources.workers.charsets import page_text
from index.sources.workers.plain_lines import plain_lines
from index.sources.workers.tree import tree_of


def parse(data: bytes, url: str | None = None, charset: str | None = None) -> dict[str, Any]:
    """The keys of `ParsedFeed`; raises InputError for what is no feed."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_feed(page_text(data, charset))
    headers = {"content-type": f"application/xml; charset={charset}"} if charset else {}
    if url:
        headers["content-location"] = url
    # Never the bytes alone: feedparser would open a file of that name.
    feed = feedparser.parse(io.BytesIO(data), response_headers=headers)
    if not feed.version and not feed.entries:
        raise InputError("is no feed")
    return {
        "title": _words(feed.feed.get("title")),
        "url": feed.feed.get("link"),
        "entries": [_entry(one) for one in feed.entries],
    }


def _entry(entry: Any) -> dict[str, Any]:
    contents = [one.get("value", "") for one in entry.get("content", [])]
    html = max([*contents, entry.get("summary", "")], key=len)
    return {
        "id": entry.get("id") or entry.get("link") or "",
        "url": entry.get("link"),
        "title": _words(entry.get("title")),
        "byline": entry.get("author"),
        "published": entry.get("published") or entry.get("updated"),
        "updated": entry.get("updated"),
        "source": (entry.get("source") or {}).get("title"),
        "body": _words(html),
    }


def _json_feed(text: str) -> dict[str, Any]:
    try:
        feed = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise InputError("is no feed") from None
    items = feed.get("items")
    if "jsonfeed.org" not in str(feed.get("version")) or not isinstance(items, list):
        raise InputError("is no feed")
    entries = [_json_entry(one) for one in items[: MOST_ENTRIES + 1] if isinstance(one, dict)]
    return {"title": feed.get("title"), "url": feed.get("home_page_url"), "entries": entries}


def _json_entry(item: dict[str, Any]) -> dict[str, Any]:
    authors = item.get("authors") or [item.get("author")]
    names = [one.get("name", "") for one in authors if isinstance(one, dict)]
    html = item.get("content_html")
    return {
        "id": str(item.get("id") or item.get("url") or ""),
        "url": item.get("url") or item.get("external_url"),
        "title": item.get("title"),
        "byline": " and ".join(names),
        "published": item.get("date_published"),
        "updated": item.get("date_modified"),
        "language": item.get("language"),
        "body": _words(html)
        if isinstance(html, str)
        else item.get("content_text") or item.get("summary"),
    }


def _words(html: object) -> str:
    """A piece of HTML as plain lines."""
    if not isinstance(html, str):
        return ""
    if "<" not in html and "&" not in html:
        return html
    tree, _ = tree_of(html)
    return plain_lines(tree) if tree is not None else ""
