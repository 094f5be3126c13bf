"""What a terminal sends, as keys: Escape and a key struck right after it are two keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser

_ESCAPE: Final = "\x1b"
_NO_ESCAPE: Final = frozenset("[O]P_^X\\fb\t\x7f\x1b")
"""What makes a sequence of its own with the Escape before it: those of terminals, and those that
the Alt key sends in a text box (a word back, a word on, a word deleted)."""


class KeyParser(XTermParser):
    """Terminals send Alt as an Escape before the key, and so does who strikes Escape and a key
    within a tenth of a second, or over a slow line. Textual takes both for Alt, or drops the
    Escape; vim and less know no Alt either."""

    def __init__(self, debug: bool = False, *, is_own_key: Callable[[str], bool]) -> None:
        """`is_own_key`: whether the person has given an action this key, as in "alt+n"."""
        super().__init__(debug)
        self._is_own_key = is_own_key

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        typed = sequence.removeprefix(_ESCAPE)
        escaped = len(sequence) == 2 and len(typed) == 1 and typed not in _NO_ESCAPE
        if not (escaped or alt):
            yield from super()._sequence_to_key_events(sequence)
            return
        with_alt = list(super()._sequence_to_key_events(typed, alt=True))
        if any(self._is_own_key(event.key) for event in with_alt):
            yield from with_alt
        else:
            yield events.Key("escape", _ESCAPE)
            yield from super()._sequence_to_key_events(typed)
