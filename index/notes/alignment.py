"""Where a body says nearly the same as a passage, and which words differ.

Word by word: places that share three words in a row are looked at, and each is aligned with the
least number of edits (Sellers 1980, approximate matching of a pattern inside a text).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from index.notes.wording import SURROUNDING, words

Word = re.Match[str]
Step = tuple[int | None, int | None]
"""Index of a word of the passage and of one of the body; None on a side that has none."""

_MOST_WORDS = 600
"""A longer passage is not looked for loosely: the table of an alignment grows with its square."""

_MOST_PLACES = 4
_SHINGLE = 3
_LONG_RUN = 300


@dataclass(frozen=True, slots=True)
class Likeness:
    """A stretch of a body that reads nearly like a passage."""

    start: int
    end: int
    edits: int
    """Characters changed, at most."""
    changes: tuple[tuple[str, str], ...]
    """Words of the passage, and what stands there now; either may be empty."""


def alike(exact: str, body: str) -> list[Likeness]:
    """The likeliest places, the most alike first; places that overlap count once."""
    wanted, given = words(exact), words(body)
    if not _SHINGLE <= len(wanted) <= _MOST_WORDS:
        return []
    want = [match.group().lower() for match in wanted]
    have = [match.group().lower() for match in given]
    slack = max(3, len(want) // 4)
    found = []
    for diagonal in _diagonals(want, have, slack):
        first = max(0, diagonal - slack)
        steps = _align(want, have[first : diagonal + len(want) + 2 * slack])
        shifted = [(i, None if j is None else first + j) for i, j in steps]
        if any(j is not None for _, j in shifted):
            found.append(_likeness(exact, body, wanted, given, shifted))
    found.sort(key=lambda likeness: (likeness.edits, likeness.start))
    kept: list[Likeness] = []
    for likeness in found:
        if all(likeness.end <= other.start or other.end <= likeness.start for other in kept):
            kept.append(likeness)
    return kept


def _diagonals(want: list[str], have: list[str], slack: int) -> list[int]:
    """Where in `have` the first word of `want` may stand: most shared shingles first."""
    shingles: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(want) - _SHINGLE + 1):
        shingles.setdefault(tuple(want[i : i + _SHINGLE]), []).append(i)
    votes: Counter[int] = Counter()
    for j in range(len(have) - _SHINGLE + 1):
        places = shingles.get((have[j], have[j + 1], have[j + 2]), ())
        for i in places[:_MOST_PLACES]:
            votes[(j - i) // slack] += 1
    return [bucket * slack for bucket, _ in votes.most_common(_MOST_PLACES)]


def _align(want: list[str], have: list[str]) -> list[Step]:
    """Fewest edits that make a stretch of `have` out of `want`; both ends of `have` are free."""
    rows = [[0] * (len(have) + 1)]
    for i, word in enumerate(want, 1):
        above, row = rows[-1], [i]
        for j, other in enumerate(have, 1):
            same = above[j - 1] + (word != other)
            row.append(min(same, above[j] + 1, row[-1] + 1))
        rows.append(row)
    least = min(rows[-1])
    i, j = len(want), len(have) - rows[-1][::-1].index(least)
    steps: list[Step] = []
    while i:
        if j and rows[i][j] == rows[i - 1][j - 1] + (want[i - 1] != have[j - 1]):
            i, j = i - 1, j - 1
            steps.append((i, j))
        elif rows[i][j] == rows[i - 1][j] + 1:
            i -= 1
            steps.append((i, None))
        else:
            j -= 1
            steps.append((None, j))
    return steps[::-1]


def _likeness(
    exact: str, body: str, wanted: list[Word], given: list[Word], steps: list[Step]
) -> Likeness:
    stands = [j for _, j in steps if j is not None]
    start, end = given[stands[0]].start(), given[stands[-1]].end()
    opening, closing = exact[: wanted[0].start()], exact[wanted[-1].end() :]
    if body.endswith(opening, 0, start):
        start -= len(opening)
    if body.startswith(closing, end):
        end += len(closing)
    changes: dict[tuple[str, str], None] = {}
    edits = 0
    for run in _runs(steps, wanted, given):
        old = _stretch(exact, [wanted[i] for i, _ in run if i is not None])
        new = _stretch(body, [given[j] for _, j in run if j is not None])
        changes[old, new] = None
        edits += _distance(old, new)
    return Likeness(start, end, edits, tuple(changes))


def _runs(steps: list[Step], wanted: list[Word], given: list[Word]) -> list[list[Step]]:
    """Steps in a row that change something."""
    runs: list[list[Step]] = []
    changing = False
    for i, j in steps:
        same = i is not None and j is not None and wanted[i].group() == given[j].group()
        if not same:
            if not changing:
                runs.append([])
            runs[-1].append((i, j))
        changing = not same
    return runs


def _stretch(text: str, found: list[Word]) -> str:
    """The words of `text` from the first to the last, with the signs that touch them."""
    if not found:
        return ""
    start, end = found[0].start(), found[-1].end()
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end].strip(SURROUNDING)


def _distance(old: str, new: str) -> int:
    """Edits from one string to the other (Levenshtein); of long ones, an upper bound."""
    if max(len(old), len(new)) > _LONG_RUN:
        return max(len(old), len(new))
    row = list(range(len(new) + 1))
    for i, a in enumerate(old, 1):
        corner, row[0] = row[0], i
        for j, b in enumerate(new, 1):
            corner, row[j] = row[j], min(corner + (a != b), row[j] + 1, row[j - 1] + 1)
    return row[-1]
