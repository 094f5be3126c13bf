"""When what a sentence claims was said, happened, or for how long it lasted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from index.facts.claims_governor import Dating
from index.facts.claims_sentence import Event, Sentence
from index.facts.claims_vocabulary import signs
from index.facts.model import DateMention

Days: TypeAlias = tuple[str | None, str | None]
"""ISO days between which something lies; None is not known."""
_LEADING = 16
"""Characters before a date in which "as of" is looked for."""
ANNOUNCED = "announced"
"""The class of event that is a saying."""
_RESUMING_WITHIN = 5
"""Words before a date in which "it would take" is looked for."""


class Dated(NamedTuple):
    """A date of a sentence."""

    mention: DateMention
    dating: Dating
    first: int
    """Place of its first word."""


def said_on(dated: Sequence[Dated]) -> Days:
    """The day of the saying, and the last that it can be: "earlier this month" is no one day."""
    for mention, dating, _ in dated:
        first, last = mention.earliest, mention.latest
        announced = [event.name for event in dating.events[:1]] == [ANNOUNCED]
        if (dating.saying or announced) and (first or last):
            known = first is not None and last is not None and first[:10] == last[:10]
            return (last[:10] if known and last else None, (last or first or "")[:10])
    return (None, None)


def period_of(
    sentence: Sentence, dated: Sequence[Dated], event: Event | None, last: int, before: int
) -> Days:
    """The days of the date that dates a figure's event; one that opens the sentence dates it all.

    `last` is the place behind the figure: a date right there is the figure's, with or without an
    event. Dates from the place `before` on belong to what the figure is compared with.
    """
    for mention, dating, first in dated:
        if dating.saying or first >= before:
            continue
        right_behind = last <= first <= last + 1
        governs = event in (dating.events if dating.opens else dating.events[:1])
        if right_behind or (event is not None and governs and not dating.far):
            return _days(sentence.body, mention)
    return (None, None)


def _days(body: str, mention: DateMention) -> Days:
    first, last = mention.earliest, mention.latest
    if first and body.startswith(", when ", mention.end):
        last = first  # "since 2004, when a crash killed seven"
    return (first[:10] if first else None, last[:10] if last else None)


def is_length(mention: DateMention) -> bool:
    """Whether a duration tells how long something lasts, and not from when to when."""
    return mention.kind == "duration" and mention.earliest is None and mention.latest is None


def parts_two(body: str, mention: DateMention) -> bool:
    """Whether a duration lies between two events: "a day after the vote", "a 12-week low"."""
    following = body[mention.end : mention.end + 12].split(None, 1)
    if following and following[0].strip(".,") in signs("context", "extremes"):
        return True
    if not following or following[0] not in signs("context", "apart"):
        return False
    leading = body[max(0, mention.start - 12) : mention.start].split()
    return not leading or leading[-1].lower() not in signs("context", "lasting")


def says_as_of(body: str, start: int) -> bool:
    """Whether the date that begins at `start` is the day a value holds for: "as of Monday"."""
    leading = body[max(0, start - _LEADING) : start].lower().split()
    return leading[-2:] in (["as", "of"], ["as", "at"])


def day_held(body: str, dates: Sequence[DateMention], at: int) -> str | None:
    """ISO day for which a value at an offset holds, as its sentence words it; None if it does not.

    Of several days the nearest counts: "40 as of Monday, 60 as of Friday".
    """
    named = [one for one in dates if (one.latest or one.earliest) and says_as_of(body, one.start)]
    nearest = min(named, key=lambda mention: abs(mention.start - at), default=None)
    return (nearest.latest or nearest.earliest or "")[:10] if nearest else None


def lasts(sentence: Sentence, first: int) -> bool:
    """Whether a length of time stands behind a verb of lasting: "began at noon and lasted …"."""
    return first > 0 and sentence.words[first - 1] in signs("context", "lasting")


def resumes(sentence: Sentence, first: int) -> bool:
    """Whether a date stands with "it would take", without a word of what is meant."""
    before = sentence.words[max(0, first - _RESUMING_WITHIN) : first]
    return "it" in before and not signs("context", "resuming").isdisjoint(before)
