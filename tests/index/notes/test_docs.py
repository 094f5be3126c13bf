"""The examples in docs/notes.md are what the program writes and reads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from index.notes import block, scan
from index.notes.bookmark import Bookmark
from index.notes.check import CheckState
from index.notes.decisions import MarkKind
from index.notes.exports import ExportFormat, export
from index.notes.rulings import Rulings

DOCS = (Path(__file__).parents[3] / "docs" / "notes.md").read_text(encoding="utf-8")
EXAMPLES = dict(
    zip(
        ("file", "md", "jsonld", "csv", "csl", "rulings"),
        re.findall(r"^~~~\w+\n(.*?)^~~~$", DOCS, re.MULTILINE | re.DOTALL),
        strict=True,
    )
)


def documented() -> Bookmark:
    [record] = scan.records(EXAMPLES["file"].encode())
    bookmark = record.bookmark()
    assert bookmark is not None
    return bookmark


def test_the_example_of_the_file_is_what_would_be_written() -> None:
    bookmark = documented()
    assert EXAMPLES["file"] == "\n".join(
        [block.front_matter("Notes"), block.section(bookmark), block.block(bookmark)]
    )
    assert bookmark.id == block.block_id(bookmark.passage)


@pytest.mark.parametrize("to", get_args(ExportFormat))
def test_the_example_of_each_export_is_what_is_written(to: str) -> None:
    assert EXAMPLES[to] == export([documented()], to)


def test_the_example_of_rulings_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rulings.toml"
    path.write_text(EXAMPLES["rulings"], encoding="utf-8")
    rulings = Rulings(path)
    assert rulings.rulings()["q-3fa1"].relation == "updated"
    assert [one.passage.exact for one in rulings.corrections()] == ["212"]


def test_every_state_and_kind_is_explained() -> None:
    for word in (*get_args(CheckState), *get_args(MarkKind)):
        assert f"`{word}`" in DOCS
