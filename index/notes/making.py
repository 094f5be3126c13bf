"""A bookmark out of an article and two offsets; nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from index.article import Article
from index.errors import UsageError
from index.facts.model import Facts
from index.notes import block
from index.notes.bookmark import Bookmark
from index.notes.details import details_of
from index.notes.escaping import contain
from index.notes.passage import Passage
from index.sources.addresses import without_credentials
from index.sources.sanitise import clean


def new_bookmark(
    article: Article,
    start: int,
    end: int,
    *,
    facts: Facts | None = None,
    note: str = "",
    tags: Sequence[str] = (),
) -> Bookmark:
    """A bookmark that is nowhere yet: what `Notebook.bookmark` writes.

    `start` and `end` are offsets into `article.body`; blanks at either end are left out. Raises
    UsageError if there are no words between them.
    """
    passage = Passage.of(article.id, article.body, start, end, article.sha256)
    if not passage.exact:
        raise UsageError("There are no words to bookmark here; move to a sentence.")
    details = details_of(facts or Facts(), passage.start, passage.end)
    note, kept_tags = note_and_tags(note, tags)
    return Bookmark(
        id=block.block_id(passage),
        passage=passage,
        title=article.title,
        made=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
        source=article.source,
        byline=article.byline,
        published=article.published,
        url=without_credentials(article.url),
        figure=details.figure,
        speaker=details.speaker,
        as_of=details.as_of,
        note=note,
        tags=kept_tags,
    )


def note_and_tags(note: str, tags: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """A person's note and tags in the form in which they come back from a block."""
    kept, more = block.split_tags(contain(clean(note)))
    written = (tag for raw in tags if (tag := _clean_tag(clean(raw))))
    return kept, tuple(dict.fromkeys((*more, *written)))


def as_block(article: Article, start: int, end: int, *, facts: Facts | None = None) -> str:
    """The passage as a block of a notes file, for the clipboard. Raises UsageError."""
    return block.block(new_bookmark(article, start, end, facts=facts))


def _clean_tag(tag: str) -> str:
    """A tag as Obsidian takes it: no blanks, and not digits alone."""
    tag = re.sub(r"[^\w/-]+", "-", tag.strip().lstrip("#")).strip("-/")
    return tag if tag.strip("0123456789") else ""
