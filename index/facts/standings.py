"""Whether a title speaks of public office, by its words alone.

Titles recur in an article and across articles, so what was told of one is remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from index.facts.lexicons import from_lexicon
from index.facts.vocabulary import Vocabulary, vocabulary
from index.facts.words import OPENING, normal

Standing = Literal["public", "former", "private", "open"]
"""A public office; one that is held no longer; an office of a company, club or campaign; or one
whose body the words do not name."""

_MOST_REMEMBERED = 1 << 14


@from_lexicon
def standings() -> Callable[[tuple[str, ...], int], Standing]:
    """A function that tells what a title says of its holder.

    It takes the title's words, as written, and the place of the office among them.
    """
    known = vocabulary()

    @lru_cache(maxsize=_MOST_REMEMBERED)
    def standing(words: tuple[str, ...], head: int) -> Standing:
        former = any(
            normal(word) == "former" or word.lower().startswith("ex-") for word in words[: head + 1]
        )
        if _is_public(known, words, head):
            return "former" if former else "public"
        private = former or any(_is_private(known, word) for word in words)
        return "private" if private else "open"

    return standing


def _is_public(known: Vocabulary, words: tuple[str, ...], head: int) -> bool:
    """Whether a title names a public office, now or once."""
    bare = [normal(word) for word in words]
    if any(word in known.office for word in bare[: head + 1]):
        return True
    if any(_is_private(known, word) for word in words):
        return False
    if any(pair in known.pairs for pair in pairwise(bare[: head + 1])):
        return True
    name, capital = bare[head], words[head].lstrip(OPENING)[:1].isupper()
    if name in known.rank and capital and "executive" not in bare:
        return True
    if _names_public_body(known, words, head):
        return True
    if name not in known.capital or not capital:
        return False
    others = words[:head] + words[head + 1 :]
    beside = known.modifiers | known.portfolios
    return not any(word[:1].isupper() and normal(word) not in beside for word in others)


def _is_private(known: Vocabulary, word: str) -> bool:
    bare = normal(word)
    as_body = word[:1].isupper() and bare in known.bodies
    return bare in known.private and not as_body


def _names_public_body(known: Vocabulary, words: tuple[str, ...], head: int) -> bool:
    """Whether the words beside the head name a public body, or a country as its own."""
    # A country counts right before the head ("Malawian President") or first after it
    # ("president of Malawi"): not in "Virginia AFL-CIO President".
    near = True
    for index in (*range(head - 1, -1, -1), *range(head + 1, len(words))):
        near = near or index == head + 1
        word = words[index]
        bare, capital = normal(word), word.lstrip(OPENING)[:1].isupper()
        if bare in known.public or (capital and bare in known.bodies):
            return True
        if capital and near and bare in known.places:
            return True
        if capital and bare not in known.directions and bare not in known.modifiers:
            near = bare in known.portfolios
    return False
