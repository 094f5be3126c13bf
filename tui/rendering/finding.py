"""Finding words in a text as it stands, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable


def find(body: str, words: str) -> list[tuple[int, int]]:
    """Where `words` stand in `body`: any case, any white space between them, any quotation mark.

    Capitals in `words` ask for capitals, as in less and vim.
    """
    if not words.strip():
        return []
    flags = re.NOFLAG if words != words.lower() else re.IGNORECASE
    return [found.span() for found in re.finditer(_pattern(words), body, flags)]


def find_whole(body: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where one of `names` stands in `body` as words of its own; spelled as in `find`."""
    spans = {
        span
        for name in names
        for span in find(body, name)
        if not body[: span[0]][-1:].isalnum() and not body[span[1] : span[1] + 1].isalnum()
    }
    return sorted(spans)


def _pattern(words: str) -> str:
    return r"\s+".join(map(_loose, words.split()))


def _loose(word: str) -> str:
    quotes = {"'": "['‘’]", '"': '["“”]'}
    return "".join(quotes.get(character, re.escape(character)) for character in word)
