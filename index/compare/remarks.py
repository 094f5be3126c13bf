"""Remarks: which statements of one person are the same remark, as several outlets word it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from index.compare.differences import Difference, differences
from index.facts.claims_sentence import telling_words
from index.facts.model import StatementForm

_SHINGLE = 3
"""Words in a row by which two quotations are known as one."""
_CONTAINED = 0.5
"""The part of the shorter quotation's shingles that the longer one must have."""
_ALIKE = 0.6
"""The part of the fewer telling words that two wordings of one remark share."""
_FEWEST = 3
"""Shared shingles, or telling words, that are needed at least."""
_WINDOW = 7
"""Days between two reports of one remark at most: a phrase that returns later is said anew."""
_HOLDERS = 200
"""Statements that one word leads to at most."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Said:
    """One statement, as one report has it. Its three dates are never merged."""

    article: str
    outlet: str
    start: int
    end: int
    """Where the words stand in the article's body."""
    words: str
    """The words with their quotation marks; line breaks are blanks."""
    form: StatementForm
    cue: str | None
    published: str | None
    said: tuple[str, str] | None
    """First and last ISO day on which it can have been said; None where the report names none."""
    as_of: str | None = None
    """ISO day for which a value in it holds."""
    role: str | None = None
    """The office that this report gives the speaker."""

    @property
    def order(self) -> str:
        """The day by which statements are put in order: when said, or else when published."""
        return self.said[1] if self.said else (self.published or "9999")[:10]


@dataclass(frozen=True, slots=True)
class Wording:
    """A remark as one report has it, held against the fullest quotation of it."""

    said: Said
    changes: tuple[Difference, ...] = ()
    """Words that this quotation has differently; `after` counts in `said.words`."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What was said once, in each outlet's wording, the earliest report first."""

    wordings: tuple[Wording, ...]

    @property
    def said(self) -> tuple[str, str] | None:
        """The narrowest day that any report gives for it."""
        known = [one.said.said for one in self.wordings if one.said.said]
        return min(known, key=_days) if known else None

    @property
    def order(self) -> str:
        """The day by which remarks are put in order."""
        return self.said[1] if self.said else min(one.said.order for one in self.wordings)


def _days(span: tuple[str, str]) -> int:
    return (date.fromisoformat(span[1]) - date.fromisoformat(span[0])).days


def remarks_of(statements: Sequence[Said]) -> tuple[Remark, ...]:
    """The statements of one person as remarks, in the order in which they were said."""
    group = list(range(len(statements)))
    for one, other in _pairs(statements):
        first, second = _root(group, one), _root(group, other)
        group[max(first, second)] = min(first, second)
    groups: dict[int, list[Said]] = {}
    for number, said in enumerate(statements):
        groups.setdefault(_root(group, number), []).append(said)
    found = [_remark(group) for group in groups.values()]
    return tuple(sorted(found, key=_place))


def _place(remark: Remark) -> tuple[str, str, int]:
    """Remarks of one day stand as their first report has them."""
    first = remark.wordings[0].said
    return (remark.order, first.article, first.start)


def _root(group: list[int], number: int) -> int:
    while group[number] != number:
        number = group[number]
    return number


def _pairs(statements: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Statements of different reports that are one remark: shared words lead to them."""
    features = [_features(said) for said in statements]
    holders: dict[object, list[int]] = {}
    for number, own in enumerate(features):
        shared: Counter[int] = Counter()
        for key in own:
            shared.update(holders.get(key, ()))
        for other, _ in shared.most_common():
            if _is_one(statements[number], statements[other], own, features[other]):
                yield other, number
        for key in own:
            known = holders.setdefault(key, [])
            if len(known) < _HOLDERS:
                known.append(number)


def _features(said: Said) -> frozenset[object]:
    """Runs of words of a quotation, and the telling words of any statement."""
    words = _WORD.findall(said.words.casefold())
    shingles = set(zip(*(words[n:] for n in range(_SHINGLE)), strict=False))
    return frozenset(telling_words(said.words)) | (shingles if said.form != "indirect" else set())


def _is_one(a: Said, b: Said, first: frozenset[object], second: frozenset[object]) -> bool:
    if a.article == b.article or not _near(a, b):
        return False
    if a.form != "indirect" and b.form != "indirect":
        runs = [{key for key in keys if isinstance(key, tuple)} for keys in (first, second)]
        if _share(runs[0], runs[1], _CONTAINED):
            return True
        if a.form == b.form == "direct":
            return False
    words = [{key for key in keys if isinstance(key, str)} for keys in (first, second)]
    return _share(words[0], words[1], _ALIKE)


def _share(one: Set[object], other: Set[object], part: float) -> bool:
    shared = len(one & other)
    return shared >= _FEWEST and shared >= part * min(len(one), len(other))


def _near(a: Said, b: Said) -> bool:
    """Whether two statements can be of one day, as far as it is known."""
    if a.said and b.said:
        return a.said[0] <= b.said[1] and b.said[0] <= a.said[1]
    days = [date.fromisoformat(one.order) for one in (a, b) if one.order != "9999"]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= _WINDOW


def _remark(group: Sequence[Said]) -> Remark:
    """The wordings, each quotation held against the fullest."""
    ordered = sorted(group, key=lambda said: (said.published or "9999", said.article, said.start))
    quoted = [said for said in ordered if said.form == "direct"]
    fullest = max(quoted, key=lambda said: len(said.words), default=None)
    return Remark(
        tuple(
            Wording(said, _changes(fullest.words, said.words))
            if fullest is not None and said.form == "direct" and said is not fullest
            else Wording(said)
            for said in ordered
        )
    )


def _changes(fullest: str, words: str) -> tuple[Difference, ...]:
    """What a quotation words differently. That it ends sooner, or begins later, is no change."""
    found = [one for one in differences(fullest, words) if one.weight != "signs"]
    return tuple(
        one for one in found if not (one.kind == "removed" and _at_an_end(one.after.start, words))
    )


def _at_an_end(place: int, words: str) -> bool:
    return not _WORD.search(words, 0, place) or not _WORD.search(words, place)
