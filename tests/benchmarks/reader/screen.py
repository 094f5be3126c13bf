"""The programs on a screen of 120 × 40, and the parts of the reader's."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.reader import minimal
from tests.benchmarks.reader.clock import ClockedTerminal
from tests.benchmarks.reader.shelves import READER, Shelves

MINIMAL: Sequence[str | Path] = [sys.executable, "-P", minimal.__file__]
"""Without the folder of the file on the path: its neighbours are not what Textual imports."""
_QUIET = 0.8
"""Seconds without output after which the reader has done what it does at its start."""
_LIST = slice(1, 37)
_WIDTH = 34
_PAGE = slice(0, 37)


@contextmanager
def reading(
    path: Path, shelves: Shelves, program: Sequence[str] = READER
) -> Iterator[ClockedTerminal]:
    """The reader on a library, once it has come to rest."""
    with ClockedTerminal([*program, path], shelves.environment) as terminal:
        terminal.until(lambda rows: "report" in status(rows))
        terminal.settle(_QUIET)
        if "/ Find" in terminal.rows[-1]:  # the session before ended in an article
            terminal.press("q")
            terminal.settle(_QUIET)
        yield terminal


@contextmanager
def least(shelves: Shelves) -> Iterator[ClockedTerminal]:
    """The minimal app."""
    with ClockedTerminal(MINIMAL, shelves.environment) as terminal:
        terminal.until(minimal.painted)
        yield terminal


def listed(rows: Sequence[str]) -> list[str]:
    """What is said above the reports, and the reports."""
    return [row[:_WIDTH].rstrip() for row in rows[_LIST]]


def page(rows: Sequence[str]) -> list[str]:
    """The article beside them."""
    return [row[_WIDTH + 4 :].rstrip() for row in rows[_PAGE]]


def head(rows: Sequence[str]) -> list[str]:
    """The first rows of the article."""
    return page(rows)[:6]


def status(rows: Sequence[str]) -> str:
    """The line above the keys."""
    return rows[-2]


def whole(rows: Sequence[str]) -> Sequence[str]:
    """All of it."""
    return rows
