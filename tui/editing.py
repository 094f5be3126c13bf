"""Opening the notes file in the person's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from index.errors import UsageError

_PLUS_LINE: Final = frozenset(
    {"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "mg", "micro", "joe"}
    | {"jed", "ne", "kak", "mcedit"}
)
"""Editors that take the line as "+N" before the file."""
_COLON_LINE: Final = frozenset({"hx", "helix", "subl", "zed"})
"""Editors that take it behind the file's name."""
_GOTO: Final = frozenset({"code", "codium", "code-insiders"})
"""Editors that take it behind the name, after --goto."""
_RETURN_AT_ONCE: Final = _GOTO | {"subl", "zed"}
"""Editors with windows of their own: they must be told to wait until the file is closed."""
_FALLBACKS: Final = ("sensible-editor", "editor", "nano", "vim", "vi")


def editor_command(
    file: Path, line: int | None = None, environment: Mapping[str, str] = os.environ
) -> list[str]:
    """The argument list that opens `file`, at `line` where the editor is known to take one.

    $VISUAL comes before $EDITOR; both may hold arguments. Never a shell. Raises UsageError if
    there is no editor.
    """
    wanted = environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        command = shlex.split(wanted)
    except ValueError as error:
        raise UsageError(f"$EDITOR cannot be understood ({error}): {wanted}") from error
    if not command:
        command = [name for name in _FALLBACKS if shutil.which(name)][:1]
    if not command:
        raise UsageError("No editor is known: set the variable EDITOR to the one you use.")
    program = shutil.which(command[0])
    if program is None:
        raise UsageError(f"The editor {command[0]} is not there: set EDITOR to one that is.")
    target = str(file.absolute())
    name = Path(command[0]).name
    given = command[1:]
    if name in _RETURN_AT_ONCE and not {"--wait", "-w"} & set(given):
        given.append("--wait")
    if name in _GOTO:
        return [program, *given, "--goto", f"{target}:{line}" if line else target]
    if line and name in _PLUS_LINE:
        return [program, *given, f"+{line}", target]
    if line and name in _COLON_LINE:
        return [program, *given, f"{target}:{line}"]
    return [program, *given, target]
