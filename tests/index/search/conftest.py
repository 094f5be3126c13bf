from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.search.whoosh_engine import WhooshEngine
from tests.index.search.samples import SAMPLES, engine_with


@pytest.fixture
def engine() -> Iterator[WhooshEngine]:
    """An engine in memory with the invented articles."""
    engine = engine_with(SAMPLES)
    yield engine
    engine.close()
