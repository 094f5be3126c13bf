"""Changes in the folders are noticed, and looking for them is cheap."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index import watch
from index.watch import FolderWatch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news" / "world").mkdir(parents=True)
    (tmp_path / "news" / "one.txt").write_text("One")
    (tmp_path / "news" / "world" / "two.txt").write_text("Two")
    return tmp_path / "news"


def quiet(folder: Path) -> FolderWatch:
    """A watch that has looked until all was as before."""
    watching = FolderWatch([folder])
    while watching.changed():
        pass
    return watching


CHANGES: dict[str, Callable[[Path], object]] = {
    "a new file": lambda folder: (folder / "new.txt").write_text("New"),
    "a new file deep inside": lambda folder: (folder / "world" / "new.txt").write_text("New"),
    "a file that went": lambda folder: (folder / "world" / "two.txt").unlink(),
    "a new name": lambda folder: (folder / "one.txt").rename(folder / "eins.txt"),
    "a new folder": lambda folder: (folder / "sport").mkdir(),
    "a folder that went": lambda folder: shutil.rmtree(folder / "world"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_comes_goes_or_moves_is_noticed_at_the_next_look(
    folder: Path, change: Callable[[Path], object]
) -> None:
    watching = quiet(folder)
    assert not watching.changed()
    change(folder)
    assert watching.changed()


def test_a_file_written_in_place_is_noticed_after_a_while(folder: Path) -> None:
    watching = quiet(folder)
    with (folder / "one.txt").open("a") as file:
        file.write(" more")
    assert any(watching.changed() for _ in range(watch._THOROUGH + 1))


def test_a_file_that_still_grows_is_looked_at_again(folder: Path) -> None:
    watching = quiet(folder)
    with (folder / "growing.txt").open("w") as file:
        file.write("half")
        file.flush()
        assert watching.changed()
        file.write(" and the rest")
        file.flush()
        assert watching.changed()


def test_looking_costs_one_question_a_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(300):
        (folder / "world" / f"more{number}.txt").write_text("More")
    watching = quiet(folder)
    asked: list[object] = []
    monkeypatch.setattr(os, "lstat", asked.append)
    monkeypatch.setattr(os, "scandir", asked.append)
    assert not watching.changed()
    assert asked == []


def test_single_files_are_watched(folder: Path) -> None:
    watching = FolderWatch([folder / "one.txt"])
    while watching.changed():
        pass
    (folder / "one.txt").unlink()
    assert watching.changed()


def test_a_folder_that_cannot_be_read_hides_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def refused(path: str) -> object:
        if path.endswith("world"):
            raise PermissionError
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    watching = quiet(folder)
    (folder / "new.txt").write_text("New")
    assert watching.changed()
