"""Other programs write the notes file too: editors, synchronisers, the person's own scripts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import NotesUnavailableError
from index.notes import durable
from index.notes.notebook import Notebook
from tests.faults.system import System
from tests.index.notes.samples import BODY, article_of

ARTICLE = article_of(BODY)
FIRST = (0, 40)
SECOND = (BODY.index('"Everybody'), BODY.index(" Nobody"))


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes.md"


@pytest.fixture
def book(notes: Path, tmp_path: Path) -> Iterator[Notebook]:
    opened = Notebook.open(notes, tmp_path / "state.db")
    yield opened
    opened.close()


def put_in_place(path: Path, data: bytes) -> None:
    """Saves as most editors do: a new file that takes the name of the old one."""
    new = path.with_name("editor.tmp")
    new.write_bytes(data)
    new.replace(path)


def test_the_next_bookmark_goes_to_the_file_that_an_editor_put_in_place(
    book: Notebook, notes: Path
) -> None:
    """Rows 60–64."""
    book.bookmark(ARTICLE, *FIRST)
    changed = notes.read_bytes() + b"\nMy thought.\n"
    put_in_place(notes, changed)
    assert book.bookmark(ARTICLE, *SECOND).state == "written"
    assert notes.read_bytes().startswith(changed)
    assert len(book.bookmarks()) == 2


def test_an_old_buffer_saved_over_ours_is_noticed_and_offered_back(
    book: Notebook, notes: Path
) -> None:
    """Rows 60–64."""
    book.bookmark(ARTICLE, *FIRST)
    buffer = notes.read_bytes()
    lost = book.bookmark(ARTICLE, *SECOND, note="Ask again.").bookmark
    notes.write_bytes(buffer + b"\nTyped in the old buffer.\n")
    assert [one.id for one in book.vanished()] == [lost.id]
    assert notes.read_bytes() == buffer + b"\nTyped in the old buffer.\n", "not put back unasked"
    assert book.restore(lost.id).state == "written"
    assert book.vanished() == []
    [back] = [one for one in book.bookmarks() if one.id == lost.id]
    assert (back.exact, back.note) == (lost.exact, "Ask again.")
    assert b"Typed in the old buffer." in notes.read_bytes()


def test_a_block_that_a_person_took_out_can_be_agreed_to(book: Notebook, notes: Path) -> None:
    gone = book.bookmark(ARTICLE, *FIRST).bookmark
    notes.write_bytes(b"Nothing is left.\n")
    book.forget(gone.id)
    assert book.vanished() == []
    assert notes.read_bytes() == b"Nothing is left.\n"


def test_a_change_from_outside_shows_in_the_signature(book: Notebook, notes: Path) -> None:
    book.bookmark(ARTICLE, *FIRST)
    before = book.signature()
    assert book.signature() == before
    put_in_place(notes, notes.read_bytes() + b"\nMore.\n")
    assert book.signature() != before


def test_a_note_edited_by_hand_is_read(book: Notebook, notes: Path) -> None:
    book.bookmark(ARTICLE, *FIRST, note="First thought.")
    put_in_place(notes, notes.read_bytes().replace(b"First thought.", b"Second thought."))
    assert [one.note for one in book.bookmarks()] == ["Second thought."]


class Interloper(System):
    """The system, in which another program saves the file just before it is replaced."""

    def __init__(self, notes: Path, data: bytes) -> None:
        self._notes, self._data = notes, data

    def fchmod(self, descriptor: int, mode: int) -> None:
        """Called after the temporary file is made, before it takes the place of the old one."""
        os.fchmod(descriptor, mode)
        put_in_place(self._notes, self._data)


def test_an_edit_during_a_rewrite_is_not_overwritten(
    book: Notebook, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows 60–64."""
    kept = book.bookmark(ARTICLE, *FIRST, note="Before.").bookmark
    saved = notes.read_bytes() + b"\nSaved meanwhile.\n"
    with monkeypatch.context() as patched:
        patched.setattr(durable, "os", Interloper(notes, saved))
        with pytest.raises(NotesUnavailableError, match="changed by another program"):
            book.edit(kept.id, note="After.")
    assert notes.read_bytes() == saved
    book.edit(kept.id, note="After.")
    assert notes.read_bytes() == saved.replace(b"Before.", b"After.")


