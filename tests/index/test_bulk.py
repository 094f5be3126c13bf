"""A sync in a process of its own does the same, and its end is never a riddle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index import examination
from index.errors import ResourceError
from index.library import Library
from index.sync import SyncProgress


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for number in range(45):
        (folder / f"a{number:02}.txt").write_text(f"Zebra number {number} was seen in Kursk.")
    (folder / "bad.txt").write_bytes(bytes(99))
    (folder / "sources.toml").write_text('["a00.txt"]\nsource = "Example News"\nsorce = "x"\n')
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_it_does_what_a_sync_does(folder: Path, cache: Path) -> None:
    steps: list[SyncProgress] = []
    with Library.open([folder], cache=cache) as library:
        library.bulk = 10
        report = library.sync(steps.append)
        assert (report.added, report.articles) == (45, 45)
        assert [Path(failure.path).name for failure in report.failed] == ["bad.txt"]
        assert "write source" in library.notices[0]
        assert library.article("a00").source == "Example News"
        assert library.facts("a07").sentences
        assert library.search("zebra", limit=100).total == 45
        (folder / "a00.txt").unlink()
        report = library.sync(steps.append)
        assert (report.removed, report.articles) == (1, 44)
        assert library.search("zebra", limit=100).total == 44
    assert [(step.done, step.total) for step in steps] == [(20, 46), (40, 46), (46, 46)]


@pytest.mark.parametrize(("files", "size"), [(1, 1_000_000), (1_000, 1), (1_000, 1_000_000)])
def test_however_far_the_pool_may_be_ahead_the_order_is_kept(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, files: int, size: int
) -> None:
    monkeypatch.setattr(examination, "_AHEAD", files)
    monkeypatch.setattr(examination, "_BYTES_AHEAD", size)
    seen: list[str] = []
    with Library.open([folder], cache=cache) as library:
        library.processes = 2
        report = library.sync(lambda step: seen.append(step.path.name))
        assert (report.added, len(report.failed)) == (45, 1)
        assert library.article("a07").body == "Zebra number 7 was seen in Kursk."
    assert seen == sorted(seen)
    assert len(seen) == 46


def test_it_tries_failed_files_once_more_where_that_is_asked(folder: Path, cache: Path) -> None:
    with Library.open([folder], cache=cache) as library:
        library.sync()
        library.bulk = 1
        seen: list[SyncProgress] = []
        assert len(library.sync(seen.append).failed) == 1
        assert not seen
        assert len(library.sync(seen.append, retry=True).failed) == 1
        assert [step.path.name for step in seen] == ["bad.txt"]


def test_a_child_that_dies_is_told_with_the_mend(
    folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 7\n")
    broken.chmod(0o755)
    with Library.open([folder], cache=cache) as library:
        library.bulk = 10
        with monkeypatch.context() as patch:
            patch.setattr(sys, "executable", str(broken))
            with pytest.raises(ResourceError, match=r"exit code 7.*goes on where it stopped"):
                library.sync()
        assert library.sync().articles == 45


def test_an_error_of_the_child_is_its_sentence(folder: Path, cache: Path) -> None:
    with Library.open([folder], cache=cache) as library:
        library.bulk = 10
        library._places = [folder, folder / "gone"]
        (folder / "gone").mkdir()
        sync = library._synchronise
        (folder / "gone").rmdir()
        with pytest.raises(ResourceError, match="no file or folder"):
            sync(None, retry=False)


def test_an_exception_in_the_progress_stops_it_and_the_next_sync_goes_on(
    folder: Path, cache: Path
) -> None:
    def stop(_: SyncProgress) -> None:
        raise KeyboardInterrupt

    with Library.open([folder], cache=cache) as library:
        library.bulk = 10
        with pytest.raises(KeyboardInterrupt):
            library.sync(stop)
        assert library.sync().articles == 45


def test_no_process_outlives_a_kill(folder: Path, cache: Path) -> None:
    script = (
        "import os, signal, sys\n"
        "from index.library import Library\n"
        "from pathlib import Path\n"
        "with Library.open([sys.argv[1]], cache=Path(sys.argv[2])) as library:\n"
        "    library.bulk = 10\n"
        "    library.sync(lambda _: print('begun', flush=True) or __import__('time').sleep(60))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder), str(cache)], stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout
        parent.stdout.readline()
        (child,) = children_of(parent.pid)
        workers = children_of(child)
        os.kill(child, signal.SIGKILL)
        parent.kill()
    deadline = time.monotonic() + 20
    assert workers
    while any(map(is_running, workers)):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_running(process: int) -> bool:
    """Whether it is there, and not only waiting to be buried."""
    done = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return bool(done.stdout.strip()) and not done.stdout.startswith("Z")


def children_of(process: int) -> list[int]:
    """The processes that `process` has started, but for the interpreter's own resource tracker."""
    done = subprocess.run(
        ["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    )
    rows = [line.split(None, 2) for line in done.stdout.splitlines()]
    return [
        int(pid)
        for pid, parent, *words in rows
        if int(parent) == process and "tracker" not in str(words) and " ps " not in f" {words[0]} "
    ]


def test_modules_of_the_current_folder_are_never_run(
    folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = tmp_path / "trap"
    (trap / "index").mkdir(parents=True)
    for name in ("index/__init__.py", "index/bulk_child.py", "json.py", "sqlite3.py"):
        (trap / name).write_text(f"open({str(tmp_path / 'sprung')!r}, 'w').close()\n")
    monkeypatch.chdir(trap)
    with Library.open([folder], cache=cache) as library:
        library.bulk = 10
        assert library.sync().articles == 45
    assert not (tmp_path / "sprung").exists()
