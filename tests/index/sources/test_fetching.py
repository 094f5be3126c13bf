"""Fetching, against a server on this machine that behaves as badly as it can."""

from __future__ import annotations

import asyncio
import gzip
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator, Sequence

import brotli
import pytest

from index.sources.answers import Known
from index.sources.fetching import PER_SERVER, Fetcher
from index.sources.network import FetchError
from tests.index.sources.fetched import PAGE, fetch, refusal
from tests.web_server import Exchange, WebServer


def test_a_page_comes_with_what_the_server_says_of_it(server: WebServer) -> None:
    headers = {"ETag": '"a1"', "Last-Modified": "Tue, 29 Oct 2024 14:30:00 GMT"}
    server.pages["/page"] = lambda e: e.answer(
        PAGE, kind="text/HTML; charset=ISO-8859-15", headers=headers
    )
    found = fetch(server)
    assert found.content == PAGE
    assert (found.media_type, found.charset) == ("text/html", "iso-8859-15")
    assert (found.etag, found.modified) == ('"a1"', headers["Last-Modified"])


def test_an_answer_is_asked_for_again_only_if_it_changed(server: WebServer) -> None:
    """Conditional requests; see docs/safety.md."""

    def answer(exchange: Exchange) -> None:
        if exchange.headers.get("if-none-match") == '"a1"':
            exchange.answer(status="304 Not Modified")
        else:
            exchange.answer(PAGE, headers={"ETag": '"a1"'})

    server.pages["/page"] = answer
    first = fetch(server)
    again = fetch(server, known=Known(first.etag, first.modified))
    assert not first.unchanged
    assert again.unchanged
    assert again.content == b""


