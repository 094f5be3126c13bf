"""Opening and reading connect to nothing, whatever an article names."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal

PROGRAM = Path(sys.executable).with_name("newsreader")


class Listener:
    """A port of this machine that counts who connects to it."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.connections = 0
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            connection.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


def test_the_listener_counts(listener: Listener) -> None:
    socket.create_connection(("127.0.0.1", listener.port)).close()
    for _ in range(100):
        if listener.connections:
            return
        threading.Event().wait(0.05)
    pytest.fail("nobody was counted")


def test_the_reader_connects_to_nothing(
    listener: Listener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = f"http://127.0.0.1:{listener.port}"
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, server)
    (tmp_path / "page.html").write_text(
        f'<!DOCTYPE html SYSTEM "{server}/page.dtd"><html manifest="{server}/m"><head>'
        f'<base href="{server}/"><link rel="stylesheet" href="{server}/s.css">'
        f'<link rel="canonical" href="{server}/a"><meta property="og:image" content="{server}/i">'
        f'<meta http-equiv="refresh" content="0; url={server}/r">'
        f'<script src="{server}/x.js"></script></head><body><article><h1>Harbour opens</h1>'
        f'<img src="{server}/i.png"><iframe src="{server}/f"></iframe>'
        "<p>The port said 10,000 people came to the harbour on Tuesday, more than ever.</p>"
        "</article></body></html>"
    )
    (tmp_path / "list.md").write_text(
        f"---\nurl: {server}/b\n---\n![picture]({server}/i.png) [link]({server}/l) 10,000 came."
    )
    with Terminal([PROGRAM, tmp_path], 110, 36) as terminal:
        terminal.wait_for("2 reports")
        for keys in ("\r", "f", "b", "\x1b", "j", "\r", "f", "\x1b", "M", "\x1b", "B", "\x1b"):
            terminal.press(keys)
            terminal.settle(0.3)
        terminal.press("qq")
        terminal.settle()
    for words in (["show", "page"], ["facts", "page"], ["doctor"], ["conflicts"]):
        with Terminal([PROGRAM, *words, "--library", tmp_path]) as terminal:
            terminal.wait()
    assert listener.connections == 0
