"""What a person says of an article goes into sources.toml, and nothing else there changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.declaring import declare
from index.errors import InputError, ResourceError, UsageError
from index.sources.declared import read_declarations

KEPT = """\
# Mine.
["a.txt"]   # the first
source = "Harbour Post" # by post
published = 2024-10-29

["b.txt"]
title = "B"
"""


def test_a_new_file_is_made(tmp_path: Path) -> None:
    written = declare(tmp_path / "a.txt", {"source": "The [Post]", "published": "29 October 2024"})
    assert written == tmp_path / "sources.toml"
    assert written.read_text() == '["a.txt"]\nsource = "The [Post]"\npublished = 2024-10-29\n'


def test_one_value_changes_and_every_comment_stays(tmp_path: Path) -> None:
    file = tmp_path / "sources.toml"
    file.write_text(KEPT)
    file.chmod(0o640)
    declare(tmp_path / "a.txt", {"source": "Ledger", "published": "2024-10-29", "timezone": ""})
    assert file.read_text() == KEPT.replace("Harbour Post", "Ledger")
    assert file.stat().st_mode & 0o777 == 0o640
    declare(
        tmp_path / "b.txt", {"published": "2024-11-04T14:30:00-04:00", "timezone": "Asia/Seoul"}
    )
    stated = read_declarations(tmp_path)
    assert stated.problems == []
    assert stated.of("b.txt") == {
        "title": "B",
        "published": "2024-11-04T14:30:00-04:00",
        "timezone": "Asia/Seoul",
    }
    assert stated.of("a.txt")["source"] == "Ledger"


def test_an_empty_value_takes_the_key_out(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(KEPT)
    declare(tmp_path / "a.txt", {"source": " "})
    assert "source" not in read_declarations(tmp_path).of("a.txt")


@pytest.mark.parametrize(
    ("stated", "named"),
    [
        ({"published": "soon"}, "published = 'soon' is no date"),
        ({"timezone": "Mars/Base"}, "timezone = 'Mars/Base' is no zone"),
    ],
)
def test_a_value_that_cannot_be_is_refused(
    tmp_path: Path, stated: dict[str, str], named: str
) -> None:
    with pytest.raises(UsageError, match=named):
        declare(tmp_path / "a.txt", stated)
    assert not (tmp_path / "sources.toml").exists()


@pytest.mark.parametrize("bad", ["[a", '"a.txt" = 5\n'])
def test_a_file_that_is_wrong_is_left_as_it_is(tmp_path: Path, bad: str) -> None:
    (tmp_path / "sources.toml").write_text(bad)
    with pytest.raises(InputError, match=r"sources\.toml"):
        declare(tmp_path / "a.txt", {"source": "Ledger"})
    assert (tmp_path / "sources.toml").read_text() == bad


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").mkdir()
    with pytest.raises(ResourceError, match=r"sources\.toml cannot be read"):
        declare(tmp_path / "a.txt", {"source": "Ledger"})
    with pytest.raises(ResourceError, match="nothing was changed"):
        declare(tmp_path / "missing" / "a.txt", {"source": "Ledger"})
    assert [path.name for path in tmp_path.iterdir()] == ["sources.toml"]
