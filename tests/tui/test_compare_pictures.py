"""The styles of the compare screen, its card, the matrix and the timeline, in both themes."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.host import Host, settled
from tests.tui.invented import ARTICLES, reports
from tests.tui.test_reader_pictures import SnapCompare
from tui.screens.compare import CompareScreen

KEYS = {
    "columns": ["c"],
    "card": ["c", "enter"],
    "matrix": ["M", "j", "l"],
    "timeline": ["c", "T", "j"],
}


@pytest.mark.parametrize("theme", ["newsreader-dark", "newsreader-light"])
@pytest.mark.parametrize("name", KEYS)
def test_styles(name: str, theme: str, snap_compare: SnapCompare) -> None:
    async def press(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press(*KEYS[name])
        await settled(pilot)

    app = Host(lambda: CompareScreen(lambda: reports(*ARTICLES[:2])), theme)
    assert snap_compare(app, terminal_size=(120, 40), run_before=press)
