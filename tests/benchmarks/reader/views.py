"""From the key to the comparison of two reports, and to the matrix of twenty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.benchmarks.reader.screen import reading
from tests.benchmarks.reader.shelves import STORY, Shelves
from tests.benchmarks.reader.table import Row

_QUIET = 0.4
"""Seconds without output after which the next key is struck."""


def views(shelves: Shelves, rounds: int) -> Iterator[Row]:
    """Reports of one event, whose facts are known, marked and compared; the first time imports."""
    with reading(shelves.story(), shelves) as terminal:
        for name, marked, key, target in (
            ("compare two reports", 2, "d", "≤ 50 ms"),
            (f"matrix of {STORY} reports", STORY, "M", "≤ 200 ms"),
        ):
            terminal.press("\x1b\x1b")  # no report stays marked
            terminal.settle(_QUIET)
            terminal.press("g" + " " * marked)
            times: list[float] = []
            for _ in range(rounds + 1):
                terminal.settle(_QUIET)
                times.append(terminal.first_change(key, _stands))
                terminal.settle(_QUIET)
                terminal.press("q")
            yield Row(f"{name}: the first time", times[:1])
            yield Row(name, times[1:], target=target)


def _stands(rows: Sequence[str]) -> bool:
    """The title of a comparison counts its questions once they are known."""
    return "questions" in rows[0]
