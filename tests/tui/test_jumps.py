"""Going back to where a jump was made from."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.host import settled
from tests.tui.shelf import ShelfReader
from tui.places import Place
from tui.screens.card import EvidenceCard
from tui.screens.compare import CompareScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.status_line import StatusLine


async def at(pilot: Pilot[None]) -> tuple[str, int]:
    """The article that is read, and the offset of its cursor."""
    for _ in range(3):  # what a worker brings may start another
        await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    assert screen.body.article is not None
    return screen.body.article.id, screen.body.cursor


async def test_back_from_the_report_that_the_card_opened() -> None:
    async with ShelfReader().run_test(size=(120, 40)) as pilot:
        await at(pilot)
        await pilot.press("enter")
        await at(pilot)
        await pilot.press("c")
        start = await at(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, EvidenceCard)
        await pilot.press("g", "enter")  # the answer of the harbour's report stands first
        other = await at(pilot)
        assert other[0] == "harbour"
        assert start[0] == "ledger"
        assert pilot.app.screen.query_one(StatusLine).message == "^o goes back to where you were."
        await pilot.press("ctrl+o")
        assert await at(pilot) == start


async def test_jumps_are_gone_back_one_by_one_and_then_to_the_comparison() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot)
        app.reader.read_on(Place("courier", 5, 9))  # forgotten: the comparison came after it
        await at(pilot)
        await pilot.press("2", "g", "space", "space", "d")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        screen = app.screen
        app.leave_for(Place("ledger", 43, 50))
        assert await at(pilot) == ("ledger", 43)
        app.read_on(Place("harbour", 10, 20))
        assert await at(pilot) == ("harbour", 10)
        app.read_on(Place("harbour", 60, 70))
        assert await at(pilot) == ("harbour", 60)
        await pilot.press("ctrl+o")
        assert await at(pilot) == ("harbour", 10)
        await pilot.press("ctrl+o")
        assert await at(pilot) == ("ledger", 43)
        await pilot.press("ctrl+o")
        await settled(pilot)
        assert app.screen is screen
