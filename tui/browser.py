"""Opens an article's web page in the person's browser: an argument list, never a shell."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from index.errors import ResourceError, UsageError

_OPENERS = ("open",) if sys.platform == "darwin" else ("wslview", "xdg-open", "gio open")


def command_for(url: str, environment: Mapping[str, str]) -> list[str]:
    """The program and its arguments: `$BROWSER`, or what the system opens pages with.

    Raises UsageError for an address that is not http or https and for a `$BROWSER` whose quotation
    marks do not close, ResourceError where no program is found. Programs of the current folder are
    never run.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or not url.isprintable():
        raise UsageError("This address is no web page, so it is not opened.")
    folders = environment.get("PATH", os.defpath).split(os.pathsep)
    folders = [folder for folder in folders if Path(folder).is_absolute()]
    chosen = environment.get("BROWSER", "").split(os.pathsep)[0]
    try:
        own = shlex.split(chosen)
    except ValueError as error:
        raise UsageError(
            f"$BROWSER cannot be read: {chosen} has a quotation mark or backslash too many."
        ) from error
    for words in filter(None, (own, *map(str.split, _OPENERS))):
        name, *arguments = words
        if program := shutil.which(name, path=os.pathsep.join(folders)):
            if any("%s" in argument for argument in arguments):
                return [program, *(argument.replace("%s", url) for argument in arguments)]
            return [program, *arguments, url]
    raise ResourceError("No browser was found; set BROWSER to the name of one.")


def open_page(url: str) -> None:
    """Starts the browser and does not wait for it. Raises as `command_for`."""
    command = command_for(url, os.environ)
    try:
        subprocess.Popen(  # noqa: S603  (an argument list; the address was checked)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise ResourceError(f"{command[0]} could not be started: {error.strerror}.") from error
