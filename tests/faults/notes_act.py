"""One write to the notes, in a process of its own: each of its system calls can be made to fail.

    python -m tests.faults.notes_act prepare|add|edit|delete|undo|correct FOLDER

Prints "done" when the program says that it is written, and the sentence of the error else.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from index.errors import NewsreaderError
from index.notes.notebook import Notebook
from index.notes.rulings import Rulings
from tests.index.notes.samples import BODY, article_of

ARTICLE = article_of(BODY)
FIRST = (0, 40)
SECOND = (BODY.index('"Everybody'), BODY.index(" Nobody"))
MINE = b"# Mine\n\n212 people, typed by hand.\n"
OLD, NEW = BODY[slice(*FIRST)], BODY[slice(*SECOND)]


def opened(folder: Path) -> Notebook:
    """The notes in that folder."""
    return Notebook.open(folder / "notes.md", folder / "state.db")


def prepare(folder: Path) -> bool:
    """Notes with the person's own text and one bookmark."""
    (folder / "notes.md").write_bytes(MINE)
    book = opened(folder)
    book.bookmark(ARTICLE, *FIRST, note="One.")
    book.close()
    return True


def add(folder: Path) -> bool:
    return opened(folder).bookmark(ARTICLE, *SECOND, note="Two.").state == "written"


def edit(folder: Path) -> bool:
    book = opened(folder)
    book.edit(book.bookmarks()[0].id, note="Other.")
    return True


def delete(folder: Path) -> bool:
    book = opened(folder)
    book.delete(book.bookmarks()[0].id)
    return True


def undo(folder: Path) -> bool:
    book = opened(folder)
    if book.bookmark(ARTICLE, *SECOND, note="Two.").state != "written":
        return False
    return book.undo() is not None


def correct(folder: Path) -> bool:
    rulings = Rulings(folder / "rulings.toml")
    start = BODY.index("212")
    rulings.correct(ARTICLE, "figure", start, start + 3)
    return True


ACTS: dict[str, Callable[[Path], bool]] = {
    act.__name__: act for act in (prepare, add, edit, delete, undo, correct)
}

if __name__ == "__main__":
    try:
        print("done" if ACTS[sys.argv[1]](Path(sys.argv[2])) else "waits", flush=True)
    except NewsreaderError as error:
        print(error, flush=True)
