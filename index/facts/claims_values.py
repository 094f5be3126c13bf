"""Claims whose value is a figure or a date: what is counted, in which event, where and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.facts.claims_governor import Dating, govern_date, govern_figure
from index.facts.claims_places import places_of
from index.facts.claims_sentence import Event, Sentence
from index.facts.claims_vocabulary import (
    cues,
    noun_classes,
    participant_names,
    participants,
    stem,
)
from index.facts.lexicons import table
from index.facts.model import Claim, DateMention, Figure, Modality, Part

_KINDS = frozenset({"count", "money", "percent", "measure", "age", "vague"})
PRESENT = "present"
"""The class of being somewhere."""
LISTED = 10
"""Words of a sentence up to which it can be an entry of a list."""
_NOUN_WITHIN = 80
"""Characters after a figure within which its noun is looked for."""
_MODALITY_WITHIN = 8
"""Words before an event in which a word of planning is looked for."""


def value_claims(
    sentence: Sentence,
    body: str,
    figures: Sequence[tuple[int, Figure]],
    dates: Sequence[tuple[int, DateMention]],
) -> Iterator[Claim]:
    """The claims that one sentence makes with its figures and dates, each with its index."""
    context, countries = sentence.telling(), participants_of(sentence.words)
    dated = [
        (mention, govern_date(sentence, *sentence.places(mention.start, mention.end)))
        for _, mention in dates
    ]
    said = next((m.latest or m.earliest for m, dating in dated if dating.saying), None)
    said = said[:10] if said else None
    places = [sentence.places(figure.start, figure.end)[0] for _, figure in figures]
    told: list[str] = []
    for number, ((index, figure), first) in enumerate(zip(figures, places, strict=True)):
        if figure.kind not in _KINDS or _is_compound(body, figure):
            continue
        _, last = sentence.places(figure.start, figure.end)
        noun = _noun_place(sentence, body, figure, first, last)
        # "2,700 km (1,680 miles)": what stands in brackets is the same once more.
        others = [
            place
            for other, place in enumerate(places)
            if other != number and sentence.words[place - 1 : place] != ["("]
        ]
        events = govern_figure(sentence, first, last, noun, others)
        counted, stems, state = _counted(figure)
        if counted is None and stems is None and not state:
            quoted = _behind_quotation(sentence, body, figure, last)
            if quoted is not None:
                noun = quoted
                counted, stems = noun_classes()[sentence.words[noun]], stem(sentence.words[noun])
        if figure.kind == "age":
            stems = _aged(sentence, body, first, last)
        if counted in cues("nouns", "persons"):
            events = [event for event in events if event.name not in cues("context", "amounts")]
        names = list(dict.fromkeys(event.name for event in events))
        if state and state not in names[:1]:
            names = [state, *(name for name in names if name != state)]
        is_event = any(event.first <= noun <= event.last for event in events)
        if counted is None and not is_event and names and figure.kind in ("count", "vague"):
            counted = "people" if names[0] in cues("nouns", "of_people") else None
        if not names and _stands_in(sentence, noun):
            names = [PRESENT]
        anchor = events[0] if events else None
        told_before, told = told, names[:1] or told
        yield Claim(
            start=sentence.start,
            end=sentence.end,
            value_start=figure.start,
            value_end=figure.end,
            figure=index,
            counted=counted,
            noun=stems,
            event=names[0] if names else None,
            events=tuple(names),
            qualifiers=_qualifiers(sentence.words[last : noun + 1]),
            participants=countries,
            places=places_of(
                sentence,
                min(noun, anchor.last if anchor else noun) + 1,
                _end_of(sentence, others, noun),
            ),
            context=context,
            modality=modality_of(sentence, anchor, first),
            part=_part(sentence, figure, last, noun, names, told_before),
            said=said,
            period=_period(dated, anchor),
            background=_is_listed(sentence),
            rule=f"figure of {names[0]}" if names else "figure",
        )
    for (index, mention), (_, dating) in zip(dates, dated, strict=True):
        known = mention.earliest or mention.latest or mention.kind == "duration"
        if dating.saying or not dating.events or not known:
            continue
        anchor = dating.events[0]
        yield Claim(
            start=sentence.start,
            end=sentence.end,
            value_start=mention.start,
            value_end=mention.end,
            date=index,
            event=anchor.name,
            events=tuple(dict.fromkeys(event.name for event in dating.events)),
            participants=countries,
            context=context,
            modality=modality_of(sentence, anchor, anchor.first),
            said=said,
            rule=f"date of {anchor.name}",
        )


def _is_compound(body: str, figure: Figure) -> bool:
    """Whether a count is half of a word: "the 15-member council" counts no members."""
    return figure.kind == "count" and body[figure.end : figure.end + 1] in ("-", "‑")


def _stands_in(sentence: Sentence, noun: int) -> bool:
    """Whether a place follows the noun at once, without a verb: "300 troops in Sylvan, he says"."""
    return sentence.words[noun + 1 : noun + 2] in (["in"], ["inside"]) and bool(
        places_of(sentence, noun + 2, noun + 3)
    )


def _is_listed(sentence: Sentence) -> bool:
    """Whether the sentence is an entry of a list of other events: "Sylvan bridge: 12 dead"."""
    words = sentence.words
    return sentence.start > 0 and len(words) <= LISTED and ":" in words[1:-2]


def _noun_place(sentence: Sentence, body: str, figure: Figure, first: int, last: int) -> int:
    """The place of the last word of the counted noun; of the figure itself where it has none."""
    if figure.counted is None or figure.counted_inferred:
        return max(first, last - 1)
    limit = min(sentence.end, figure.end + _NOUN_WITHIN)
    found = body.find(figure.counted, figure.end, limit)
    if found < 0:
        return max(first, last - 1)
    return sentence.place_before(found + len(figure.counted))


def _behind_quotation(sentence: Sentence, body: str, figure: Figure, last: int) -> int | None:
    """The place of a known noun behind a figure in quotation marks: '"at least 300" men'."""
    if body[figure.end : figure.end + 1] not in ('"', "”", "'", "’"):
        return None
    words = sentence.words
    places = range(last, min(last + 5, len(words)))
    return next((place for place in places if words[place] in noun_classes()), None)


def _counted(figure: Figure) -> tuple[str | None, str | None, str | None]:
    """The class of the counted noun, its stem, and the state that it tells of."""
    if figure.counted is None or figure.counted.lower() in ("them", "us", "those", "others"):
        return None, None, None
    words = figure.counted.lower().split()
    head = words[-1]
    if head in participants():
        return "people", None, None
    name = noun_classes().get(figure.counted.lower()) or noun_classes().get(head)
    state = table("claims")["nouns"]["states"].get(name) if name else None
    if state:
        return "people", None, state
    return name, stem(head), None


def _aged(sentence: Sentence, body: str, first: int, last: int) -> str | None:
    """Whose age it is: the surname before it ("Amina Ali, 21,"), or the noun behind it."""
    words = sentence.words
    if first > 1 and words[first - 1] == "," and sentence.capital(first - 2):
        return words[first - 2]
    for word in words[last : last + 3]:
        if noun_classes().get(word) in cues("nouns", "persons"):
            return stem(word)
        if not word[0].isalpha():
            break
    return None


def _qualifiers(words: Sequence[str]) -> tuple[str, ...]:
    """Countries among the words between a figure and its noun, in the order of the alphabet."""
    return tuple(sorted(participants_of(words)))


def participants_of(words: Sequence[str]) -> tuple[str, ...]:
    """The countries that some words name, each once, by their usual names."""
    names = participant_names()
    found: dict[str, None] = {}
    for place, word in enumerate(words):
        for name, country in names.get(word[:-2] if word.endswith("'s") else word, ()):
            following = [one.removesuffix("'s") for one in words[place + 1 : place + len(name)]]
            if following == name[1:]:
                found[country] = None
                break
    return tuple(found)


def _end_of(sentence: Sentence, others: Sequence[int], noun: int) -> int:
    """The place before the next figure, or the end of the sentence."""
    return min((place for place in others if place > noun), default=len(sentence.words))


def modality_of(sentence: Sentence, event: Event | None, first: int) -> Modality:
    """Whether the event has happened, as its own clause words it."""
    at = event.first if event else first
    begin = max(0, min(at, first) - _MODALITY_WITHIN)
    for place in range(max(at, first) - 1, begin - 1, -1):
        word = sentence.words[place]
        if first < place < at and word in ("who", "which"):
            break
        if word in cues("modality", "plan"):
            return "plan"
        if word in cues("modality", "estimate"):
            return "estimate"
        if place < min(at, first) and word in (";", "but", "while", "which", "who"):
            break
    return "fact"


def _part(
    sentence: Sentence, figure: Figure, last: int, noun: int, names: list[str], told: list[str]
) -> Part | None:
    """Whether the figure is a total, a part or an addition.

    "Seven were killed and dozens more injured" adds no injured to others, but injured to killed.
    """
    words = sentence.words[last : noun + 1]
    added = any(word in cues("part", "additional") for word in words)
    part: Part | None = figure.part or ("additional" if added else None)
    return None if part == "additional" and told and told != names[:1] else part


def _period(
    dated: Sequence[tuple[DateMention, Dating]], event: Event | None
) -> tuple[str | None, str | None]:
    """The days of the date that dates an event; one that opens the sentence dates all of it."""
    for mention, dating in dated:
        if dating.saying or dating.far or event is None:
            continue
        if event in (dating.events if dating.opens else dating.events[:1]):
            first, last = mention.earliest, mention.latest
            return (first[:10] if first else None, last[:10] if last else None)
    return (None, None)
