"""A notes file that cannot be written stays as it was; the bookmark waits; the person is told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import NotesUnavailableError, ResourceError
from index.notes import durable
from index.notes.bookmark import BookmarkResult
from index.notes.notebook import Notebook
from index.state import State
from tests.index.notes.samples import BODY, article_of

MINE = b"# My own notes\n\n212 people.\n"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user of the machine can enter."""
    folder = Path(tempfile.mkdtemp(prefix="newsreader-test-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def bookmark(notes: Path, state: Path) -> BookmarkResult:
    """One bookmark in a fresh session."""
    book = Notebook.open(notes, state)
    try:
        return book.bookmark(article_of(BODY), 0, 40)
    finally:
        book.close()


PRELUDE = [
    "import os, resource",
    "from pathlib import Path",
    "from tests.faults.test_notes_disk import bookmark, waits",
    "from index.notes.notebook import Notebook",
    "from index.errors import NotesUnavailableError",
]


def in_a_process(program: str, *, ordinary_user: bool = False) -> None:
    """Runs a program that may set limits of its own; as root, which no file mode stops, it first
    becomes an ordinary user."""
    prelude = list(PRELUDE)
    if ordinary_user and os.geteuid() == 0:
        prelude += ["os.setgid(65534)", "os.setuid(65534)"]
    subprocess.run([sys.executable, "-B", "-c", "\n".join([*prelude, program])], check=True)


def waits(result: BookmarkResult, *words: str) -> None:
    """Asserts that the bookmark waits, and that the message says why."""
    assert result.state == "pending"
    assert result.line is None
    for word in ("Kept, but not in the file yet", *words):
        assert word in result.message


def test_a_full_disk(tmp_path: Path) -> None:
    """Rows 58–59. The limit is real: the system takes a part of the block, then refuses."""
    notes = tmp_path / "notes.md"
    mine = MINE + b"x" * 400_000 + b"\n"
    notes.write_bytes(mine)
    in_a_process(
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(mine) + 500}, resource.RLIM_INFINITY))\n"
        f"result = bookmark(Path({str(notes)!r}), Path({str(tmp_path / 'state.db')!r}))\n"
        "waits(result, 'disk is full', 'free')\n"
    )
    assert notes.read_bytes() == mine
    written = Notebook.open(notes, tmp_path / "state.db")
    assert [one.state for one in written.bookmarks()] == ["written"]
    assert notes.read_bytes().startswith(mine)
    written.close()


ON_A_SMALL_DISK = """
import subprocess, sys
def fill(disk):
    with (disk / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"x" * 512)
        except OSError:
            pass

disk = Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk], check=True)
notes, state = disk / "notes.md", Path(sys.argv[2])
size = os.statvfs(disk).f_frsize
mine = (b"My own words. " * 8 * size)[: 8 * size - 40] + b"\\n"
notes.write_bytes(mine)
fill(disk)
book = Notebook.open(notes, state)
result = book.bookmark(article_of(BODY), 0, len(BODY), note="Kept. " * 200)
waits(result, "disk is full", "free")
assert notes.read_bytes() == mine
book.close()
(disk / "filler").unlink()
book = Notebook.open(notes, state)
assert book.notices == []
assert [one.state for one in book.bookmarks()] == ["written"]
assert notes.read_bytes().startswith(mine)
before = notes.read_bytes()
fill(disk)
try:
    book.edit(result.bookmark.id, note="More than the disk has room for. " * 200)
except NotesUnavailableError as error:
    assert "disk is full" in str(error), error
else:
    raise AssertionError("said to be written")
assert notes.read_bytes() == before
assert sorted(path.name for path in disk.iterdir()) == [".notes.md.lock", "filler", "notes.md"]
book.close()
print("held")
"""


def test_a_small_disk_that_is_full(tmp_path: Path) -> None:
    """Rows 58–59: a disk of its own, filled to the last byte, then freed."""
    if shutil.which("unshare") is None:
        pytest.skip("this system has no unshare, to mount a disk that nobody else sees")
    disk = tmp_path / "disk"
    disk.mkdir()
    program = "\n".join([*PRELUDE, "from tests.index.notes.samples import BODY, article_of"])
    alone = ["unshare", "--user", "--map-root-user", "--mount"]
    ended = subprocess.run(
        [*alone, sys.executable, "-c", program + ON_A_SMALL_DISK, disk, tmp_path / "state.db"],
        capture_output=True,
        text=True,
        check=False,
    )
    if "unshare" in ended.stderr or "mount:" in ended.stderr:
        pytest.skip(f"no disk can be mounted here: {ended.stderr.strip()}")
    assert ended.stdout == "held\n", ended.stderr


def test_a_limit_of_the_disk_while_rewriting(tmp_path: Path) -> None:
    """Rows 58–59."""
    notes = tmp_path / "notes.md"
    notes.write_bytes(MINE + b"x" * 400_000 + b"\n")
    result = bookmark(notes, tmp_path / "state.db")
    before = notes.read_bytes()
    in_a_process(
        f"book = Notebook.open(Path({str(notes)!r}), Path({str(tmp_path / 'state.db')!r}))\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before)}, resource.RLIM_INFINITY))\n"
        "try:\n"
        f"    book.edit({result.bookmark.id!r}, note='More than the disk has room for.')\n"
        "except NotesUnavailableError as error:\n"
        "    assert 'disk is full' in str(error)\n"
        "else:\n"
        "    raise AssertionError('said to be written')\n"
    )
    assert notes.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("*notes*")) == [".notes.md.lock", "notes.md"]


