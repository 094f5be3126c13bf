"""Sentences on the screen name the keys that the person has, not those the program came with."""

from __future__ import annotations

from pathlib import Path

from tests.tui.piloting import driven, press
from tests.tui.shelf import ShelfReader

OWN = {
    "back": "f2",
    "filter.focus": "f3",
    "move.next_word": "f4",
    "select.words": "f5",
    "notes.open": "f6",
    "notes.delete": "f7",
    "notes.undo": "f8",
    "passage.bookmark": "f9",
}


async def test_what_is_said_of_marks_and_selections() -> None:
    app = ShelfReader()
    async with driven(app) as pilot:
        app.set_keymap(OWN)
        assert "1 report marked: f2 again takes the marks away." in await press(
            pilot, "space", "f2"
        )
        told = "Selecting: h f4 by word, ( ) by sentence, { } by paragraph; f5 leaves."
        assert told in await press(pilot, "enter", "f5")


async def test_what_is_said_of_bookmarks_and_of_looking_through_them(tmp_path: Path) -> None:
    app = ShelfReader(notes=tmp_path / "notes.md")
    async with driven(app) as pilot:
        app.set_keymap(OWN)
        said = await press(pilot, "f6")
        assert "There is no bookmark yet. Press f9 on a sentence" in said
        assert "f3 to search the bookmarks" in said
        await press(pilot, "f2", "enter", "f9")
        said = await press(pilot, "f6", "f7")
        assert "f7 again deletes this bookmark; f8 would bring it back." in said
