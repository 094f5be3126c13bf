"""A note and tags on a passage: typed in a box, written when saved, never over what is unseen."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.screen import Screen

from index.article import Article
from index.errors import NotesChangedError
from index.facts.model import Facts
from index.notes import block
from index.notes.notebook import Notebook
from tests.index.notes.samples import BODY, article_of
from tests.tui.host import Host, TextPicture, screen_text
from tests.tui.invented import LEDGER
from tests.tui.piloting import SIZES, named, press
from tests.tui.settling import press_keys
from tests.tui.shelf import ShelfReader
from tui.drafts import Draft
from tui.places import Place
from tui.screens.note import NoteScreen, TagSuggester
from tui.screens.reader import ReaderScreen


@pytest.fixture
def file(own_home: Path) -> Path:
    return own_home / "notes.md"


def the_note(app: ShelfReader) -> NoteScreen:
    screen = app.screen
    assert isinstance(screen, NoteScreen)
    return screen


async def test_a_note_of_two_lines_and_tags_is_written(file: Path) -> None:
    app = ShelfReader(notes=file)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        shown = await press(pilot, "enter", "j", "a")
        assert "The number of people hurt when a ferry ran aground off Lisse" in shown
        await press(pilot, *"Ask again?", "enter", *"Twice.", "tab", *"#status/new casualties")
        shown = await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ReaderScreen)
        assert "Bookmarked in ~/notes.md, line" in shown
        assert len(app.reader.body.marks["bookmark"].spans) == 1
        [kept] = app.reader.desk.notebook.bookmarks()  # type: ignore[union-attr]
        assert (kept.note, kept.tags) == ("Ask again?\nTwice.", ("status/new", "casualties"))
        shown = await press(pilot, "u")
        assert "Bookmark taken back: “" in shown
        assert app.reader.body.marks["bookmark"].spans == []
    assert "Ask again?" not in file.read_text("utf-8")


async def test_enter_in_the_tags_saves(file: Path) -> None:
    app = ShelfReader(notes=file)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "enter", "j", "a", "tab", *"one,two", "enter")
        assert isinstance(app.screen, ReaderScreen)
    assert "#one #two" in file.read_text("utf-8")


async def test_a_hasty_second_key_writes_nothing_twice() -> None:
    saved = []

    def slowly(note: str, tags: Sequence[str]) -> str:
        time.sleep(0.2)
        saved.append(note)
        return "Kept."

    app = Host(lambda: NoteScreen(Draft("Some words.", "", (), (), slowly)))
    async with app.run_test(size=(120, 40)) as pilot:
        await press_keys(pilot.app, "x", "ctrl+s", "ctrl+s", "ctrl+s")
        assert saved == ["x"]
        assert [str(end) for end in app.ended] == ["Kept."]


async def test_escape_keeps_nothing(file: Path) -> None:
    app = ShelfReader(notes=file)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        shown = await press(pilot, "enter", "j", "a", *"Not this.", "escape")
        assert "This is not saved yet: once more drops it." in shown
        assert the_note(app).note.text == "Not this."
        await press(pilot, "!", "escape")  # other words than those that were asked about
        assert the_note(app).note.text == "Not this.!"
        await press(pilot, "escape")
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "a", "escape")  # there is nothing to ask about
        assert isinstance(app.screen, ReaderScreen)
    assert not file.exists()


async def test_a_passage_that_is_bookmarked_opens_with_its_note(file: Path) -> None:
    app = ShelfReader(notes=file)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "enter", "j", "a", *"One.", "tab", *"new", "ctrl+s")
        await press(pilot, "a")
        assert the_note(app).note.text == "One."
        assert the_note(app).tags.value == "new"
        shown = await press(pilot, *" Two.", "ctrl+s")
        assert "The note is kept in" in shown
        await press(pilot, "u")
        assert "One. Two." not in file.read_text("utf-8")
        assert "One." in file.read_text("utf-8")


async def test_what_cannot_be_written_leaves_the_box_open(file: Path) -> None:
    app = ShelfReader(notes=file)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "enter", "j", "a", *"One.", "ctrl+s", "a", *" Two.")
        text = file.read_text("utf-8").replace("One.", "Typed in an editor.")
        file.write_text(text, "utf-8")
        shown = await press(pilot, "ctrl+s")
        assert "Another program has changed this note meanwhile" in shown
        assert "“Typed" in shown
        assert the_note(app).note.text == "One. Two."
        assert file.read_text("utf-8") == text
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ReaderScreen)
        assert "One. Two." in file.read_text("utf-8")


async def test_a_selection_is_what_the_note_is_about(file: Path) -> None:
    app = ShelfReader(notes=file)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "enter", "f", "f", "v", "l", "a", *"x", "ctrl+s")
        [kept] = app.reader.desk.notebook.bookmarks()  # type: ignore[union-attr]
        assert kept.exact == "at least 63"
        assert app.reader.body.selected_span() is None


async def test_tags_of_the_notes_are_completed(file: Path) -> None:
    app = ShelfReader(notes=file)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "enter", "j", "a", "tab", *"status/unverified", "ctrl+s")
        await press(pilot, "right_parenthesis", "a", "tab", *"casualties st")
        await press(pilot, "right")
        assert the_note(app).tags.value == "casualties status/unverified"
        assert await TagSuggester(["a1", "a2"]).get_suggestion("a1 #A") == "a1 #A2"
        assert await TagSuggester(["a1"]).get_suggestion("a1 ") is None


async def test_the_block_is_copied(file: Path) -> None:
    app = ShelfReader(notes=file)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        shown = await press(pilot, "enter", "j", "Y")
        assert "Copied as a block of a notes file." in shown
        copied = block.parse(app.clipboard)
        assert copied is not None
        assert copied.article == LEDGER.id
        assert copied.exact == LEDGER.body.split("\n")[1]
    assert not file.exists()


async def test_without_a_notebook_it_is_said() -> None:
    app = ShelfReader()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot)
        await press(pilot, "enter", "a")
        assert isinstance(app.screen, ReaderScreen)
        assert [n.message for n in app._notifications] == ["The notes are not open."]


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_picture(
    size: tuple[int, int], book: Notebook, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    draft(book).save("Who counted?", ["status/new"])
    screen = cast(Screen[Place | None], NoteScreen(draft(book)))
    (tmp_path / "notes.md").write_text("Emptied in an editor.\n", "utf-8")
    app = Host(lambda: screen)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *" Ask.", "ctrl+s")
        assert screen_text(app) == snapshot.use_extension(TextPicture)


# ---- without a screen


ARTICLE = article_of(BODY)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Notebook]:
    opened = Notebook.open(tmp_path / "notes.md", tmp_path / "state.db")
    yield opened
    opened.close()


def draft(book: Notebook, article: Article = ARTICLE) -> Draft:
    return Draft.of_passage(book, article, Facts(), 0, 40)


def test_a_bookmark_that_vanished_meanwhile_is_put_back_on_demand(
    book: Notebook, tmp_path: Path
) -> None:
    draft(book).save("One.", [])
    again = draft(book)
    (tmp_path / "notes.md").write_text("Emptied in an editor.\n", "utf-8")
    with pytest.raises(NotesChangedError, match="took this bookmark out"):
        again.save("Two.", ["t"])
    assert book.bookmarks() == []
    assert "kept in" in again.save("Two.", ["t"])
    [kept] = book.bookmarks()
    assert (kept.note, kept.tags) == ("Two.", ("t",))


def test_words_that_another_window_bookmarked_first(book: Notebook, tmp_path: Path) -> None:
    mine = draft(book)
    other = Notebook.open(tmp_path / "notes.md", tmp_path / "state.db")
    draft(other).save("Theirs.", [])
    with pytest.raises(NotesChangedError, match="a note of its own"):
        mine.save("Mine.", [])
    assert [one.note for one in book.bookmarks()] == ["Theirs."]
    other.edit(other.bookmarks()[0].id, note="Theirs, longer.")
    with pytest.raises(NotesChangedError, match="Theirs, longer"):
        mine.save("Mine.", [])
    mine.save("Mine.", [])
    assert [one.note for one in book.bookmarks()] == ["Mine."]
    other.close()


def test_a_bookmark_without_a_note_takes_one_at_once(book: Notebook, tmp_path: Path) -> None:
    mine = draft(book)
    other = Notebook.open(tmp_path / "notes.md", tmp_path / "state.db")
    draft(other).save("", [])
    other.close()
    mine.save("Mine.", ["t"])
    [kept] = book.bookmarks()
    assert (kept.note, kept.tags) == ("Mine.", ("t",))


def test_a_note_on_a_bookmark_that_waits(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    book = Notebook.open(stick / "notes.md", tmp_path / "state.db")
    assert "Kept, but not in the file yet" in draft(book).save("One.", [])
    assert "waits with its bookmark" in draft(book).save("Two.", ["t"])
    [waiting] = book.bookmarks()
    assert (waiting.state, waiting.note, waiting.tags) == ("pending", "Two.", ("t",))
    assert book.undo() is not None
    assert [one.note for one in book.bookmarks()] == ["One."]
    book.delete(waiting.id)
    assert book.bookmarks() == []
    assert book.undo() is not None
    stick.mkdir()
    assert book.settle() == []
    assert [(one.state, one.note) for one in book.bookmarks()] == [("written", "One.")]
    assert book.undo() is not None, "the first write was the bookmark itself"
    assert book.bookmarks() == []
    book.close()
