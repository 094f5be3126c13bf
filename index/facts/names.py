"""Runs of capitalised words: where names stand, and how a personal name is built."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from index.facts.lexicons import from_lexicon, table, word_set
from index.facts.vocabulary import vocabulary
from index.facts.words import abbreviations, plain

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x530) if chr(code).isupper())
# The first character is taken before the word's border is looked at: so the search can skip by
# that character alone, which makes it five times as fast.
_FIRST = rf"[{_UPPER}](?<!\w[{_UPPER}])(?<![’'][{_UPPER}])"


@from_lexicon
def _run() -> re.Pattern[str]:
    particles = "|".join(sorted(table("names")["particles"]))
    abbreviated = "|".join(rf"(?<=\b{word})" for word in sorted(abbreviations()))
    rest = (
        rf"(?:\.(?:[{_UPPER}]\.)*"
        rf"|\w*(?:[’'‘-](?!s\b)\w+)*(?:(?=\.)(?:{abbreviated})\.)?)"
    )
    opens = "".join(sorted({*(word[0] for word in table("names")["particles"]), *"aeu"}))
    following = (
        # Most words after a name are small and go on with none: one look tells.
        rf"[ \u00a0](?=[{_UPPER}{opens}\"“])"
        rf"(?:[\"“][{_UPPER}]\w{{1,12}}[\"”][ \u00a0])?"  # Robert "Bobby" Scott
        rf"(?:(?:{particles})[ \u00a0]){{0,2}}"
        rf"(?:(?:[aeu][dlnrstz]|ash)-)?[{_UPPER}]{rest}"
    )
    return re.compile(rf"{_FIRST}{rest}(?:{following})*")


@from_lexicon
def _nicknames() -> dict[str, str]:
    return {
        short.lower(): full.lower()
        for full, nicknames in table("names")["nicknames"].items()
        for short in nicknames
    }


def find_runs(body: str) -> Iterator[re.Match[str]]:
    """The runs of `body`, in order: capitalised words that stand side by side."""
    return _run().finditer(body)


class PersonName(NamedTuple):
    """A personal name taken apart, without honorifics and suffixes."""

    words: tuple[str, ...]
    family_names: tuple[str, ...]
    """The words that alone may stand for the person: two where the order is open."""
    given: str
    """The given name, or "" where only the family name is known."""

    @classmethod
    def of(cls, text: str) -> PersonName:
        """Takes a name apart. The same text always gives the same, and is read once."""
        return _take_apart()(text)

    def agrees(self, other: PersonName) -> bool:
        """Whether both can be names of one person, as far as the words go."""
        if not set(self.family_names).intersection(other.family_names):
            return _ends_in(self.words, other.words) or _ends_in(other.words, self.words)
        if self._begins_alike(other):
            return self.words == other.words  # "Li Qiang" and "Li Hui", "Jo Hale" and "Jo Cole"
        if _given_agree(self.given, other.given):
            return True
        # "Enrique Peña Nieto" and "Peña Nieto", "Bill de Blasio" and "De Blasio"
        short, long = sorted((self.words, other.words), key=len)
        return 1 < len(short) < len(long) and _ends_in(long, short)

    def _begins_alike(self, other: PersonName) -> bool:
        """Whether both are two words whose first, the same, may be family or given name."""
        open_orders = len(self.family_names) == len(other.family_names) == 2
        return (
            open_orders and len(self.words) == len(other.words) and self.words[0] == other.words[0]
        )


@from_lexicon
def _take_apart() -> Callable[[str], PersonName]:
    known, family_first = vocabulary(), word_set("names", "family_first", "names")
    before_name = known.honorifics | known.kept_honorifics

    @lru_cache(maxsize=1 << 14)
    def take_apart(text: str) -> PersonName:
        words = text.replace("\u00a0", " ").replace(",", "").split(" ")
        while len(words) > 1 and plain(words[0]) in before_name:
            del words[0]
        while len(words) > 1 and plain(words[-1]) in known.suffixes:
            del words[-1]
        first, last = words[0], words[-1]
        if len(words) == 1:
            return PersonName((first,), (first,), "")
        if first in family_first and ("-" in last or len(words) == 3):
            return PersonName(tuple(words), (first,), " ".join(words[1:]))
        family = (first, last) if first in family_first else (last,)
        return PersonName(tuple(words), family, first)

    return take_apart


def _ends_in(words: tuple[str, ...], last: tuple[str, ...]) -> bool:
    """Whether a name ends in these words, a particle being large or small."""
    end = words[-len(last) :]
    return end == last or [word.lower() for word in end] == [word.lower() for word in last]


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