def test_links_are_followed_and_stay_links(tmp_path: Path) -> None:
    """Rows 60–64."""
    real = tmp_path / "vault" / "reading.md"
    real.parent.mkdir()
    real.write_bytes(b"Mine.\n")
    link = tmp_path / "notes.md"
    link.symlink_to(real)
    book = Notebook.open(link, tmp_path / "state.db")
    made = book.bookmark(ARTICLE, *FIRST)
    book.edit(made.bookmark.id, note="Rewritten.")
    assert link.is_symlink()
    assert real.read_bytes().startswith(b"Mine.\n")
    assert b"Rewritten." in real.read_bytes()
    assert (real.parent / ".reading.md.lock").exists(), "both names share one lock"
    book.close()


def test_a_second_name_keeps_pace_and_is_never_cut_off(
    book: Notebook, notes: Path, tmp_path: Path
) -> None:
    """Rows 60–64."""
    book.bookmark(ARTICLE, *FIRST)
    other = tmp_path / "other.md"
    other.hardlink_to(notes)
    made = book.bookmark(ARTICLE, *SECOND)
    assert other.read_bytes() == notes.read_bytes()
    with pytest.raises(NotesUnavailableError, match="hard link"):
        book.edit(made.bookmark.id, note="No.")
    assert other.samefile(notes)
    assert book.undo() is not None, "what only gets shorter is cut in place"
    assert other.samefile(notes)
    assert len(book.bookmarks()) == 1


def test_the_mode_of_the_file_stays(book: Notebook, notes: Path) -> None:
    """Rows 60–64."""
    notes.write_bytes(b"Mine.\n")
    notes.chmod(0o640)
    made = book.bookmark(ARTICLE, *FIRST)
    book.edit(made.bookmark.id, note="Rewritten.")
    book.bookmark(ARTICLE, *SECOND)
    book.delete(made.bookmark.id)
    assert notes.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "mine",
    [
        b"",
        b"No line end: 212",
        b"\xef\xbb\xbfWith a mark of byte order.\n",
        b"Windows\r\nline ends\r\n",
        b"caf\xe9 in latin-1, \xff\xfe, \x00\n",
        b"---\ntitle: mine\n---\n\n# Mine\n",
        b"\n\n\n",
        b"> [!quote] my own\n> words\n\n^nr-3f9a2c\n",
        b"```\nan open fence\n",
    ],
)
def test_what_was_there_stays_byte_for_byte(book: Notebook, notes: Path, mine: bytes) -> None:
    """Rows 60–64."""
    notes.write_bytes(mine)
    one = book.bookmark(ARTICLE, *FIRST, note="One.").bookmark
    two = book.bookmark(ARTICLE, *SECOND).bookmark
    more = b"Typed below." + (b"\r\n" if b"\r\n" in mine else b"\n")
    with notes.open("ab") as file:
        file.write(more)
    book.edit(one.id, note="Other.", tags=["t"])
    book.delete(two.id)
    data = notes.read_bytes()
    assert data.startswith(mine)
    assert data.endswith(more)
    assert [found.note for found in book.bookmarks()] == ["Other."]
    if b"\r\n" in mine:
        assert data.count(b"\n") == data.count(b"\r\n")


def test_a_passage_that_forges_our_markers_stays_in_its_quote(book: Notebook, notes: Path) -> None:
    """Row 66."""
    true = book.bookmark(ARTICLE, *FIRST).bookmark
    forged = notes.read_text(encoding="utf-8")
    forger = article_of(f"A report.\n{forged}\nEnd of it.", "forger")
    made = book.bookmark(forger, 0, len(forger.body), note=forged, tags=[forged]).bookmark
    assert [one.id for one in book.bookmarks()] == [true.id, made.id]
    assert book.bookmarks()[1].exact == forger.body
    book.delete(made.id)
    assert notes.read_text(encoding="utf-8") == f"{forged}\n"


def test_undo_after_somebody_wrote_below(book: Notebook, notes: Path) -> None:
    book.bookmark(ARTICLE, *FIRST)
    before = notes.read_bytes()
    book.bookmark(ARTICLE, *SECOND)
    with notes.open("ab") as file:
        file.write(b"\nTyped below.\n")
    assert book.undo()
    assert notes.read_bytes() == before + b"\nTyped below.\n"


def test_undo_of_a_deletion_puts_the_block_back_where_it_was(book: Notebook, notes: Path) -> None:
    one = book.bookmark(ARTICLE, *FIRST, note="One.").bookmark
    book.bookmark(ARTICLE, *SECOND)
    before = notes.read_bytes()
    book.delete(one.id)
    assert len(book.bookmarks()) == 1
    assert book.undo()
    assert notes.read_bytes() == before
    assert book.vanished() == []


