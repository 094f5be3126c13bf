"""The system itself refuses a call, or kills the program in it: strace has it do so, one by one.

Rows 57 and 65 of the table of threats and faults (docs/safety.md).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from index.notes import scan
from tests.faults import notes_act
from tests.faults.notes_act import MINE, NEW, OLD, opened

ON_THE_FILE = ["openat", "newfstatat", "read", "write", "fsync", "flock", "close"]
"""Calls of a bookmark; made to fail on the notes file and its lock alone."""
LASTING = ["fsync", "fdatasync", "ftruncate", "rename", "fchmod", "flock", "pwrite64"]
"""Calls that change what lasts; on any file: the temporary one of a rewrite, and the journal."""


@cache
def can_trace() -> bool:
    strace = shutil.which("strace")
    if strace is None:
        return False
    tried = subprocess.run([strace, "-qq", "-e", "trace=none", "true"], check=False)
    return tried.returncode == 0


pytestmark = pytest.mark.skipif(not can_trace(), reason="this system has no strace, or forbids it")


def traced(folder: Path, act: str, call: str, fault: str, paths: Sequence[str]) -> tuple[str, bool]:
    """What the program said while one of its calls had the fault, and whether one had."""
    log = folder / "log"
    only = [word for path in paths for word in ("-P", str(folder / path))]
    faulty = ["-e", f"trace={call}", "-e", f"inject={call}:{fault}"]
    strace = ["strace", "-f", "-qq", "-o", str(log), *faulty]
    ended = subprocess.run(
        [*strace, *only, sys.executable, "-m", "tests.faults.notes_act", act, str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    traces = log.read_text(encoding="utf-8")
    return ended.stdout.strip(), "INJECTED" in traces or "killed by SIGKILL" in traces


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prepared")
    notes_act.prepare(folder)
    return folder


def holds(folder: Path, act: str, said: str) -> None:
    """What must be true after a write that had a fault, and at the next start."""
    left = (folder / "notes.md").read_bytes()
    assert left.startswith(MINE)
    if act == "correct":
        file = folder / "rulings.toml"
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        kept = tomllib.loads(text).get("correction", []) if said == "done" or text else []
        assert [one["exact"] for one in kept] == ["212"] * (said == "done" or len(kept))
    book = opened(folder)
    assert book.notices == []
    data = (folder / "notes.md").read_bytes()
    records = scan.records(data)
    bookmarks = book.bookmarks()
    book.close()
    assert len(bookmarks) == len(records) == data.count(b"> [!quote]"), "a torn block is left"
    kept_notes = {bookmark.exact: bookmark.note for bookmark in bookmarks}
    allowed: dict[str, list[dict[str, str]]] = {
        "add": [{OLD: "One.", NEW: "Two."}, {OLD: "One."}],
        "edit": [{OLD: "Other."}, {OLD: "One."}],
        "delete": [{}, {OLD: "One."}],
        "undo": [{OLD: "One."}, {OLD: "One.", NEW: "Two."}],
        "correct": [{OLD: "One."}],
    }
    assert kept_notes in allowed[act][: 1 if said == "done" else 2]


def rounds(
    folder: Path, prepared: Path, act: str, call: str, fault: str, paths: Sequence[str] = ()
) -> int:
    """Does `act` again and again, each time with the fault one call later; how many had one."""
    for number in range(1, 80):
        own = folder / f"{call}-{number}"
        own.mkdir()
        shutil.copy(prepared / "notes.md", own)
        said, hit = traced(own, act, call, f"{fault}:when={number}", paths)
        holds(own, act, said)
        if not hit:
            assert said == "done"
            return number - 1
        shutil.rmtree(own)
    pytest.fail("the write never came to its end")


@pytest.mark.parametrize(
    ("act", "call"), [("add", "write"), ("add", "fsync"), ("edit", "rename"), ("correct", "fsync")]
)
def test_the_system_refuses_what_matters_most(
    act: str, call: str, tmp_path: Path, prepared: Path
) -> None:
    """Row 65: no false acknowledgement, and never less in the file than before."""
    paths = ["notes.md"] if call == "write" else []
    assert rounds(tmp_path, prepared, act, call, "error=ENOSPC", paths) > 0


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["error=EIO", "signal=KILL"])
def test_each_call_of_a_bookmark_on_the_file(fault: str, tmp_path: Path, prepared: Path) -> None:
    """Rows 57 and 65: every call on the notes file and its lock, refused, or the last one made."""
    paths = ["notes.md", ".notes.md.lock"]
    had = [rounds(tmp_path, prepared, "add", call, fault, paths) for call in ON_THE_FILE]
    assert sum(had) > 12


@pytest.mark.slow
@pytest.mark.parametrize("act", ["add", "edit", "delete", "undo", "correct"])
@pytest.mark.parametrize("fault", ["error=ENOSPC", "signal=KILL"])
def test_each_lasting_call_of_each_write(
    act: str, fault: str, tmp_path: Path, prepared: Path
) -> None:
    """Rows 57 and 65: refused, or the program killed in the midst of it."""
    had = [rounds(tmp_path, prepared, act, call, fault) for call in LASTING]
    assert sum(had) > 1
