"""Words in the form in which the lexicons have them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from index.facts.lexicons import from_lexicon, table, word_set

OPENING = "([‘'\"“—–-"
"""Marks that may stand right before a word."""
SPACES = frozenset(" \u00a0")
"""White space between the words of a name or a title."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_MOST_REMEMBERED = 1 << 15


_Value = TypeVar("_Value")


class Remembered(dict[str, _Value]):
    """What a function tells of a word, looked up where it has been asked before: words recur."""

    def __init__(self, tell: Callable[[str], _Value]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> _Value:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        value = self[word] = self._tell(word)
        return value


@from_lexicon
def abbreviations() -> frozenset[str]:
    """Abbreviations before and after names, as written, without their full stop."""
    words = table("abbreviations")["before_names"]["words"]
    return frozenset(word for word in words if word.isalpha() and word[0].isupper()) | {"Jr"}


@from_lexicon
def _dotted() -> frozenset[str]:
    return frozenset(word.lower() for word in abbreviations())


@lru_cache(_MOST_REMEMBERED)
def plain(word: str) -> str:
    """A word in lower case, without possessive and closing full stop."""
    word = word.lower()
    if word[-2:] in {"'s", "’s"}:
        word = word[:-2]
    return word.rstrip(".'’")


@from_lexicon
def normal(word: str) -> str:
    """A word of a title, without marks and prefixes: "then-Governor" is "governor"."""
    word = plain(word.strip(',;:()[]"“”‘'))
    if "-" in word:
        first, _, rest = word.partition("-")
        if first in word_set("titles", "words", "prefixes"):
            return rest
        if rest in word_set("titles", "words", "suffixes"):
            return first
    return word


def ends_sentence(word: str) -> bool:
    """Whether the full stop at a word's end is more than that of an abbreviation."""
    if word[-1:] != ".":
        return False
    return not (is_initials(word) or plain(word).rpartition("-")[2] in _dotted())  # "Brig.-Gen."


def is_initials(word: str) -> bool:
    """Whether a word is "U.S." and its like."""
    return _INITIALS.fullmatch(word) is not None


def last_word(text: str, end: int, longest: int) -> str:
    """The word, with its marks, that ends at `end`, cut to `longest` characters; "" for none."""
    low = end - longest if end > longest else 0
    word = text[(text.rfind(" ", low, end) + 1) or low : end]
    if word.isalpha():
        return word
    # White space other than a blank may stand in it, or at its end.
    return word.split()[-1] if word and not word[-1].isspace() else ""
