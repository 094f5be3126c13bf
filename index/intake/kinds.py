"""What some bytes are, by what they begin with: names and servers often say something else."""

from __future__ import annotations

import re
from typing import Literal

IntakeKind = Literal["page", "feed", "list", "mail", "text", "addresses", "other"]

_HEAD = 4096
_ROOT = re.compile(rb"<(?:[\w.-]{1,20}:)?(opml|rss|feed|rdf|html|!doctype html)\b", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:head|body|title|meta|p|div|article|h1|script)\b", re.IGNORECASE)
_HEADER = re.compile(rb"[A-Za-z][\w-]{0,60}:|[ \t]")
_MAIL_HEADER = re.compile(rb"(?:from|subject|date|message-id|received|return-path):", re.IGNORECASE)
_KINDS: dict[bytes, IntakeKind] = {
    b"opml": "list",
    b"rss": "feed",
    b"feed": "feed",
    b"rdf": "feed",
    b"html": "page",
    b"!doctype html": "page",
}


def kind_of(content: bytes, media_type: str = "", name: str = "") -> IntakeKind:
    """What `content` is; `media_type` and the file's `name` decide where it does not tell."""
    head = content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith(b"{") and b"jsonfeed.org" in head:
        return "feed"
    if start.startswith(b"<") and (root := _ROOT.search(head)):
        return _KINDS[root[1].lower()]
    lower = name.lower()
    if lower.endswith((".eml", ".mail")) or media_type == "message/rfc822":
        return "mail"
    if lower.endswith((".html", ".htm", ".xhtml")) or media_type.endswith(("/html", "xhtml+xml")):
        return "page"
    if media_type.endswith(("rss+xml", "atom+xml", "rdf+xml", "feed+json")):
        return "feed"
    if media_type in ("", "text/plain", "text/markdown"):
        if _are_addresses(content):
            return "addresses"
        if _is_mail(head):
            return "mail"
        if start.startswith(b"<") and _PAGE.search(head):
            return "page"
        return "text"
    return "other"


def addresses_in(content: bytes) -> list[str]:
    """The lines that are neither empty nor a remark."""
    lines = (line.strip() for line in content.decode("utf-8-sig", "replace").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _are_addresses(content: bytes) -> bool:
    lines = addresses_in(content[:100_000])
    return bool(lines) and all(re.match(r"https?://\S+\Z", line, re.IGNORECASE) for line in lines)


def _is_mail(head: bytes) -> bool:
    """Nothing but headers in the first lines, two of them those of a mail."""
    lines = head.split(b"\n")[:6]
    return all(map(_HEADER.match, lines)) and sum(map(bool, map(_MAIL_HEADER.match, lines))) >= 2
