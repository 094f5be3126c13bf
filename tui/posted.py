"""How the messages between widgets, screens and workers are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

from textual.message import Message

_Kind = TypeVar("_Kind", bound=Message)


@dataclass_transform(eq_default=False)
def posted(kind: type[_Kind]) -> type[_Kind]:
    """Decorate a message: it gets an `__init__` that takes its fields.

    A dataclass without comparison and representation, which nobody asks of a message: to make
    those takes four times as long, and the first frame waits for the classes of thirty.
    """
    return dataclass(eq=False, repr=False, match_args=False)(kind)
