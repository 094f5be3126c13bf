"""Which files a library holds, and what they are called."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sources.scan import assign_ids, scan


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Troops came.")


def names(folder: Path, **options: list[Path]) -> list[str]:
    return sorted(os.path.relpath(path, folder) for path in scan([folder], **options).files)


def test_what_is_an_article_and_what_is_not(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.md", "world/c.TXT", "world/deep/d.markdown")
    write(tmp_path, "README.md", "changelog.txt", "LICENSE.txt", ".hidden.txt", ".git/e.txt")
    write(tmp_path, "sources.toml", "picture.png", "notes.md", "noending")
    found = names(tmp_path, leave_out=[tmp_path / "notes.md"])
    assert found == ["a.md", "b.txt", "world/c.TXT", "world/deep/d.markdown"]


def test_links_are_not_followed_and_those_that_lead_out_are_counted(tmp_path: Path) -> None:
    library, outside = tmp_path / "library", tmp_path / "outside"
    write(library, "a.txt")
    write(outside, "secret.txt")
    (library / "same.txt").symlink_to(library / "a.txt")
    (library / "out.txt").symlink_to(outside / "secret.txt")
    (library / "parent").symlink_to(tmp_path)
    (library / "loop").symlink_to(library / "loop")
    (library / "passwd.txt").symlink_to("/etc/passwd")
    found = scan([library])
    assert [Path(path).name for path in found.files] == ["a.txt"]
    assert found.links_out >= 3


def test_fifos_and_folders_with_such_names_are_passed_by(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    assert names(tmp_path) == ["a.txt"]


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    found = scan([tmp_path, tmp_path / "a.txt"]).files
    assert sorted(Path(path).name for path in found) == ["a.txt", "b.txt"]


def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Troops came.")
    found = scan([tmp_path]).roots
    assert list(assign_ids(found).values()) == ["caf\ufffd"]


def test_sources_toml_is_noted_with_its_time(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "sources.toml")
    assert scan([tmp_path]).declarations.keys() == {str(tmp_path / "sources.toml")}
    assert scan([tmp_path / "a.txt"]).declarations.keys() == {str(tmp_path / "sources.toml")}


def ids(*paths: str, root: str = "/news") -> list[str]:
    return list(assign_ids({f"{root}/{path}": root for path in paths}).values())


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a.txt"], ["a"]),
        (["world/a.txt", "a.txt"], ["a", "world/a"]),
        (["a.txt", "a.md", "b.txt"], ["a.md", "a.txt", "b"]),
        (["a.b.txt"], ["a.b"]),
    ],
)
def test_an_id_is_the_path_without_its_ending(paths: list[str], expected: list[str]) -> None:
    assert sorted(ids(*paths)) == expected


def test_two_folders_with_the_same_inside() -> None:
    files = {f"{root}/a.txt": root for root in ("/x/news", "/y/news", "/z/old")}
    assert sorted(assign_ids(files).values()) == ["news-2/a.txt", "news/a.txt", "old/a.txt"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["/x/n", "/y/n", "/n"]), st.text("ab./", min_size=1, max_size=6)),
        unique=True,
    )
)
def test_ids_are_unique_and_do_not_depend_on_the_order(places: list[tuple[str, str]]) -> None:
    files = {f"{root}/{name.strip('/')}x.txt": root for root, name in places}
    given_ids = assign_ids(files)
    assert len(set(given_ids.values())) == len(files)
    assert assign_ids(dict(reversed(files.items()))) == given_ids


@pytest.mark.parametrize("alone", [False, True], ids=["in a folder", "named alone"])
def test_a_file_that_vanishes_during_the_scan_is_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, alone: bool
) -> None:
    write(tmp_path, "a.txt", "b.txt")
    look = os.lstat

    def vanishing(path: str) -> os.stat_result:
        if path.endswith("a.txt"):
            (tmp_path / "a.txt").unlink(missing_ok=True)
        return look(path)

    monkeypatch.setattr("index.sources.scan.os.lstat", vanishing)
    found = scan([tmp_path / "a.txt", tmp_path / "b.txt"] if alone else [tmp_path])
    assert [Path(path).name for path in found.files] == ["b.txt"]
    assert found.unreadable == {}


def test_a_file_that_cannot_be_looked_at_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.txt", "b.txt")
    look = os.lstat

    def failing(path: str) -> os.stat_result:
        if path.endswith("a.txt"):
            raise OSError(errno.EIO, os.strerror(errno.EIO), path)
        return look(path)

    monkeypatch.setattr("index.sources.scan.os.lstat", failing)
    found = scan([tmp_path])
    assert [Path(path).name for path in found.files] == ["b.txt"]
    reason = "could not be looked at: input/output error"
    assert found.unreadable == {str(tmp_path / "a.txt"): reason}
