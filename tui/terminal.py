"""What the terminal can show, as its environment tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

_LINES_ONLY: Final = ("dumb", "unknown")
_VIDEO: Final = tuple(f"vt{number}" for number in range(10))
"""How the names of DEC's terminals begin."""
_MONOCHROME: Final = ("-m", "-mono")
"""How names end that terminfo calls monochrome."""
_FEW_SIGNS: Final = (*_VIDEO, "linux", "ansi", "cons25", *_LINES_ONLY)
"""Terminals whose own font has few letters beyond those of a language."""
_COERCED: Final = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself writes into LC_CTYPE where it was started in the locale C (PEP 538)."""


class Terminal(NamedTuple):
    """One terminal."""

    moves: bool = True
    """Its cursor goes anywhere; otherwise it takes line after line."""
    colors: bool = True
    """It has them, and the person wants them."""
    signs: bool = True
    """It shows arrows, boxes and mathematical signs."""
    letters: bool = True
    """It takes letters beyond ASCII: it is written to in UTF-8."""
    motion: bool = True
    """The person does not mind what blinks and slides."""


def terminal_of(environment: Mapping[str, str]) -> Terminal:
    """The terminal of a process with these variables: TERM, NO_COLOR (https://no-color.org) and
    the locale. Without a locale it is taken for one of today, which speaks UTF-8."""
    name = environment.get("TERM", "").lower()
    letters = "utf" in (_locale(environment) or "utf").lower()
    return Terminal(
        moves=name not in _LINES_ONLY,
        colors=not environment.get("NO_COLOR")
        and not (name.startswith(_VIDEO) or name.endswith(_MONOCHROME)),
        signs=letters and not name.startswith(_FEW_SIGNS),
        letters=letters,
    )


def _locale(environment: Mapping[str, str]) -> str:
    """The locale of characters; "" where none is named."""
    own, general = environment.get("LC_CTYPE", ""), environment.get("LANG", "")
    if general in ("C", "POSIX") and own in _COERCED:
        own = general
    return environment.get("LC_ALL", "") or own or general
