"""How far two spellings are from each other, and which spellings a pattern covers."""

from __future__ import annotations

import re

from index.search.analyzer import fold


def distance(one: str, other: str, limit: int) -> int:
    """Letters added, left out, changed or swapped with their neighbour; `limit` + 1 for more.

    Optimal string alignment (Damerau 1964, restricted), row by row, given up once it cannot fall
    to `limit` any more.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    # A change brings in one letter and takes one away: too many others, and it is settled.
    letters, its_letters = set(one), set(other)
    if len(letters - its_letters) > limit or len(its_letters - letters) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, its in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def folded_pattern(pattern: str) -> str:
    """`pattern` with its letters folded like the words it is held against."""
    pieces = re.split(r"([*?])", re.sub(r"\*+", "*", pattern))
    return "".join(piece if piece in ("*", "?") else fold(piece) for piece in pieces)


def fits(pattern: str, word: str) -> bool:
    """Whether `word` is covered by `pattern`: `*` is any letters, `?` exactly one.

    Each piece between stars takes the first place it can, so the time is at most the product of
    the two lengths.
    """
    first, *rest = pattern.split("*")
    if not rest:
        return len(word) == len(first) and _stands_at(first, word, 0)
    last = rest.pop()
    if len(word) < len(first) + len(last) or not _stands_at(first, word, 0):
        return False
    end = len(word) - len(last)
    at = len(first)
    for piece in rest:
        while at + len(piece) <= end and not _stands_at(piece, word, at):
            at += 1
        if at + len(piece) > end:
            return False
        at += len(piece)
    return _stands_at(last, word, end)


def _stands_at(piece: str, word: str, at: int) -> bool:
    if "?" not in piece:
        return word.startswith(piece, at)
    found = word[at : at + len(piece)]
    return len(found) == len(piece) and all(
        its in ("?", letter) for its, letter in zip(piece, found, strict=True)
    )
