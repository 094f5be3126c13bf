"""Finding a kept passage again in an article that may have changed since.

A wrong jump is the worst fault: reports of one event differ in exactly one number. So a passage is
found only where every digit, number word and name is the same; else it is an orphan, that is
listed and never attached to other words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.notes.alignment import alike
from index.notes.passage import CONTEXT, Passage
from index.notes.wording import folded, same_words, weighty, words
from index.span import TextSpan

AnchorState = Literal["ok", "moved", "changed", "orphan"]

_AGREED = CONTEXT // 2
"""Code points of a prefix or suffix that must be the same for the context to agree."""

_SPEAKS_FOR_ITSELF = 6
"""Words of a passage that is known again without its context."""

_MOST_EDITS = 0.1
"""Share of a passage's characters that a correction may change."""

_STILL_ALIKE = 0.35
"""Up to this share, an orphan is told which words stand there now."""

_GONE = "The words are not in the article any more."

_GLUED_BEFORE = re.compile(r"[\w.,:/'$€£¥₩+~<>-]*$")
_GLUED_AFTER = re.compile(r"(?:[.,:/'-]?\w[\w.,:/'-]*|[%‰°])?")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stands now."""

    state: AnchorState
    message: str
    """One sentence for the person."""
    span: TextSpan | None = None
    """None for an orphan."""
    changes: tuple[tuple[str, str], ...] = ()
    """What the outlet changed: the words kept, and the words there now."""


def locate(passage: Passage, body: str, sha256: str) -> Anchor:
    """Finds `passage` in `body`, the text of a file with that digest.

    ok       the same words at the same place
    moved    the same words, elsewhere, and no other place could be meant
    changed  at most a tenth of the letters changed: never a digit, number word or name
    orphan   anything else
    """
    here = TextSpan(passage.start, passage.end)
    if here.of(body) == passage.exact and passage.sha256 and passage.sha256 == sha256:
        return Anchor("ok", "The same words at the same place.", here)
    places = _same_words(passage, body)
    if len(places) > 1:
        places = _best(passage, body, places)
        if not places:
            return _bracketed(passage, body) or Anchor(
                "orphan", "The same words stand in several places now, and none is clearly the one."
            )
    if places and (_known_alone(passage) or _neighbours_agree(passage, body, places[0])):
        if places[0].start == here.start:
            return Anchor("ok", "The same words at the same place.", places[0])
        return Anchor("moved", "The same words, at another place.", places[0])
    return _nearly(passage, body)


def _same_words(passage: Passage, body: str) -> list[TextSpan]:
    """Every place with the words of the passage: "10,000" is not found inside "110,000".

    Places where blanks, quotation marks and dashes are set otherwise count if there are no others.
    """
    wanted = _glue(passage.prefix, passage.suffix)
    for pattern in (re.compile(re.escape(passage.exact)), same_words(passage.exact)):
        found = [TextSpan(*match.span()) for match in pattern.finditer(body)]
        if alone := [place for place in found if _glue_at(body, place) == wanted]:
            return alone
    return []


def _glue(before: str, after: str) -> tuple[str, str]:
    """What touches a passage on either side and could make another word or number of it."""
    left = _GLUED_BEFORE.search(folded(before))
    right = _GLUED_AFTER.match(folded(after))
    return left.group() if left else "", right.group() if right else ""


def _glue_at(body: str, place: TextSpan) -> tuple[str, str]:
    return _glue(
        body[max(0, place.start - CONTEXT) : place.start], body[place.end : place.end + CONTEXT]
    )


def _best(passage: Passage, body: str, places: list[TextSpan]) -> list[TextSpan]:
    """The one place whose context agrees better than that of any other, or none."""
    scored = sorted(
        ((sum(_shared(passage, body, place)), place.start, place) for place in places),
        reverse=True,
    )
    (best, _, place), (second, _, _) = scored[:2]
    return [place] if best > second and any(_agreement(passage, body, place)) else []


def _nearly(passage: Passage, body: str) -> Anchor:
    """A place where the wording was corrected, or an orphan that says what was changed."""
    length = max(1, len(passage.exact))
    rivals = [
        likeness
        for likeness in alike(passage.exact, body)
        if likeness.edits <= 2 * _STILL_ALIKE * length
    ]
    if not rivals:
        return _bracketed(passage, body) or Anchor("orphan", _GONE)
    best = rivals[0]
    span = TextSpan(best.start, best.end)
    clear = len(rivals) == 1 or rivals[1].edits - best.edits > _MOST_EDITS * length
    if not (clear and any(_agreement(passage, body, span))):
        return Anchor("orphan", _GONE)
    same_weight = weighty(passage.exact) == weighty(span.of(body))
    edges = _edges(passage, body, span)
    if same_weight and not edges:
        if best.edits <= _MOST_EDITS * length:
            return Anchor(
                "changed", f"The wording was corrected, {_told(best.changes)}.", span, best.changes
            )
        return Anchor("orphan", "The words were rewritten.", None, best.changes)
    if best.edits > _STILL_ALIKE * length:
        return Anchor("orphan", _GONE)
    now = span.of(body)
    heavy = tuple(change for change in best.changes if weighty(change[0]) != weighty(change[1]))
    signs = zip(weighty(passage.exact), weighty(now), strict=False)  # "10,000" and "10.000"
    told = edges + heavy or tuple(pair for pair in signs if pair[0] != pair[1])
    told = told or best.changes or ((passage.exact, now),)
    return Anchor("orphan", f"The outlet changed {_told(told)}.", None, told)


def _edges(passage: Passage, body: str, place: TextSpan) -> tuple[tuple[str, str], ...]:
    """The first and the last word, where what touches them from outside has changed: "200" that
    has become "1,200"."""
    left, right = _glue(passage.prefix, passage.suffix)
    left_now, right_now = _glue_at(body, place)
    was, now = passage.exact.split(), place.of(body).split()
    changes = []
    if left != left_now:
        changes.append((left + was[0], left_now + now[0]))
    if right != right_now:
        changes.append((was[-1] + right, now[-1] + right_now))
    return tuple(changes)


def _bracketed(passage: Passage, body: str) -> Anchor | None:
    """For a passage of a word or two: what stands now between the words that were around it."""
    ends = [match.end() for match in same_words(passage.prefix[-_AGREED:]).finditer(body)]
    starts = [match.start() for match in same_words(passage.suffix[:_AGREED]).finditer(body)]
    if passage.prefix and passage.suffix and len(ends) == len(starts) == 1:
        now = body[ends[0] : starts[0]]
        if 0 < len(now) <= 2 * len(passage.exact) + CONTEXT:
            change = (passage.exact, now.strip())
            return Anchor("orphan", f"The outlet changed {_told((change,))}.", None, (change,))
    return None


def _known_alone(passage: Passage) -> bool:
    return len(words(passage.exact)) >= _SPEAKS_FOR_ITSELF


def _agreement(passage: Passage, body: str, place: TextSpan) -> tuple[bool, bool]:
    """Whether the words before, and those after, are those that were kept."""
    before, after = _shared(passage, body, place)
    prefix, suffix = folded(passage.prefix), folded(passage.suffix)
    left = before >= min(_AGREED, len(prefix)) if prefix else not body[: place.start].strip()
    right = after >= min(_AGREED, len(suffix)) if suffix else not body[place.end :].strip()
    return left, right


def _neighbours_agree(passage: Passage, body: str, place: TextSpan) -> bool:
    """For a passage of a few words: one side agrees, and the next word of the other side too.

    "10,000" is not found again where "at least 10,000" has become "up to 10,000".
    """
    before, after = _shared(passage, body, place)
    prefix, suffix = folded(passage.prefix), folded(passage.suffix)
    left = len(prefix) - len(prefix.rstrip().rpartition(" ")[0])
    right = len(suffix) - len(suffix.lstrip().partition(" ")[2])
    return any(_agreement(passage, body, place)) and (
        before >= min(left, _AGREED) and after >= min(right, _AGREED)
    )


def _shared(passage: Passage, body: str, place: TextSpan) -> tuple[int, int]:
    """How many code points next to the place are those of prefix and suffix."""
    reach = 4 * CONTEXT  # runs of blanks are folded to one
    before = folded(body[max(0, place.start - reach) : place.start])
    after = folded(body[place.end : place.end + reach])
    return (
        _common(folded(passage.prefix)[::-1], before[::-1]),
        _common(folded(passage.suffix), after),
    )


def _common(one: str, other: str) -> int:
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))


def _told(changes: tuple[tuple[str, str], ...]) -> str:
    """Changes in words: "“10,000” to “12,000”"."""
    parts = []
    for change in changes[:3]:
        old, new = (text if len(text) <= 60 else f"{text[:59]}…" for text in change)
        if old and new:
            parts.append(f"“{old}” to “{new}”")
        elif old:
            parts.append(f"“{old}” to nothing")
        else:
            parts.append(f"nothing to “{new}”")
    more = f", and {len(changes) - 3} more places" if len(changes) > 3 else ""
    return ", ".join(parts) + more