def test_nothing_of_the_person_is_sent(server: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 71: no proxy of the environment, no cookie, no password, no page that one came from."""
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.pages["/page"] = lambda e: e.answer(PAGE, headers={"Set-Cookie": "a=b"})

    async def twice() -> None:
        async with Fetcher(allow_private=[server.name]) as fetcher:
            await fetcher.fetch(server.root + "/page")
            await fetcher.fetch(server.root + "/page")

    asyncio.run(twice())
    assert server.asked["/page"] == 2
    for request in server.requests:
        assert set(request.headers) == {"host", "user-agent", "accept", "accept-encoding"}
        assert request.headers["user-agent"].startswith("newsreader/")


def slow_headers_stream(exchange: Exchange) -> None:
    for character in b"HTTP/1.1 200 OK\r\n" + b"X-Wait: on\r\n" * 1000:
        exchange.send(bytes([character]))
        time.sleep(0.05)


def slow_body_stream(exchange: Exchange) -> None:
    def pieces() -> Iterator[bytes]:
        while True:
            yield b"x"
            time.sleep(0.05)

    exchange.stream(pieces())


def silent_stream(exchange: Exchange) -> None:
    time.sleep(30)


@pytest.mark.parametrize("answer", [slow_headers_stream, slow_body_stream, silent_stream])
def test_who_answers_too_slowly_is_left(
    server: WebServer, answer: Callable[[Exchange], None]
) -> None:
    """Rows 41 and 42: the deadline is for the whole, not for each byte."""
    server.pages["/page"] = answer
    started = time.monotonic()
    assert "did not answer in full within 1 seconds" in refusal(server, deadline=1.0)
    assert time.monotonic() - started < 8


def endless_body_stream(exchange: Exchange) -> None:
    def pieces() -> Iterator[bytes]:
        while True:
            yield b"<p>more</p>" * 1000

    exchange.stream(pieces())


def endless_headers_stream(exchange: Exchange) -> None:
    exchange.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        exchange.send(b"X-More: and more\r\n" * 500)


@pytest.mark.parametrize("answer", [endless_body_stream, endless_headers_stream])
def test_who_never_ends_is_cut_off(server: WebServer, answer: Callable[[Exchange], None]) -> None:
    """Row 43."""
    server.pages["/page"] = answer
    refusal(server)


def _gzip_bomb() -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    return b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(200)), packer.flush()])


def _brotli_bomb() -> bytes:
    packer = brotli.Compressor(quality=5)
    return b"".join([*(packer.process(bytes(1_000_000)) for _ in range(500)), packer.finish()])


@pytest.mark.parametrize(("encoding", "make"), [("gzip", _gzip_bomb), ("br", _brotli_bomb)])
def test_a_bomb_never_goes_off(server: WebServer, encoding: str, make: Callable[[], bytes]) -> None:
    """Row 44: 200 MB and 500 MB of zeros, of which no more than the cap is ever unpacked."""
    bomb = make()
    server.pages["/page"] = lambda e: e.answer(bomb, headers={"Content-Encoding": encoding})
    tracemalloc.start()
    try:
        assert "is too large" in refusal(server, largest=5_000_000)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),
        ("x-gzip", gzip.compress(PAGE[:9], mtime=0) + gzip.compress(PAGE[9:], mtime=0) + bytes(8)),
        ("deflate", zlib.compress(PAGE)),
        ("br", brotli.compress(PAGE)),
        ("identity", PAGE),
    ],
)
def test_packed_answers_are_unpacked(server: WebServer, encoding: str, body: bytes) -> None:
    server.pages["/page"] = lambda e: e.answer(body, headers={"Content-Encoding": encoding})
    assert fetch(server).content == PAGE


@pytest.mark.parametrize(
    ("encoding", "body", "told"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)[:-12], "broke off in the middle"),
        ("br", brotli.compress(PAGE)[:-3], "broke off in the middle"),
        ("gzip", b"no gzip", "is packed wrongly"),
        ("br", b"\xff\xff\xff\xff no brotli", "is packed wrongly"),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE, mtime=0), mtime=0), "was not asked for"),
        ("zstd", b"", "was not asked for"),
    ],
)
def test_wrongly_packed_answers_are_refused(
    server: WebServer, encoding: str, body: bytes, told: str
) -> None:
    """Row 44: layers are how a bomb is made small enough to pass a count of bytes."""
    server.pages["/page"] = lambda e: e.answer(body, headers={"Content-Encoding": encoding})
    assert told in refusal(server)


@pytest.mark.parametrize(
    ("status", "told"),
    [("404 Not Found", "is not there (HTTP 404)"), ("403 Forbidden", "may not be read (HTTP 403)"),
     ("429 Too Many", "asks for patience"), ("503 Busy", "failed at the server (HTTP 503)"),
     ("204 No Content", "did not give an article"), ("304 Same", "did not give an article")],
)  # fmt: skip
def test_each_refusal_of_a_server_has_its_sentence(
    server: WebServer, status: str, told: str
) -> None:
    server.pages["/page"] = lambda e: e.answer(status=status)
    assert told in refusal(server)


def no_http_stream(exchange: Exchange) -> None:
    exchange.send(b"220 mail.example ESMTP\r\n")


def short_stream(exchange: Exchange) -> None:
    exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")


@pytest.mark.parametrize("answer", [no_http_stream, short_stream])
def test_what_is_no_web_server_is_told(
    server: WebServer, answer: Callable[[Exchange], None]
) -> None:
    server.pages["/page"] = answer
    refusal(server)


def test_a_server_that_is_not_there_is_told(server: WebServer) -> None:
    assert "could not be reached" in refusal(server, "http://127.0.0.1:9/", allow=["127.0.0.1:9"])


def test_a_name_that_is_not_there_is_told(server: WebServer) -> None:
    async def resolver(host: str, port: int) -> Sequence[str]:
        raise OSError("no such host")

    told = refusal(server, "http://news.invalid/", resolver=resolver)
    assert "names a server that cannot be found" in told


def test_one_server_is_asked_a_few_things_at_a_time(server: WebServer) -> None:
    def slow(exchange: Exchange) -> None:
        time.sleep(0.05)
        exchange.answer(PAGE)

    for n in range(24):
        server.pages[f"/{n}"] = slow

    async def ask() -> None:
        async with Fetcher(allow_private=[server.name]) as fetcher:
            await asyncio.gather(*(fetcher.fetch(f"{server.root}/{n}") for n in range(24)))

    asyncio.run(ask())
    assert 1 < server.most_at_once <= PER_SERVER
    assert server.connections <= PER_SERVER


def test_waiting_for_a_turn_is_not_counted_as_silence(server: WebServer) -> None:
    def slow(exchange: Exchange) -> None:
        time.sleep(0.3)
        exchange.answer(PAGE)

    server.pages["/slow"] = slow

    async def ask() -> None:
        async with Fetcher(allow_private=[server.name], deadline=1.0) as fetcher:
            asked = (fetcher.fetch(f"{server.root}/slow") for _ in range(20))
            assert {page.content for page in await asyncio.gather(*asked)} == {PAGE}

    asyncio.run(ask())


def test_a_failure_names_the_address_and_is_of_the_network() -> None:
    error = FetchError("http://a:b@news.example/x", "is not there")
    assert str(error) == "http://…@news.example/x is not there."
    assert error.exit_code == 4
