"""A reader that only bookmarks: run as a process of its own, to be raced and killed.

    python -m tests.faults.notes_writer NOTES STATE NAME COUNT SIZE [--slowly]

Prints the id of each bookmark when it is said to be written. With --slowly every write to a file
is done in small pieces with pauses, so that a kill hits the middle of one.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from index.notes import durable
from index.notes.notebook import Notebook
from tests.faults.system import System
from tests.index.notes.samples import article_of


class SlowSystem(System):
    """The system's calls, but for a write that takes a little at a time."""

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Writes a twentieth of what is asked, then rests."""
        written = os.write(descriptor, data[: max(60, len(data) // 20)])
        time.sleep(0.002)
        return written


def body_of(name: str, count: int, size: int) -> str:
    """`count` sentences of about `size` letters, each different from all others."""
    filler = "the ferry lay still in the fog and nobody was hurt " * (size // 50 + 1)
    return "\n".join(f"Sentence {number} of {name}: {filler[:size]}." for number in range(count))


def main(notes: str, state: str, name: str, count: str, size: str, *options: str) -> None:
    """Bookmarks every sentence of an article of its own."""
    if "--slowly" in options:
        setattr(durable, "os", SlowSystem())  # noqa: B010  a module is put in place of another
    article = article_of(body_of(name, int(count), int(size)), name)
    book = Notebook.open(Path(notes), Path(state))
    start = 0
    for line in article.body.split("\n"):
        result = book.bookmark(article, start, start + len(line))
        if result.state != "pending":
            print(result.bookmark.id, flush=True)
        start += len(line) + 1
    book.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
