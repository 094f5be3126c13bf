"""The text of a page, whatever encodings its parts claim.

Order: byte order mark; whole UTF-8, which nothing else looks like by chance; what the HTTP header
and then the page declare, where its bytes fit; a guess. Labels as in the WHATWG Encoding Standard.
"""

from __future__ import annotations

import codecs
import re

from index.errors import InputError
from index.sources.encodings import decode

_HEAD = 4096
"""Bytes in which a page declares its encoding; the standard looks at 1,024."""
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,20}=\s{0,20}[\"']?\s{0,20}([\w.:-]{2,40})", re.I)

# Python's names of encodings that are a smaller set than what pages mean by the label.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_ALLOWED = re.compile(
    r"utf-(?:8|16|16-[bl]e|32|32-[bl]e)|cp\d{3,4}|iso8859-\d{1,2}|koi8-[ru]|gb18030|hz"
    r"|big5hkscs|cp932|euc_j\w+|iso2022_\w+|mac-\w+|johab"
)
_OTHER_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)


def page_text(data: bytes, charset: str | None = None) -> str:
    """The text of a page; bytes that mean nothing become U+FFFD.

    `charset` is what the HTTP header said. Raises InputError for what is no text at all.
    """
    for magic, kind in _OTHER_KINDS:
        if data.startswith(magic):
            raise InputError(f"is no page but {kind}")
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    declared = _DECLARED.search(data[:_HEAD])
    names = [charset, declared[1].decode("ascii") if declared else None]
    seven_bit = data.isascii()
    if not seven_bit and _is_utf8(data):
        return data.decode("utf-8")
    if b"\0" not in data[:_HEAD]:
        for name in filter(None, map(_codec, filter(None, names))):
            if not seven_bit or name.startswith(("iso2022", "hz")):
                text = data.decode(name, "replace")
                if text.count("\ufffd") <= len(text) // 200:
                    return text
    return decode(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _codec(label: str) -> str | None:
    """Python's name of an encoding that pages may be in, or None: "rot13" and "idna" are none."""
    try:
        name = codecs.lookup(label.strip().lower()).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if _ALLOWED.fullmatch(name) else None
