"""What servers answer, and what is remembered of it until the next time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered."""

    address: str
    """Where it was found, after redirects."""
    content: bytes
    """Unpacked; nothing where it is unchanged."""
    media_type: str
    """As in "text/html", in lower case; empty if the server does not say."""
    charset: str | None
    """As the server names it."""
    etag: str | None
    modified: str | None
    """What to ask with the next time, to be told whether anything has changed."""
    unchanged: bool = False
    """It is as it was when it was last asked for."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was said of an address the last time it was fetched."""

    etag: str | None = None
    modified: str | None = None
