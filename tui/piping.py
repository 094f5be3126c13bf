"""Handing the words of an article to another program."""

from __future__ import annotations

import shlex
import shutil

from index.errors import UsageError
from tui.lending import run_in_front
from tui.rendering.guard import guard


def pipe_command(words: str) -> list[str]:
    """The argument list of a command as a person writes it: one program with its arguments.

    Never a shell: `;`, `|` and `$` are words like any other. Raises UsageError with one sentence.
    """
    try:
        command = shlex.split(words)
    except ValueError as error:
        raise UsageError(
            f"The command cannot be understood ({str(error).lower()}): {words}"
        ) from None
    if not command:
        raise UsageError("No command was given.")
    program = shutil.which(command[0])
    if program is None:
        raise UsageError(
            f"There is no program {command[0]}; one program and its arguments are run."
        )
    return [program, *command[1:]]


def pipe(command: list[str], text: str) -> int:
    """Runs `command` with `text` as its input; gives its exit code. Raises UsageError.

    A program that stops reading before the end has read what it wanted.
    """
    try:
        return run_in_front(command, guard(text))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"The program {command[0]} cannot be started: {reason}.") from None
