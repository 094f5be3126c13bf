"""The feeds that a page offers in its head, as browsers and readers look for them."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from index.errors import InputError
from index.sources.addresses import checked_address

_HEAD = 200_000
"""Bytes of a page in which its links are looked for."""
_LINK = re.compile(r"<link\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(rel|type|href)\s?=\s?(?:"([^"]{0,1500})"|'([^']{0,1500})')""", re.I)
_FEED = re.compile(r"application/(?:rss\+xml|atom\+xml|feed\+json)\Z", re.IGNORECASE)


def is_front_page(address: str) -> bool:
    """Whether an address names an outlet rather than an article."""
    parts = urlsplit(address)
    return not parts.path.strip("/") and not parts.query


def offered_feed(content: bytes, address: str) -> str | None:
    """The first feed that the page at `address` offers; None if there is none."""
    for link in _LINK.finditer(content[:_HEAD].decode("utf-8", "replace")):
        given = {name.lower(): one or other for name, one, other in _ATTRIBUTE.findall(link[1])}
        if "alternate" not in given.get("rel", "").lower().split():
            continue
        if _FEED.match(given.get("type", "")) and given.get("href"):
            try:
                return checked_address(urljoin(address, unescape(given["href"])))
            except (InputError, ValueError):
                continue
    return None
