"""Words near each other."""

from __future__ import annotations

from collections.abc import Sequence


def near(
    terms: Sequence[str], places: Sequence[Sequence[int]], slop: int, first_place: int = 0
) -> int:
    """How often all of `terms` stand within `slop` other words of each other, in any order."""
    needed: dict[str, int] = {}
    for term in terms:
        needed[term] = needed.get(term, 0) + 1
    by_term = dict(zip(terms, places, strict=True))
    stream = sorted((place, term) for term, where in by_term.items() for place in where)
    widest = len(terms) + slop
    missing, held, found, left = len(needed), dict.fromkeys(needed, 0), 0, 0
    for place, term in stream:
        if place < first_place:
            left += 1
            continue
        held[term] += 1
        missing -= held[term] == needed[term]
        while place - stream[left][0] >= widest:
            gone = stream[left][1]
            missing += held[gone] == needed[gone]
            held[gone] -= 1
            left += 1
        if not missing:
            found += 1
            while left < len(stream) and stream[left][0] <= place:  # counted; start after it
                left += 1
            missing, held = len(needed), dict.fromkeys(needed, 0)
    return found
