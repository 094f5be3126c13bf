"""A bookmark: a passage, what was known about it, and what the person says about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.notes.passage import Passage

BookmarkState = Literal["written", "pending", "vanished"]
"""`written`: stands in the notes file. `pending`: only in the journal, the file could not be
written yet. `vanished`: was in the file, and somebody took it out."""

ResultState = Literal["written", "pending", "already"]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One kept passage. Everything but the last three fields is read from its block in the file."""

    id: str
    """"nr-" and hexadecimal digits; also the block's id in Obsidian and Logseq."""
    passage: Passage
    title: str
    made: str
    """ISO 8601 moment with its offset."""
    source: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    figure: str | None = None
    """Words of the figures in the passage: "at least 10,000"."""
    speaker: str | None = None
    """Whom the article attributes the words to."""
    as_of: str | None = None
    """ISO day for which the figure holds."""
    note: str = ""
    """Markdown, the person's own words."""
    tags: tuple[str, ...] = ()
    """Without "#"."""
    state: BookmarkState = "written"
    path: Path | None = None
    """The notes file that it stands in, or will."""
    line: int | None = None
    """First line of its block in that file, counted from 1; None if it is not in it."""

    @property
    def article(self) -> str:
        """Id of the article."""
        return self.passage.article

    @property
    def exact(self) -> str:
        """The words that were marked."""
        return self.passage.exact


@dataclass(frozen=True, slots=True)
class BookmarkResult:
    """What became of a request to bookmark."""

    state: ResultState
    """`written` is said only after the words are on the disk."""
    path: Path
    line: int | None
    message: str
    """One sentence for the person; for `pending` it names the cause and the mend."""
    bookmark: Bookmark
