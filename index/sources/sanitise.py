"""Makes text from outside harmless and plain, once, when it comes in.

`clean` is called on every string of an article (body, title, names, dates, addresses, file names)
after entities and header encodings are decoded. What is drawn later is guarded a second time,
character by character, by `tui.rendering.guard`.

Linear in the length of the text, idempotent, and the result is never more than a bounded factor
longer (a tab becomes at most four blanks).
"""

from __future__ import annotations

import re
import unicodedata

MARKS_PER_BASE = 8
"""Combining marks kept on one base character: real languages need at most five. NFC reorders a
run of marks in quadratic time, so the cap comes before it."""

TAB = 4
"""Columns between tab stops."""

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# Whole control sequences of ECMA-48, in their 7-bit and 8-bit forms. A string that never ends loses
# its introducer only, so that the text after it stays visible. No payload runs over another
# introducer: every character is looked at a bounded number of times.
_SEQUENCE = (
    "(?:\x1b\\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]?"  # CSI: colours, cursor, screen
    "|(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])"  # OSC, DCS, SOS, PM, APC …
    "(?:[^\x07\x1b\x80-\x9f\n]{0,65536}(?:\x07|\x1b\\\\|\x9c))?"  # … with BEL or ST at the end
    "|\x1b[ -/]{0,16}[0-~]?"  # two-character escapes: reset, charsets, keypad
)

# Characters that draw nothing or move others about. Zero-width joiner and non-joiner stay: Persian,
# the scripts of India, and emoji need them. Variation selectors 1 to 16 stay too.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f"  # C0, DEL, C1 without the newlines
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u3164\ufeff\uffa0"  # fillers, zero widths
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of writing
    "\u2060-\u2065\u206a-\u206f\ufff0-\ufffb"  # invisible operators, annotations
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # shorthand and music format controls
    "\U000e0000-\U000e0fff"  # tags, and the variation selectors no terminal draws
    "\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(p << 16 | 0xFFFE) + chr(p << 16 | 0xFFFF) for p in range(1, 17))
)
_DROPPED = re.compile(f"{_SEQUENCE}|[{_INVISIBLE}]+")
_SURROGATES = re.compile("[\ud800-\udfff]")

# A run in which more than the allowed marks could stand: the large scripts without marks are left
# out, so that a page of Greek, Cyrillic, Chinese or Korean is not walked one character at a time.
_MAYBE_MARKS = re.compile(
    "[^\x00-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u206f\u3000-\u3029\u3030-\u3098\u309b-\ua66e"
    f"\uac00-\ud7ff]{{{MARKS_PER_BASE + 1},}}"
)
_JOINERS = "\u200c\u200d"


def clean(text: str) -> str:
    """`text` without control sequences, invisible characters and piled-up marks, in NFC.

    Newlines become "\\n", tabs blanks, surrogates U+FFFD. Never NFKC: "10²" and "½" keep their
    meaning. `clean(clean(text)) == clean(text)`.
    """
    return clean_counting(text)[0]


def clean_counting(text: str) -> tuple[str, int]:
    """The text that `clean` gives, and how many characters were taken out of it."""
    text = _NEWLINES.sub("\n", text)
    before = len(text)
    text = _DROPPED.sub("", text)
    removed = before - len(text)
    if not text.isascii():
        text = _SURROGATES.sub("\ufffd", text)
        before = len(text)
        text = _MAYBE_MARKS.sub(_cap_marks, text)
        removed += before - len(text)
        if not unicodedata.is_normalized("NFC", text):
            # Some marks decompose into two: the cap holds for what comes out as well.
            text = _MAYBE_MARKS.sub(_cap_marks, unicodedata.normalize("NFC", text))
    if "\t" in text:
        text = text.expandtabs(TAB)
    return text, removed


def clean_line(text: str, limit: int = 300) -> str:
    """`text` cleaned and made one line of at most `limit` characters, for titles and names."""
    line = " ".join(clean(text[: limit * 20]).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def without_blank_ends(text: str) -> str:
    """`text` without the blank lines at its two ends; a blank before its first word stays."""
    if not text or text.isspace():
        return ""
    first_word = len(text) - len(text.lstrip())
    text = text[text.rfind("\n", 0, first_word) + 1 :]
    line_end = text.find("\n", len(text.rstrip()))
    return text if line_end < 0 else text[:line_end]


def _cap_marks(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run.group():
        if character in _JOINERS or unicodedata.category(character)[0] == "M":
            marks += 1
            if marks > MARKS_PER_BASE:
                continue
        else:
            marks = 0
        kept.append(character)
    return "".join(kept)
