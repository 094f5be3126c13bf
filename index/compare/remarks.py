"""Remarks: which statements of one person are the same remark, as several outlets word it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from itertools import islice

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
_COPIED = 2
"""Telling words that are enough where two reports have the very same words."""
_WINDOW = 7
"""Days between two reports of one remark at most: a phrase that returns later is said anew."""
_REACH = 31
"""Days from one to the other within which statements are met at all: what was said "earlier this
month" can have been said on any day of it."""
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
    return _day(span[1]) - _day(span[0])


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
    """Statements of different reports that are one remark: words that they share lead to them.

    Gone through by day, so that only statements of days near by are met.
    """
    days = [_ordinal(said) for said in statements]
    words = [frozenset(telling_words(said.words)) for said in statements]
    runs = [_runs(said) for said in statements]
    met: tuple[_Holders, _Holders] = (_Holders(days), _Holders(days))
    for number in sorted(range(len(statements)), key=days.__getitem__):
        shared_words = met[0].meet(number, words[number])
        shared_runs = met[1].meet(number, runs[number])
        for other in shared_words.keys() | shared_runs.keys():
            a, b = statements[other], statements[number]
            if a.article == b.article or not _near(a, b):
                continue
            alike = _shares(shared_words[other], words[other], words[number], _ALIKE)
            quoted = _shares(shared_runs[other], runs[other], runs[number], _CONTAINED)
            copied = shared_words[other] >= _COPIED and _bare(a) == _bare(b)
            if quoted or copied or (alike and not a.form == b.form == "direct"):
                yield other, number


class _Holders:
    """Which statements hold a word, the latest last."""

    def __init__(self, days: Sequence[int]) -> None:
        self._days = days
        self._holders: dict[object, list[int]] = {}

    def meet(self, number: int, keys: Iterable[object]) -> Counter[int]:
        """How many of `keys` earlier statements of days near by share; adds this one to them."""
        shared: Counter[int] = Counter()
        for key in keys:
            known = self._holders.setdefault(key, [])
            for other in islice(reversed(known), _HOLDERS):
                if self._days[number] - self._days[other] > _REACH:
                    break
                shared[other] += 1
            known.append(number)
        return shared


def _ordinal(said: Said) -> int:
    """The day as a number; the last of all where none is known."""
    return date.max.toordinal() if said.order == "9999" else _day(said.order)


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _bare(said: Said) -> list[str]:
    """What is said, word by word."""
    return _WORD.findall(said.words.casefold())


def _runs(said: Said) -> frozenset[tuple[str, ...]]:
    """The runs of words of what is quoted."""
    if said.form == "indirect":
        return frozenset()
    words = _bare(said)
    return frozenset(zip(*(words[n:] for n in range(_SHINGLE)), strict=False))


def _shares(shared: int, one: Sized, other: Sized, part: float) -> bool:
    return shared >= _FEWEST and shared >= part * min(len(one), len(other))


def _near(a: Said, b: Said) -> bool:
    """Whether two statements can be of one day, as far as it is known."""
    if a.said and b.said:
        return a.said[0] <= b.said[1] and b.said[0] <= a.said[1]
    days = [_day(one.order) for one in (a, b) if one.order != "9999"]
    return len(days) < 2 or abs(days[0] - days[1]) <= _WINDOW


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
