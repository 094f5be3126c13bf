"""How long the compare screen and the matrix take once the facts are known: to paint, and to move
by a key.

Targets: two articles painted in 50 ms, a matrix of twenty in 200 ms, a key in twice that of a
minimal Textual app. Figures are CPU time of the process, the best and the median of some rounds,
and the median as a ratio to a minimal app that paints a screenful of text, measured in this run.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from index.article import Article
from index.compare.alignment import align
from index.compare.matrix import Matrix, matrix_of
from index.compare.model import Question
from index.compare.questions import compare
from index.facts.model import Facts
from index.library import Library
from tests.tui.host import Host
from tests.tui.settling import settled
from tui.rendering.reports import Reports
from tui.screens.compare import CompareScreen
from tui.screens.comparing import ComparingScreen
from tui.screens.matrix import MatrixScreen

ROUNDS = 15
SEEDS = Path(__file__).parents[2] / "seeds"
SIZE = (120, 40)
QUESTIONS = 100
"""Rows of the matrix that is measured."""

Times = tuple[list[float], list[float]]
"""Milliseconds of each paint of all, and of each step of the cursor."""


def main(arguments: Sequence[str]) -> None:
    """Measures two, five and twenty reports; twenty are the five samples four times over."""
    with (
        tempfile.TemporaryDirectory() as cache,
        Library.open([SEEDS], cache=Path(cache)) as library,
    ):
        library.sync()
        known = [(library.article(e.id), library.facts(e.id)) for e in library.entries()]
    minimal = asyncio.run(_minimal())
    _print("a minimal app", minimal, minimal)
    for number in (2, 5, 20):
        chosen = [
            (replace(known[n % 5][0], id=f"{known[n % 5][0].id}-{n // 5}"), known[n % 5][1])
            for n in range(number)
        ]
        before = time.process_time()
        reports = _compare(chosen)
        compared = (time.process_time() - before) * 1000
        print(f"{number:3} reports: compare and align {compared:6.1f} ms")
        _print("columns", _columns(reports), minimal)
        before = time.process_time()
        matrix = _many_questions(reports)
        made = (time.process_time() - before) * 1000
        name = f"matrix of {len(matrix.rows)} (made in {made:.1f} ms)"
        _print(name, _cells(matrix), minimal)


def _columns(reports: Reports) -> Times:
    return asyncio.run(_screen(lambda: CompareScreen(lambda: reports)))


def _cells(matrix: Matrix) -> Times:
    return asyncio.run(_screen(lambda: MatrixScreen(lambda: matrix)))


def _print(name: str, times: Times, minimal: Times) -> None:
    parts = []
    for what, own, least in zip(("paint", "key"), times, minimal, strict=True):
        median = statistics.median(own)
        parts.append(
            f"{what} best {min(own):5.1f} median {median:5.1f} ms "
            f"({median / statistics.median(least):4.1f} ×)"
        )
    print(f"    {name:32} {', '.join(parts)}")


def _compare(chosen: Sequence[tuple[Article, Facts]]) -> Reports:
    comparison = compare(chosen)
    articles, facts = zip(*chosen, strict=True)
    return Reports(articles, facts, comparison, align(chosen, comparison))


def _many_questions(reports: Reports) -> Matrix:
    """The matrix of the reports with their questions over and over, as a large event has them."""
    found = reports.comparison.questions
    asked: list[Question] = [
        replace(found[n % len(found)], id=f"{found[n % len(found)].id}-{n}")
        for n in range(QUESTIONS)
    ]
    return matrix_of(reports.articles, replace(reports.comparison, questions=tuple(asked)))


class _Minimal(App[None]):
    """One widget with a screenful of text."""

    def compose(self) -> ComposeResult:
        yield Static("", markup=False)


async def _minimal() -> Times:
    app = _Minimal()
    async with app.run_test(size=SIZE) as pilot:
        static = app.query_one(Static)
        rows = [letter * SIZE[0] for letter in "ab"]
        whole = ["\n".join([row] * SIZE[1]) for row in rows]
        one_row = ["\n".join([rows[n], *[rows[0]] * (SIZE[1] - 1)]) for n in (0, 1)]
        painted, moved = [
            [await _timed(pilot, partial(static.update, texts[n % 2])) for n in range(ROUNDS)]
            for texts in (whole, one_row)
        ]
    return painted, moved


async def _timed(pilot: Pilot[None], do: Callable[[], object]) -> float:
    before = time.process_time()
    do()
    await pilot.pause()
    return (time.process_time() - before) * 1000


async def _screen(make: Callable[[], ComparingScreen[Reports] | ComparingScreen[Matrix]]) -> Times:
    app = Host(make)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen | MatrixScreen)
        found = screen._load()
        painted = [
            await _timed(pilot, lambda: screen.post_message(screen.Loaded(found)))
            for _ in range(ROUNDS)
        ]
        body = screen.body
        steps = [body.action_cursor_down, body.action_cursor_down, body.action_cursor_up]
        moved = [await _timed(pilot, steps[n % 3]) for n in range(ROUNDS)]
    return painted, moved
