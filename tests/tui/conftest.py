"""What the tests of several screens rest on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from index.library import Library
from index.notes.notebook import Notebook
from tests.tui import kept
from tests.tui.invented import HARBOUR, LEDGER
from tests.tui.settling import draw_at_rest
from tests.tui.shelf import Shelf
from tui.desk import Desk


@pytest.fixture(autouse=True)
def drawn_at_rest(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Frames that come and go before a test looks are not drawn, except for a picture.

    A picture is of what a person sees in the end, who has seen all that came before it.
    """
    if not {"snapshot", "snap_compare"} & {*request.fixturenames}:
        draw_at_rest(monkeypatch)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The shelf of invented reports, with empty notes."""
    notebook = Notebook.open(tmp_path / "notes.md", tmp_path / "state.db")
    yield Desk(cast(Library, Shelf()), notebook)
    notebook.close()


@pytest.fixture
def notes(own_home: Path, tmp_path: Path) -> Iterator[kept.Notes]:
    """Three bookmarks of this session in the notes file of an empty home."""
    file = own_home / "notes.md"
    book = Notebook.open(file, tmp_path / "state.db")
    made = kept.Notes(kept.Shelf(), book, file)
    made.keep(HARBOUR.id, kept.HURT, note="Ask the hospital.", tags="casualties")
    made.keep(LEDGER.id, kept.PILOT)
    made.keep(LEDGER.id, kept.CRANE)
    yield made
    book.close()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A home that the tests of the commands share, so that the samples are indexed once."""
    home = tmp_path_factory.mktemp("shared")
    return {
        "HOME": str(home),
        **{
            f"XDG_{name}": str(home / name)
            for name in ("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "DOCUMENTS_DIR")
        },
    }
