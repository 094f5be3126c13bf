"""Thousands of random keys over all screens, with hostile and long articles: nothing breaks."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.host import settled
from tests.tui.invented import ARTICLES, HARBOUR, LEDGER
from tests.tui.shelf import Shelf, ShelfReader
from tui.bindings import ACTIONS

HOSTILE = replace(
    HARBOUR,
    id="hostile",
    title="[/] x\x1b[2J",
    body="[/] x\x1b[2J\n"
    + "\x1b]52;c;aGk=\x07 [@click=app.quit] " * 50
    + "한국어 e\u0301 👩\u200d👧 " * 80,
)
LONG = replace(
    LEDGER,
    id="long",
    body="\n".join(f"Paragraph {n} counts {n} boats, the ministry said." for n in range(3000)),
    title_guessed=True,
)
EMPTY = replace(LEDGER, id="empty", title="nothing", body="")
SIZES = [(10, 4), (40, 10), (80, 24), (120, 40), (200, 50)]
LEAVES_THE_PROGRAM = {"e"}  # the editor wants a terminal
KEYS = sorted(
    {key for action in ACTIONS.values() for key in action.keys.split(",")} - LEAVES_THE_PROGRAM
)


class Endless(ShelfReader):
    """Does not end, whatever is pressed."""

    def exit(self, *_: object, **__: object) -> None:
        """Stays."""


@pytest.mark.parametrize(
    ("seed", "steps"), [(1, 120), pytest.param(2, 5000, marks=pytest.mark.slow)]
)
async def test_random_keys(seed: int, steps: int, tmp_path: Path) -> None:
    choice = random.Random(seed)
    app = Endless(Shelf([*ARTICLES, HOSTILE, LONG, EMPTY]), notes=tmp_path / "notes.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        for _ in range(steps):
            kind = choice.random()
            if kind < 0.04:
                await pilot.resize_terminal(*choice.choice(SIZES))
            elif kind < 0.1:
                width, height = app.size
                place = choice.randrange(width), choice.randrange(height)
                await pilot.click(offset=place, times=choice.choice([1, 2, 3]))
            else:
                await pilot.press(choice.choice(KEYS))
            assert "fault" not in app.reader.status.message, app.reader.status.message
        await settled(pilot)
        assert app.is_running
