"""From the command to the list, and to the first key that is answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.reader import minimal
from tests.benchmarks.reader.clock import ClockedTerminal
from tests.benchmarks.reader.screen import MINIMAL, listed, reading
from tests.benchmarks.reader.shelves import READER, Shelves
from tests.benchmarks.reader.table import Row

_AT_ONCE = 0.02
"""Seconds without output after which the first screen is looked at."""
_AT_REST = 2.0
"""Seconds without output after which the program has done what it does at its start."""


def start(shelves: Shelves, sizes: Sequence[int], rounds: int) -> Iterator[Row]:
    """In turn: the minimal app, the samples, and libraries of these sizes."""
    libraries = {"5": shelves.seeds(), **{f"{size:,}": shelves.many(size) for size in sizes}}
    expected = {name: _first_time(path, shelves) for name, path in libraries.items()}
    least: list[float] = []
    lists: dict[str, list[float]] = {name: [] for name in libraries}
    keys: dict[str, list[float]] = {name: [] for name in libraries}
    for _ in range(rounds):
        with ClockedTerminal(MINIMAL, shelves.environment) as terminal:
            least.append(terminal.until(minimal.painted, quiet=_AT_ONCE))
        for name, path in libraries.items():
            full, key = _one(path, shelves, expected[name])
            lists[name].append(full)
            keys[name].append(key)
    yield Row("start: minimal Textual app", least)
    for name in libraries:
        yield Row(f"start: {name} reports listed", lists[name], least, "≤ 1.15 ×")
        yield Row("   a key at once", keys[name], (), "≤ 50 ms")
    if len(sizes) > 1:
        few, most = (f"{size:,}" for size in (min(sizes), max(sizes)))
        yield Row(f"start: {most} against {few} reports", lists[most], lists[few], "≤ 1.1 ×")


def _first_time(path: Path, shelves: Shelves) -> list[str]:
    """Starts once, so that everything is as after a session; returns how the list looks then."""
    with reading(path, shelves) as terminal:
        terminal.settle(_AT_REST)
        found = listed(terminal.rows)
        terminal.press("q")
        terminal.wait()
    return found


def _one(path: Path, shelves: Shelves, expected: list[str]) -> tuple[float, float]:
    """Milliseconds to the whole list, and from a key to its answer."""
    with ClockedTerminal([*READER, path], shelves.environment) as terminal:
        full = terminal.until(lambda rows: listed(rows) == expected, quiet=_AT_ONCE)
        key = terminal.first_change("j", listed, _AT_ONCE)
        terminal.press("q")
        terminal.wait()
    return full, key
