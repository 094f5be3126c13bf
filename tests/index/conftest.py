"""What a test may change: a library of the sample articles, and lexicons of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.facts import lexicons
from index.library import Library


@pytest.fixture
def folder(tmp_path: Path, seeds: Path) -> Path:
    """A copy of the sample articles."""
    return Path(shutil.copytree(seeds, tmp_path / "library"))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where the library keeps what it works out; not there yet."""
    return tmp_path / "cache"


@pytest.fixture
def library(folder: Path, cache: Path) -> Iterator[Library]:
    """The library of `folder`, up to date."""
    with Library.open([folder], cache=cache) as library:
        library.sync()
        yield library


@pytest.fixture
def own_lexicons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty lexicon folder of the person's own."""
    monkeypatch.setattr(lexicons, "lexicon_folder", lambda: tmp_path)
    lexicons.forget()
    yield tmp_path
    lexicons.forget()
