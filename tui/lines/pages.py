"""What is said, as much at a time as a person takes in."""

from __future__ import annotations

import shutil
import sys
from collections import deque

from tui.commands.output import Output
from tui.rendering.flow import wrap
from tui.rendering.guard import guard

_BELOW = 2
"""Lines that are kept free on a screen, for what is typed."""


class Pages(Output):
    """Output that waits, and is handed on a screenful at a time.

    Where nobody watches, as in a pipe, everything is one page.
    """

    def __init__(self) -> None:
        super().__init__(plain=True)
        self._waiting: deque[tuple[str, int | None]] = deque()
        self._later: deque[tuple[str, int | None]] = deque()
        """What waited when something else was asked for."""
        self._watched = sys.stdin.isatty() and sys.stdout.isatty()
        self.places: list[int] = []
        """Where what is on the page stands in an article."""
        self.used = 0
        """Lines of the page that are said already, as a greeting while the library opens."""

    def write(self, words: str) -> None:
        """One line, which waits for its page."""
        self._waiting.append((words, None))

    def passage(self, words: str, place: int) -> None:
        """A paragraph of an article, which stands at an offset; a blank line follows."""
        width = self.measure or sys.maxsize
        self._waiting += [(words[a:b], place) for a, b in wrap(words, 0, len(words), width)]
        self._waiting.append(("", None))

    def clear(self) -> None:
        """Nothing that waited is wanted any more."""
        self._waiting.clear()
        self._later.clear()

    def interrupt(self) -> None:
        """What is written from now on goes before what waits."""
        self._later.extendleft(reversed(self._waiting))
        self._waiting.clear()

    def resume(self) -> bool:
        """Goes on with what waited; False where nothing does."""
        self._waiting.extend(self._later)
        self._later.clear()
        return bool(self._waiting)

    def turn(self) -> None:
        """Hands a page on."""
        self.places = []
        room = max(1, self._room - self.used)
        for _ in range(min(room, len(self._waiting))):
            self.used += 1
            words, place = self._waiting.popleft()
            sys.stdout.write(guard(words) + "\n")
            if place is not None:
                self.places.append(place)
        while self._waiting and not self._waiting[0][0]:
            self._waiting.popleft()
        if self._waiting:
            left = len(self._waiting)
            more = "1 line more" if left == 1 else f"{left:,} lines more"
            sys.stdout.write(f"({more}: Enter goes on.)\n")
        sys.stdout.flush()

    @property
    def _room(self) -> int:
        """Lines of one page."""
        if not self._watched:
            return sys.maxsize
        return max(3, shutil.get_terminal_size().lines - _BELOW)
