"""Claims whose value is a figure or a date: what is counted, in which event, where and when."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from index.facts.claims_chains import Chains
from index.facts.claims_corrections import is_taken_back, was_put_at
from index.facts.claims_counting import (
    compared_from,
    counted_in,
    counts_something,
    event_names,
    is_aside,
    is_listed,
    part_of,
    with_levels,
)
from index.facts.claims_governor import govern_date, govern_figure
from index.facts.claims_lengths import length_of
from index.facts.claims_modality import modality_of
from index.facts.claims_nouns import AMOUNTS, is_told_of_number, qualifiers_of, thing_of
from index.facts.claims_parts import is_of_them, is_whole, some_of, without_predicate
from index.facts.claims_periods import (
    Dated,
    Days,
    day_held,
    is_length,
    lasts,
    parts_two,
    period_of,
    resumes,
    said_on,
    says_as_of,
)
from index.facts.claims_places import places_of
from index.facts.claims_sentence import Event, Sentence, clause_ends, take_apart, without_dates
from index.facts.claims_vocabulary import is_placed, is_running, signs
from index.facts.claims_voices import Voices, estimating
from index.facts.model import Claim, DateMention, Figure
from index.span import TextSpan

_RECENT = timedelta(days=7)
"""How long before its report a toll may have grown."""
_LONGEST_CLAUSE = 40
"""Words from a date to the number that its clause can hold."""
_LONG_AGO = timedelta(days=366)
"""How long before a report an event is none of its story any more."""
_LEAST_SUM = 5
"""Smaller sums are met by chance."""
_NEAR = 16
"""Figures to either side that are looked at, so that a table takes time in proportion."""
_MOST_DATES = 64
"""Dates of one sentence that its figures are held against, for the same reason."""


class _Told(NamedTuple):
    """What all claims of one sentence share."""

    participants: tuple[str, ...]
    dated: list[Dated]
    said: tuple[str | None, str | None]
    """ISO day of the saying, and the last day that it can be."""


class ValueReader:
    """Reads the claims that the sentences of one article make with their figures and dates."""

    def __init__(self, body: str, published: str | None, voices: Voices, chains: Chains) -> None:
        self._body = body
        self._published = f"{published[:10]}T99" if published else None
        """What is later than any time of the day of publication."""
        self._voices = voices
        self._chains = chains
        self._told: deque[float] = deque(maxlen=_NEAR)
        """The last numbers that were counted."""
        self._counted: set[str] = set()
        """The classes of event for which a number of people or things was told."""

    def read(
        self,
        sentence: Sentence,
        figures: Sequence[tuple[int, Figure]],
        dates: Sequence[tuple[int, DateMention]],
        before: Sequence[TextSpan] = (),
    ) -> Iterator[Claim]:
        """The claims of one sentence, whose figures and dates come with their indices.

        `before` are the sentences right before it.
        """
        dated = []
        for _, mention in dates:
            place = sentence.places(mention.start, mention.end)
            dated.append(Dated(mention, govern_date(sentence, *place), place[0]))
        told = _Told(sentence.participants(), dated[:_MOST_DATES], said_on(dated))
        yield from self._figures(without_dates(sentence, dates), told, figures)
        for (index, mention), (_, dating, first) in zip(dates, dated, strict=True):
            resumed = not dating.events and resumes(sentence, first)
            if (dating.saying and not resumed) or not (
                mention.earliest or mention.latest or is_length(mention)
            ):
                continue
            if says_as_of(self._body, mention.start):
                continue
            far = dating.far and not lasts(sentence, first)
            if is_length(mention) and (far or parts_two(self._body, mention)):
                continue
            if self._is_compared(sentence, mention, figures):
                continue
            if dating.events:
                anchor = dating.events[0]
                names = tuple(dict.fromkeys(event.name for event in dating.events))
                yield self._date(sentence, told, index, mention, anchor, names)
            elif resumed:
                yield from self._resumed(sentence, told, index, mention, before)

    def _is_compared(
        self, sentence: Sentence, mention: DateMention, figures: Sequence[tuple[int, Figure]]
    ) -> bool:
        """Whether a date tells of when a figure is that others are compared with.

        "61 percent, down from 70 percent in 2025": 2025 dates nothing else.
        """
        first, _ = sentence.places(mention.start, mention.end)
        at = bisect_left(figures, mention.start, key=lambda numbered: numbered[1].start)
        if not at:
            return False
        figure = figures[at - 1][1]
        begin, end = sentence.places(figure.start, figure.end)
        right_before = end <= first <= end + 1 and begin > 0
        return right_before and sentence.words[begin - 1] in signs("context", "comparing")

    def _figures(
        self, sentence: Sentence, told: _Told, figures: Sequence[tuple[int, Figure]]
    ) -> Iterator[Claim]:
        places = [sentence.places(figure.start, figure.end) for _, figure in figures]
        asides = [
            is_aside(sentence, figure, *place)
            for (_, figure), place in zip(figures, places, strict=True)
        ]
        shares = self._shares(figures)
        before: str | None = None
        for at, ((index, figure), place) in enumerate(zip(figures, places, strict=True)):
            if counts_something(self._body, figure):
                near = slice(max(0, at - _NEAR), at + _NEAR)
                others = [
                    other
                    for (other, _), aside in zip(places[near], asides[near], strict=True)
                    if other != place[0] and not aside
                ]
                if figure.kind in ("count", "vague") and is_taken_back(sentence, *place, others):
                    continue
                whole = at > 0 and is_whole(sentence, place[0], places[at - 1][1])
                some = places[at - 1][0] if whole and figure.kind == "count" else None
                claim = self._figure(sentence, told, index, figure, place, others, before, some)
                if claim.event in self._counted and was_put_at(sentence, place[0]):
                    continue
                before = claim.event or before
                if claim.event and figure.kind == "count":
                    self._counted.add(claim.event)
                if index in shares and claim.noun is None:
                    # A share of those who were told of before takes part in nothing of its own.
                    claim = replace(claim, part="subset", event=None, events=())
                yield claim

    def _shares(self, figures: Sequence[tuple[int, Figure]]) -> frozenset[int]:
        """The indices of a sentence's figures that add up to a number told of just before.

        "26 people died. Twenty-three were found inside, two outside and one in a clinic."
        """
        counts = [
            (index, figure.low)
            for index, figure in figures
            if figure.kind == "count" and figure.low is not None and figure.low == figure.high
        ]
        added = sum(number for _, number in counts)
        is_broken_down = len(counts) > 1 and added >= _LEAST_SUM and added in self._told
        self._told.extend(number for _, number in counts)
        return frozenset(index for index, _ in counts) if is_broken_down else frozenset()

    def _figure(
        self,
        sentence: Sentence,
        told: _Told,
        index: int,
        figure: Figure,
        place: tuple[int, int],
        others: Sequence[int],
        before: str | None,
        some_before: int | None,
    ) -> Claim:
        """The claim of one figure; `before` is the event of the figure before it, `some_before` its
        place where this one is the whole of which it is a part."""
        first, last = place
        thing = thing_of(sentence, self._body, figure, first, last)
        events = govern_figure(sentence, first, last, thing.place, others)
        if some_before is not None:
            events = without_predicate(sentence, some_before, thing.place, events)
        if thing.counted in signs("nouns", "persons"):
            events = [event for event in events if event.name not in signs("context", "amounts")]
            things = signs("context", "things")
            events = [event for event in events if event.name not in things] or events
        if figure.kind in AMOUNTS:
            events = with_levels(self._body, figure, events)
        else:
            untold = signs("context", "untold")
            events = [event for event in events if event.name not in untold] or events
        partitive = part_of(sentence, figure, last, thing.place, None, None) == "subset"
        names = event_names(sentence, thing, events, partitive=partitive)
        of_them = is_of_them(sentence, last)
        if not names and before and of_them:
            names = [before]
        part = part_of(sentence, figure, last, thing.place, names[0] if names else None, before)
        some = part == "subset" and of_them
        anchor = events[0] if events else None
        behind = anchor is not None and anchor.first >= last
        restated = behind and (events[0].name != before or is_placed(before))
        told_of = before or (names[0] if names and not restated else None)
        if told_of and figure.kind == "count":
            told_apart = restated or thing.noun is not None
            found = some_of(sentence, first, last, names, told_of, restated=told_apart)
            if found is not None:
                names, part, some = found.events, "subset", some or found.fares
                thing = thing._replace(noun=None) if found.fares else thing
        event = names[0] if names else None
        known = thing.counted in signs("nouns", "persons") and sentence.words[first - 1] != "of"
        if some_before is not None and event is None and not known:
            part = "total"  # but "the 60 pupils" are those of whom something is known already
        at = max(thing.place, last - 1) if anchor is None else min(thing.place, anchor.last)
        end = min((other for other in others if other > thing.place), default=len(sentence.words))
        counted = counted_in(event, thing, events, figure)
        modality = modality_of(sentence, anchor, first)
        before_it = compared_from(sentence, others, last)
        period = period_of(sentence, told.dated, anchor, last, before_it)
        if thing.noun is None and is_told_of_number(sentence, first):
            period = self._unless_recent(period)
        if counted == "charges":
            period = (None, None)  # "14 counts of fraud since 2019": that is when it was done
        elif period == (None, None) and is_running(event):
            period = self._long_ago(sentence, told.dated, events, first)
        return Claim(
            start=sentence.start,
            end=sentence.end,
            value_start=figure.start,
            value_end=figure.end,
            figure=index,
            counted=counted,
            event=event,
            participants=told.participants,
            places=places_of(sentence, at + 1, end),
            as_of=day_held(self._body, [one.mention for one in told.dated], figure.start),
            said=told.said[0],
            said_by=told.said[1],
            speaker=estimating(sentence, first)
            or self._voices.speaker(figure.start, figure.end)
            or self._voices.completing(figure.end, sentence.end),
            voice=self._voices.voice(figure.start, figure.end),
            modality=modality,
            part=part,
            noun=thing.noun,
            qualifiers=(thing.given,)
            if thing.given
            else qualifiers_of(sentence, last, thing.place),
            events=tuple(names),
            context=sentence.telling,
            period=period,
            chain=-1
            if some
            else self._chains.number(figure, counted, thing.noun, planned=modality == "plan"),
            background=is_listed(sentence),
            rule=f"figure of {event}" if event else "figure",
        )

    def _unless_recent(self, period: Days) -> Days:
        """No days for those of a toll that "rose to 19 on Monday": the dead died before."""
        latest, published = period[1], self._published
        if latest is None or published is None:
            return period
        age = date.fromisoformat(published[:10]) - date.fromisoformat(latest)
        return (None, None) if age < _RECENT else period

    def _long_ago(
        self, sentence: Sentence, dated: Sequence[Dated], events: Sequence[Event], before: int
    ) -> Days:
        """The days of another event of the number's clause, if it is of long ago: "a landslide in
        1994 left 26 dead"."""
        for mention, dating, first in dated:
            latest, published = mention.latest, self._published
            if latest is None or published is None or dating.saying:
                continue
            if not 0 < before - first <= _LONGEST_CLAUSE:
                continue
            between = sentence.words[first:before]
            one_clause = between and "," not in between and clause_ends().isdisjoint(between)
            if one_clause and dating.events[:1] and dating.events[0] in events:
                age = date.fromisoformat(published[:10]) - date.fromisoformat(latest[:10])
                if age > _LONG_AGO:
                    return ((mention.earliest or latest)[:10], latest[:10])
        return (None, None)

    def _date(
        self,
        sentence: Sentence,
        told: _Told,
        index: int,
        mention: DateMention,
        anchor: Event | None,
        names: tuple[str, ...],
    ) -> Claim:
        """The claim of one date that dates events of these classes, the first of them `anchor`."""
        first, _ = sentence.places(mention.start, mention.end)
        return Claim(
            start=sentence.start,
            end=sentence.end,
            value_start=mention.start,
            value_end=mention.end,
            date=index,
            event=names[0],
            participants=told.participants,
            said=told.said[0],
            said_by=told.said[1],
            speaker=self._voices.speaker(mention.start, mention.end),
            voice=self._voices.voice(mention.start, mention.end),
            modality="plan"
            if self._published and (mention.earliest or "") > self._published
            else modality_of(sentence, anchor, anchor.first if anchor else first),
            events=names,
            context=sentence.telling,
            minutes=length_of(mention.text) if is_length(mention) else None,
            rule=f"date of {names[0]}",
        )

    def _resumed(
        self,
        sentence: Sentence,
        told: _Told,
        index: int,
        mention: DateMention,
        before: Sequence[TextSpan],
    ) -> Iterator[Claim]:
        """The claim of a date of "it", which is the last event that was told of before."""
        for span in reversed(before):
            events = take_apart(self._body, span.start, span.end).events
            telling = [one for one in events if one.name not in signs("context", "common")]
            if telling:
                yield self._date(sentence, told, index, mention, None, (telling[-1].name,))
                return
