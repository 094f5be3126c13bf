"""Where the person jumped from, to go back and forward again, as a browser keeps pages."""

from __future__ import annotations

from collections import deque
from typing import Final

from tui.places import Place

_MOST: Final = 50
"""Jumps that can be gone back."""


class Jumps:
    """The places behind and ahead. A new jump forgets those ahead."""

    def __init__(self) -> None:
        self._behind: deque[Place] = deque(maxlen=_MOST)
        self._ahead: deque[Place] = deque(maxlen=_MOST)

    def leave(self, here: Place) -> None:
        """A jump is made from `here`."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != here:
            self._behind.append(here)

    def back(self, here: Place | None) -> Place | None:
        """The place that the last jump was made from; `here` is where forward leads again."""
        return self._go(self._behind, self._ahead, here)

    def forward(self, here: Place | None) -> Place | None:
        """The place that was last gone back from."""
        return self._go(self._ahead, self._behind, here)

    def forget(self) -> None:
        """No way leads back or forward."""
        self._behind.clear()
        self._ahead.clear()

    @staticmethod
    def _go(source: deque[Place], target: deque[Place], here: Place | None) -> Place | None:
        while source:
            place = source.pop()
            if place != here:
                if here is not None:
                    target.append(here)
                return place
        return None
