"""One report, as it was read in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Article:
    """One report. All text in it has gone through `sources.sanitise.clean`.

    What cannot be known is None: a missing date is never filled in from the file's times.
    """

    id: str
    """Short and stable: the path inside the library without its ending."""
    title: str
    body: str
    """The exact text that the reader shows; every offset of the program points into it."""
    source: str | None = None
    """The outlet, as it names itself."""
    byline: str | None = None
    published: str | None = None
    """ISO 8601, a day ("2024-10-29") or a moment ("2024-10-29T14:30:00-04:00")."""
    timezone: str | None = None
    """IANA name of the zone that the words "today" and "Tuesday" are meant in."""
    url: str | None = None
    path: Path | None = None
    """The file it came from; None for an article that was never a file."""
    sha256: str = ""
    """Hexadecimal digest of the file's bytes: knows the article again under another name."""
    title_guessed: bool = False
    """The title was made from the first sentence because the text has no headline."""
    removed_characters: int = 0
    """How many control characters `clean` took out."""
    remark: str | None = None
    """A sentence on what is not as it should be: a page that shows its beginning only, say."""

    @property
    def published_day(self) -> date | None:
        """The calendar day of publication, or None if it is not known."""
        return date.fromisoformat(self.published[:10]) if self.published else None
