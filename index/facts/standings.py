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
_LONGEST_PLACE = 4
_LONGEST_BODY = 7
"""Words of the longest names that are looked for."""


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
    if bare[head] in known.ministers and head and bare[head - 1] in known.ministries:
        return True
    # A school superintendent is public, whatever "school" is alone.
    own = {pair[0] for pair in pairwise(bare) if pair in known.pairs}
    private = any(_is_private(known, word) for word in words if normal(word) not in own)
    private = private or any(pair in known.private_pairs for pair in pairwise(bare))
    if any(word in known.office for word in bare[: head + 1]):
        # "sales ambassador" and "vice-chancellor of the university" are no public offices
        return not (private and words[head][:1].islower())
    if _names_known_body(known, words) or _leads_party(known, words, head):
        return True
    if private:
        return False
    if any(pair in known.pairs for pair in pairwise(bare)):
        return True
    name, capital = bare[head], words[head].lstrip(OPENING)[:1].isupper()
    if name in known.rank and capital and "executive" not in bare:
        return True
    if _names_public_body(known, words, head):
        return True
    if name not in known.capital or not capital:
        return False
    others = words[:head] + words[head + 1 :]
    beside = known.modifiers | known.portfolios | known.rank
    return not any(word[:1].isupper() and normal(word) not in beside for word in others)


def _leads_party(known: Vocabulary, words: tuple[str, ...], head: int) -> bool:
    """Whether somebody is the leader of a party that is named: "leader of the Left Alliance"."""
    named = words[head + 1 :]
    leads = normal(words[head]) == "leader" and [word.lower() for word in named[:1]] == ["of"]
    return leads and any(word[:1].isupper() and normal(word) in known.parties for word in named)


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
        of_club = capital and bare in known.club_places and words[head] in known.club_offices
        if not of_club and (bare in known.public or (capital and bare in known.bodies)):
            return True
        if capital and near and _is_place(known, words, index, head):
            return True
        if capital and bare not in known.directions and bare not in known.modifiers:
            near = bare in known.portfolios
    return False


def _is_place(known: Vocabulary, words: tuple[str, ...], index: int, head: int) -> bool:
    """Whether a country or region is named here: its last word before the head, its first after.

    "Sri Lankan president", "president of Costa Rica"; but a director for Africa holds no office.
    """
    for size in range(1, _LONGEST_PLACE + 1):
        first = index - size + 1 if index < head else index
        if first >= 0:
            name = " ".join(normal(word) for word in words[first : first + size])
            if name in known.place_names:
                return True
    return False


def _names_known_body(known: Vocabulary, words: tuple[str, ...]) -> bool:
    """Whether the words hold the whole name of a public body that has more words than one."""
    bare = [normal(word) for word in words]
    sizes = range(2, _LONGEST_BODY + 1)
    return any(
        " ".join(bare[first : first + size]) in known.body_names
        for first in range(len(words))
        if words[first].lstrip(OPENING)[:1].isupper()
        for size in sizes
    )
