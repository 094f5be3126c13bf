"""Bookmarks that change: by the screen that lists them, by an editor, from outside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from index.notes.notebook import Notebook
from index.notes.rulings import Rulings
from tests.tui.host import Host, screen_text
from tests.tui.invented import LEDGER
from tests.tui.kept import CRANE, HURT, PILOT, Notes
from tests.tui.piloting import driven, on_top, press
from tests.tui.settling import settled
from tests.tui.shelf import ShelfReader
from tui import navigation
from tui.screens.note import NoteScreen
from tui.screens.notes import NotesScreen
from tui.widgets.article_body import ArticleBody


async def test_undo(notes: Notes) -> None:
    app = notes.host()
    async with driven(app, "u"):
        text = screen_text(app)
        assert "Bookmarks · 2 bookmarks" in text
        assert CRANE not in notes.file.read_text(encoding="utf-8")
        assert "Bookmark taken back: “" in text


async def test_a_vanished_bookmark_can_be_put_back(notes: Notes) -> None:
    notes.file.write_text("# Only my own words now.\n", encoding="utf-8")
    app = notes.host()
    async with driven(app) as pilot:
        assert screen_text(app).count("vanished · ") == 3
        await press(pilot, "G", "p")
        text = notes.file.read_text(encoding="utf-8")
        assert text.startswith("# Only my own words now.\n")
        assert CRANE in text
        assert PILOT not in text
        assert screen_text(app).count("vanished · ") == 2


async def test_only_what_vanished_is_put_back(notes: Notes) -> None:
    before = notes.file.read_bytes()
    app = notes.host()
    async with driven(app, "p"):
        assert "Only a bookmark that vanished" in screen_text(app)
    assert notes.file.read_bytes() == before


async def test_the_editor_opens_at_the_bookmark_and_its_changes_are_shown(
    notes: Notes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vim").write_text("#!/bin/sh\n")
    (tmp_path / "vim").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("EDITOR", "vim -n")
    ran: list[list[str]] = []

    def edit(command: list[str]) -> int:
        ran.append(command)
        text = notes.file.read_text(encoding="utf-8")
        notes.file.write_text(text.replace("Ask the hospital.", "Asked: 41."), encoding="utf-8")
        return 0

    @contextmanager
    def suspend() -> Iterator[None]:
        yield

    app = notes.host()
    monkeypatch.setattr(navigation, "run_in_front", edit)
    monkeypatch.setattr(app, "suspend", suspend)
    async with driven(app) as pilot:
        line = notes.notebook.bookmarks()[0].line
        await press(pilot, "e")
        assert ran == [[str(tmp_path / "vim"), "-n", f"+{line}", str(notes.file)]]
        assert "Asked: 41." in screen_text(app)


async def test_a_terminal_that_cannot_be_handed_over_is_said(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    app = notes.host()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "e")
        assert [n.message for n in app._notifications] == ["An editor cannot be opened from here."]


async def test_the_article_shows_what_was_undone_among_the_bookmarks(own_home: Path) -> None:
    app = ShelfReader(notes=own_home / "notes.md")
    async with driven(app, "enter") as pilot:
        await press(pilot, "b")
        kept = app.screen.query_one(ArticleBody).marks["bookmark"]
        assert len(kept.spans) == 1
        await press(pilot, "B")
        await press(pilot, "u")
        await press(pilot, "q")
        assert app.screen.query_one(ArticleBody).marks["bookmark"].spans == []


async def test_note_and_tags_are_changed(notes: Notes) -> None:
    app = notes.host()
    async with driven(app, "a") as pilot:
        assert isinstance(app.screen, NoteScreen)
        assert app.screen.note.text == "Ask the hospital."
        text = await press(pilot, *" Twice.", "tab", *" status/new", "ctrl+s")
        assert "The note is kept in ~/notes.md, line" in text
        assert "Ask the hospital. Twice." in text
        assert "#casualties #status/new" in text
        await press(pilot, "u")
        assert "Ask the hospital. Twice." not in screen_text(app)
    assert "Twice" not in notes.file.read_text(encoding="utf-8")


async def test_a_block_changed_by_hand_is_left_to_the_editor(notes: Notes) -> None:
    text = notes.file.read_text(encoding="utf-8").replace("> [!quote]", "> [!important]", 1)
    notes.file.write_text(text, encoding="utf-8")
    app = notes.host()
    async with driven(app, "a", "ctrl+s") as pilot:
        assert "changed by hand" in screen_text(app)
        assert isinstance(app.screen, NoteScreen)
        assert "changed by hand" in await press(pilot, "escape", "d", "d")
    assert notes.file.read_text(encoding="utf-8") == text


async def test_deleting_is_asked_once_and_can_be_undone(notes: Notes) -> None:
    before = notes.file.read_bytes()
    app = notes.host()
    async with driven(app, "d") as pilot:
        assert "d again deletes this bookmark; u would bring it back." in screen_text(app)
        assert notes.file.read_bytes() == before
        await press(pilot, "j", "k", "d")
        assert notes.file.read_bytes() == before, "asked anew after going elsewhere"
        await press(pilot, "d")
        assert HURT not in screen_text(app)
        assert b"Ask the hospital." not in notes.file.read_bytes()
        assert "Deleted; u brings it back." in screen_text(app)
        await press(pilot, "u")
        assert HURT in screen_text(app)
    assert notes.file.read_bytes() == before


async def test_a_vanished_bookmark_can_be_forgotten(notes: Notes) -> None:
    notes.file.write_text("# Only my own words now.\n", encoding="utf-8")
    app = notes.host()
    async with driven(app, "delete", "delete") as pilot:
        assert screen_text(app).count("vanished · ") == 2
        assert "Only a bookmark that is in the notes has a note." in await press(pilot, "a")
    assert notes.file.read_text(encoding="utf-8") == "# Only my own words now.\n"


async def looked(pilot: Pilot[None], app: Host) -> None:
    """What the timer does every other second, now."""
    app.look_at_notes()
    for _ in range(3):
        await settled(pilot)


async def test_a_change_from_outside_is_shown_by_itself(notes: Notes) -> None:
    app = notes.host()
    async with driven(app) as pilot:
        await looked(pilot, app)
        await pilot.press("j")
        other = Notebook.open(notes.file, notes.file.with_name("other.db"))
        other.edit(other.bookmarks()[0].id, note="From the other window.")
        other.close()
        await looked(pilot, app)
        assert on_top(pilot, NotesScreen).list.highlighted == 1, "the highlight stays put"
        assert "From the other window." in await press(pilot, "k")


async def test_a_bookmark_that_vanishes_is_told_and_never_put_back_unasked(notes: Notes) -> None:
    app = notes.host()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await looked(pilot, app)
        notes.file.write_text("# Emptied.\n", encoding="utf-8")
        await looked(pilot, app)
        [told] = app._notifications
        assert told.message.startswith("3 bookmarks vanished from the notes file: B lists")
        assert screen_text(app).count("vanished · ") == 3
        await looked(pilot, app)
        assert len(app._notifications) == 1
    assert notes.file.read_text(encoding="utf-8") == "# Emptied.\n"


async def test_the_gutter_and_the_marks_follow_changes_from_outside(own_home: Path) -> None:
    file = own_home / "notes.md"
    app = ShelfReader(notes=file)
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(3):
            await settled(pilot)
        await press(pilot, "enter")
        app.look_at_notes()
        await settled(pilot)
        figures = len(app.reader.body.marks["figure"].spans)
        article = app.shelf.article(LEDGER.id)
        other = Notebook.open(file, own_home / "other.db")
        other.bookmark(article, 0, 19)
        other.close()
        start = article.body.index("63")
        Rulings(own_home / "rulings.toml").correct(article, "figure", start, start + 2)
        app.look_at_notes()
        for _ in range(4):
            await settled(pilot)
        assert app.reader.body.marks["bookmark"].spans == [(0, 19)]
        assert app.reader.body.marks["bookmark"].spans == [(0, 19)]
        assert len(app.reader.body.marks["figure"].spans) == figures - 1
