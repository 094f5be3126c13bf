"""The screen of all bookmarks, over a real notes file."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from index.article import Article
from index.errors import InputError
from index.library import Library
from index.notes.notebook import Notebook
from index.notes.rulings import Rulings
from index.relatives import Folds
from tests.tui.host import Host, TextPicture, screen_text, settled
from tests.tui.invented import ARTICLES, HARBOUR, LEDGER, reports
from tests.tui.shelf import ShelfReader
from tui.bindings import ACTIONS
from tui.desk import Desk
from tui.places import Place
from tui.screens.compare import CompareScreen
from tui.screens.note import NoteScreen
from tui.screens.notes import NotesScreen
from tui.widgets.article_body import ArticleBody

HURT = "About 40 people were hurt"
CRANE = "A crane is expected next week."
PILOT = "The ship sailed without a pilot"
SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]


class Shelf:
    """As much of a library as the notes ask for."""

    def __init__(self) -> None:
        self.articles = {article.id: replace(article, sha256="0" * 64) for article in ARTICLES}
        self.rulings: Rulings | None = None

    def article(self, identity: str) -> Article:
        if identity not in self.articles:
            raise InputError(f"There is no article {identity}.")
        return self.articles[identity]

    def current_id(self, identity: str) -> str:
        return identity

    def former_ids(self, identity: str) -> list[str]:
        return []

    def folds(self) -> Folds:
        return Folds()

    def follow_rulings(self) -> None:
        """There is no index to follow."""

    def rewrite(self, identity: str, old: str, new: str) -> None:
        """The outlet changes its article."""
        article = self.articles[identity]
        body = article.body.replace(old, new)
        self.articles[identity] = replace(article, body=body, sha256="1" * 64)


@dataclass
class Notes:
    """A notes file with three bookmarks of this session."""

    shelf: Shelf
    notebook: Notebook
    file: Path

    def __post_init__(self) -> None:
        self.desk = Desk(cast(Library, self.shelf), self.notebook)

    def host(self) -> Host:
        app = Host(lambda: NotesScreen(self.desk, self.notebook))
        app.desk = self.desk
        return app

    def keep(self, identity: str, words: str, **more: str) -> None:
        article = self.shelf.article(identity)
        start = article.body.index(words)
        tags = tuple(more.get("tags", "").split())
        note = more.get("note", "")
        self.notebook.bookmark(article, start, start + len(words), note=note, tags=tags)


@pytest.fixture
def notes(own_home: Path, tmp_path: Path) -> Iterator[Notes]:
    file = own_home / "notes.md"
    book = Notebook.open(file, tmp_path / "state.db")
    made = Notes(Shelf(), book, file)
    made.keep(HARBOUR.id, HURT, note="Ask the hospital.", tags="casualties")
    made.keep(LEDGER.id, PILOT)
    made.keep(LEDGER.id, CRANE)
    yield made
    book.close()


def notes_screen(app: Host) -> NotesScreen:
    screen = app.screen
    assert isinstance(screen, NotesScreen)
    return screen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_picture(size: tuple[int, int], notes: Notes, snapshot: SnapshotAssertion) -> None:
    app = notes.host()
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        assert screen_text(app) == snapshot.use_extension(TextPicture)


async def test_enter_goes_to_the_passage(notes: Notes) -> None:
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("j", "enter")
        await settled(pilot)
        start = LEDGER.body.index(PILOT)
        assert app.ended == [Place(LEDGER.id, start, start + len(PILOT))]


async def test_enter_goes_to_an_article_by_the_name_it_has_now(notes: Notes) -> None:
    renamed = replace(notes.shelf.articles[HARBOUR.id], id="ferry")
    notes.shelf.articles[HARBOUR.id] = renamed  # the former id still finds it
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        start = HARBOUR.body.index(HURT)
        assert app.ended == [Place("ferry", start, start + len(HURT))]


async def test_an_orphan_says_what_was_changed_and_does_not_jump(notes: Notes) -> None:
    notes.shelf.rewrite(HARBOUR.id, "About 40 people", "About 90 people")
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        text = screen_text(app)
        assert "orphan" in text
        assert "1 to look at" in text
        assert "90" in text, "what stands there now"
        await pilot.press("enter")
        await settled(pilot)
        assert app.ended == []
        assert "90" in screen_text(app).split("\n")[-2]


async def test_searching(notes: Notes) -> None:
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"crane")
        await settled(pilot)
        assert "1 shown" in screen_text(app)
        assert HURT not in screen_text(app)
        await pilot.press("enter")
        assert notes_screen(app).list.has_focus
        await pilot.press("escape")
        await settled(pilot)
        assert HURT in screen_text(app)
        await pilot.press("slash", *"#casualties hospital")
        await settled(pilot)
        assert HURT in screen_text(app)
        assert CRANE not in screen_text(app)
        await pilot.press(*"zzz")
        await settled(pilot)
        assert "No bookmark has these words." in screen_text(app)


async def test_moving(notes: Notes) -> None:
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        places = []
        for key in ("j", "down", "k", "up", "G", "g", "pagedown", "pageup", "ctrl+d", "ctrl+u"):
            await pilot.press(key)
            places.append(notes_screen(app).list.highlighted)
        assert places == [1, 2, 1, 0, 2, 0, 2, 0, 2, 0]
        await pilot.press("tab")
        assert notes_screen(app).filter.has_focus
        await pilot.press("shift+tab")
        assert notes_screen(app).list.has_focus
        await pilot.press("escape")
        await settled(pilot)
        assert app.ended == [None]


async def test_undo(notes: Notes) -> None:
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        await settled(pilot)
        text = screen_text(app)
        assert "Bookmarks · 2 bookmarks" in text
        assert CRANE not in notes.file.read_text(encoding="utf-8")
        assert "is taken back." in text


async def test_a_vanished_bookmark_can_be_put_back(notes: Notes) -> None:
    notes.file.write_text("# Only my own words now.\n", encoding="utf-8")
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert screen_text(app).count("vanished · ") == 3
        await pilot.press("G", "p")
        await settled(pilot)
        await settled(pilot)
        text = notes.file.read_text(encoding="utf-8")
        assert text.startswith("# Only my own words now.\n")
        assert CRANE in text
        assert PILOT not in text
        assert screen_text(app).count("vanished · ") == 2


async def test_only_what_vanished_is_put_back(notes: Notes) -> None:
    before = notes.file.read_bytes()
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("p")
        await settled(pilot)
        assert "Only a bookmark that vanished" in screen_text(app)
    assert notes.file.read_bytes() == before


async def test_no_bookmarks(tmp_path: Path) -> None:
    book = Notebook.open(tmp_path / "none.md", tmp_path / "state.db")
    app = Host(lambda: NotesScreen(Desk(cast(Library, Shelf()), book), book))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "There is no bookmark yet." in screen_text(app)
        await pilot.press("enter", "u", "p", "j", "k")
        await settled(pilot)
        await pilot.press("q")
        await settled(pilot)
        assert app.ended == [None]
    book.close()


async def test_the_editor_opens_at_the_bookmark_and_its_changes_are_shown(
    notes: Notes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vim").write_text("#!/bin/sh\n")
    (tmp_path / "vim").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("EDITOR", "vim -n")
    ran: list[list[str]] = []

    def edit(command: list[str], *, check: bool) -> subprocess.CompletedProcess[bytes]:
        ran.append(command)
        text = notes.file.read_text(encoding="utf-8")
        notes.file.write_text(text.replace("Ask the hospital.", "Asked: 41."), encoding="utf-8")
        return subprocess.CompletedProcess(command, 0)

    @contextmanager
    def suspend() -> Iterator[None]:
        yield

    app = notes.host()
    monkeypatch.setattr(subprocess, "run", edit)
    monkeypatch.setattr(app, "suspend", suspend)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        line = notes.notebook.bookmarks()[0].line
        await pilot.press("e")
        await settled(pilot)
        await settled(pilot)
        assert ran == [[str(tmp_path / "vim"), "-n", f"+{line}", str(notes.file)]]
        assert "Asked: 41." in screen_text(app)


async def test_a_terminal_that_cannot_be_handed_over_is_said(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    app = notes.host()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("e")
        await settled(pilot)
        assert [n.message for n in app._notifications] == ["An editor cannot be opened from here."]


async def test_the_bookmarks_open_over_a_comparison(notes: Notes) -> None:
    app = Host(lambda: CompareScreen(reports))
    app.desk = notes.desk
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("B")
        await settled(pilot)
        notes_screen(app)
        await pilot.press("G", "enter")
        await settled(pilot)
        assert [place.article for place in app.places] == [LEDGER.id]


async def test_the_article_shows_what_was_undone_among_the_bookmarks(own_home: Path) -> None:
    app = ShelfReader(notes=own_home / "notes.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("b")
        await settled(pilot)
        kept = app.screen.query_one(ArticleBody)._bookmarked
        assert len(kept.spans) == 1
        await pilot.press("B")
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        await settled(pilot)
        await pilot.press("q")
        await settled(pilot)
        assert app.screen.query_one(ArticleBody)._bookmarked.spans == []


async def test_bookmarks_need_a_notebook() -> None:
    app = Host(lambda: CompareScreen(reports))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("B")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert [n.message for n in app._notifications] == ["The notes are not open yet."]


async def test_note_and_tags_are_changed(notes: Notes) -> None:
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled(pilot)
        assert isinstance(app.screen, NoteScreen)
        assert app.screen.note.text == "Ask the hospital."
        await pilot.press(*" Twice.", "tab", *" status/new", "ctrl+s")
        await settled(pilot)
        await settled(pilot)
        text = screen_text(app)
        assert "The note is kept in ~/notes.md, line" in text
        assert "Ask the hospital. Twice." in text
        assert "#casualties #status/new" in text
        await pilot.press("u")
        await settled(pilot)
        await settled(pilot)
        assert "Ask the hospital. Twice." not in screen_text(app)
    assert "Twice" not in notes.file.read_text(encoding="utf-8")


async def test_a_block_changed_by_hand_is_left_to_the_editor(notes: Notes) -> None:
    text = notes.file.read_text(encoding="utf-8").replace("> [!quote]", "> [!important]", 1)
    notes.file.write_text(text, encoding="utf-8")
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("a", "ctrl+s")
        await settled(pilot)
        assert "changed by hand" in screen_text(app)
        assert isinstance(app.screen, NoteScreen)
        await pilot.press("escape", "d", "d")
        await settled(pilot)
        assert "changed by hand" in screen_text(app)
    assert notes.file.read_text(encoding="utf-8") == text


async def test_deleting_is_asked_once_and_can_be_undone(notes: Notes) -> None:
    before = notes.file.read_bytes()
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        assert "d again deletes this bookmark; u would bring it back." in screen_text(app)
        assert notes.file.read_bytes() == before
        await pilot.press("j", "k", "d")
        await settled(pilot)
        assert notes.file.read_bytes() == before, "asked anew after going elsewhere"
        await pilot.press("d")
        await settled(pilot)
        await settled(pilot)
        assert HURT not in screen_text(app)
        assert b"Ask the hospital." not in notes.file.read_bytes()
        assert "Deleted; u brings it back." in screen_text(app)
        await pilot.press("u")
        await settled(pilot)
        await settled(pilot)
        assert HURT in screen_text(app)
    assert notes.file.read_bytes() == before


async def test_a_vanished_bookmark_can_be_forgotten(notes: Notes) -> None:
    notes.file.write_text("# Only my own words now.\n", encoding="utf-8")
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("delete", "delete")
        await settled(pilot)
        await settled(pilot)
        assert screen_text(app).count("vanished · ") == 2
        await pilot.press("a")
        await settled(pilot)
        assert "Only a bookmark that is in the notes has a note." in screen_text(app)
    assert notes.file.read_text(encoding="utf-8") == "# Only my own words now.\n"


async def test_corrections_are_listed_gone_to_and_taken_back(notes: Notes) -> None:
    harbour = notes.shelf.article(HARBOUR.id)
    start = harbour.body.index("212")
    notes.desk.decisions.correct(harbour, "figure", start, start + 3)
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        text = screen_text(app)
        assert "Bookmarks · 3 bookmarks · 1 correction" in text
        assert "“212” is not a figure" in text
        await pilot.press("slash", *"correction", "enter")
        await settled(pilot)
        assert HURT not in screen_text(app)
        await pilot.press("d", "d")
        await settled(pilot)
        await settled(pilot)
        assert "1 correction" not in screen_text(app)
        assert notes.desk.decisions.corrections(harbour) == []
    notes.desk.decisions.correct(harbour, "figure", start, start + 3)
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("G", "enter")
        await settled(pilot)
        assert app.ended == [Place(HARBOUR.id, start, start + 3)]


async def test_a_correction_whose_words_are_gone_says_so(notes: Notes) -> None:
    harbour = notes.shelf.article(HARBOUR.id)
    start = harbour.body.index("212")
    notes.desk.decisions.correct(harbour, "figure", start, start + 3)
    notes.shelf.rewrite(HARBOUR.id, "212", "221")
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("G", "enter")
        await settled(pilot)
        assert app.ended == []
        assert "It marks nothing any more." in screen_text(app)
        assert "221" in screen_text(app)


# ---- changes from outside


async def looked(pilot: Pilot[None], app: Host) -> None:
    """What the timer does every other second, now."""
    app.look_at_notes()
    for _ in range(3):
        await settled(pilot)


async def test_a_change_from_outside_is_shown_by_itself(notes: Notes) -> None:
    app = notes.host()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await looked(pilot, app)
        await pilot.press("j")
        other = Notebook.open(notes.file, notes.file.with_name("other.db"))
        other.edit(other.bookmarks()[0].id, note="From the other window.")
        other.close()
        await looked(pilot, app)
        assert notes_screen(app).list.highlighted == 1, "the highlight stays put"
        await pilot.press("k")
        await settled(pilot)
        assert "From the other window." in screen_text(app)


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
        await pilot.press("enter")
        await settled(pilot)
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
        assert app.reader.body._bookmarked.spans == [(0, 19)]
        assert app.reader.body.marks["bookmark"].spans == [(0, 19)]
        assert len(app.reader.body.marks["figure"].spans) == figures - 1


DRIVEN = {
    *("move.down", "move.up", "move.first", "move.last", "move.page_down", "move.page_up"),
    *("move.half_page_down", "move.half_page_up", "filter.focus", "open", "back", "close"),
    *("pane.next", "pane.previous", "notes.undo", "notes.restore", "notes.edit"),
    *("passage.annotate", "notes.delete"),
}


def test_no_binding_of_this_screen_is_left_out() -> None:
    scopes = {"notes", "notes_list"}
    assert {a.id for a in ACTIONS.values() if scopes & set(a.scopes)} == DRIVEN
