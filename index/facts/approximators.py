"""The words before a number that say how exactly it is meant: "about", "at least", "just over"."""

from __future__ import annotations

from typing import cast

from index.facts.figure_words import FigureWords
from index.facts.model import Approximation
from index.facts.nouns import word_before

_KEPT = {
    "about": (True, True),
    "at_least": (True, False),
    "more_than": (True, False),
    "at_most": (False, True),
    "less_than": (False, True),
    "nearly": (False, True),
}
"""Whether an approximation keeps the number as lower and as upper bound."""


def bounds(
    low: float | None, high: float | None, approximation: Approximation
) -> tuple[float | None, float | None]:
    """The bounds that an approximation leaves of a number: "nearly 400" has no lower one."""
    keep_low, keep_high = _KEPT.get(approximation, (True, True))
    return (low if keep_low else None), (high if keep_high else None)


def approximator_before(
    words: FigureWords, body: str, start: int, floor: int, before: str | None = None
) -> tuple[int, Approximation] | None:
    """The approximator right before `start`: where it begins, and what it says.

    `before` is the word before `start`, if it is known.
    """
    before = word_before(body, start) if before is None else before
    if before not in words.approximator_ends:
        return None
    left = max(floor, start - 30)
    window = body[left:start]
    parts = window.split()
    end, phrase, found = len(window), "", None
    for part in reversed(parts[-4:]):
        begin = window.rindex(part, 0, end)
        plain = part.lower().lstrip("\"“'‘(—")
        begin += len(part) - len(plain)
        phrase = f"{plain} {phrase}".rstrip()
        name = words.approximators.get(phrase)
        if name:
            found = left + begin, cast(Approximation, name)
        elif found and plain in words.adverbs:
            return left + begin, found[1]
        elif found and phrase.startswith(f"{plain} over") and plain in words.phrasal:
            return None  # "handed over 21 girls"
        if (
            phrase not in words.approximator_tails
            or len(plain) != len(part)
            or (begin == 0 and left > floor)
        ):
            break
        end = begin
    return found
