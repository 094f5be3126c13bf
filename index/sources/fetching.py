"""Fetches pages and feeds: with limits, and with nothing of the person's in what is sent.

Built on httpcore, the engine of httpx, because it does nothing by itself: it knows no proxies of
the environment, no cookies, no passwords, no redirects.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from email.message import Message
from typing import Final, Self
from urllib.parse import urljoin

import httpcore
import httpx

from index.errors import NewsreaderError
from index.sources.addresses import checked_address, is_allowed
from index.sources.decompression import ACCEPTED, PackingError, unpacker_for
from index.sources.network import (
    CheckedNetwork,
    FetchError,
    RefusedError,
    Resolver,
    resolve,
)

MOST_REDIRECTS = 5
LARGEST_PAGE = 5_000_000
LARGEST_FEED = 10_000_000
"""Bytes, unpacked."""
DEADLINE = 30.0
"""Seconds for one address with all its redirects, from the first connection to the last byte."""
PER_SERVER = 4
"""Requests that one server is asked at the same time."""
CONNECTIONS = 24
"""Connections at the same time to all servers together."""

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_SILENCE: Final = {"connect": 10.0, "read": 15.0, "write": 10.0, "pool": None}
"""Seconds without a byte."""
_WANTED: Final = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/feed+json, application/xml;q=0.9, */*;q=0.5"
)


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


class Fetcher:
    """Fetches many addresses at once, a few from each server; an asynchronous context manager."""

    def __init__(
        self,
        *,
        allow_private: Collection[str] = (),
        deadline: float = DEADLINE,
        resolver: Resolver = resolve,
    ) -> None:
        """`allow_private`: servers ("127.0.0.1:8000") that may be in a private network."""
        self._allowed = frozenset(name.lower() for name in allow_private)
        self._deadline = deadline
        self._slots: dict[tuple[str, int], asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(PER_SERVER)
        )
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=CONNECTIONS,
            keepalive_expiry=15.0,
            network_backend=CheckedNetwork(resolver, self._allowed),
        )
        self._headers = [
            (b"User-Agent", _user_agent()),
            (b"Accept", _WANTED.encode()),
            (b"Accept-Encoding", ACCEPTED.encode()),
        ]

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._pool.aclose()

    async def fetch(
        self,
        address: str,
        *,
        largest: int = LARGEST_PAGE,
        known: Known | None = None,
        via: str | None = None,
    ) -> Fetched:
        """What is at `address`, of at most `largest` bytes.

        `via` is the feed that named it: only a server that the person has allowed may lead to
        another such. Raises FetchError with one sentence, InputError for what is no web address.
        """
        left = self._deadline
        here, before = _parsed(address, address), httpx.URL(via) if via else None
        for _ in range(MOST_REDIRECTS + 1):
            if before is not None and self._leads_inside(before, here):
                raise FetchError(address, "leads into a private network")
            async with self._slots[_server_of(here)]:
                started = time.monotonic()
                try:
                    async with asyncio.timeout(left):
                        found = await self._ask(here, largest, known)
                except TimeoutError:
                    raise FetchError(
                        address, f"did not answer in full within {self._deadline:.0f} seconds"
                    ) from None
                except (RefusedError, PackingError) as error:
                    raise FetchError(address, str(error)) from None
                except (httpcore.TimeoutException, httpcore.NetworkError) as error:
                    raise FetchError(address, _failure(error)) from None
                except httpcore.ProtocolError:
                    raise FetchError(address, "did not answer as a web server does") from None
                left -= time.monotonic() - started
            if isinstance(found, Fetched):
                return found
            here, before = _redirected(address, here, found), here
        raise FetchError(address, f"redirects more than {MOST_REDIRECTS} times")

    def _leads_inside(self, before: httpx.URL, here: httpx.URL) -> bool:
        """Whether a server of the public internet points at one that only the person may name."""
        return is_allowed(*_server_of(here), self._allowed) and not is_allowed(
            *_server_of(before), self._allowed
        )

    async def _ask(self, url: httpx.URL, largest: int, known: Known | None) -> Fetched | str:
        """The answer at one address, or where it redirects to."""
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        headers = [(b"Host", url.netloc), *self._headers]
        if known and known.etag:
            headers.append((b"If-None-Match", known.etag.encode("latin-1", "replace")))
        if known and known.modified:
            headers.append((b"If-Modified-Since", known.modified.encode("latin-1", "replace")))
        async with self._pool.stream(
            "GET", target, headers=headers, extensions={"timeout": _SILENCE}
        ) as answer:
            stated = _headers_of(answer)
            if answer.status in _REDIRECTS and stated["Location"]:
                return str(stated["Location"])
            unchanged = answer.status == 304 and known is not None
            if not unchanged and answer.status != 200:
                raise RefusedError(_refusal(answer.status))
            content = b"" if unchanged else await _body(answer, stated, largest)
            return Fetched(
                str(url.copy_with(fragment=None)),
                content,
                stated.get_content_type() if stated["Content-Type"] else "",
                stated.get_content_charset(),
                stated["ETag"],
                stated["Last-Modified"],
                unchanged,
            )


def _parsed(address: str, text: str) -> httpx.URL:
    """`text` as an address; errors name `address`, which led there."""
    try:
        return httpx.URL(checked_address(text))
    except httpx.InvalidURL:
        raise FetchError(address, "is no web address; look at its spelling") from None


def _redirected(address: str, here: httpx.URL, to: str) -> httpx.URL:
    try:
        return _parsed(address, urljoin(str(here), to))
    except (NewsreaderError, ValueError):
        raise FetchError(address, "redirects to what is no web address") from None


def _server_of(url: httpx.URL) -> tuple[str, int]:
    return url.raw_host.decode("ascii"), url.port or (443 if url.scheme == "https" else 80)


async def _body(answer: httpcore.Response, stated: Message, largest: int) -> bytes:
    """The unpacked body, never more than `largest` bytes of it in memory."""
    unpacker = unpacker_for(stated["Content-Encoding"] or "")
    body = bytearray()
    async for piece in answer.aiter_stream():
        body += unpacker.unpack(piece, largest - len(body))
        if len(body) > largest:
            raise PackingError(f"is too large: at most {largest / 1e6:,.0f} MB are read")
    if not unpacker.is_whole():
        raise PackingError("broke off in the middle")
    return bytes(body)


def _headers_of(answer: httpcore.Response) -> Message:
    """The headers, readable without regard to case; the first of each name counts."""
    stated = Message()
    for name, value in answer.headers:
        stated[name.decode("latin-1")] = value.decode("latin-1").replace("\r", "").replace("\n", "")
    return stated


def _refusal(status: int) -> str:
    told = {401: "may not be read", 403: "may not be read", 404: "is not there", 410: "is gone"}
    told[429] = "asks for patience, try later"
    otherwise = "failed at the server" if status >= 500 else "did not give an article"
    return f"{told.get(status, otherwise)} (HTTP {status})"


def _failure(error: Exception) -> str:
    if isinstance(error, httpcore.ConnectTimeout):
        return "could not be reached in time"
    if isinstance(error, httpcore.ConnectError):
        certificate = "certificate" in str(error).lower()
        return "has a certificate that cannot be trusted" if certificate else "could not be reached"
    if isinstance(error, httpcore.TimeoutException):
        return "fell silent in the middle"
    return "broke off in the middle"


def _user_agent() -> bytes:
    from importlib.metadata import version

    return f"newsreader/{version('newsreader')} (a reader in a terminal)".encode()
