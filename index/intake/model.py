"""What came of taking something in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

LARGEST_FILE = 20_000_000
"""Bytes of a file, or of standard input, that is taken in."""

TakenState = Literal["added", "changed"]
FeedState = Literal["read", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that is now a file of the library."""

    path: Path
    title: str
    address: str | None
    state: TakenState
    """A changed article stands beside its older version."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something that could not be taken in."""

    name: str
    """An address or a file's name."""
    reason: str
    """Follows the name in a sentence."""
    exit_code: int = 4
    """3 where it could not be read, 4 where the network failed."""


@dataclass(slots=True)
class FeedReport:
    """What came of one feed."""

    address: str
    title: str | None = None
    state: FeedState = "read"
    added: int = 0
    changed: int = 0
    known: int = 0
    """Items that are in the library as they are, or were once and have been deleted."""
    failed: int = 0
    left_out: int = 0
    """Items beyond the cap."""
    reason: str | None = None
    """Why it could not be read; follows the address in a sentence."""


@dataclass(slots=True)
class IntakeReport:
    """What came of one `add` or `refresh`."""

    folder: Path
    taken: list[Taken] = field(default_factory=list)
    known: int = 0
    """Articles that were asked for by name and are in the library already."""
    feeds: list[FeedReport] = field(default_factory=list)
    new_feeds: int = 0
    """Feeds that now stand in feeds.toml."""
    failed: list[NotTaken] = field(default_factory=list)
    refused: int = 0
    """Entries of a list of feeds that are no web addresses."""
    notices: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def count(self, state: TakenState) -> int:
        """How many articles were added, or have changed."""
        return sum(one.state == state for one in self.taken)


@dataclass(frozen=True, slots=True)
class IntakeProgress:
    """How far it has come."""

    done: int
    total: int
    """Pages and feeds; grows while feeds are read."""
    words: str
    """What was taken in last."""


Progress = Callable[[IntakeProgress], None]
