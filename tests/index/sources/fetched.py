"""Asking a server of the tests for one address."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from index.errors import NewsreaderError
from index.sources.answers import Fetched, Known
from index.sources.fetching import Fetcher
from index.sources.network import Resolver, resolve
from tests.web_server import WebServer

PAGE = "<html><body><p>Ärzte in Kursk</p></body></html>".encode()


def fetch(
    server: WebServer,
    path: str = "/page",
    *,
    deadline: float = 20.0,
    largest: int = 200_000,
    known: Known | None = None,
    allow: Sequence[str] | None = None,
    resolver: Resolver = resolve,
    via: str | None = None,
) -> Fetched:
    """One address of the server, which is allowed unless a test says otherwise."""

    async def ask() -> Fetched:
        allowed = [server.name] if allow is None else allow
        address = path if "://" in path else server.root + path
        async with Fetcher(allow_private=allowed, deadline=deadline, resolver=resolver) as fetcher:
            return await fetcher.fetch(address, largest=largest, known=known, via=via)

    return asyncio.run(ask())


def refusal(server: WebServer, path: str = "/page", **wishes: object) -> str:
    with pytest.raises(NewsreaderError) as told:
        fetch(server, path, **wishes)  # type: ignore[arg-type]
    return str(told.value)
