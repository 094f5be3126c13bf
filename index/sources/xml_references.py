"""Numeric references of XML to what is no character, mended before any parser sees them.

A strict parser refuses the whole file for one of them, a loose one hands on half a character. They
come from programs that count in UTF-16 (&#xD83D;), take Windows-1252 for Unicode (&#146;), or copy
control characters (&#8;). A reference is written in ASCII, so that bytes in nearly every encoding
can be mended without being decoded.
"""

from __future__ import annotations

import html
import re

_REFERENCE = re.compile(rb"&#(?:[xX]([0-9A-Fa-f]{1,20})|([0-9]{1,20}));")


def with_sound_references(data: bytes) -> bytes:
    """`data` in which every numeric reference names a character.

    Characters are those of XML 1.0, section 2.2. Numbers from 128 to 159 mean Windows-1252, as in
    HTML (numeric character reference end state); any other that is none becomes U+FFFD.
    """
    return _REFERENCE.sub(_mended, data)


def _mended(reference: re.Match[bytes]) -> bytes:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    if _is_character(number):
        return reference.group()
    meant = html.unescape(f"&#{number};")
    return b"&#%d;" % (ord(meant) if meant and _is_character(ord(meant)) else 0xFFFD)


def _is_character(number: int) -> bool:
    """Whether a number is a character, and no control but a tab or a line end."""
    return (
        number in {9, 10, 13}
        or 0x20 <= number < 0x7F
        or 0xA0 <= number < 0xD800
        or 0xE000 <= number <= 0xFFFD
        or 0x10000 <= number <= 0x10FFFF
    )
