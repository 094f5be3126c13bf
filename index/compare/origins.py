"""Origins: which reports are copies, or part-copies, of one text.

Measured by containment of word shingles (Broder, "On the resemblance and containment of documents",
1997): a reprint is often only a part of the original, which likeness of the whole would miss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.article import Article
from index.facts.model import Facts

SHINGLE = 5
"""Words in a shingle: long enough that independent reports share few beyond common quotations."""
CONTAINED = 0.5
"""The part of the shorter text's shingles that makes two texts copies of one."""
FEWEST = 12
"""Shingles that a text must have to be judged at all."""

_WORD = re.compile(r"\w+")


def shingles(article: Article, facts: Facts | None = None) -> frozenset[int]:
    """The text's shingles as hashes, page furniture left out.

    The hashes hold for this run of the program only.
    """
    found: set[int] = set()
    for stretch in _stretches(article.body, facts):
        words = _WORD.findall(stretch.casefold())
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


def find_origins(reports: Sequence[tuple[Article, Facts]]) -> tuple[int, ...]:
    """For each report the index of the first report that it shares its origin with, or its own."""
    texts = [shingles(article, facts) for article, facts in reports]
    origin = list(range(len(texts)))
    for later in range(len(texts)):
        for earlier in range(later):
            if origin[earlier] == earlier and any(
                origin[member] == earlier and containment(texts[member], texts[later]) >= CONTAINED
                for member in range(earlier, later)
            ):
                _join(origin, earlier, origin[later])
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
