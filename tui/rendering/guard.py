"""The last wall between text from outside and the terminal.

`index.sources.sanitise.clean` takes control characters out when an article is read in. What still
gets through (an error message, a file name, a library of another program) is stopped here, where
all text passes on its way out.
"""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_DANGEROUS = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but the line feed, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u180e\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # invisible, separators
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # surrogates, noncharacters
    "\U000e0000-\U000e007f"  # tags
    "]"
)


def guard(text: str) -> str:
    """`text` with every character that could steer a terminal replaced, one for one.

    Offsets never move. Line feeds stay; a tab becomes a blank. Never raises.
    """
    if text.isprintable():
        return text
    return _DANGEROUS.sub(lambda found: " " if found[0] == "\t" else REPLACEMENT, text)
