"""A TOML file of the person's that is only ever added to, with the care of the notes file."""

from __future__ import annotations

import json
import threading
import tomllib
from pathlib import Path
from typing import Any

from index.errors import InputError, NotesUnavailableError
from index.notes import durable
from index.notes.reasons import reason

Value = str | int | bool | list[str]


class TomlLog:
    """Arrays of tables in the file at `path`. May be used from any thread."""

    def __init__(self, path: Path, head: str) -> None:
        self.path = path
        self._head = head
        self._lock = threading.Lock()
        self._read: tuple[durable.Mark | None, dict[str, Any]] = (None, {})

    def entries(self, table: str, key: str) -> list[dict[str, Any]]:
        """The tables of that name that have `key`, oldest first. Raises InputError."""
        found = self._content().get(table, [])
        if not isinstance(found, list):
            raise InputError(f"{self.path}: write [[{table}]], with two brackets on each side.")
        return [entry for entry in found if isinstance(entry, dict) and key in entry]

    def add(self, table: str, fields: dict[str, Value]) -> None:
        """Adds a table; empty strings are left out. It is on the disk when this returns.

        Raises InputError if the file is not TOML, which is then left as it is, and
        NotesUnavailableError if it cannot be written.
        """
        lines = [f"{key} = {_toml(value)}" for key, value in fields.items() if value != ""]
        text = "\n".join(["", f"[[{table}]]", *lines, ""])
        try:
            with durable.locked(self.path):
                before = durable.read(self.path)
                head = "" if before.data.strip() else self._head
                gap = "" if not before.data or before.data.endswith(b"\n") else "\n"
                added = (head + gap + text).encode("utf-8", "replace")
                _parsed(self.path, before.data + added)
                durable.append(self.path, added, before)
        except OSError as error:
            raise NotesUnavailableError(reason(self.path, error)) from error

    def mark(self) -> durable.Mark | None:
        """Differs from an earlier one if the file was changed; None if there is none."""
        return durable.mark_of(self.path)

    def _content(self) -> dict[str, Any]:
        with self._lock:
            if (mark := self.mark()) is not None and mark == self._read[0]:
                return self._read[1]
            try:
                now = durable.read(self.path)
            except OSError as error:
                raise InputError(reason(self.path, error)) from error
            self._read = (now.mark, _parsed(self.path, now.data))
            return self._read[1]


def _parsed(path: Path, data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is not TOML ({error}); mend it in your editor.") from error


def _toml(value: Value) -> str:
    """A value as TOML: its strings and lists are those of JSON, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
