"""What every test relies on: no test sees, or writes to, the files of the person who runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no fault: an example may take as long as it takes.
settings.register_profile("newsreader", deadline=None)
settings.load_profile("newsreader")

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder: settings, caches, state and notes of a test live and die in it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name, folder in {
        "XDG_CACHE_HOME": ".cache",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_DOCUMENTS_DIR": "Documents",
    }.items():
        monkeypatch.setenv(name, str(home / folder))
    for name in ("NO_COLOR", "FORCE_COLOR", "EDITOR", "VISUAL", "PAGER", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five sample articles."""
    return SEEDS
