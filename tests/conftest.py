"""What every test relies on: no test sees, or writes to, the files of the person who runs it."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no fault: an example may take as long as it takes. `make slow` asks for the
# thorough profile.
settings.register_profile("quick", deadline=None, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("quick")

SEEDS = Path(__file__).parent.parent / "seeds"


def pytest_collection_finish() -> None:
    """All that is there now stays: no collection of garbage goes through it again."""
    gc.collect()
    gc.freeze()


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
