"""Claims whose value is a stance: an event denied, or left open; and who affirms it elsewhere.

Only what is worded as a denial counts as one: "denied that …", "not a swap", "no one was injured",
"could not confirm". A verb that is merely negated ("did not stop") denies nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from index.article import Article
from index.facts.claims_matters import tells_of, unknown_matter, where_told
from index.facts.claims_modality import modality_of
from index.facts.claims_places import places_of
from index.facts.claims_sentence import Event, Sentence, clause_ends, may_tell_of, take_apart
from index.facts.claims_vocabulary import is_placed, noun_classes, signs
from index.facts.claims_voices import Voices
from index.facts.model import Claim, Facts, Stance

_MARKS = frozenset('.,!?"“”')
"""Marks that close a phrase, besides those that part clauses."""
_REACH = 12
"""Words after a cue within which the event denied must stand."""
_OBJECT = 3
"""Words between a verb and the noun that is its object: "denied the alleged prisoner swap"."""
_BETWEEN = 7
"""Words that may stand between "no" and its verb."""
_NEGATED_WITHIN = 5
"""Words before a verb within which its negation stands."""


# The first letter is taken before the word's border is looked at: so the search can skip by it.
_MAY_DENY = re.compile(
    r"[nNdDcC](?<!\w[nNdDcC])"
    r"(?i:(?<=n)(?:ot?|either|ever)|(?<=d)en(?:y|ie[sd]|ying)|(?<=c)annot)\b"
)


def denials(body: str) -> Iterator[int]:
    """Where words stand that a denial needs: a quick look."""
    return (match.start() for match in _MAY_DENY.finditer(body))


def stance_claims(sentence: Sentence, voices: Voices) -> Iterator[Claim]:
    """The denials, and the refusals to confirm, that a sentence words.

    Who denies is who speaks: the subject of "denied", else whose statement it stands in.
    """
    taken: set[int] = set()
    for place in sentence.stances:
        word = sentence.words[place]
        stance: Stance | None = None
        event: Event | None = None
        matter: tuple[str, ...] = ()
        if word in signs("stance", "denied"):
            stance, event = _denial(sentence, place)
            told_of = _event_after(sentence, place, _REACH) is not None
            if (
                event is None
                and not told_of
                and (told := unknown_matter(sentence, place)) is not None
            ):
                event, matter = told
        elif word in signs("stance", "knowing") and _is_negated(sentence, place):
            stance, event = "unconfirmed", _object(sentence, place)
        elif word in ("not", "no") and not _is_dated_plan(sentence, place):
            stance, event = "denied", _event_denied(sentence, place, word)
        if stance and event and event.first not in taken:
            taken.add(event.first)
            after = [one for one in sentence.events if event.first <= one.first <= place + _REACH]
            claim = _claim(sentence, place, event, stance, after if not matter else [event])
            speaker = voices.subject(sentence.starts[place])
            speaker = speaker or voices.speaker(sentence.starts[place], claim.value_end)
            voice = voices.voice(sentence.starts[place], claim.value_end)
            yield replace(claim, speaker=speaker, voice=voice, qualifiers=matter)


def affirmations(
    article: Article, facts: Facts, events: Mapping[str, Collection[str]]
) -> Iterator[Claim]:
    """Where an article speaks of events of these classes as having happened.

    `events` holds, for each that the lexicon does not know, the stems that tell of it; () for the
    others. Sentences that deny the event, or plan it, are left out, as are those of page furniture.
    """
    if not events:
        return
    body = article.body
    voices = Voices(body, facts.statements)
    for span in facts.sentences:
        text = span.of(body)
        told = [name for name, stems in events.items() if stems and tells_of(text, stems)]
        if not told and not may_tell_of(text, events):
            continue
        if any(span.overlaps(furniture) for furniture in facts.furniture):
            continue
        sentence = take_apart(body, span.start, span.end)
        for name in told:
            if not sentence.stances:
                event = where_told(sentence, name, events[name])
                claim = _claim(sentence, event.first, event, "affirmed", [event])
                yield _voiced(claim, voices)
        denied = {name for claim in stance_claims(sentence, voices) for name in claim.events}
        for name in dict.fromkeys(event.name for event in sentence.events):
            if name not in events or name in denied:
                continue
            event = next(one for one in sentence.events if one.name == name)
            following = sentence.words[event.last + 1 : event.last + 3]
            planned = not signs("modality", "plan").isdisjoint(following)
            if not planned and modality_of(sentence, event, event.first) != "plan":
                claim = _claim(sentence, event.first, event, "affirmed", [event])
                yield _voiced(claim, voices)


def _voiced(claim: Claim, voices: Voices) -> Claim:
    """The claim with who says the words of its value."""
    value = claim.value_start, claim.value_end
    return replace(claim, speaker=voices.speaker(*value), voice=voices.voice(*value))


def _denial(sentence: Sentence, place: int) -> tuple[Stance, Event | None]:
    """What "denied" at a place denies; a denial that is itself negated leaves it open."""
    return "unconfirmed" if _is_negated(sentence, place) else "denied", _object(sentence, place)


def _object(sentence: Sentence, place: int) -> Event | None:
    """The event that a verb of denying or confirming has as its object.

    Either it stands in the clause that the verb opens ("denied that …", "whether …"), or it is the
    very noun or participle behind it ("denied the troop movements", "denied doing a deal").
    """
    event = _event_after(sentence, place, _REACH)
    while event is not None and _tells_which(sentence, place, event):
        event = _event_after(sentence, event.last, place + _REACH - event.last)
    if event is None:
        return None
    between = sentence.words[place + 1 : event.first]
    opened = any(word in signs("stance", "opening") for word in between)
    return event if opened or len(between) <= _OBJECT else None


def _tells_which(sentence: Sentence, place: int, event: Event) -> bool:
    """Whether an event in a clause that is denied only tells of what it is denied.

    "Denied that the train that crashed was late", "that the train derailed there had been late".
    """
    words, helping = sentence.words, signs("clauses", "auxiliaries")
    if words[place + 1] != "that":
        return False
    before = words[place + 2 : event.first]
    if not signs("clauses", "relatives").isdisjoint(before):
        return True
    behind = takewhile(lambda word: not _closes(word), words[event.last + 1 :])
    return helping.isdisjoint(before) and not helping.isdisjoint(behind)


def _is_negated(sentence: Sentence, place: int) -> bool:
    """Whether one of the few words before a verb negates it: "has not explicitly confirmed"."""
    before = sentence.words[max(0, place - _NEGATED_WITHIN) : place]
    return "been" not in before and any(map(_negates, before))


def _negates(word: str) -> bool:
    return word in signs("stance", "negations") or word.endswith("n't")


def _beginning(sentence: Sentence, place: int) -> int:
    """The place where the words of a stance begin: "could not confirm", "has not … denied"."""
    words = sentence.words
    if words[place] in ("not", "no") or not _is_negated(sentence, place):
        return place
    first = max(0, place - _NEGATED_WITHIN)
    negation = next(at for at in range(first, place) if _negates(words[at]))
    helped = negation > 0 and words[negation - 1] in signs("stance", "auxiliaries")
    return negation - 1 if helped else negation


def _ending(sentence: Sentence, last: int) -> int:
    """The place of the last word of the phrase that the word at a place stands in."""
    words = sentence.words
    following = range(last + 1, len(words))
    end = next((at for at in following if _closes(words[at])), len(words))
    while end - 1 > last and words[end - 1] in signs("places", "before"):
        end -= 1
    return end - 1


def _closes(word: str) -> bool:
    return word in clause_ends() or word in _MARKS


def _is_dated_plan(sentence: Sentence, place: int) -> bool:
    """Whether the negation belongs to a plan or a wish: "will not"."""
    return place > 0 and sentence.words[place - 1] in signs("modality", "plan")


def _event_after(sentence: Sentence, place: int, reach: int) -> Event | None:
    """The first event after a cue, in the same sentence."""
    for event in sentence.events:
        if place < event.first <= place + reach and event.name not in signs("context", "common"):
            return event
    return None


def _event_denied(sentence: Sentence, place: int, word: str) -> Event | None:
    """The event that "not a …" or "no … were …" denies."""
    words = sentence.words
    if word == "not":
        # "This is not a swap", or 'not a swap' by itself; "a truce, not a treaty" denies nothing.
        copula = place == 0 or words[place - 1] in ("is", "was", "'", '"', "“", "‘")
        if not copula or words[place + 1 : place + 2] not in (["a"], ["an"]):
            return None
        return _event_after(sentence, place, 4)
    if not signs("stance", "others").isdisjoint(words[place + 1 : place + 3]):
        return None  # "no one else was hurt": somebody was
    for verb in range(place + 1, min(place + 1 + _BETWEEN, len(words))):
        if words[verb] in ("was", "were", "been", "is", "are") and words[place + 1] != "longer":
            return _event_after(sentence, verb, 3)
    return None


def _claim(
    sentence: Sentence, place: int, event: Event, stance: Stance, events: Sequence[Event]
) -> Claim:
    words = sentence.words
    denying = stance != "affirmed" and words[place] != "no"
    open_ended = denying or words[event.last] in signs("places", "before")
    last = _ending(sentence, event.last) if open_ended else event.last
    counted = next(
        (noun_classes()[w] for w in reversed(words[place : event.first]) if w in noun_classes()),
        "people" if words[place : place + 2] == ["no", "one"] else None,
    )
    return Claim(
        start=sentence.start,
        end=sentence.end,
        value_start=sentence.starts[_beginning(sentence, place) if denying else place],
        value_end=sentence.starts[last] + len(words[last]),
        stance=stance,
        event=event.name,
        events=tuple(dict.fromkeys(one.name for one in events)),
        counted=counted if words[place] == "no" else None,
        participants=sentence.participants(),
        places=places_of(sentence, event.last + 1, len(words)) if is_placed(event.name) else (),
        context=sentence.telling,
        rule=f"{stance}: {words[place]}",
    )
