"""How much one item from outside may take, before, while and after it is parsed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["html", "mail", "feed"]

LARGEST: dict[Kind, int] = {"html": 5_000_000, "mail": 20_000_000, "feed": 10_000_000}
"""Bytes of an item; a larger one is refused before it is sent to a worker."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may take of a worker."""

    memory: int = 400_000_000
    """Bytes that a worker may have, its own 60 MB among them."""
    cpu: int = 6
    """Seconds of processor time."""
    wall: float = 10.0
    """Seconds until the answer must be there, on a clock."""
    output: int = 20_000_000
    """Bytes of the answer."""
    rest: float = 30.0
    """Seconds without an item after which a worker ends by itself."""
    items: int = 500
    """After so many items a worker makes way for a new one: parsers leak."""
