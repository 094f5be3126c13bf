"""What a word can be beside a name, asked for every capitalised word of every article."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from index.facts.lexicons import from_lexicon
from index.facts.vocabulary import vocabulary
from index.facts.words import OPENING, ends_sentence, is_initials, normal, plain


class Kind:
    """What a capitalised word can be, as bits: plain numbers, IntFlag being slow."""

    STOP = 1
    HEAD = 2
    SUFFIX = 4
    HONORIFIC = 8
    KEPT_HONORIFIC = 16
    NO_NAME = 32
    PLACE = 64
    OFFICE = 128
    PLACE_OPENER = 256
    STOPPING_NAME = 512


@from_lexicon
def kinds() -> Callable[[str], int]:
    """A function that tells the kinds of a word as written; it remembers the words it has seen."""
    known = vocabulary()

    @lru_cache(maxsize=1 << 15)
    def kind(word: str) -> int:
        bare = plain(word)
        title = normal(word)
        capital = word.lstrip(OPENING)[:1].isupper()
        # "Kim Jong Un" is not of the UN.
        no_body = bare in known.acronyms and not word.isupper()
        of_office = title in known.portfolios | known.public or (
            capital and not no_body and title in known.bodies | known.countries
        )
        head = not ends_sentence(word) and (
            title in known.heads
            or (
                title in known.rank
                and capital
                and (word.endswith(".") or title not in known.dotted)
                and (word.isupper() or title not in known.shouted)
            )
        )
        return sum(
            bit
            for bit, holds in (
                (Kind.STOP, bare in known.stops and not is_initials(word)),
                (Kind.HEAD, head),
                (Kind.SUFFIX, bare in known.suffixes),
                (Kind.HONORIFIC, bare in known.honorifics and title not in known.heads),
                (Kind.KEPT_HONORIFIC, bare in known.kept_honorifics),
                (Kind.NO_NAME, bare in known.not_names and not no_body),
                (Kind.PLACE, bare in known.places),
                (Kind.OFFICE, of_office),
                (Kind.STOPPING_NAME, bare in known.stopping_names),
                (Kind.PLACE_OPENER, capital and bare in known.place_openers),
            )
            if holds
        )

    return kind
