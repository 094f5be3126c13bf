"""An invented article, and the five seeds."""

from __future__ import annotations

import hashlib

from index.article import Article
from index.locations import seeds_folder
from index.notes import editing, scan
from index.notes.scan import Record
from index.span import TextSpan

BODY = """Ferry with 212 people aground off Norholm
The coast guard said at least 212 people were on board when the ferry ran aground on Monday.
"Everybody is safe," Captain Ida Brandt said. Nobody was hurt.
The owner, Norholm Lines, spoke of about 200 passengers and 14 crew."""


def article_of(body: str, name: str = "norholm/ferry", url: str | None = None) -> Article:
    """An article with the digest of its text."""
    return Article(
        id=name,
        title=body.partition("\n")[0],
        body=body,
        sha256=hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest(),
        source="Norholm Post",
        published="2024-03-11",
        url=url,
    )


def seed_articles() -> list[Article]:
    """The five seeds, as texts."""
    return [
        article_of(path.read_text(encoding="utf-8").strip(), path.stem)
        for path in sorted(seeds_folder().glob("*.txt"))
    ]


def rewritten(data: bytes, record: Record, text: str) -> bytes:
    """Notes in which one block says `text`."""
    place = TextSpan(record.start, record.end)
    return editing.replaced(data, place, scan.encoded(text, scan.line_end(record.data)))
