"""The file of settings as TOML, unchecked: what the reader can have before its first frame."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from index.errors import SettingsError
from index.locations import config_file

_LARGEST = 1_000_000


def read_table(path: Path | None = None) -> tuple[dict[str, Any], str]:
    """The tables in `path`, or in the person's own file, and the file's text.

    The person's own file need not exist. Raises SettingsError for a named file that is missing, and
    for one that is no TOML.
    """
    file = path or config_file()
    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST).decode("utf-8-sig")
        import tomllib  # where there is a file: the first frame does not wait for it otherwise

        return tomllib.loads(text), text
    except FileNotFoundError:
        if path is None:
            return {}, ""
        raise SettingsError(f"There is no settings file {path}; name another.") from None
    except OSError as error:
        raise SettingsError(
            f"The settings {file} cannot be read: {(error.strerror or str(error)).lower()}."
        ) from None
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"The settings {file} are no TOML: {error}.") from None
