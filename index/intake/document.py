"""An article as a Markdown file with front matter: plain text that outlives the program."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from index.sources.published import iso_published
from index.sources.sanitise import clean, clean_line


@dataclass(frozen=True, slots=True)
class Document:
    """One article on its way into the library. None is not known."""

    title: str | None
    body: str
    source: str | None = None
    byline: str | None = None
    published: str | None = None
    """As somebody spelled it; see `iso`."""
    address: str | None = None
    sha256: str = ""
    """Digest of what it was made from: the page, the mail, the item of a feed."""
    feed: str | None = None
    """The feed that it came by."""
    remark: str | None = None
    """A sentence on what was not as it should be."""

    @property
    def text_digest(self) -> str:
        """Knows the words again, however they are set: another digest is another version."""
        words = " ".join((self.title or "", *self.body.split()))
        return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def published_day(self) -> str | None:
        """The day of publication, as far as it is known."""
        return (iso(self.published) or "")[:10] or None

    def file_content(self) -> bytes:
        """The file. Each value is written as JSON, which YAML reads as it stands."""
        stated = {
            "title": clean_line(self.title or "") or None,
            "source": self.source,
            "byline": self.byline,
            "published": iso(self.published),
            "url": self.address,
            "feed": self.feed,
            "fetched": datetime.now(UTC).isoformat(timespec="seconds"),
            "sha256": self.sha256,
            "remark": self.remark,
        }
        lines = (
            f"{key}: {json.dumps(value, ensure_ascii=False)}"
            for key, value in stated.items()
            if value
        )
        text = "\n".join(["---", *lines, "---", "", clean(self.body), ""])
        return text.encode("utf-8", "replace")


def iso(published: str | None) -> str | None:
    """A date of publication as ISO 8601, with its zone where it has one; None for what is none."""
    try:
        return iso_published(published) if published else None
    except ValueError:
        return None


def more_exact(one: str | None, other: str | None) -> str | None:
    """Of two spellings of one date the one that says more: a moment with its zone, else the first.

    Raises nothing; what is no date is passed over.
    """
    given = [found for found in (iso(one), iso(other)) if found]
    zoned = [found for found in given if "T" in found and found[-6] in "+-"]
    return next(iter([*zoned, *given]), None)
