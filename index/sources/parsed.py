"""What a page, a mail or a feed turned out to hold, cleaned and ready for the reader.

A worker process answers in JSON; nothing in that answer is trusted. Here each string goes through
`clean`, each list is capped, and what has the wrong type counts as missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from index.sources.addresses import without_credentials
from index.sources.sanitise import clean_counting, clean_line, without_blank_ends

MOST_ENTRIES = 1000
"""Entries of one feed that are looked at; the newest stand first in nearly all."""
_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """One page, or one mail. None, "" and 0 are not known."""

    body: str
    """The text alone, without the headline: paragraphs, headings and lists with blank lines between
    them."""
    title: str | None = None
    source: str | None = None
    """The outlet, as it names itself; of a mail the name that it was sent under."""
    byline: str | None = None
    published: str | None = None
    """As the page spells it, with its zone where it gives one; `metadata.checked` reads it."""
    url: str | None = None
    """Its own address, where it names one (http or https)."""
    language: str | None = None
    """As the page declares it ("en", "ar-EG")."""
    remark: str | None = None
    """A sentence on what was not as it should be: a paywall, an article without paragraphs …"""
    removed_characters: int = 0
    """How many control characters `clean` took out of the body."""
    attachments: int = 0
    """Of a mail: parts that were left out."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed."""

    id: str
    """Its guid, else its address, else "": unique within one feed only, if at all."""
    page: ParsedPage
    """Its text is what the feed carries: often a summary."""
    updated: str | None = None
    whole: bool = False
    """The text is the whole article, not a summary of it."""
    sha256: str = ""
    """Digest of the text as the feed carries it: another one is another version."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """One feed with its entries in their order."""

    title: str | None
    url: str | None
    """The address of the site that it belongs to."""
    entries: tuple[FeedEntry, ...] = ()
    left_out: int = 0
    """Entries beyond the cap."""


def page_of(answer: Mapping[str, Any]) -> ParsedPage:
    """The page that a worker describes."""
    body, removed = clean_counting(_text(answer, "body"))
    return ParsedPage(
        body=without_blank_ends(body),
        title=_line(answer, "title"),
        source=_line(answer, "source"),
        byline=_line(answer, "byline"),
        published=_line(answer, "published"),
        url=_address(answer, "url"),
        language=_line(answer, "language"),
        remark=_line(answer, "remark"),
        removed_characters=removed + _count(answer, "removed"),
        attachments=_count(answer, "attachments"),
    )


def feed_of(answer: Mapping[str, Any]) -> ParsedFeed:
    """The feed that a worker describes."""
    given, left_out = answer.get("entries"), answer.get("left_out")
    entries = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    return ParsedFeed(
        title=_line(answer, "title"),
        url=_address(answer, "url"),
        entries=tuple(
            FeedEntry(
                id=clean_line(_text(one, "id"), _ADDRESS),
                page=page_of(one),
                updated=_line(one, "updated"),
                whole=one.get("whole") is True,
                sha256=clean_line(_text(one, "sha256"), 64),
            )
            for one in entries[:MOST_ENTRIES]
        ),
        left_out=left_out if isinstance(left_out, int) else 0,
    )


def _text(answer: Mapping[str, Any], key: str) -> str:
    value = answer.get(key)
    return value if isinstance(value, str) else ""


def _count(answer: Mapping[str, Any], key: str) -> int:
    value = answer.get(key)
    return value if isinstance(value, int) else 0


def _line(answer: Mapping[str, Any], key: str) -> str | None:
    return clean_line(_text(answer, key)) or None


def _address(answer: Mapping[str, Any], key: str) -> str | None:
    """An address of the web, or None: nothing else is ever opened."""
    address = clean_line(_text(answer, key), _ADDRESS)
    is_web = address.lower().startswith(("http://", "https://"))
    return without_credentials(address) if is_web else None
