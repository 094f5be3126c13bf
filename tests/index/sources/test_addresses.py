"""Which addresses are fetched: those of the web, by the servers they name, without secrets."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from index.errors import NewsreaderError
from index.sources.addresses import is_public, same_page
from index.sources.fetching import Fetcher
from tests.index.sources.fetched import PAGE, fetch, refusal
from tests.web_server import WebServer


@pytest.mark.parametrize(
    "address",
    [
        "http://jane:secret@news.example/a",
        "https://secret@news.example/",
        "http://jane:secret@[::1",
    ],
)
def test_passwords_in_an_address_are_neither_sent_nor_told(server: WebServer, address: str) -> None:
    """Row 71."""
    told = refusal(server, address)
    assert "secret" not in told
    assert server.connections == 0


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://news.example/a",
        "data:text/html,hello",
        "javascript:alert(1)",
        "exec:id",
        "gopher://127.0.0.1:70/_x",
        "http://",
        "http:///etc/passwd",
        "http://news.example:port/",
        "http://news.example/\r\nX: y",
        "//news.example/a",
        "-x",
        "http://0177.0.0.1/",
        "http://127.0.0.1\\@news.example/",
    ],
)
def test_only_web_addresses_are_fetched(server: WebServer, address: str) -> None:
    """Row 37."""

    async def ask() -> None:
        async with Fetcher() as fetcher:
            await fetcher.fetch(address)

    with pytest.raises(NewsreaderError):
        asyncio.run(ask())


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://news.example/", "exec:id", "http://a:b@c/"]
)
def test_redirects_lead_to_web_addresses_only(server: WebServer, to: str) -> None:
    """Row 37."""
    server.pages["/page"] = lambda e: e.redirect(to)
    assert refusal(server).endswith("redirects to what is no web address.")


PRIVATE = [
    "127.0.0.1", "127.255.0.3", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "255.255.255.255",
    "240.0.0.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::1",
    "2002:a00:1::", "2001:0:4136:e378:8000:63bf:f5ff:fffe", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_known_in_every_form(address: str) -> None:
    """Row 38."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "::ffff:93.184.215.14"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0", "[::1]",
     "[::ffff:127.0.0.1]", "127.0.0.1.", "①②⑦.0.0.1"],
)  # fmt: skip
def test_this_machine_is_not_asked_however_it_is_spelled(server: WebServer, host: str) -> None:
    """Row 38."""
    port = server.server_address[1]
    refusal(server, f"http://{host}:{port}/page", allow=[])
    assert server.connections == 0


def test_the_sentence_says_how_to_allow_a_private_server(server: WebServer) -> None:
    assert f"put '{server.name}' under allow_private" in refusal(server, allow=[])


def test_a_name_with_one_private_address_is_refused(server: WebServer) -> None:
    """Row 38."""

    async def resolver(host: str, port: int) -> Sequence[str]:
        return ["93.184.215.14", "127.0.0.1"]

    address = f"http://news.example:{server.server_address[1]}/page"
    assert "private network" in refusal(server, address, allow=[], resolver=resolver)
    assert server.connections == 0


def test_a_name_that_changes_its_meaning_leads_nowhere(server: WebServer) -> None:
    """Row 39: rebinding. What was judged is what is connected to, and it is judged each time."""
    asked = []

    async def resolver(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["192.0.2.1"] if len(asked) == 1 else ["127.0.0.1"]

    address = f"http://news.example:{server.server_address[1]}/page"
    for _ in range(2):
        assert "private network" in refusal(server, address, allow=[], resolver=resolver)
    assert len(asked) == 2  # each connection asked once: there is no second look to deceive
    assert server.connections == 0


def test_the_connection_goes_to_the_address_that_was_judged(server: WebServer) -> None:
    """Row 39: the name itself would not be found."""

    async def resolver(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"]

    port = server.server_address[1]
    name = f"news.invalid:{port}"
    found = fetch(server, f"http://{name}/page", allow=[name], resolver=resolver)
    assert found.content == PAGE
    assert server.requests[0].headers["host"] == name


@pytest.mark.parametrize("inside", ["http://localhost:{port}/inside", "http://[::1]:{port}/inside"])
def test_a_redirect_into_a_private_network_is_refused(server: WebServer, inside: str) -> None:
    """Row 38."""
    to = inside.format(port=server.server_address[1])
    server.pages["/page"] = lambda e: e.redirect(to)
    server.pages["/inside"] = b"secret"
    assert "private network" in refusal(server)
    assert server.asked["/inside"] == 0


def test_a_stranger_does_not_lead_to_a_server_that_the_person_allowed(server: WebServer) -> None:
    """Row 38: neither by a redirect nor by an item of a public feed."""
    told = refusal(server, via="https://news.example/feed.xml")
    assert told.endswith("leads into a private network.")
    assert server.connections == 0
    assert fetch(server, via=server.root + "/feed.xml").content == PAGE


def test_five_redirects_are_followed_and_no_more(server: WebServer) -> None:
    """Row 40."""
    for n in range(6):
        server.pages[f"/{n}"] = lambda e, n=n: e.redirect(f"/{n + 1}")  # type: ignore[misc]
    server.pages["/6"] = PAGE
    assert fetch(server, "/1").address == server.root + "/6"
    assert "redirects more than 5 times" in refusal(server, "/0")


def test_a_loop_of_redirects_ends(server: WebServer) -> None:
    """Row 40."""
    server.pages["/page"] = lambda e: e.redirect("/page")
    assert "redirects more than 5 times" in refusal(server)
    assert server.asked["/page"] == 6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.news.example/a?utm_source=x&id=3#top", "https://news.example/a?id=3"),
        ("https://news.example", "http://news.example:80/"),
    ],
)
def test_one_page_has_one_spelling(one: str, other: str) -> None:
    assert same_page(one) == same_page(other)
