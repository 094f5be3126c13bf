"""Runs of capitalised words: where names stand, and how a personal name is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from index.facts.lexicons import from_lexicon, table
from index.facts.vocabulary import vocabulary

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x530) if chr(code).isupper())
_ABBREVIATIONS = [
    "Adm",
    "Asst",
    "Atty",
    "Brig",
    "Capt",
    "Cdr",
    "Cllr",
    "Cmdr",
    "Col",
    "Cpl",
    "Del",
    "Det",
    "Dist",
    "Dr",
    "Gen",
    "Gov",
    "Govs",
    "Hon",
    "Insp",
    "Jr",
    "Lt",
    "Maj",
    "Mr",
    "Mrs",
    "Ms",
    "Mx",
    "Pfc",
    "Pres",
    "Prof",
    "Pvt",
    "Rep",
    "Reps",
    "Rev",
    "Sec",
    "Sen",
    "Sens",
    "Sgt",
    "Sr",
    "St",
    "Ste",
    "Supt",
]
_AFTER_ABBREVIATION = "|".join(rf"(?<=\b{word})" for word in _ABBREVIATIONS)
_DOT = rf"(?:(?=\.)(?:{_AFTER_ABBREVIATION})\.)?"
_REST = rf"(?:\.(?:[{_UPPER}]\.)*|\w*(?:[’'‘-](?!s\b)\w+)*{_DOT})"
# The first character is taken before the word's border is looked at: so the search can skip by
# that character alone, which makes it five times as fast.
_FIRST = rf"[{_UPPER}](?<!\w[{_UPPER}])(?<![’'][{_UPPER}]){_REST}"


@from_lexicon
def _run() -> re.Pattern[str]:
    particles = "|".join(sorted(table("names")["particles"]))
    following = (
        rf"[ \u00a0](?:(?:{particles})[ \u00a0]){{0,2}}"
        rf"(?:(?:[aeu][dlnrstz]|ash)-)?[{_UPPER}]{_REST}"
    )
    return re.compile(rf"{_FIRST}(?:{following})*")


@from_lexicon
def _family_first() -> frozenset[str]:
    return frozenset(table("names")["family_first"]["names"])


@from_lexicon
def _nicknames() -> dict[str, str]:
    return {
        short.lower(): full.lower()
        for full, nicknames in table("names")["nicknames"].items()
        for short in nicknames
    }


POSSESSIVE = re.compile(r"[’']s?(?!\w)")


class Run(NamedTuple):
    """Capitalised words that stand side by side, with initials and small words of names."""

    start: int
    end: int
    text: str


def find_runs(body: str) -> Iterator[Run]:
    """The runs of `body`, in order."""
    for match in _run().finditer(body):
        yield Run(match.start(), match.end(), match.group())


def plain(word: str) -> str:
    """A word for look-up: lower case, without possessive and closing full stop."""
    word = word.lower()
    if word[-2:] in {"'s", "’s"}:
        word = word[:-2]
    return word.rstrip(".'’")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name taken apart."""

    words: tuple[str, ...]
    """As written, without honorifics and suffixes."""

    @classmethod
    def of(cls, text: str) -> PersonName:
        known = vocabulary()
        words = text.replace("\u00a0", " ").replace(",", "").split(" ")
        while len(words) > 1 and plain(words[0]) in known.honorifics:
            words = words[1:]
        while len(words) > 1 and plain(words[-1]) in known.suffixes:
            words = words[:-1]
        return cls(tuple(words))

    @property
    def family_names(self) -> tuple[str, ...]:
        """The words that alone may stand for the person: two where the order is open."""
        first, last = self.words[0], self.words[-1]
        if len(self.words) == 1:
            return (first,)
        if first in _family_first():
            if "-" in last or len(self.words) == 3:
                return (first,)
            return (first, last)
        return (last,)

    @property
    def given(self) -> str:
        """The given name, or "" where only the family name is known."""
        if len(self.words) == 1:
            return ""
        if len(self.family_names) == 1 and self.family_names[0] == self.words[0]:
            return " ".join(self.words[1:])
        return self.words[0]

    def agrees(self, other: PersonName) -> bool:
        """Whether both can be names of one person, as far as the words go."""
        mine = {name.casefold() for name in self.family_names}
        if not mine & {name.casefold() for name in other.family_names}:
            return self.words[-len(other.words) :] == other.words or (
                other.words[-len(self.words) :] == self.words
            )
        return _given_agree(self.given, other.given)


def _given_agree(first: str, second: str) -> bool:
    """Equal, one unknown, an initial of the other, or a short form of it."""
    if not first or not second:
        return True
    first, second = (re.sub(r"[-.]", " ", name.lower()).strip() for name in (first, second))
    if first == second or first.replace(" ", "") == second.replace(" ", ""):
        return True
    short, long = sorted((first, second), key=len)
    if len(short.split(" ")[0]) == 1:
        return long.startswith(short[0])
    full = _nicknames()
    return full.get(first, first) == full.get(second, second)
