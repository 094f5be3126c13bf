"""What every kind of article file is read into, and what a reader of one kind must do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(slots=True)
class Draft:
    """What one file says by itself, before it is cleaned and completed."""

    body: str
    """The whole text that the reader will show."""
    stated: dict[str, object] = field(default_factory=dict)
    """Metadata as the file spells them; `metadata.checked` makes sense of them."""
    problems: list[str] = field(default_factory=list)
    """What in the file could not be understood, one sentence each, without the file's name."""
    removed_characters: int = 0
    """How many control characters were taken out already."""
    remark: str | None = None
    """See `Article.remark`."""


class Source(Protocol):
    """Reads one kind of file. A new kind is a module with one of these, named in `reading`."""

    suffixes: frozenset[str]
    """Endings of file names, in lower case with their dot."""
    largest: int
    """Bytes; a larger file is refused."""

    def read(self, content: bytes) -> Draft:
        """The draft of a file's content; raises InputError with a sentence to follow its name."""
        ...
