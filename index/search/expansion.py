"""From the part of a word to the words of the index that it can mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from heapq import nlargest
from itertools import pairwise

from index.search.analyzer import beginning_of, fold
from index.search.snapshot import Snapshot
from index.search.spelling import distance, fits, folded_pattern
from index.search.tables import Entry

MOST_EXPANSIONS = 128
"""A prefix stands for its most frequent words only: the rest change the first hits hardly ever
and cost the most."""
MOST_PATTERN_WORDS = 512


def beginnings(
    snapshot: Snapshot, field: str, prefix: str, most: int | None = MOST_EXPANSIONS
) -> list[str]:
    """The terms whose words begin with `prefix`, the most frequent first; `most` of them."""
    counts = _count(
        entry
        for view in snapshot.views
        for entry in view.lexicon(field).beginning_with(beginning_of(prefix))
    )
    return _most_frequent(counts, most)


def patterned(snapshot: Snapshot, field: str, pattern: str) -> list[str]:
    """The terms with a word that `pattern` covers."""
    folded = folded_pattern(pattern)
    head = re.split(r"[*?]", folded)[0]
    part = max(re.split(r"[*?]", folded), key=len)
    counts = _count(
        entry
        for view in snapshot.views
        for entry in (
            view.lexicon(field).beginning_with(head)
            if head
            else view.lexicon(field).containing(part)
        )
        if fits(folded, entry.form)
    )
    return _most_frequent(counts, MOST_PATTERN_WORDS)


def misspelt(snapshot: Snapshot, field: str, word: str, most_changes: int) -> list[str]:
    """The terms with a spelling at most so many letters from `word`, the first letter the same."""
    return list(_near(snapshot, (field,), word, most_changes))


def _near(
    snapshot: Snapshot, fields: Iterable[str], word: str, most_changes: int
) -> dict[str, tuple[int, int, str]]:
    """From each term to its distance, how many articles have it (negative), and its spelling."""
    form = fold(word)
    near: dict[str, tuple[int, int, str]] = {}
    if not form:
        return near
    lengths = range(max(1, len(form) - most_changes), len(form) + most_changes + 1)
    pieces = _pieces(form, 2 * most_changes + 1)
    for view in snapshot.views:
        for field in fields:
            for entry in view.lexicon(field).alike(form[0], lengths, pieces):
                changes = distance(form, entry.form, most_changes)
                if changes <= most_changes:
                    rank = (changes, -entry.articles, entry.form)
                    near[entry.term] = min(near.get(entry.term, rank), rank)
    return near


def _pieces(form: str, count: int) -> list[str]:
    """`form` cut into so many pieces. A change alters two of them at most, where it swaps letters:
    of one piece more than twice the changes, one stays as it is."""
    cuts = [len(form) * place // count for place in range(count + 1)]
    return [form[start:end] for start, end in pairwise(cuts)]


def correction(snapshot: Snapshot, word: str) -> str | None:
    """The word of a headline or a name that `word` was most likely meant to be, or None."""
    form = fold(word)
    if len(form) < 4 or not form.isalpha():
        return None
    most_changes = 1 if len(form) < 8 else 2
    ranks = list(_near(snapshot, ("title",), word, most_changes).values())
    for view in snapshot.views:
        for field in ("official", "said", "source"):
            for _, name in view.names(field):
                for part in name:
                    if part[:1] != form[0] or abs(len(part) - len(form)) > most_changes:
                        continue
                    changes = distance(form, part, most_changes)
                    if changes <= most_changes:
                        ranks.append((changes, -1, part))
    ranks = [rank for rank in ranks if rank[2] != form]
    return min(ranks)[2] if ranks else None


def _count(entries: Iterable[Entry]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for entry in entries:
        counts[entry.term] += entry.articles
    return counts


def _most_frequent(counts: Counter[str], most: int | None) -> list[str]:
    most = len(counts) if most is None else most
    return nlargest(most, counts, key=counts.__getitem__)
