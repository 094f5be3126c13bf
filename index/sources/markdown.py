"""Markdown files. Their marks are shown as they stand: the words on the screen are the file's."""

from __future__ import annotations

from index.sources.text import TextSource


class MarkdownSource(TextSource):
    """`.md`: read as text; a first heading is the title."""

    suffixes = frozenset({".md", ".markdown"})
