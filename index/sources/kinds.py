"""Which kinds of file can be read, by the endings of their names."""

from __future__ import annotations

from pathlib import Path

from index.sources.markdown import MarkdownSource
from index.sources.source import Source
from index.sources.text import TextSource
from index.sources.web import MailSource, PageSource

SOURCES: tuple[Source, ...] = (TextSource(), MarkdownSource(), PageSource(), MailSource())
SUFFIXES: frozenset[str] = frozenset().union(*(source.suffixes for source in SOURCES))


def source_of(path: Path) -> Source | None:
    """The source that reads files named like `path`, or None."""
    suffix = path.suffix.lower()
    return next((source for source in SOURCES if suffix in source.suffixes), None)
