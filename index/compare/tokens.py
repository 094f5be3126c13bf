"""Words, numbers and signs of a text, as two near-copies are compared by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.facts.lexicons import from_lexicon, table

TokenKind = Literal["figure", "name", "words", "signs"]

_TOKEN = re.compile(
    r"[$€£¥₩]?\d+(?:[.,:]\d+)*%?"  # a number with the signs that touch it
    r"|[\u3040-\u30ff\u3400-\u9fff]"  # Chinese and Japanese are written without blanks
    r"|[^\W\d_]+(?:['’.-][^\W\d_]+)*"  # a word: "Tae-yong", "U.S", "isn't"
    r"|\S"
)
_FOLD = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-")
)
_SMALL = 3
"""Letters of a small word."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign."""

    start: int
    end: int
    key: str
    """What is compared: the word with one kind of apostrophe and dash."""
    kind: TokenKind

    @property
    def is_small(self) -> bool:
        """Whether it is a sign or a small word, such as two texts share by chance."""
        return self.kind == "signs" or (self.kind == "words" and len(self.key) <= _SMALL)


def tokens(text: str) -> list[Token]:
    """The tokens of `text`, in order.

    A capitalised word is a name unless it begins a sentence.
    """
    numbers = _number_words()
    found: list[Token] = []
    begins = True
    for match in _TOKEN.finditer(text):
        word = match.group().translate(_FOLD)
        kind: TokenKind = "words"
        if any(character.isdigit() for character in word) or word.lower() in numbers:
            kind = "figure"
        elif not word[0].isalnum():
            kind = "signs"
        elif word[0].isupper() and not begins:
            kind = "name"
        found.append(Token(match.start(), match.end(), word, kind))
        begins = word in _BEGINS or (begins and kind == "signs")
    return found


_BEGINS = frozenset('.!?:"')


@from_lexicon
def _number_words() -> frozenset[str]:
    numbers = table("numbers")
    return frozenset(
        word for part in ("ones", "tens", "magnitudes", "plurals") for word in numbers[part]
    ) - {"a", "an"}
