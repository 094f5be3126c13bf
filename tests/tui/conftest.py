"""What the tests of several screens rest on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from index.library import Library
from index.notes.notebook import Notebook
from tests.tui.shelf import Shelf
from tui.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The shelf of invented reports, with empty notes."""
    notebook = Notebook.open(tmp_path / "notes.md", tmp_path / "state.db")
    yield Desk(cast(Library, Shelf()), notebook)
    notebook.close()
