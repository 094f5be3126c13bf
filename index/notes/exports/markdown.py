"""Markdown to be read and sent on: an article a section, without what only programs read."""

from __future__ import annotations

from collections.abc import Sequence

from index.notes import block
from index.notes.bookmark import Bookmark
from index.notes.escaping import escape_line, escape_paragraphs


def as_markdown(bookmarks: Sequence[Bookmark]) -> str:
    """A section an article, in the order of their first bookmarks, quotes in theirs."""
    sections: dict[str, list[Bookmark]] = {}
    for bookmark in bookmarks:
        sections.setdefault(bookmark.article, []).append(bookmark)
    parts = ["# Notes"]
    for kept in sections.values():
        first = kept[0]
        parts.append(f"## {escape_line(first.title) or 'Untitled'}")
        known = [first.source, first.byline, block.day(first.published)]
        parts.append(", ".join(escape_line(words) for words in known if words))
        for bookmark in kept:
            quoted = escape_paragraphs(bookmark.exact)
            parts.append("\n>\n".join(f"> {line}" for line in quoted))
            parts.append(f"— {_where(bookmark)}")
            parts.append(bookmark.note)
            parts.append(" ".join(f"#{tag}" for tag in bookmark.tags))
    return "\n\n".join(part for part in parts if part) + "\n"


def _where(bookmark: Bookmark) -> str:
    paragraph = f"¶{bookmark.passage.paragraph}"
    link = block.text_link(bookmark)
    known = [
        f"[{paragraph}](<{link}>)" if link else paragraph,
        escape_line(f"said by {bookmark.speaker}") if bookmark.speaker else "",
        f"as of {escape_line(bookmark.as_of)}" if bookmark.as_of else "",
    ]
    return ", ".join(words for words in known if words)
