"""A title as it stands beside a name."""

from __future__ import annotations

from typing import NamedTuple

from index.facts.standings import Standing


class Title(NamedTuple):
    """A title as worded, without its article."""

    start: int
    end: int
    text: str
    standing: Standing
    rule: str

    @property
    def public(self) -> bool:
        """It names a public office that is held, a command, or the voice of a public body."""
        return self.standing == "public"
