"""One page: which parts of a longer whole stand on it, and in how many words.

A part is a heading and its entries. An entry has forms, the fullest first. Every part is sure of
its share of the words; what it does not need goes to the others, the first of them first. Within a
part every entry gets its shortest form before any gets a fuller one, and so on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.places import Place


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line of Markdown."""

    text: str
    place: Place | None = None
    """Where it comes from, for reading on there."""

    @property
    def words(self) -> int:
        """How much of the page it takes."""
        return len(self.text.split())


Form = Sequence[BriefLine]
Entry = Sequence[Form]
"""The same said in more and in fewer words, the fullest first."""


@dataclass(frozen=True, slots=True)
class Part:
    """What stands below one heading."""

    heading: str
    entries: Sequence[Entry]
    share: float
    """The part of the page that it is sure of."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What of a part stands on the page."""

    heading: str
    forms: Sequence[Form]
    left_out: int
    """Entries for which there was no room."""


def fill(parts: Sequence[Part], room: int) -> list[Filled]:
    """The parts, cut so that together they have about `room` words at most."""
    needs = [sum(_words(entry[0]) for entry in part.entries) for part in parts]
    granted = [min(need, int(part.share * room)) for need, part in zip(needs, parts, strict=True)]
    spare = room - sum(granted)
    filled = []
    for part, need, sure in zip(parts, needs, granted, strict=True):
        forms = _fit(part.entries, min(need, sure + spare))
        spare -= max(0, sum(map(_words, forms)) - sure)
        filled.append(Filled(part.heading, forms, len(part.entries) - len(forms)))
    return filled


def _fit(entries: Sequence[Entry], room: int) -> list[Form]:
    """As many of the first entries as there is room for; then fuller forms, as far as it goes."""
    shown: list[Form] = []
    for entry in entries:
        if _words(entry[-1]) > room:
            break
        shown.append(entry[-1])
        room -= _words(entry[-1])
    for step in range(2, max(map(len, entries), default=0) + 1):
        for number, entry in enumerate(entries[: len(shown)]):
            fuller = entry[max(0, len(entry) - step)]
            more = _words(fuller) - _words(shown[number])
            if more <= room:
                shown[number] = fuller
                room -= more
    return shown


def _words(form: Form) -> int:
    return sum(line.words for line in form)
