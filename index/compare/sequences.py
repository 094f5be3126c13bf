"""Where two lists of words differ, in time that grows with their length.

Words that stand once in both, and in the same order, are taken as fixed; what lies between them is
compared closely (patience diff, Bram Cohen). A stretch that is long and has nothing of the kind is
not searched further.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_CLOSELY = 40_000
"""Pairs of words up to which a stretch is compared closely."""
_RUNS = (4, 1)
"""Words in a row that must stand once in both texts to be taken as fixed."""
_DEPTH = 8
"""Times that a stretch between fixed words is parted again."""

Stretch = tuple[int, int, int, int]
"""From and to in the older words, from and to in the newer ones."""


def parted(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """The stretches in which two lists of words differ, in order."""
    a = b = 0
    for start, other, size in sorted(_same(old, new)):
        if a < start or b < other:
            yield a, start, b, other
        a, b = start + size, other + size
    if a < len(old) or b < len(new):
        yield a, len(old), b, len(new)


def _same(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Runs of words that both have, none crossing another: where they begin, and their lengths."""
    waiting = [((0, len(old), 0, len(new)), 0)]
    while waiting:
        (a, to_a, b, to_b), depth = waiting.pop()
        size = _alike(old, new, a, to_a, b, to_b)
        if size:
            yield a, b, size
        a, b = a + size, b + size
        back = 0
        while back < min(to_a - a, to_b - b) and old[to_a - back - 1] == new[to_b - back - 1]:
            back += 1
        to_a, to_b = to_a - back, to_b - back
        if back:
            yield to_a, to_b, back
        if a == to_a or b == to_b:
            continue
        if (to_a - a) * (to_b - b) <= _CLOSELY:
            matcher = SequenceMatcher(None, old[a:to_a], new[b:to_b], autojunk=False)
            yield from (
                (a + match.a, b + match.b, match.size)
                for match in matcher.get_matching_blocks()
                if match.size
            )
        elif depth < _DEPTH:
            last_a, last_b = a, b
            for fixed_a, fixed_b in _fixed(old, new, (a, to_a, b, to_b)):
                if fixed_a > last_a or fixed_b > last_b:
                    waiting.append(((last_a, fixed_a, last_b, fixed_b), depth + 1))
                yield fixed_a, fixed_b, 1
                last_a, last_b = fixed_a + 1, fixed_b + 1
            if last_a > a:
                waiting.append(((last_a, to_a, last_b, to_b), depth + 1))


def _alike(old: Sequence[str], new: Sequence[str], a: int, to_a: int, b: int, to_b: int) -> int:
    size = 0
    while a + size < to_a and b + size < to_b and old[a + size] == new[b + size]:
        size += 1
    return size


def _fixed(old: Sequence[str], new: Sequence[str], stretch: Stretch) -> Sequence[tuple[int, int]]:
    """Words that begin a run which stands once on either side, in the same order on both."""
    a, to_a, b, to_b = stretch
    for run in _RUNS:
        first, second = _once(old, a, to_a, run), _once(new, b, to_b, run)
        pairs = [(place, second[key]) for key, place in first.items() if key in second]
        if pairs:
            return _rising(sorted(pairs))
    return ()


def _once(words: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    """The runs of words that stand once, and where."""
    places: dict[tuple[str, ...], int] = {}
    for place, key in enumerate(zip(*(words[start + n : end] for n in range(run)), strict=False)):
        places[key] = -1 if key in places else start + place
    return {key: place for key, place in places.items() if place >= 0}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs whose second places rise as the first do."""
    ends: list[int] = []
    chains: list[tuple[tuple[int, int], object]] = []
    for pair in pairs:
        at = bisect_left(ends, pair[1])
        link = (pair, chains[at - 1] if at else None)
        ends[at : at + 1] = [pair[1]]
        chains[at : at + 1] = [link]
    found: list[tuple[int, int]] = []
    link_back: object = chains[-1] if chains else None
    while isinstance(link_back, tuple):
        found.append(link_back[0])
        link_back = link_back[1]
    return found[::-1]