def test_a_file_that_may_not_be_written(open_folder: Path) -> None:
    """Rows 58–59."""
    notes = open_folder / "notes.md"
    notes.write_bytes(MINE)
    notes.chmod(0o444)
    in_a_process(
        f"result = bookmark(Path({str(notes)!r}), Path({str(open_folder / 'state.db')!r}))\n"
        f"waits(result, {str(notes)!r}, 'may not be written')",
        ordinary_user=True,
    )
    assert notes.read_bytes() == MINE


def test_a_folder_that_may_not_be_written(open_folder: Path) -> None:
    """Rows 58–59."""
    folder = open_folder / "locked"
    folder.mkdir()
    notes = folder / "notes.md"
    notes.write_bytes(MINE)
    folder.chmod(0o555)
    in_a_process(
        f"result = bookmark(Path({str(notes)!r}), Path({str(open_folder / 'state.db')!r}))\n"
        "waits(result, 'may not be written')",
        ordinary_user=True,
    )
    assert notes.read_bytes() == MINE


def test_a_folder_that_is_not_there_and_then_is(tmp_path: Path) -> None:
    """Rows 58–59."""
    notes = tmp_path / "stick" / "notes.md"
    waits(bookmark(notes, tmp_path / "state.db"), str(notes.parent), "is not there", "create it")
    assert not notes.parent.exists()
    notes.parent.mkdir()
    book = Notebook.open(notes, tmp_path / "state.db")
    assert book.notices == []
    assert [one.state for one in book.bookmarks()] == ["written"]
    book.close()


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    """Rows 58–59."""
    notes = tmp_path / "notes.md"
    notes.mkdir()
    waits(bookmark(notes, tmp_path / "state.db"), "is a folder", "notes_dir")
    assert list(notes.iterdir()) == []


def test_a_pipe_in_the_place_of_the_file(tmp_path: Path) -> None:
    """Rows 58–59."""
    notes = tmp_path / "notes.md"
    os.mkfifo(notes)
    waits(bookmark(notes, tmp_path / "state.db"), "pipe or a device")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_device_in_the_place_of_the_file(tmp_path: Path) -> None:
    """Rows 58–59. A device is behind the link; nothing is made beside it, not even a lock."""
    notes = tmp_path / "notes.md"
    notes.symlink_to("/dev/full")
    waits(bookmark(notes, tmp_path / "state.db"), "pipe or a device")
    assert not Path("/dev/.full.lock").exists()


def test_a_link_that_leads_in_a_circle(tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.symlink_to(tmp_path / "other.md")
    (tmp_path / "other.md").symlink_to(notes)
    waits(bookmark(notes, tmp_path / "state.db"), "link that leads nowhere")


def test_another_window_holds_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = tmp_path / "notes.md"
    notes.write_bytes(MINE)
    monkeypatch.setattr(durable, "PATIENCE", 0.05)
    with durable.locked(notes):
        waits(bookmark(notes, tmp_path / "state.db"), "held by another newsreader")
    assert notes.read_bytes() == MINE


def test_a_journal_that_cannot_be_opened_stops_no_bookmark(tmp_path: Path) -> None:
    state = tmp_path / "state.db"
    state.mkdir()
    book = Notebook.open(tmp_path / "notes.md", state)
    assert str(state) in book.notices[0]
    assert book.bookmark(article_of(BODY), 0, 40).state == "written"
    assert len(book.bookmarks()) == 1
    assert book.undo()
    assert book.bookmarks() == []
    book.close()


def test_neither_file_nor_journal_is_said_to_be_nothing(tmp_path: Path) -> None:
    state = tmp_path / "state.db"
    state.mkdir()
    book = Notebook.open(tmp_path / "missing" / "notes.md", state)
    with pytest.raises(NotesUnavailableError, match="was not kept"):
        book.bookmark(article_of(BODY), 0, 40)
    book.close()


def test_a_state_file_that_is_no_database_is_kept_aside(tmp_path: Path) -> None:
    state = tmp_path / "state.db"
    state.write_bytes(b"this is no database, and somebody may want it back" * 100)
    opened = State.open(state)
    opened.set_place("a", 7)
    assert opened.place("a") == 7
    opened.close()
    [aside] = tmp_path.glob("state.db.broken-*")
    assert aside.read_bytes().startswith(b"this is no database")


def test_a_state_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    opened = State.open(tmp_path / "state.db")
    with opened.transaction() as connection:
        connection.execute("PRAGMA user_version = 99")
    opened.close()
    before = (tmp_path / "state.db").read_bytes()
    with pytest.raises(ResourceError, match="newer newsreader"):
        State.open(tmp_path / "state.db")
    assert (tmp_path / "state.db").read_bytes() == before
