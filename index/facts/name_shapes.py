"""What can be told of a run of capitalised words by itself: which of them are a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.facts.kinds import Kind, kinds
from index.facts.lexicons import from_lexicon

_MOST_NAME_WORDS = 5
_MOST_RUN_WORDS = 14


class Shape(NamedTuple):
    """What can be told of a run of capitalised words by itself, as offsets into it."""

    title_end: int
    """Where a title before the name would end, with its space."""
    start: int
    end: int
    """0 if no name is left."""
    one_word: bool
    is_place: bool
    """It holds the name of a place: a person only with a title."""
    after_portfolio: Shape | None = None
    """The shape if the run begins with a portfolio: "Secretary of [Defense Lloyd Austin]"."""


def split_run(text: str) -> list[str]:
    """The words of a run, which stand one blank apart."""
    return text.replace("\u00a0", " ").split(" ")


@from_lexicon
def shapes() -> Callable[[str], Shape | None]:
    """A function that tells the shape of a run; runs recur, so it remembers them."""
    kind = kinds()

    @lru_cache(maxsize=1 << 14)
    def shape(text: str) -> Shape | None:
        words = split_run(text)
        kinds_of = [kind(word) for word in words]
        head = _last_head(kinds_of)
        first = _past(kinds_of, head + 1, Kind.STOP)
        if first == len(words):
            return None
        if first > head + 1 and _past(kinds_of, head + 1, Kind.HONORIFIC) >= first:
            first = head + 1  # "Health Minister Dr Jane Roe": the title ends before the honorific
        if head >= 0 and first == head + 2 and kinds_of[head + 1] & Kind.STOPPING_NAME:
            first -= 1  # "Administrator June Moore"
        whole = _shape_from(words, kinds_of, first)
        after = _past(kinds_of, first, Kind.OFFICE)
        if after == first:  # "Head of the Kharkiv Regional Administration Oleh Bondar"
            after = max(
                (at + 1 for at in range(len(words)) if kinds_of[at] & Kind.OFFICE), default=0
            )
            after = after if after < len(words) - 1 else 0
        rest = _shape_from(words, kinds_of, after) if head < 0 and 0 < after < len(words) else None
        if rest is None:
            return whole
        return (whole or Shape(0, 0, 0, False, False))._replace(after_portfolio=rest)

    return shape


def _shape_from(words: list[str], kinds_of: list[int], first: int) -> Shape | None:
    """The shape of a run whose name begins at the word `first`; None if no name does."""
    title_end = _length(words[:first])
    first = min(_past(kinds_of, first, Kind.HONORIFIC), len(words) - 1)
    last, holds = first, 0
    if kinds_of[first] & Kind.STOPPING_NAME:
        last += 1
    while last < min(len(words), first + _MOST_NAME_WORDS) and not kinds_of[last] & Kind.STOP:
        holds |= kinds_of[last]
        last += 1
    while last - first > 2 and kinds_of[last - 1] & Kind.HEAD and words[last - 1].isupper():
        last -= 1  # "Stella Creasy MP"
    name = words[first:last]
    one_word = len(name) == 1
    is_place = bool(holds & Kind.PLACE or (kinds_of[first] & Kind.PLACE_OPENER and not one_word))
    if (
        not name
        or name == [name[0][:1]]
        or holds & Kind.NO_NAME
        or (one_word and is_place)
        or _is_shouted(name)
    ):
        return None
    start = _length(words[:first])
    return Shape(title_end, start, start + _length(name) - 1, one_word, is_place)


def _past(kinds_of: Sequence[int], index: int, kind: int) -> int:
    """The first place from `index` on whose word is not of this kind."""
    while index < len(kinds_of) and kinds_of[index] & kind:
        index += 1
    return index


def _length(words: Sequence[str]) -> int:
    """The characters that these words take, each with a space after it."""
    return sum(map(len, words)) + len(words)


def _last_head(kinds_of: list[int]) -> int:
    """The last word of a run that is a title and has a name after it; -1 for none."""
    for index in range(min(len(kinds_of), _MOST_RUN_WORDS) - 2, -1, -1):
        if kinds_of[index] & Kind.HEAD and not kinds_of[index + 1] & Kind.SUFFIX:
            return index
    return -1


def _is_shouted(words: Sequence[str]) -> bool:
    """Whether several words stand all in capitals: that is a headline or an acronym, no name."""
    return len(words) > 1 and all(len(word) > 2 and word.isupper() for word in words)
