"""A server on this machine, with one page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.index.sources.fetched import PAGE
from tests.web_server import WebServer


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer({"/page": PAGE}) as one:
        yield one
