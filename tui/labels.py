"""Letters over what is in view, to go there with one key or two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice, product
from typing import Final, NamedTuple, Protocol, runtime_checkable

_LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first."""


class Target(NamedTuple):
    """One place on the screen that a label leads to."""

    column: int
    row: int
    """The cell of the screen where it begins."""
    go: Callable[[], object]
    """Goes there."""
    is_word: bool = False
    """Words begin there, behind a blank: the label stands before them and hides none of them."""


@runtime_checkable
class HasTargets(Protocol):
    """A pane with places in view."""

    def targets(self) -> Iterable[Target]:
        """The places, in the order in which they are read."""
        ...


def labels_for(number: int) -> Sequence[str]:
    """So many labels, at most 676: all of one letter, or all of two where that is too few, so that
    no label is the beginning of another."""
    if number <= len(_LETTERS):
        return _LETTERS[:number]
    return ["".join(pair) for pair in islice(product(_LETTERS, repeat=2), number)]
