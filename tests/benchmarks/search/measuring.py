"""Time and memory of a call or of a program, and the table that they are shown in."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.corpus import Document

Column = dict[str, float]
"""What was measured of one engine, by what it is."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a program took."""

    milliseconds: float
    """Of CPU time, that of its children included."""
    megabytes: float
    """Of memory at its peak, without its children."""


def run(words: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> Run:
    """Runs a program to its end; raises CalledProcessError if it fails."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(words, stdout=quiet, stderr=quiet, env=environment) as program:
        _, status, usage = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode:
        raise subprocess.CalledProcessError(program.returncode, list(map(str, words)))
    return Run((usage.ru_utime + usage.ru_stime) * 1000, megabytes(usage))


def megabytes(usage: resource.struct_rusage) -> float:
    """The most memory that a process has had."""
    return usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def size_of(folder: Path) -> float:
    """Megabytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def milliseconds(call: Callable[[], Any]) -> float:
    """CPU time of one call."""
    started = time.process_time()
    call()
    return (time.process_time() - started) * 1000


def spread(name: str, times: Sequence[float]) -> Column:
    """The two rows of many times: the median, and what one in twenty takes longer than."""
    return {
        f"{name}: median ms": statistics.median(times),
        f"{name}: p95 ms": sorted(times)[int(len(times) * 0.95)],
    }


class Clocked:
    """A stream of documents that knows how long it took to make them."""

    def __init__(self, articles: Iterator[Document]) -> None:
        self._articles = articles
        self.seconds = 0.0
        next(articles)  # whatever is made once is made before the clock runs

    def __iter__(self) -> Iterator[Document]:
        return self

    def __next__(self) -> Document:
        started = time.process_time()
        try:
            return next(self._articles)
        finally:
            self.seconds += time.process_time() - started


def show(table: Mapping[str, Column]) -> None:
    """Prints the columns side by side; after `ours` and `whoosh` the ratio of these two."""
    rows = dict.fromkeys(row for column in table.values() for row in column)
    compared = "ours" in table and "whoosh" in table
    head = f"{'':46}" + "".join(f"{name:>12}" for name in table)
    print(head + f"{'ours/whoosh':>14}" * compared)
    for row in rows:
        cells = [column.get(row) for column in table.values()]
        shown = "".join(f"{'–' if cell is None else f'{cell:.2f}':>12}" for cell in cells)
        ours, whoosh = (table.get(name, {}).get(row) for name in ("ours", "whoosh"))
        ratio = f"{ours / whoosh:14.2f}" if ours is not None and whoosh else ""
        print(f"{row:46}{shown}{ratio}", flush=True)
