"""How long the compare screen takes once the facts are known: to paint, and to move by a key.

Targets: two articles painted in 50 ms, twenty in 200 ms, a key in twice the 2.9 ms of a minimal
Textual update. Figures are CPU time of the process, the best and the median of some rounds.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.article import Article
from index.compare.alignment import align
from index.compare.questions import compare
from index.facts.model import Facts
from index.library import Library
from tests.tui.host import Host, settled
from tui.rendering.reports import Reports
from tui.screens.compare import CompareScreen

ROUNDS = 15
SEEDS = Path(__file__).parents[2] / "seeds"


def main(arguments: Sequence[str]) -> None:
    """Measures two, five and twenty reports; twenty are the five samples four times over."""
    with (
        tempfile.TemporaryDirectory() as cache,
        Library.open([SEEDS], cache=Path(cache)) as library,
    ):
        library.sync()
        known = [(library.article(e.id), library.facts(e.id)) for e in library.entries()]
    for number in (2, 5, 20):
        chosen = [
            (replace(known[n % 5][0], id=f"{known[n % 5][0].id}-{n // 5}"), known[n % 5][1])
            for n in range(number)
        ]
        before = time.process_time()
        reports = _compare(chosen)
        compared = (time.process_time() - before) * 1000
        painted, moved = asyncio.run(_screen(reports))
        print(
            f"{number:3} reports: compare and align {compared:6.1f} ms, paint best "
            f"{min(painted):5.1f} median {statistics.median(painted):5.1f} ms, key best "
            f"{min(moved):4.1f} median {statistics.median(moved):4.1f} ms"
        )


def _compare(chosen: Sequence[tuple[Article, Facts]]) -> Reports:
    comparison = compare(chosen)
    articles, facts = zip(*chosen, strict=True)
    return Reports(articles, facts, comparison, align(chosen, comparison))


async def _screen(reports: Reports) -> tuple[list[float], list[float]]:
    """Milliseconds of each paint of all, and of each step of the cursor."""
    app = Host(lambda: CompareScreen(lambda: reports))
    painted, moved = [], []
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        for _ in range(ROUNDS):
            before = time.process_time()
            screen.post_message(CompareScreen.Loaded(reports))
            await pilot.pause()
            painted.append((time.process_time() - before) * 1000)
        for step in range(ROUNDS):
            before = time.process_time()
            (screen.body.action_cursor_down if step % 4 < 2 else screen.body.action_cursor_up)()
            await pilot.pause()
            moved.append((time.process_time() - before) * 1000)
    return painted, moved
