"""Fetches pages and feeds: with limits, and with nothing of the person's in what is sent.

Built on httpcore, the engine of httpx, because it does nothing by itself: it knows no proxies of
the environment, no cookies, no passwords, no redirects, and lets us make the connections.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Collection
from email.message import Message
from typing import Final, Self
from urllib.parse import urljoin

import httpcore

from index.errors import NewsreaderError
from index.sources.addresses import Target, is_allowed, target_of
from index.sources.answers import Fetched, Known
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
_FOR_NOW: Final = frozenset({408, 425, 429})
"""Refusals that a server may not repeat."""
_SILENCE: Final = {"connect": 10.0, "read": 15.0, "write": 10.0, "pool": None}
"""Seconds without a byte."""
_WANTED: Final = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/feed+json, application/xml;q=0.9, */*;q=0.5"
)


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
            ssl_context=httpcore.default_ssl_context(),
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
        here, before = target_of(address), target_of(via) if via else None
        for _ in range(MOST_REDIRECTS + 1):
            if before is not None and self._leads_inside(before, here):
                raise FetchError(address, "leads into a private network")
            async with self._slots[here.server]:
                started = time.monotonic()
                try:
                    async with asyncio.timeout(left):
                        found = await self._ask(here, largest, known)
                except TimeoutError:
                    raise FetchError(
                        address, f"did not answer in full within {self._deadline:.0f} seconds"
                    ) from None
                except RefusedError as error:
                    raise FetchError(address, str(error), lasting=error.lasting) from None
                except PackingError as error:
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

    def _leads_inside(self, before: Target, here: Target) -> bool:
        """Whether a server of the public internet points at one that only the person may name."""
        return is_allowed(*here.server, self._allowed) and not is_allowed(
            *before.server, self._allowed
        )

    async def _ask(self, target: Target, largest: int, known: Known | None) -> Fetched | str:
        """The answer at one address, or where it redirects to."""
        url = httpcore.URL(
            scheme=target.scheme.encode(),
            host=target.host.encode(),
            port=target.port,
            target=target.path.encode(),
        )
        headers = [(b"Host", target.host_header.encode()), *self._headers]
        if known and known.etag:
            headers.append((b"If-None-Match", known.etag.encode("latin-1", "replace")))
        if known and known.modified:
            headers.append((b"If-Modified-Since", known.modified.encode("latin-1", "replace")))
        async with self._pool.stream(
            "GET", url, headers=headers, extensions={"timeout": _SILENCE}
        ) as answer:
            stated = _headers_of(answer)
            if answer.status in _REDIRECTS and stated["Location"]:
                return str(stated["Location"])
            unchanged = answer.status == 304 and known is not None
            if not unchanged and answer.status != 200:
                lasting = 400 <= answer.status < 500 and answer.status not in _FOR_NOW
                raise RefusedError(_refusal(answer.status), lasting=lasting)
            content = b"" if unchanged else await _body(answer, stated, largest)
            return Fetched(
                target.address,
                content,
                stated.get_content_type() if stated["Content-Type"] else "",
                stated.get_content_charset(),
                stated["ETag"],
                stated["Last-Modified"],
                unchanged,
            )


def _redirected(address: str, here: Target, to: str) -> Target:
    try:
        return target_of(urljoin(here.address, to))
    except (NewsreaderError, ValueError):
        raise FetchError(address, "redirects to what is no web address") from None


async def _body(answer: httpcore.Response, stated: Message, largest: int) -> bytes:
    """The unpacked body, never more than `largest` bytes of it in memory."""
    unpacker = unpacker_for(stated["Content-Encoding"] or "")
    body = bytearray()
    async for piece in answer.aiter_stream():
        body += unpacker.unpack(piece, largest - len(body))
        if len(body) > largest:
            raise RefusedError(
                f"is too large: at most {largest / 1e6:,.0f} MB are read", lasting=True
            )
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
