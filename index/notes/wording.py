"""What may differ between two wordings of one passage, and what may not."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_QUOTES = '"“”„‟«»″'
_APOSTROPHES = "'‘’‚‛′`´"
_DASHES = "-‐‑‒–—―−"
_FOLD = str.maketrans(
    dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-")
)
_CHUNK = re.compile(r"[^\s\"“”„‟«»″]+")
_WORD = re.compile(r"[^\W_]+")
_TRIM = ".,;:!?()[]{}'…*_#"
SURROUNDING = _TRIM + _QUOTES + _APOSTROPHES
"""Signs around a word that are not part of it."""


def folded(text: str) -> str:
    """`text` with one kind of blank, quotation mark, apostrophe and dash."""
    return re.sub(r"\s+", " ", text.translate(_FOLD))


def same_words(exact: str) -> re.Pattern[str]:
    """A pattern for `exact` in any setting of its blanks, quotation marks and dashes."""
    parts = []
    for run in re.findall(r"\s+|[^\s]", exact):
        for kind in (_QUOTES, _APOSTROPHES, _DASHES):
            if run in kind:
                parts.append(f"[{re.escape(kind)}]")
                break
        else:
            parts.append(r"\s+" if run.isspace() else re.escape(run))
    return re.compile("".join(parts))


def weighty(text: str) -> tuple[str, ...]:
    """Everything in `text` that must stay the same, in order.

    Whatever holds a digit, with the signs and units that touch it; capitalised words; number
    words, bounds and denials from meaning.toml. A capital that only begins a sentence counts too:
    better an orphan than a wrong place.
    """
    found = []
    for chunk in _CHUNK.findall(folded(text)):
        if any(character.isdigit() for character in chunk):
            found.append(chunk.strip(_TRIM))
            continue
        for word in chunk.split("-"):
            bare = word.strip(_TRIM).removesuffix("'s")
            if bare != bare.lower() or bare in _words() or bare.endswith("n't"):
                found.append(bare)
    return tuple(found)


def words(text: str, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
    """The words and runs of digits of `text`, without punctuation."""
    return list(_WORD.finditer(text, start, len(text) if end is None else end))


@cache
def _words() -> frozenset[str]:
    lists = tomllib.loads((Path(__file__).parent / "meaning.toml").read_text(encoding="utf-8"))
    return frozenset(word for listed in lists.values() for word in listed)
