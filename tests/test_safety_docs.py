"""docs/safety.md names a test for each threat, and each test that it names is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROWS = [
    line.strip().strip("|").split("|")
    for line in (ROOT / "docs" / "safety.md").read_text("utf-8").splitlines()
    if re.match(r"\|\s*\d", line)
]
THREATS = {*range(1, 73)} - {54}
"""Numbers of the table; 54 was never given."""


def numbers(cell: str) -> set[int]:
    first, _, last = cell.strip().partition("–")
    return set(range(int(first), int(last or first) + 1))


@cache
def functions_of(path: Path) -> frozenset[str]:
    """Functions of a file that pytest collects."""
    return frozenset(
        node.name
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
    )


def test_every_threat_has_one_row() -> None:
    found = [number for row in ROWS for number in sorted(numbers(row[0]))]
    assert found == sorted(THREATS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip())
def test_every_row_names_tests_that_exist(row: list[str]) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row[-1])
    assert named
    assert re.sub(r"`tests/[\w/]+\.py::\w+`", "", row[-1]).strip() == ""
    for file, name in named:
        assert name in functions_of(ROOT / file), f"{file}::{name}"
