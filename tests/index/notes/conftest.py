"""The invented article, and notes in an empty folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.article import Article
from index.notes.notebook import Notebook
from tests.index.notes.samples import BODY, article_of


@pytest.fixture
def article() -> Article:
    """The invented article."""
    return article_of(BODY)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """Notes in an empty folder."""
    book = Notebook.open(tmp_path / "notes.md", tmp_path / "state.db")
    yield book
    book.close()
