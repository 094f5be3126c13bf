"""Where a claim says that something is or happens, from the innermost place outwards.

No gazetteer: a place is a name behind a preposition of place, and the text itself says which place
lies in which ("Russia's Kursk region", "Banki, Nigeria", "eastern Russia").
"""

from __future__ import annotations

from index.facts.claims_sentence import Sentence
from index.facts.claims_vocabulary import countries, nationalities, signs


def places_of(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """The places named nearest behind the words from `first` on, innermost first.

    Only the words before `last` are looked at. The names are those of the text, countries in the
    lexicon's spelling; () if there is none.
    """
    words = sentence.words
    first, last = max(first, 1), min(last, len(words))
    leading, kinds = signs("places", "before"), signs("places", "kinds")
    for place, before in enumerate(words[first - 1 : last - 1], first):
        if before == "of" and place > 1:  # "inside of Sylvan", "the town of Sylvan"
            leads = words[place - 2] in leading or words[place - 2] in kinds
        else:
            told = before == "to" and place > 1 and words[place - 2] == "according"
            leads = before in leading and not told
        if leads and (found := _place_at(sentence, place, last)):
            return found
    return ()


def _place_at(sentence: Sentence, place: int, last: int) -> tuple[str, ...]:
    """The place whose name begins at a word, with the place around it."""
    words, capital = sentence.words, sentence.capital
    direction = ""
    while place < last and (words[place] == "the" or words[place] in signs("places", "directions")):
        if capital(place):
            break
        direction = "" if words[place] == "the" else words[place]
        place += 1
    name, place = _capitalised(sentence, place)
    outer: tuple[str, ...] = ()
    if name and name[-1].endswith("'s"):
        outer = (_usual(" ".join(name)[:-2]),)
        name, place = _capitalised(sentence, place)
    kinds, inner = signs("places", "kinds"), signs("places", "inner")
    while len(name) > 1 and name[-1] in kinds and name[-2] not in inner:
        name.pop()
    if not name:
        name_of_all, outer = outer, ()
    elif name[0] in nationalities():
        return ()
    else:
        name_of_all = (_usual(" ".join(name)),)
    if not name_of_all:
        return ()
    if not outer and place + 1 < len(words) and words[place] == ",":
        outer = tuple(filter(None, (countries().get(words[place + 1]),)))
    whole = name_of_all + tuple(one for one in outer if one != name_of_all[0])
    return (f"{direction} {whole[0]}", *whole) if direction else whole


def _capitalised(sentence: Sentence, place: int) -> tuple[list[str], int]:
    """The run of capitalised words from a place on, up to a possessive, and the place behind it."""
    name: list[str] = []
    words, capital = sentence.words, sentence.capital
    while place < len(words) and capital(place) and words[place] not in signs("places", "never"):
        name.append(words[place])
        place += 1
        if name[-1].endswith("'s"):
            break
    return name, place


def _usual(name: str) -> str:
    """A country's usual name, or the name in title case."""
    return countries().get(name) or name.title()
