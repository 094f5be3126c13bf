"""Several windows bookmark at once; a window is killed while it bookmarks."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.notes import block, scan
from index.notes.notebook import Notebook

MINE = "# My own notes\n\nWritten before newsreader came, without a last line end: 212"


def writer(folder: Path, name: str, count: int, size: int, *options: str) -> subprocess.Popen[str]:
    """A process that bookmarks in `folder`."""
    command = [sys.executable, "-m", "tests.faults.notes_writer"]
    paths = [str(folder / "notes.md"), str(folder / "state.db")]
    return subprocess.Popen(
        [*command, *paths, name, str(count), str(size), *options],
        stdout=subprocess.PIPE,
        text=True,
    )


def blocks_and_rest(data: bytes) -> tuple[list[scan.Record], bytes]:
    """Our blocks in a file, and all else in it."""
    records = sorted(scan.records(data), key=lambda record: record.start)
    rest, behind = b"", 0
    for record in records:
        rest += data[behind : record.start]
        behind = record.end
    return records, rest + data[behind:]


def test_six_windows_keep_every_bookmark(tmp_path: Path) -> None:
    """Row 56: 6 processes × 100 bookmarks, 600 of 600."""
    (tmp_path / "notes.md").write_text(MINE, encoding="utf-8")
    windows = [writer(tmp_path, f"window{number}", 100, 80) for number in range(6)]
    said = [window.communicate(timeout=240)[0].split() for window in windows]
    assert [window.returncode for window in windows] == [0] * 6
    assert [len(ids) for ids in said] == [100] * 6
    data = (tmp_path / "notes.md").read_bytes()
    records, rest = blocks_and_rest(data)
    assert {record.id for record in records} == {name for ids in said for name in ids}
    assert len(records) == 600
    assert rest.decode().startswith(MINE)


def killed_rounds(folder: Path, rounds: int, size: int) -> int:
    """Kills a bookmarking process `rounds` times; how often that left a torn block behind."""
    chance = random.Random(size)
    notes = folder / "notes.md"
    notes.write_text(MINE, encoding="utf-8")
    acknowledged: set[str] = set()
    torn = 0
    for number in range(rounds):
        window = writer(folder, f"round{number}", 400, size, "--slowly")
        assert window.stdout is not None
        first = window.stdout.readline()  # it is at work now
        time.sleep(chance.uniform(0, 0.15))
        window.kill()
        said = (first + window.stdout.read()).split("\n")
        window.stdout.close()
        window.wait()
        acknowledged.update(said[:-1])
        left = notes.read_bytes()
        torn += not left.endswith(b"-->\n")
        assert left.decode().startswith(MINE)
        book = Notebook.open(notes, folder / "state.db")
        assert book.notices == []
        data = notes.read_bytes()
        records, rest = blocks_and_rest(data)
        assert acknowledged <= {record.id for record in records}
        assert all(record.bookmark() is not None for record in records)
        assert data.endswith(b"-->\n")
        assert rest.decode().startswith(MINE)
        assert b"> " not in rest, "a piece of a torn block is left"
        assert rest.count(block.COMMENT.encode()) == 0
        assert book.vanished() == []
        book.close()
    return torn


@pytest.mark.parametrize("size", [300, 4096, 60_000])
def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path, size: int) -> None:
    """Row 57, a short round."""
    killed_rounds(tmp_path, 4, size)


@pytest.mark.slow
@pytest.mark.parametrize("size", [300, 4096, 60_000])
def test_a_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path, size: int) -> None:
    """Row 57: killed 100 times at random moments, for short and long passages."""
    assert killed_rounds(tmp_path, 100, size) > 0, "no kill hit the middle of a write"
