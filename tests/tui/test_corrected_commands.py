"""Every command leaves out what the person has called wrong in the reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.notes.rulings import Rulings
from index.sources.reading import read_article
from tests.tui.program import run_here

STORM = """Storm hits Examplia
Mayor Ida Brandt said 4,100 people fled the town of Examplia on Monday.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "storm.txt").write_text(STORM, encoding="utf-8")
    (folder / "later.txt").write_text(STORM.replace("4,100", "5,200"), encoding="utf-8")
    return folder


@pytest.fixture
def corrected(folder: Path, tmp_path: Path) -> list[str | Path]:
    """Options of a library in whose storm "4,100" is no figure."""
    article = read_article(folder / "storm.txt")
    start = article.body.index("4,100")
    Rulings(tmp_path / "rulings.toml").correct(article, "figure", start, start + 5)
    return ["--library", folder, "--notes", tmp_path / "notes.md"]


def answer(*words: str | Path) -> dict[str, Any]:
    done = run_here(*words, "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("command", ["facts", "show"])
def test_of_an_article_in_the_library_and_of_a_file(
    command: str, corrected: list[str | Path], folder: Path, tmp_path: Path
) -> None:
    for name in ("storm", folder / "storm.txt"):
        assert answer(command, name, *corrected)["figures"] == []
        other: list[str | Path] = [
            "--library",
            folder,
            "--notes",
            tmp_path / "elsewhere" / "notes.md",
        ]
        assert [one["text"] for one in answer(command, name, *other)["figures"]] == ["4,100"]


def test_of_a_comparison_and_a_search(corrected: list[str | Path], folder: Path) -> None:
    for options, counted in ((corrected, 0), (["--library", folder], 1)):
        compared = run_here("compare", "storm", "later", "--all", "--json", *options)
        answers = [
            one for asked in json.loads(compared.stdout)["questions"] for one in asked["answers"]
        ]
        assert ("4,100" in [one["text"] for one in answers]) == bool(counted)
        found = run_here("search", "figure:4100", "--json", *options)
        assert json.loads(found.stdout)["total"] == counted


def test_nothing_is_explained_where_nothing_is_marked_any_more(
    corrected: list[str | Path], folder: Path
) -> None:
    at = str(STORM.index("4,100"))
    done = run_here("facts", "storm", "--explain", at, *corrected)
    assert "is a figure" not in done.stdout
    done = run_here("facts", "storm", "--explain", at, "--library", folder)
    assert "is a figure" in done.stdout


def test_corrections_that_cannot_be_read_are_told_once(
    corrected: list[str | Path], folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "rulings.toml").write_text("[[correction]\n", encoding="utf-8")
    for name in ("storm", folder / "storm.txt"):
        done = run_here("facts", name, *corrected)
        assert done.returncode == 0
        assert "4,100" in done.stdout
        assert done.stderr.count("is not TOML") == 1
