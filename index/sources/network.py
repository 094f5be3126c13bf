"""Connects to servers of the public internet only, whatever their names mean from moment to moment.

A name is resolved here, every address of it is judged, and the connection goes to an address that
was judged: a name that means another machine a moment later ("rebinding") leads nowhere.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from contextlib import suppress
from typing import Any

import httpcore

from index.errors import ResourceError
from index.sources.addresses import is_allowed, is_public, redacted

_TRIED = 3
"""Addresses of one name that are tried in turn."""

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""Gives the numeric addresses of a host; raises OSError."""


class FetchError(ResourceError):
    """An address that could not be fetched; `reason` follows it in a sentence.

    A `lasting` failure would be the same the next time.
    """

    def __init__(self, address: str, reason: str, *, lasting: bool = False) -> None:
        self.address = redacted(address)
        self.reason = reason
        self.lasting = lasting
        super().__init__(f"{self.address} {reason}.")


class RefusedError(Exception):
    """What is not asked, or not answered; the message follows the address in a sentence."""

    def __init__(self, reason: str, *, lasting: bool = False) -> None:
        self.lasting = lasting
        super().__init__(reason)


async def resolve(host: str, port: int) -> Sequence[str]:
    """The numeric addresses of `host` by the system's resolver.

    In a thread of its own that nobody waits for: the resolver cannot be stopped, and an executor's
    thread would hold up the end of the program.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def tell(found: list[str] | OSError | UnicodeError) -> None:
        if answer.done():
            return
        if isinstance(found, list):
            answer.set_result(found)
        else:
            answer.set_exception(found)

    def ask() -> None:
        found: list[str] | OSError | UnicodeError
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = list(dict.fromkeys(str(row[4][0]) for row in rows))
        except (OSError, UnicodeError) as error:
            found = error
        try:
            loop.call_soon_threadsafe(tell, found)
        except RuntimeError:  # the loop has ended meanwhile
            return

    threading.Thread(target=ask, daemon=True).start()
    return await answer


class CheckedNetwork(httpcore.AsyncNetworkBackend):
    """What httpcore makes its connections with."""

    def __init__(self, resolver: Resolver, allowed: Collection[str]) -> None:
        """`allowed`: servers that may be in a private network."""
        self._resolve = resolver
        self._allowed = allowed
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to `host`, if all its addresses are public; raises RefusedError."""
        try:
            addresses = await self._resolve(host, port)
        except (OSError, UnicodeError):
            addresses = []
        if not addresses:
            raise RefusedError("names a server that cannot be found; are you online?")
        private = [address for address in addresses if not is_public(address)]
        if private and not is_allowed(host, port, self._allowed):
            name = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
            raise RefusedError(
                f"is in a private network ({private[0]}); put {name!r} under allow_private in the "
                "[library] of config.toml if you trust it"
            )
        *others, last = addresses[:_TRIED]
        for address in others:
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return await self._network.connect_tcp(address, port, timeout)
        return await self._network.connect_tcp(last, port, timeout)

    async def sleep(self, seconds: float) -> None:
        """Waits between attempts."""
        await self._network.sleep(seconds)