def test_undo_of_an_edit(book: Notebook, notes: Path) -> None:
    one = book.bookmark(ARTICLE, *FIRST, note="One.", tags=["a"]).bookmark
    before = notes.read_bytes()
    edited = book.edit(one.id, note="Two.")
    assert (edited.note, edited.tags) == ("Two.", ("a",))
    assert book.undo()
    assert notes.read_bytes() == before


def test_a_block_changed_by_hand_is_left_to_the_editor(book: Notebook, notes: Path) -> None:
    one = book.bookmark(ARTICLE, *FIRST, note="Kept.").bookmark
    changed = notes.read_bytes().replace(b"> [!quote]", b"> [!important]")
    put_in_place(notes, changed)
    for act in (lambda: book.edit(one.id, note="x"), lambda: book.delete(one.id), book.undo):
        with pytest.raises(NotesUnavailableError, match="changed by hand"):
            act()
    assert notes.read_bytes() == changed
    [listed] = book.bookmarks()
    assert (listed.id, listed.exact, listed.note) == (one.id, one.exact, "Kept.")


def test_what_cannot_be_undone_does_not_stand_in_the_way(book: Notebook, notes: Path) -> None:
    book.bookmark(ARTICLE, *FIRST)
    book.bookmark(ARTICLE, *SECOND)
    first_only = book.bookmarks()[1].exact.encode()
    put_in_place(notes, notes.read_bytes().replace(b"> " + first_only, b"> Rewritten by hand"))
    with pytest.raises(NotesUnavailableError, match="changed by hand"):
        book.undo()
    assert book.undo() is not None
    assert [one.exact.encode() for one in book.bookmarks()] == [first_only]


def test_a_file_that_was_renamed_in_the_folder_of_notes_has_not_vanished(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    book = Notebook.open(state=tmp_path / "state.db", notes_dir=folder)
    path = book.bookmark(ARTICLE, *FIRST).path
    path.rename(folder / "My ferry.md")
    assert book.vanished() == []
    assert len(book.bookmarks()) == 1
    book.close()


def test_nothing_has_vanished_while_the_disk_is_not_there(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    book = Notebook.open(stick / "notes.md", tmp_path / "state.db")
    book.bookmark(ARTICLE, *FIRST)
    stick.rename(tmp_path / "pulled out")
    assert book.vanished() == []
    assert book.bookmark(ARTICLE, *SECOND).state == "pending"
    assert book.bookmark(ARTICLE, *SECOND).state == "pending"
    assert book.undo() is not None
    (tmp_path / "pulled out").rename(stick)
    assert [one.exact for one in book.bookmarks()] == [BODY[:40]]
    assert book.undo() is not None
    assert book.undo() is None
    book.close()


class EarlyInterloper(Interloper):
    """Another program saves the file just before ours is opened for a bookmark, once."""

    def __init__(self, notes: Path, data: bytes) -> None:
        super().__init__(notes, data)
        self._saved = False

    def open(self, path: Path, flags: int, mode: int = 0o777) -> int:
        """As `os.open`."""
        if flags & os.O_APPEND and not self._saved:
            self._saved = True
            put_in_place(self._notes, self._data)
        return os.open(path, flags, mode)


def test_a_file_saved_while_we_append_is_read_anew(
    book: Notebook, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows 60–64."""
    book.bookmark(ARTICLE, *FIRST)
    saved = notes.read_bytes() + b"\n# A new part\n"
    with monkeypatch.context() as patched:
        patched.setattr(durable, "os", EarlyInterloper(notes, saved))
        made = book.bookmark(ARTICLE, *SECOND)
    assert made.state == "written"
    assert notes.read_bytes().startswith(saved + b"\n## Ferry"), "a heading, under the new part"
    assert made.line is not None
    assert notes.read_bytes().split(b"\n")[made.line - 1].startswith(b"> [!quote]")


def test_an_edit_and_a_deletion_are_undone_in_a_file_that_others_wrote_to(
    book: Notebook, notes: Path
) -> None:
    one = book.bookmark(ARTICLE, *FIRST, note="One.").bookmark
    two = book.bookmark(ARTICLE, *SECOND, note="Two.").bookmark
    book.edit(one.id, note="Other.")
    book.delete(two.id)
    with notes.open("ab") as file:
        file.write(b"\nTyped below.\n")
    assert "Bookmark put back" in str(book.undo())
    assert "as they were before" in str(book.undo())
    assert [(found.id, found.note) for found in book.bookmarks()] == [
        (one.id, "One."),
        (two.id, "Two."),
    ]
    assert b"Typed below." in notes.read_bytes()
