"""A web server on this machine that answers as tests want: well, slowly, wrongly, or for ever."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Self

Answer = Callable[["Exchange"], None]


class Exchange:
    """One request, and the raw connection to answer it on."""

    def __init__(self, connection: socket.socket, request: bytes) -> None:
        self.connection = connection
        head = request.decode("latin-1").split("\r\n")
        self.path = head[0].split(" ")[1]
        lines = (line.partition(":") for line in head[1:] if line)
        self.headers = {name.lower(): value.strip() for name, _, value in lines}

    def send(self, data: bytes) -> None:
        """Bytes as they are."""
        self.connection.sendall(data)

    def answer(
        self,
        body: bytes = b"",
        *,
        status: str = "200 OK",
        kind: str = "text/html; charset=utf-8",
        headers: Mapping[str, str] = {},
    ) -> None:
        """A whole answer; the connection stays open for the next request."""
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self.send("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    def redirect(self, to: str) -> None:
        """Sends the asker elsewhere."""
        self.answer(status="302 Found", headers={"Location": to})

    def stream(self, pieces: Iterable[bytes], headers: Mapping[str, str] = {}) -> None:
        """An answer without an end that is known before."""
        lines = ["HTTP/1.1 200 OK", "Content-Type: text/html", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self.send("\r\n".join([*lines, "", ""]).encode("latin-1"))
        for piece in pieces:
            self.send(piece)


class WebServer(socketserver.ThreadingTCPServer):
    """Serves `pages` on 127.0.0.1; a context manager. Counts what it is asked."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, pages: Mapping[str, Answer | bytes] | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, Answer | bytes] = dict(pages or {})
        self.connections = 0
        self.asked: Counter[str] = Counter()
        self.requests: list[Exchange] = []
        self.counting = threading.Lock()
        self.most_at_once = 0
        self.at_once = 0

    @property
    def name(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.server_address[1]}"

    @property
    def root(self) -> str:
        """The address of the server."""
        return f"http://{self.name}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, *_: object) -> None:
        """Clients that leave in the middle are what is tested."""


class _Handler(socketserver.BaseRequestHandler):
    server: WebServer

    def handle(self) -> None:
        server = self.server
        with server.counting:
            server.connections += 1
        with suppress(OSError):
            while request := self._request():
                exchange = Exchange(self.request, request)
                with server.counting:
                    server.asked[exchange.path] += 1
                    server.requests.append(exchange)
                    server.at_once += 1
                    server.most_at_once = max(server.most_at_once, server.at_once)
                try:
                    page = server.pages.get(exchange.path.partition("?")[0])
                    if page is None:
                        exchange.answer(status="404 Not Found")
                    elif isinstance(page, bytes):
                        exchange.answer(page)
                    else:
                        page(exchange)
                        if "stream" in getattr(page, "__name__", ""):
                            return
                finally:
                    with server.counting:
                        server.at_once -= 1

    def _request(self) -> bytes:
        data = b""
        while b"\r\n\r\n" not in data:
            block = self.request.recv(65536)
            if not block:
                return b""
            data += block
        return data
