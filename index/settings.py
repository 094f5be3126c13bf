"""The person's settings, `config.toml`: read, checked key by key, never written.

    [library]
    path = ["~/news", "~/clippings/kursk.txt"]

A wrong key costs itself only: the default holds, and a sentence names file, line, key and mend.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from index.locations import config_file
from index.settings_file import read_table


def _expanded(path: Path) -> Path:
    return path.expanduser()


def _many(value: object) -> object:
    return [value] if isinstance(value, str) else value


Place = Annotated[Path, AfterValidator(_expanded)]


class Section(BaseModel):
    """One table of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LibrarySettings(Section):
    """Where the articles are."""

    path: Annotated[list[Place], BeforeValidator(_many)] = Field(default_factory=list)
    """A folder or file, or several; the sample articles where there is none."""
    allow_private: Annotated[list[str], BeforeValidator(_many)] = Field(default_factory=list)
    """Servers in a private network that may be fetched from, as "127.0.0.1:8000"."""


class ReaderSettings(Section):
    """How the reader looks and begins."""

    theme: str = ""
    """Name of the colours; `newsreader-dark` where none is given."""
    session: bool = True
    """Whether a start goes on where the last one ended."""
    plain: bool = False
    """Whether `newsreader` opens as lines that are read out, as with `--plain`."""
    ascii: bool | None = None
    """Whether signs and boxes are drawn in ASCII; where nothing is said, as the terminal is."""
    motion: bool = True
    """Whether cursors blink and what appears may slide."""
    watch: Annotated[list[str], BeforeValidator(_many)] = Field(default_factory=list)
    """Words that are marked wherever they stand in an article."""


class NotesSettings(Section):
    """Where bookmarks are written."""

    path: Place | None = None
    """The notes file, `newsreader/notes.md` in the documents folder if not given."""
    notes_dir: Place | None = None
    """A folder instead, with one file for each article."""


class Settings(BaseModel):
    """All settings. `tui.keymap` gives `keys` their meaning."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    library: LibrarySettings = LibrarySettings()
    reader: ReaderSettings = ReaderSettings()
    notes: NotesSettings = NotesSettings()
    keys: dict[str, Any] = Field(default_factory=dict)


def read_settings(path: Path | None = None) -> tuple[Settings, list[str]]:
    """The settings in `path`, or in the person's own file, and a sentence for each fault.

    Raises SettingsError; see `read_table`.
    """
    table, text = read_table(path)
    return _checked(table, path or config_file(), text)


def _checked(stated: dict[str, Any], file: Path, text: str) -> tuple[Settings, list[str]]:
    """Drops what is wrong until the rest is right, which takes one round."""
    try:
        return Settings.model_validate(stated), []
    except ValidationError as error:
        problems = []
        for fault in error.errors():
            keys = [str(key) for key in fault["loc"] if not isinstance(key, int)][:2]
            line = _line_of(text, keys)
            place = f"{file}, line {line}" if line else str(file)
            problems.append(
                f"{place}: {'.'.join(keys)} {_mend(fault['type'], fault['msg'], keys)}."
            )
            _drop(stated, keys)
    return Settings.model_validate(stated), problems


def _mend(kind: str, message: str, keys: list[str]) -> str:
    if kind != "extra_forbidden":
        return f"is left out: {message[:1].lower()}{message[1:]}"
    section = Settings.model_fields[keys[0]].annotation if len(keys) > 1 else Settings
    known = list(getattr(section, "model_fields", ()))
    near = difflib.get_close_matches(keys[-1], known, 1)
    hint = f"write {near[0]}" if near else f"known are {', '.join(known)}"
    return f"is no setting; {hint}"


def _drop(stated: dict[str, Any], keys: list[str]) -> None:
    table = stated
    for key in keys[:-1]:
        table = table.get(key, {})
    table.pop(keys[-1], None)


def _line_of(text: str, keys: list[str]) -> int | None:
    """Where a key is written, counted from 1; tomllib does not tell."""
    name = re.escape(keys[-1])
    entry = re.compile(rf"""\s*(?:\[{name}\]|["']?{name}["']?\s*=)""")
    return next((n for n, line in enumerate(text.splitlines(), 1) if entry.match(line)), None)
