"""Plain text files, with or without front matter."""

from __future__ import annotations

from index.sources.encodings import decode
from index.sources.front_matter import split_front_matter
from index.sources.source import Draft

LARGEST_TEXT = 5_000_000


class TextSource:
    """`.txt`: the text as it stands."""

    suffixes = frozenset({".txt", ".text"})
    largest = LARGEST_TEXT

    def read(self, content: bytes) -> Draft:
        """The whole text; see `Source.read`."""
        text = decode(content).replace("\r\n", "\n").replace("\r", "\n")
        stated, body, problems = split_front_matter(text)
        return Draft(body, stated, problems)
