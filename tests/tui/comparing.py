"""The compare screen on its own, for the tests of it and of its card."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.host import Host
from tests.tui.invented import ARTICLES, HARBOUR, LEDGER, reports
from tui.screens.compare import CompareScreen

TWO = (HARBOUR, LEDGER)


def host(*articles: object, theme: str = "newsreader-dark") -> Host:
    chosen = [article for article in ARTICLES if article in (articles or TWO)]
    return Host(lambda: CompareScreen(lambda: reports(*chosen)), theme)


def ties(screen: CompareScreen) -> tuple[str, ...]:
    """Ids of the questions that tie the row under the cursor."""
    assert screen.reports is not None
    return screen.reports.rows[screen.body.rows[screen.body.row]].questions


def compare_screen(pilot: Pilot[None]) -> CompareScreen:
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    return screen
