"""Where a claim says that something is or happens, from the innermost place outwards.

No gazetteer: a place is a name behind a preposition of place, and the text itself says which place
lies in which ("Russia's Kursk region", "Banki, Nigeria", "eastern Russia").
"""

from __future__ import annotations

from index.facts.claims_sentence import Sentence
from index.facts.claims_vocabulary import countries, cues

_CALENDAR = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)


def places_of(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """The places named nearest behind the words from `first` on, innermost first.

    Only the words before `last` are looked at. The names are those of the text, countries in the
    lexicon's spelling; () if there is none.
    """
    words = sentence.words
    before = cues("places", "before")
    for place in range(max(first, 1), min(last, len(words))):
        if words[place - 1] in before or words[place - 1] == "of":
            found = _place_at(sentence, place, last)
            if found:
                return found
    return ()


def _place_at(sentence: Sentence, place: int, last: int) -> tuple[str, ...]:
    words, capitals = sentence.words, sentence.capitals
    kinds, directions = cues("places", "kinds"), cues("places", "directions")
    direction = ""
    while place < last and (words[place] == "the" or words[place] in directions):
        if words[place] in directions and not capitals[place]:
            direction = words[place]
        elif capitals[place]:
            break
        place += 1
    outer: tuple[str, ...] = ()
    name: list[str] = []
    while place < len(words) and capitals[place] and words[place] not in _CALENDAR:
        word = words[place]
        if not word[0].isalpha():
            break
        if word.endswith("'s"):
            name.append(word[:-2])
            outer = (_usual(" ".join(name)),)
            name = []
        else:
            name.append(word)
        place += 1
    while len(name) > 1 and name[-1] in kinds:
        name.pop()
    if not name and outer:
        inner = outer
        outer = ()
    elif name:
        inner = (_usual(" ".join(name)),)
    else:
        return ()
    if inner[0] in outer:
        outer = ()
    if not outer and place + 1 < len(words) and words[place] == "," and capitals[place + 1]:
        follower = _usual(words[place + 1])
        if words[place + 1] in countries():
            outer = (follower,)
    whole = inner + outer
    return (f"{direction} {whole[0]}", *whole) if direction else whole


def _usual(name: str) -> str:
    """A country's usual name, or the name in title case."""
    return countries().get(name) or name.title()
