"""A server, and what takes its articles in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.intake.intake import Intake
from tests.index.intake.press import page
from tests.web_server import WebServer


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer({f"/a/{n}": page(n) for n in range(10)}) as one:
        yield one


@pytest.fixture
def intake(server: WebServer, tmp_path: Path) -> Intake:
    """Takes into a folder that is not there yet; the server is allowed."""
    return Intake(tmp_path / "library", allow_private=[server.name])
