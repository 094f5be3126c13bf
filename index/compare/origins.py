"""Origins: which reports are copies, or part-copies, of one text.

Measured by containment of word shingles (Broder, "On the resemblance and containment of documents",
1997): a reprint is often only a part of the original, which likeness of the whole would miss.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from zlib import crc32

from index.article import Article
from index.facts.model import Facts

SHINGLE = 5
"""Words in a shingle: long enough that independent reports share few beyond common quotations."""
CONTAINED = 0.5
"""The part of the shorter text's shingles that makes two texts copies of one."""
REPEATED = 0.9
"""Likeness from which a later text says nothing that the earlier one has not."""
FEWEST = 12
"""Shingles that a text must have to be judged at all."""
HOLDERS = 64
"""Texts that one shingle leads to at most: what more texts share is a common quotation."""

_WORD = re.compile(r"\w+")


def shingles(article: Article, facts: Facts | None = None) -> frozenset[int]:
    """The text's shingles as hashes, page furniture left out.

    The hashes are those of numbers, not of strings: other runs of the same Python give the same, so
    that they can be kept (`index.relatives`).
    """
    found: set[int] = set()
    for stretch in _stretches(article.body, facts):
        words = [crc32(word.encode()) for word in _WORD.findall(stretch.casefold())]
        found.update(map(hash, zip(*(words[n:] for n in range(SHINGLE)), strict=False)))
    return frozenset(found)


def _stretches(body: str, facts: Facts | None) -> Iterator[str]:
    start = 0
    for span in facts.furniture if facts else ():
        yield body[start : span.start]
        start = max(start, span.end)
    yield body[start:]


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """The part of the shorter text that stands in the longer one, from 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= FEWEST else 0.0


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """The part of all that stands in either text that stands in both, from 0 to 1."""
    whole = len(one | other)
    return len(one & other) / whole if whole else 0.0


def find_origins(reports: Sequence[tuple[Article, Facts]]) -> tuple[int, ...]:
    """For each report the index of the first report that it shares its origin with, or its own.

    Texts are held against each other only where they share shingles, and a text that repeats an
    earlier one is not kept to be met by later ones: a hundred reprints cost about a hundred times
    what one costs.
    """
    origin = list(range(len(reports)))
    texts = [shingles(article, facts) for article, facts in reports]
    holders: dict[int, list[int]] = {}
    for later, text in enumerate(texts):
        shared = Counter(earlier for shingle in text for earlier in holders.get(shingle, ()))
        repeats = False
        for earlier, number in shared.most_common():
            if number < CONTAINED / 2 * min(len(texts[earlier]), len(text)):
                continue
            if containment(texts[earlier], text) >= CONTAINED:
                _join(origin, origin[earlier], origin[later])
                if repeats := resemblance(texts[earlier], text) >= REPEATED:
                    break
        if not repeats:
            for shingle in text:
                known = holders.setdefault(shingle, [])
                if len(known) < HOLDERS:
                    known.append(later)
    return tuple(origin)


def _join(origin: list[int], one: int, other: int) -> None:
    first, second = min(one, other), max(one, other)
    for index, root in enumerate(origin):
        if root == second:
            origin[index] = first


def grouped(
    reports: Sequence[tuple[Article, Facts]], origin: Sequence[int]
) -> tuple[tuple[str, ...], ...]:
    """The ids of the reports, those of one origin together."""
    groups: dict[int, list[str]] = {}
    for (article, _), root in zip(reports, origin, strict=True):
        groups.setdefault(root, []).append(article.id)
    return tuple(tuple(group) for group in groups.values())
