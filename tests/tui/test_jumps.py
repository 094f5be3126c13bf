"""Going back to where a jump was made from."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.settling import press_keys, settled
from tests.tui.shelf import ShelfReader
from tui.jumps import Jumps
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
        await press_keys(pilot.app, "enter")
        assert isinstance(pilot.app.screen, EvidenceCard)
        await pilot.press("g", "enter")  # the answer of the harbour's report stands first
        other = await at(pilot)
        assert other[0] == "harbour"
        assert start[0] == "ledger"
        status = pilot.app.screen.query_one(StatusLine)
        assert status.message == "^o goes back to where you were."
        await pilot.press("ctrl+o")
        assert await at(pilot) == start
        assert status.message.endswith(" goes forward again.")
        await pilot.press("alt+right")
        assert await at(pilot) == other
        assert status.message == "^o goes back to where you were."


async def test_jumps_are_gone_back_one_by_one_and_then_to_the_comparison() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot)
        app.reader.read_on(Place("courier", 5, 9))  # forgotten: the comparison came after it
        await at(pilot)
        await press_keys(pilot.app, "2", "g", "space", "space", "d")
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
        await press_keys(pilot.app, "ctrl+o")
        assert app.screen is screen


async def test_forward_again_until_another_jump_is_made() -> None:
    async with ShelfReader().run_test(size=(120, 40)) as pilot:
        await at(pilot)
        await pilot.press("enter")
        start = await at(pilot)
        await pilot.press("G")
        end = await at(pilot)
        assert end[1] > start[1]
        for key, place in [("ctrl+o", start), ("alt+right", end), ("ctrl+o", start)]:
            await pilot.press(key)
            assert await at(pilot) == place
        await pilot.press("J")
        other = await at(pilot)
        assert other[0] != start[0]
        await pilot.press("alt+right")
        assert await at(pilot) == other
        assert "no place to go forward to" in pilot.app.screen.query_one(StatusLine).message
        await pilot.press("ctrl+o")
        assert await at(pilot) == start


async def test_back_from_a_fact_and_from_what_was_found() -> None:
    async with ShelfReader().run_test(size=(170, 40)) as pilot:
        await at(pilot)
        await pilot.press("enter", "right_parenthesis")
        start = await at(pilot)
        await pilot.press("4", "G", "enter")
        assert await at(pilot) != start
        await pilot.press("ctrl+o")
        assert await at(pilot) == start
        await pilot.press("slash", *"crane", "enter")
        assert await at(pilot) != start
        await pilot.press("ctrl+o")
        assert await at(pilot) == start


def test_places_that_are_gone_back_from_are_kept_in_order() -> None:
    jumps = Jumps()
    places = [Place("a", n, n) for n in range(60)]
    for place in places:
        jumps.leave(place)
    here: Place | None = Place("a", 60, 60)
    back = []
    while (before := jumps.back(here)) is not None:
        back.append(here := before)
    assert back == places[:9:-1], "fifty are kept"
    assert jumps.forward(here) == places[11]
    jumps.forget()
    assert jumps.back(None) is jumps.forward(None) is None
