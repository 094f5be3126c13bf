"""Word by word: what one text has that a near-copy of it has not.

For versions of an article, for reprints, and for one remark as two outlets quote it. Between texts
that were written apart it would only show that they were written apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.compare.sequences import Stretch, parted
from index.compare.tokens import Token, tokens
from index.span import TextSpan

DifferenceKind = Literal["added", "removed", "changed"]
Weight = Literal["figure", "name", "words", "signs"]
"""What differs, the weightiest first: a number, a name, other words, or punctuation alone."""

WEIGHTS: tuple[Weight, ...] = ("figure", "name", "words", "signs")

_ISLAND = 2
"""Small words up to which two changes with these between them are one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which two texts part."""

    kind: DifferenceKind
    before: TextSpan
    """In the older text; empty, where the words would stand, for words that were added."""
    after: TextSpan
    """In the newer text; empty, where the words stood, for words that were removed."""
    old: str
    """The words of the older text."""
    new: str
    """The words of the newer text."""
    weight: Weight
    gone: tuple[str, ...] = ()
    """The figures, or the names, that only the older text has here, as its `weight` says."""
    come: tuple[str, ...] = ()
    """Those that only the newer text has here."""


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """Where `after` says something else than `before`, in reading order.

    Blanks, line breaks and the kinds of quotation marks, apostrophes and dashes make no difference;
    capitals do.
    """
    if before == after:
        return ()
    old, new = tokens(before), tokens(after)
    stretches = _joined(parted([t.key for t in old], [t.key for t in new]), old)
    return tuple(
        _difference(before, after, old, new, stretch)
        for stretch in stretches
        if stretch[0] < stretch[1] or stretch[2] < stretch[3]
    )


def _difference(
    before: str, after: str, old: Sequence[Token], new: Sequence[Token], stretch: Stretch
) -> Difference:
    a, to_a, b, to_b = stretch
    kind: DifferenceKind = "changed"
    if a == to_a:
        kind = "added"
    elif b == to_b:
        kind = "removed"
    first, second = _span(old, a, to_a), _span(new, b, to_b)
    own_old, own_new = old[a:to_a], new[b:to_b]
    weight = _weight(own_old, own_new)
    return Difference(
        kind,
        first,
        second,
        first.of(before),
        second.of(after),
        weight,
        gone=_phrases(before, own_old, own_new, weight),
        come=_phrases(after, own_new, own_old, weight),
    )


def _span(found: Sequence[Token], start: int, end: int) -> TextSpan:
    if start < end:
        return TextSpan(found[start].start, found[end - 1].end)
    at = found[start - 1].end if start else 0
    return TextSpan(at, at)


def _weight(old: Sequence[Token], new: Sequence[Token]) -> Weight:
    """The weightiest kind of word that one side has and the other has not."""
    first, second = Counter(t.key for t in old), Counter(t.key for t in new)
    own = (first - second) + (second - first)
    kinds = {token.kind for token in (*old, *new) if token.key in own}
    return next((weight for weight in WEIGHTS if weight in kinds), "signs")


def _phrases(
    text: str, own: Sequence[Token], other: Sequence[Token], weight: Weight
) -> tuple[str, ...]:
    """The figures or names of one side that the other has not; those in a row are one."""
    if weight not in ("figure", "name"):
        return ()
    known = {token.key for token in other}
    phrases: list[tuple[int, int, bool]] = []
    for token in own:
        if token.kind != weight:
            continue
        new = token.key not in known
        if phrases and not text[phrases[-1][1] : token.start].strip(" -"):
            start, _, before = phrases[-1]
            phrases[-1] = (start, token.end, before or new)
        else:
            phrases.append((token.start, token.end, new))
    return tuple(" ".join(text[start:end].split()) for start, end, new in phrases if new)


def _joined(stretches: Iterator[Stretch], old: Sequence[Token]) -> Iterator[Stretch]:
    """The stretches, two changes with nothing but small words between them as one."""
    held: Stretch | None = None
    for stretch in stretches:
        if held is None:
            held = stretch
            continue
        between = old[held[1] : stretch[0]]
        both = _changes(held) and _changes(stretch)
        if both and len(between) <= _ISLAND and all(token.is_small for token in between):
            held = (held[0], stretch[1], held[2], stretch[3])
        else:
            yield held
            held = stretch
    if held is not None:
        yield held


def _changes(stretch: Stretch) -> bool:
    """Whether words stand in the place of others, and are neither only added nor removed."""
    return stretch[0] < stretch[1] and stretch[2] < stretch[3]


def summary(found: Sequence[Difference], *, most: int = 3) -> str:
    """One line: changed figures and names in their own words, then how many words changed.

    "10,000 became 12,000; Kirby became Austin; and 12 words added, 3 removed".
    """
    if not found:
        return "The words are the same."
    if all(one.weight == "signs" for one in found):
        return "Only punctuation differs."
    weighty = [one for one in found if one.gone or one.come]
    weighty.sort(key=lambda one: (WEIGHTS.index(one.weight), one.kind != "changed"))
    told = list(dict.fromkeys(change for one in weighty for change in _told(one)))
    parts = told[:most]
    if len(told) > most:
        more = len(told) - most
        parts.append(f"{more} more {'figures and names' if more > 1 else 'figure or name'}")
    rest = [one for one in found if one not in weighty]
    added, removed = (sum(map(_words, texts)) for texts in _sides(rest))
    counted = [f"{number:,} {_NOUN[number == 1]} {what}" for number, what in
               ((added, "added"), (removed, "removed")) if number]  # fmt: skip
    if counted:
        parts.append(("and " if parts else "") + ", ".join(counted))
    sentence = "; ".join(parts) + "."
    return sentence[:1].upper() + sentence[1:]


_NOUN = {True: "word", False: "words"}


def _sides(found: Sequence[Difference]) -> tuple[list[str], list[str]]:
    return [one.new for one in found], [one.old for one in found]


def _words(text: str) -> int:
    return sum(token.kind != "signs" for token in tokens(text))


def _told(one: Difference) -> Iterator[str]:
    """What became of the figures or names of one difference."""
    if len(one.gone) == len(one.come):
        yield from (f"{old} became {new}" for old, new in zip(one.gone, one.come, strict=True))
        return
    yield from (f"{old} is gone" for old in one.gone)
    yield from (f"{new} is new" for new in one.come)
