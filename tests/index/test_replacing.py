"""A file that is replaced is whole at every moment."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from index.replacing import replace_text


def test_mode_and_link_stay(tmp_path: Path) -> None:
    real = tmp_path / "real.md"
    real.write_text("old")
    real.chmod(0o640)
    link = tmp_path / "page.md"
    link.symlink_to(real)
    replace_text(link, "new\r\nЛьгов\n")
    assert link.is_symlink()
    assert real.read_bytes() == "new\r\nЛьгов\n".encode()
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.md", "real.md"]


def test_a_disk_that_is_full_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "page.md"
    file.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_text(file, "new")
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_a_new_file_is_for_all_to_read(tmp_path: Path) -> None:
    replace_text(tmp_path / "page.md", "new")
    assert (tmp_path / "page.md").stat().st_mode & 0o777 == 0o644
