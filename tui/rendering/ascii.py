"""Signs and letters for terminals that have few: one cell for each cell, so that nothing moves."""

from __future__ import annotations

import codecs
import unicodedata
from typing import Final

_SIGNS: Final = {
    # relations, in the order of their gravity, and what else stands before a line
    **dict(zip("≠✗→⊂≈″✓↷−", '!X><&"v~-', strict=True)),
    **dict(zip("↑↓←↕↔⇅⇎", "^v<^-=/", strict=True)),
    # the timeline, what goes on out of sight, and the bar of progress
    **dict(zip("●◆○━┥╌►◄█▒░", "*+o=|-><#~.", strict=True)),
    # where the keys act, and what the person's own is: neither is to be taken for a relation
    **dict(zip("▌▸", "]}", strict=True)),
    # boxes and their edges
    **dict.fromkeys("│┃┊┆╎╏║▏▎▍▊▉▐▕", "|"),
    **dict.fromkeys("─┄┈╍═▔▀▄", "-"),
    **dict.fromkeys("▁▂▃", "_"),
}
_TABLE: Final = dict.fromkeys(range(0x2190, 0x2600), "+") | {
    ord(sign): letter for sign, letter in _SIGNS.items()
}
"""Arrows, mathematics, boxes, blocks and shapes; what is not named is mostly a corner."""

_LETTERS: Final = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛′´", "'"),
        **dict.fromkeys("–—―‒‑‐", "-"),
        **dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}", " "),
        **dict.fromkeys("·…", "."),
        "•": "*",
        "×": "x",
        "¶": "#",
        "ß": "s",
        "æ": "a",
        "ø": "o",
        "ł": "l",
        "đ": "d",
    }
)


def with_plain_signs(text: str) -> str:
    """`text` with our signs and boxes in ASCII, and its letters as they are."""
    return text if text.isascii() else text.translate(_TABLE)


def in_ascii(text: str) -> str:
    """`text` in ASCII alone: letters without their accents, "?" for each cell of any other."""
    if text.isascii():
        return text
    from tui.rendering.flow import clusters  # and rich with it: few texts come so far

    text = with_plain_signs(text).translate(_LETTERS)
    return "".join(
        _plain(text[start:end]).ljust(size, "?")[:size]
        for start, end, size in clusters(text, 0, len(text))
    )


def _plain(character: str) -> str:
    """The ASCII letter under the accents of a character; "" where there is none.

    Canonical forms alone: 10² must not become 102.
    """
    first = unicodedata.normalize("NFD", character)[:1]
    return first if first.isascii() else ""


def _encoded(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return in_ascii(error.object[error.start : error.end]), error.end


ENCODING_ERRORS: Final = "newsreader.ascii"
"""What to do with a letter that an encoding lacks: for `errors=` of a stream."""
codecs.register_error(ENCODING_ERRORS, _encoded)
