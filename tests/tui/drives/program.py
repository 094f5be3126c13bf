"""The whole program on the five samples, three reports of one address, and a file that fails."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from index.library import Library
from tui.app import NewsReader

VERSIONS = {
    "ferry-1.txt": ("2024-10-01", "About 40 people were hurt, harbour master Ada Quill said."),
    "ferry-2.txt": ("2024-10-02", "At least 63 people were hurt, minister Ben Okoro said."),
}
"""One page at two times: days before the samples, so that those head the list."""


def make_library(folder: Path, seeds: Path, more: Mapping[str, bytes] | None = None) -> None:
    """Puts the articles into `folder`, and what is worked out of them into its `cache`.

    `more`: other files, by their names.
    """
    library = folder / "library"
    shutil.copytree(seeds, library)
    stated = [(library / "sources.toml").read_text("utf-8")]
    rest = "\n\n".join(f"Paragraph {n} tells of the ferry and its crew." for n in range(40))
    for name, (day, said) in VERSIONS.items():
        (library / name).write_text(f"Ferry runs aground off Lisse\n\n{said}\n\n{rest}\n", "utf-8")
        stated.append(f'["{name}"]\npublished = {day}\nurl = "https://lisse.example/ferry"\n')
    (library / "sources.toml").write_text("\n".join(stated), "utf-8")
    for name, data in {"broken.txt": b"\0\0\0\0", **(more or {})}.items():
        (library / name).write_bytes(data)
    with Library.open([library], cache=folder / "cache") as opened:
        opened.sync()


class DrivenReader(NewsReader):
    """Stays when it is left, and counts how often that was."""

    def __init__(self, folder: Path, notes: Path) -> None:
        super().__init__([folder / "library"], cache=folder / "cache", notes=notes, session=False)
        self.animation_level = "none"
        self.notes = notes
        self.left = 0
        self.edited: list[Path] = []
        """The files that were handed to the editor."""

    def edit(self, file: Path, line: int | None = None) -> None:
        self.edited.append(file)

    def exit(self, *_: object, **__: object) -> None:
        self.left += 1
