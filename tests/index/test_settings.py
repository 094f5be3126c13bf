"""Settings: a wrong key costs itself only, and is told with file, line and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import SettingsError
from index.locations import config_file
from index.settings import Settings, read_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_the_defaults_hold() -> None:
    assert not config_file().exists()
    assert read_settings() == (Settings(), [])


def test_everything_that_can_be_set(file: Path, own_home: Path) -> None:
    file.write_text(
        '[library]\npath = ["~/news", "/archive"]\n'
        '[notes]\npath = "~/notes.md"\nnotes_dir = "/n"\n'
        '[keys]\npreset = "less"\n'
    )
    settings, problems = read_settings(file)
    assert settings.library.path == [own_home / "news", Path("/archive")]
    assert settings.notes.path == own_home / "notes.md"
    assert settings.notes.notes_dir == Path("/n")
    assert settings.keys == {"preset": "less"}
    assert problems == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[library]\npaths = 1", "line 2: library.paths is no setting; write path."),
        ("[libary]\npath = []", "line 1: libary is no setting; write library."),
        ("\n[library]\npath = 7", "line 3: library.path is left out"),
        ('[library]\npath = ["a", 7]', "line 2: library.path is left out"),
        ("notes = 3", "line 1: notes is left out"),
        ("[zzz]", "known are library, reader, notes, keys."),
    ],
)
def test_a_wrong_key_costs_itself_only(file: Path, line: str, told: str) -> None:
    file.write_text(f'{line}\n[keys]\n"help" = "f1"\n')
    settings, problems = read_settings(file)
    assert settings == Settings(keys={"help": "f1"})
    assert len(problems) == 1
    assert problems[0].startswith(str(file))
    assert told in problems[0]


@pytest.mark.parametrize("content", [b"[broken", b"\xff", b"a = " + b"[" * 9000])
def test_a_file_that_is_no_toml_is_one_sentence(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(SettingsError, match="no TOML"):
        read_settings(file)


def test_a_named_file_must_be_there(file: Path) -> None:
    with pytest.raises(SettingsError, match="no settings file"):
        read_settings(file)
    file.mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(file)


def test_one_folder_needs_no_list(file: Path) -> None:
    file.write_text('[library]\npath = "/news"\n')
    assert read_settings(file)[0].library.path == [Path("/news")]
