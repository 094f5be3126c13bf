"""Only plain files of a bounded size are read."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from index.errors import InputError
from index.sources.files import read_file


def test_content_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Troops\r\n")
    found = read_file(path, 100)
    assert found.content == b"Troops\r\n"
    assert found.sha256 == hashlib.sha256(b"Troops\r\n").hexdigest()


def test_a_fifo_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match="no plain file"):
        read_file(tmp_path / "pipe.txt", 100)


def test_a_device_is_not_read() -> None:
    with pytest.raises(InputError, match="no plain file"):
        read_file(Path("/dev/zero"), 100)


def test_a_sparse_giant_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "giant.txt").open("wb") as file:
        file.truncate(10_000_000_000)
    with pytest.raises(InputError, match="too large: 10,000"):
        read_file(tmp_path / "giant.txt", 5_000_000)


def test_a_link_is_followed_only_where_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("words")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    assert read_file(tmp_path / "link.txt", 100).content == b"words"
    with pytest.raises(InputError):
        read_file(tmp_path / "link.txt", 100, follow=False)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("missing.txt", "is not there"), ("nul\0.txt", "name"), ("x" * 300, "long")],
)
def test_a_name_that_cannot_be_opened_is_told(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_file(tmp_path / name, 100)


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"folder|plain file"):
        read_file(tmp_path, 100)


@pytest.mark.skipif(not Path("/proc/self/smaps").exists(), reason="there is no such file here")
def test_a_file_that_is_longer_than_its_size_is_refused() -> None:
    """As one is that grows while it is read; the size of this one is always said to be 0."""
    with pytest.raises(InputError, match="too large"):
        read_file(Path("/proc/self/smaps"), 1000)
