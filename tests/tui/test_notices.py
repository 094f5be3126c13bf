"""The status line tells one notice; all of them can be read again."""

from __future__ import annotations

from pathlib import Path

from tests.tui.piloting import driven, on_top, press
from tests.tui.shelf import Shelf, ShelfReader
from tui import messages
from tui.screens.picker import Picker
from tui.screens.reader import ReaderScreen


async def test_notices_beyond_the_first_are_counted_and_listed() -> None:
    shelf = Shelf()
    shelf.notices = ["The cache is new.", "One word is odd.", "[b]Two[/b] are."]
    async with driven(ShelfReader(shelf), size=(200, 50)) as pilot:
        screen = on_top(pilot, ReaderScreen)
        assert screen.status.message == "The cache is new. (2 more: I)"
        screen.status.say("")
        assert "2 notices: I" in await press(pilot)
        text = await press(pilot, "I")
        on_top(pilot, Picker)
        assert all(notice in text for notice in shelf.notices)
        assert "2 notices" not in await press(pilot, "escape")
        await press(pilot, "I", "enter")
        assert pilot.app.clipboard == "The cache is new."


async def test_the_latest_comes_first_and_failures_are_among_them() -> None:
    async with driven(ShelfReader()) as pilot:
        screen = on_top(pilot, ReaderScreen)
        assert "There is no notice yet" in await press(pilot, "I")
        screen.post_message(messages.Noticed("It went well."))
        screen.post_message(messages.Failed("It did not.", ["Nor did that."]))
        await press(pilot, "I", "enter")
        assert pilot.app.clipboard == "It did not."
        assert [told.text for told in screen.told] == [
            "It went well.",
            "Nor did that.",
            "It did not.",
        ]


async def test_the_persons_own_key_is_named() -> None:
    shelf = Shelf()
    shelf.notices = ["One.", "Two."]
    app = ShelfReader(shelf)
    async with driven(app) as pilot:
        app.set_keymap({"library.notices": "f9"})
        on_top(pilot, ReaderScreen).post_message(messages.Noticed("Three.", ["Four."]))
        assert "Three. (1 more: f9)" in await press(pilot)


async def test_a_path_is_written_as_people_write_it() -> None:
    async with driven(ShelfReader()) as pilot:
        screen = on_top(pilot, ReaderScreen)
        file = Path.home() / "here/config.toml"
        screen.post_message(messages.Failed(f"{file}:2: no key.", [f"“{file}” is old; /a{file}."]))
        assert "~/here/config.toml:2: no key. (1 more: I)" in await press(pilot)
        assert screen.told[0].text == f"“~/here/config.toml” is old; /a{file}."
