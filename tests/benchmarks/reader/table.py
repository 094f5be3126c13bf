"""What was measured, as rows of a table: each beside what it is held to."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """Times of one thing, in net milliseconds."""

    name: str
    times: Sequence[float]
    against: Sequence[float] = ()
    """Those of what it is compared with, measured in turn with it."""
    target: str = ""


HEAD = f"{'':46}{'best':>8}{'median':>8}{'p95':>8}{'× best':>8}{'× med.':>8}  target"


def p95(times: Sequence[float]) -> float:
    """The time that one in twenty is above."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def lines(rows: Iterable[Row]) -> Iterable[str]:
    """The table."""
    yield HEAD
    for row in rows:
        figures = (min(row.times), statistics.median(row.times), p95(row.times))
        shown = "".join(f"{figure:8.1f}" for figure in figures)
        ratios = " " * 16
        if row.against:
            least = (min(row.against), statistics.median(row.against))
            ratios = "".join(f"{a / b:8.2f}" for a, b in zip(figures, least, strict=False))
        yield f"{row.name:46}{shown}{ratios}  {row.target}".rstrip()
