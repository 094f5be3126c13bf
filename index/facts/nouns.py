"""What a number counts: the noun after it or before it, and whether it is a part or a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from index.facts.lexicons import alternatives, from_lexicon, table
from index.facts.model import Part

_REACH, _LONGEST_PHRASE = 90, 8
_OPENING, _CLOSING = "\"'“‘([", "\"'”’.,;:!?)]…"
_LEADING = _OPENING + "—-"
_ENDS_PHRASE = frozenset(".,;:!?)…—–")


class NounReader:
    """Finds the counted noun around a number."""

    def __init__(self) -> None:
        words, numbers = table("nouns"), table("numbers")
        self._classes = {
            word: name for name, members in words["classes"].items() for word in members
        }
        self._plurals = frozenset(words["plurals"]["words"])
        self._not_plural = frozenset(words["plurals"]["not_plural"])
        self.stops = frozenset(words["stops"]["words"])
        self._skipped = frozenset(words["stops"]["skipped"])
        heads = alternatives(words["left"]["heads"])
        verbs = words["left"]["verbs"]
        self._left_ends = frozenset(phrase.split()[-1] for phrase in verbs)
        self._left = re.compile(
            rf"(?i:\b(?P<head>{heads})(?:\s(?:from|in|of|for)\s[\w\s’'-]{{1,30}}?)?"
            rf"\s(?:has\s|had\s)?(?:{alternatives(verbs)})\s*)\Z"
        )
        self._members = {
            verb: re.compile(rf"\b(?:{alternatives(words['classes'][name])})\b")
            for verb, name in words["verbs"].items()
        }
        self._parts_before = _by_phrase(numbers["parts_before"])
        self._part_ends = frozenset(phrase.split()[-1] for phrase in self._parts_before)
        after = "|".join(
            f"(?P<{name}>{alternatives(words)})" for name, words in numbers["parts_after"].items()
        )
        self._part_after = re.compile(rf"(?i:\s?(?:[\w’'-]+\s)?(?:{after})(?!\w))")

    def class_of(self, noun: str) -> str | None:
        """The class that a counted noun belongs to, by the lexicon."""
        return self._classes.get(noun.lower())

    def is_plural(self, word: str) -> bool:
        """Whether a word looks like the plural of something that can be counted."""
        plain = word.lower()
        if plain in self._plurals:
            return True
        return (
            len(plain) > 3
            and plain[-1] == "s"
            and plain[-2] not in "su’'"
            and plain not in self._not_plural
        )

    def after(self, body: str, at: int, *, single: bool) -> str | None:
        """The noun after a number that ends at `at`, as written; `single` if it is one thing.

        It is the last of the plurals that stand first: "two Iranian missile attacks".
        """
        chunk = body[at : at + _REACH].partition("\n")[0]
        if chunk[:1] in ("-", "") or chunk[0] in _ENDS_PHRASE:
            return None
        found: str | None = None
        last: str | None = None
        for word, plain, ends in self._phrase(chunk):
            if found and plain[-1] != "s":
                break  # "eight people killed" counts people, "two police officers" officers
            if self.is_plural(plain) or (single and plain in self._classes):
                found = word
            elif found:
                break
            last = word
            if ends:
                break
        if found or not single:
            return found
        return last if last and last.islower() and not last.endswith("ed") else None

    def _phrase(self, chunk: str) -> Iterator[tuple[str, str, bool]]:
        """The words of the noun phrase at the beginning of `chunk`, without those passed over.

        Each as written, in small letters, and whether a mark ends the phrase after it.
        """
        begun, shared = False, chunk.lstrip().startswith("of ")
        for raw in chunk.split(None, _LONGEST_PHRASE)[:_LONGEST_PHRASE]:
            word = raw.lstrip(_OPENING).rstrip(_CLOSING)
            plain = word.lower()
            if not plain and raw[0] not in _ENDS_PHRASE:
                continue  # a quotation mark that closes after the number
            if not plain or plain in self.stops or raw[0] == "(":
                return
            if plain[0].isdigit() and shared and not begun:
                continue  # "33 of 36 drones"
            if plain[0].isdigit() or (plain == "of" and begun):
                return
            if plain in self._skipped:
                continue
            begun = True
            yield word, plain, raw[-1] in _ENDS_PHRASE or "--" in raw or "—" in raw

    def before(self, body: str, start: int) -> str | None:
        """The noun before a number: "the death toll rose to 59"."""
        window = body[max(0, start - 60) : start]
        words = window.rsplit(None, 1)
        if not words or words[-1].lower() not in self._left_ends:
            return None
        match = self._left.search(window)
        return match["head"].split()[-1] if match else None

    def verb_before(self, body: str, start: int) -> str | None:
        """The verb right before a number, if it implies what is counted: "dispatched 10,000"."""
        words = body[max(0, start - 20) : start].split()
        return words[-1].lower() if words and words[-1].lower() in self._members else None

    def first_implied(self, body: str, verb: str) -> str | None:
        """The first noun of an article that belongs to the class which a verb implies."""
        match = self._members[verb].search(body)
        return match.group() if match else None

    def part(self, body: str, start: int, end: int) -> Part | None:
        """Whether the words around a number make it a total, a subset or an addition."""
        if word_before(body, start) in self._part_ends:
            left = body[max(0, start - 24) : start].lower().split()[-4:]
            for count in range(1, len(left) + 1):
                if part := self._parts_before.get(" ".join(left[-count:])):
                    return part
        match = self._part_after.match(body, end)
        return cast(Part, match.lastgroup) if match else None


def word_before(body: str, at: int) -> str:
    """The word that a white space parts from `at`, in lower case; "" where there is none."""
    if at < 2 or not body[at - 1].isspace():
        return ""
    word = body[body.rfind(" ", max(0, at - 24), at - 1) + 1 : at - 1]
    if len(word) > 23:
        word = word[-23:]
    if not word.isalpha():  # a line end or a mark may stand in it
        parts = word.split()
        word = parts[-1].lstrip(_LEADING) if parts else ""
    return word.lower()


def _by_phrase(parts: dict[str, list[str]]) -> dict[str, Part]:
    return {phrase: cast(Part, part) for part, phrases in parts.items() for phrase in phrases}


@from_lexicon
def noun_reader() -> NounReader:
    """The finder of counted nouns, made of the lexicon once."""
    return NounReader()
