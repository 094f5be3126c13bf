"""docs/search.md says what the query language does: its examples run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.search.parser import FIELDS, parse
from index.search.query import figure_kinds
from index.search.values import RELATIVE_DAYS
from index.search.whoosh_engine import WhooshEngine

PAGE = (Path(__file__).parents[3] / "docs" / "search.md").read_text(encoding="utf-8")
ROWS = [line.split("|")[1:-1] for line in PAGE.splitlines() if re.match(r"\| [^-]", line)]
EXAMPLES = [
    example
    for cells in ROWS
    for cell in (cells[0], cells[-1])
    for example in re.findall(r"`([^`]+)`", cell)
    if not example.endswith(":") and len(example) > 1
]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 25


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_is_understood(engine: WhooshEngine, example: str) -> None:
    parsed = parse(example)
    assert parsed.node is not None
    assert parsed.problems == ()
    engine.search(example)


def test_every_field_and_value_is_documented() -> None:
    assert [name for name in FIELDS if f"`{name}:" not in PAGE] == []
    assert [value for value in (*figure_kinds(), *RELATIVE_DAYS) if f"`{value}`" not in PAGE] == []
