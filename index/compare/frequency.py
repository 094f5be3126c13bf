"""The word that is met most often among several."""

from __future__ import annotations

from collections.abc import Iterable


def commonest(words: Iterable[str | None]) -> str:
    """The most frequent word; of equals the first in the alphabet; "" if there is none."""
    counts: dict[str, int] = {}
    for word in words:
        if word:
            counts[word] = counts.get(word, 0) + 1
    return min(counts, key=lambda word: (-counts[word], word)) if counts else ""
