"""Bytes to text: byte order mark, then UTF-8, then a guess, then the commonest old encoding."""

from __future__ import annotations

import codecs
import re

from index.errors import InputError

SAMPLE = 64 * 1024
"""Bytes that the guess looks at."""
WESTERN = "cp1252"

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(content: bytes) -> str:
    """The text of `content`; bytes that mean nothing become U+FFFD.

    Raises InputError for what is no text at all, with a sentence that follows a file's name.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    wide = _utf16_without_mark(content)
    if wide:
        return content.decode(wide, "replace")
    if content.count(b"\0", 0, SAMPLE) > len(content[:SAMPLE]) // 1000:
        raise InputError("is no text: it has zero bytes in it")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_utf8_with_slips(content, error.start):
            return content.decode("utf-8", "replace")
    return content.decode(_guess(content), "replace")


def _utf16_without_mark(content: bytes) -> str | None:
    """Western text in UTF-16 has a zero in nearly every second byte."""
    sample = content[:SAMPLE]
    half = len(sample) // 2
    if not half:
        return None
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _is_utf8_with_slips(content: bytes, first_fault: int) -> bool:
    """UTF-8 with a few damaged characters, not another encoding: most sequences are whole.

    A text in an eight-bit encoding almost never holds whole UTF-8 sequences by chance.
    """
    sample = content[: max(SAMPLE, first_fault + 1)]
    lead = sum(sample.count(byte) for byte in range(0xC2, 0xF5))
    slips = sample.decode("utf-8", "replace").count("\ufffd")
    return lead > 2 * slips


def _guess(content: bytes) -> str:
    """The likeliest eight-bit or East Asian encoding; the Western one wherever that fits as well.

    In Western text few bytes are not ASCII, and those stand alone: "café", "said – twice".
    """
    sample = content[:SAMPLE]
    strange = re.findall(rb"[\x80-\xff]+", sample)
    length = sum(map(len, strange))
    if length < 0.05 * len(sample) and length < 1.2 * len(strange):
        return WESTERN
    from charset_normalizer import from_bytes  # loaded only for the rare file that needs it

    guesses = from_bytes(sample)
    best = guesses.best()
    if best is None:
        return WESTERN
    for guess in guesses:
        if WESTERN in guess.could_be_from_charset and guess.coherence >= best.coherence:
            return WESTERN
    return best.encoding
