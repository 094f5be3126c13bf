"""Web addresses that may be fetched, and the machines that may be connected to for them.

What an address resolves to is judged, not its spelling: "127.1", "0x7f000001" and a public name
that points home are all the same machine. The ranges are those of the IANA special-purpose
registries, as `ipaddress` knows them.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from index.errors import InputError
from index.sources.sanitise import clean_line

LONGEST = 2000
"""Characters of an address."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 addresses as IPv6 networks see them (RFC 6052)."""
_OF_PROTOCOLS = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "fec0::/10")))
"""Ranges of protocols and of the past that some versions of `ipaddress` take for public."""
_DEFAULT_PORTS = {"http": 80, "https": 443}
_KEPT = "/%:@!$&'()*+,;=~-._?[]|"
"""Characters that stand in a path or query as they are."""
_FOLLOWED = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|at_(?:medium|campaign)|cmpid|ocid)\Z")
"""Parameters that tell how a reader came to a page, not which page it is."""


def is_web_address(text: str) -> bool:
    """Whether a person who writes `text` means a page rather than a file."""
    return bool(re.match(r"[a-z][a-z0-9+.-]{1,30}:", text, re.IGNORECASE))


def checked_address(text: str) -> str:
    """`text` as an address that may be asked for; raises InputError, naming it and the mend."""
    shown = redacted(text)
    if len(text) > LONGEST or any(one <= " " or one == "\\" for one in text):
        raise InputError(f"{shown} is no web address; write it without blanks, in one line.")
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - raises where it is no number
        host = parts.hostname
    except ValueError:
        raise InputError(f"{shown} is no web address; look at its spelling.") from None
    if parts.scheme.lower() not in _DEFAULT_PORTS:
        raise InputError(f"{shown} is not fetched: only http:// and https:// addresses are.")
    if not host:
        raise InputError(f"{shown} is no web address; it names no server.")
    if "@" in parts.netloc:
        raise InputError(f"{shown} is not fetched: write it without a user name or password.")
    return text


@dataclass(frozen=True, slots=True)
class Target:
    """What a request for an address is made of."""

    address: str
    """Without its fragment."""
    scheme: str
    host: str
    """In ASCII, as the network knows it."""
    port: int
    path: str
    """With the query, in ASCII."""

    @property
    def server(self) -> tuple[str, int]:
        """The host and port to connect to."""
        return self.host, self.port

    @property
    def host_header(self) -> str:
        """As the server is to read it."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _DEFAULT_PORTS[self.scheme] else f"{name}:{self.port}"


def target_of(text: str) -> Target:
    """What to ask for the address `text`; raises InputError, see `checked_address`."""
    parts = urlsplit(checked_address(text))
    host, scheme = parts.hostname or "", parts.scheme.lower()
    if not host.isascii():
        import idna  # few names need it

        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            raise InputError(
                f"{redacted(text)} is no web address; look at the spelling of its server."
            ) from None
    path = quote(parts.path or "/", _KEPT)
    if parts.query:
        path += f"?{quote(parts.query, _KEPT)}"
    address = urlunsplit((scheme, parts.netloc, parts.path, parts.query, ""))
    return Target(address, scheme, host, parts.port or _DEFAULT_PORTS[scheme], path)


def redacted(text: str) -> str:
    """`text` for a sentence: on one line, without a user name and password in it."""
    return clean_line(re.sub(r"(//)[^/?#\s]*@", r"\1…@", text), 300)


def without_credentials(url: str | None) -> str | None:
    """An address without the name and password that may stand in it; None for what is none.

    Called where an address comes in, so that notes, messages, titles and JSON never hold a secret.
    """
    try:
        parts = urlsplit(url or "")
        host = parts.netloc.rpartition("@")[2]
        return urlunsplit((parts.scheme, host, *parts[2:])) or None
    except ValueError:
        return None


def is_allowed(host: str, port: int, allowed: Collection[str]) -> bool:
    """Whether a person has allowed this server by its name, with its port where that is odd."""
    name = f"[{host}]" if ":" in host else host
    return f"{name}:{port}" in allowed or (name in allowed and port in _DEFAULT_PORTS.values())


def is_public(address: str) -> bool:
    """Whether a numeric address is a machine of the public internet.

    An address that carries another (mapped, translated, 6to4, Teredo) is judged by both.
    """
    machine = ip_address(address)
    if isinstance(machine, IPv4Address):
        return _is_global(machine)
    inside = [machine.ipv4_mapped, machine.sixtofour, *(machine.teredo or ())]
    if machine in _TRANSLATED:
        inside.append(IPv4Address(int(machine) & 0xFFFFFFFF))
    carried = [one for one in inside if one is not None]
    if machine.ipv4_mapped:
        return _is_global(machine.ipv4_mapped)
    return _is_global(machine) and all(map(_is_global, carried))


def _is_global(machine: IPv4Address | IPv6Address) -> bool:
    if machine.is_multicast or machine.is_reserved:
        return False
    return machine.is_global and not any(machine in network for network in _OF_PROTOCOLS)


def same_page(address: str) -> str:
    """A spelling that all addresses of one page share: without the fragment and without what
    tells only how a reader came to it."""
    parts = urlsplit(address)
    query = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _FOLLOWED.match(key.lower())
    ]
    host = (parts.hostname or "").removeprefix("www.")
    port = parts.port
    netloc = host if port in (None, *_DEFAULT_PORTS.values()) else f"{host}:{port}"
    return urlunsplit(("https", netloc, parts.path or "/", urlencode(query), ""))
