"""Writing down what a person says of an article: into the `sources.toml` beside its file.

The article itself is never written. The rest of the file, comments and all, stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from index.errors import InputError, ResourceError, UsageError
from index.replacing import replace_text
from index.sources.declared import FILE_NAME
from index.sources.metadata import checked


def declare(article: Path, stated: Mapping[str, str]) -> Path:
    """Says of the file `article` what `stated` holds (source, published, timezone …).

    An empty value takes the key out. Returns the `sources.toml` that was written. Raises UsageError
    for a value that cannot be, InputError where the file there is no TOML, ResourceError where it
    cannot be written.
    """
    import tomlkit  # slow to import, and seldom needed
    from tomlkit.exceptions import TOMLKitError

    known, problems = checked({key: value for key, value in stated.items() if value.strip()})
    if problems:
        raise UsageError(f"{problems[0]}.")
    file = (article.parent / FILE_NAME).resolve()
    try:
        text = file.read_text(encoding="utf-8-sig") if file.exists() else ""
        document = tomlkit.parse(text)
    except OSError as error:
        raise ResourceError(f"{file} cannot be read ({_reason(error)}); mend that first.") from None
    except (ValueError, TOMLKitError):
        raise InputError(f"{file} is no TOML; mend or move it, then try again.") from None
    if article.name not in document:
        document.add(article.name, tomlkit.table())
    table = document[article.name]
    if not isinstance(table, dict):
        raise InputError(f"{file}: {article.name!r} is no table; mend it, then try again.")
    for key in stated:
        value = getattr(known, key)
        if value is None:
            table.pop(key, None)
        elif str(table.get(key)) != value:
            is_day = key == "published" and len(value) == 10
            table[key] = date.fromisoformat(value) if is_day else value
    try:
        replace_text(file, tomlkit.dumps(document))
    except OSError as error:
        raise ResourceError(
            f"{file} cannot be written ({_reason(error)}); nothing was changed."
        ) from None
    return file


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
