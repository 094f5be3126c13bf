"""`sources.toml`: what a person says of the articles in one folder, a table per file name."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.errors import InputError
from index.sources.files import read_file
from index.sources.front_matter import with_writable_numbers
from index.sources.sanitise import clean, clean_line

FILE_NAME = "sources.toml"
LARGEST = 20_000_000


@dataclass(slots=True)
class Declarations:
    """The tables of one `sources.toml`."""

    path: Path
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    """Whole sentences that name the file."""

    def of(self, file_name: str) -> dict[str, Any]:
        """What is stated of one file; nothing is an empty table."""
        return self.tables.get(file_name, {})


def read_declarations(folder: Path) -> Declarations:
    """The declarations in `folder`; a file that is missing or wrong declares nothing."""
    path = folder / FILE_NAME
    declarations = Declarations(path)
    name = clean(str(path))
    try:
        content = read_file(path, LARGEST).content
    except InputError as error:
        if path.exists():
            declarations.problems.append(f"{name} {error}; its articles are read without it.")
        return declarations
    import tomllib  # most folders have no such file

    try:
        tables = with_writable_numbers(tomllib.loads(content.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        reason = clean_line(str(error), 120) or "it is nested too deeply"
        declarations.problems.append(
            f"{name} is no TOML ({reason}); its articles are read without it until it is mended."
        )
        return declarations
    for file_name, table in tables.items():
        if isinstance(table, dict):
            declarations.tables[file_name] = table
        else:
            declarations.problems.append(
                f"{name}: {clean_line(file_name, 60)!r} stands outside a table; "
                'put it under the name of an article, as in ["report.txt"].'
            )
    return declarations
