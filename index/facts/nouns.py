"""What a number counts: the noun after it or before it, and whether it is a part or a whole."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast

from index.facts.lexicons import alternatives, from_lexicon, table
from index.facts.model import Part
from index.facts.words import Remembered

_REACH, _LONGEST_PHRASE, _LONGEST_WORD = 90, 8, 24
_OPENING, _CLOSING = "\"'“‘([", "\"'”’.,;:!?)]…"
_NO_NOUN_AFTER = ("", "-", *".,;:!?)…—–")
_LEADING = _OPENING + "—-"
_NEXT = re.compile(r"[\s\"”’]{0,8}([\w’'.-]{1,40})?")
_ENDS_PHRASE = frozenset(".,;:!?)…—–")

Role = Literal["end", "number", "of", "skipped", "plural", "other"]


class Token(NamedTuple):
    """A word after a number, and what it does there."""

    word: str
    """As written, without the marks around it."""
    plain: str
    """In small letters."""
    role: Role
    ends: bool
    """A mark ends the phrase after it."""


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
        self._tokens = Remembered(self._token)
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
        self._part_after = re.compile(
            rf"(?i:\s?(?:[\w’'-]{{1,{_LONGEST_WORD}}}\s)?(?:{after})(?!\w))"
        )

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
        chunk = body[at : at + _REACH]
        if chunk[:1] in _NO_NOUN_AFTER:
            return None
        shared = chunk.startswith(" of ")
        found: str | None = None
        last: str | None = None
        tokens = self._tokens
        for raw in chunk.partition("\n")[0].split(None, _LONGEST_PHRASE)[:_LONGEST_PHRASE]:
            word, plain, role, ends = tokens[raw]
            if role == "end" or (role == "of" and last):
                break
            if role == "number":
                if shared and not last:
                    continue  # "33 of 36 drones"
                break
            if role in ("skipped", "of"):
                continue
            if found and plain[-1] != "s":
                break  # "eight people killed" counts people, "two police officers" officers
            if role == "plural" or (single and plain in self._classes):
                found = word
            elif found:
                break
            last = word
            if ends:
                break
        if found or not single:
            return found
        return last if last and last.islower() and not last.endswith("ed") else None

    def _token(self, raw: str) -> Token:
        """What a word, with the marks around it, does in the noun phrase after a number."""
        word = raw.lstrip(_OPENING).rstrip(_CLOSING)
        plain = word.lower()
        ends = raw[-1] in _ENDS_PHRASE or "--" in raw or "—" in raw
        if not plain and raw[0] not in _ENDS_PHRASE:
            role: Role = "skipped"  # a quotation mark that closes after the number
        elif not plain or plain in self.stops or raw[0] == "(":
            role = "end"
        elif plain[0].isdigit():
            role = "number"
        elif plain == "of":
            role = "of"
        elif plain in self._skipped:
            role = "skipped"
        else:
            role = "plural" if self.is_plural(plain) else "other"
        return Token(word, plain, role, ends)

    def before(self, body: str, start: int, before: str) -> str | None:
        """The noun before a number: "the death toll rose to 59"; `before` is the last word."""
        if before not in self._left_ends:
            return None
        match = self._left.search(body[max(0, start - 60) : start])
        return match["head"].split()[-1] if match else None

    def verb_before(self, body: str, start: int) -> str | None:
        """The verb right before a number, if it implies what is counted: "dispatched 10,000"."""
        words = body[max(0, start - 20) : start].split()
        return words[-1].lower() if words and words[-1].lower() in self._members else None

    def first_implied(self, body: str, verb: str) -> str | None:
        """The first noun of an article that belongs to the class which a verb implies."""
        match = self._members[verb].search(body)
        return match.group() if match else None

    def part(self, body: str, start: int, end: int, before: str) -> Part | None:
        """Whether the words around a number make it a total, a subset or an addition.

        `before` is the word before it.
        """
        if before in self._part_ends:
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
    low = at - _LONGEST_WORD if at > _LONGEST_WORD else 0
    word = body[(body.rfind(" ", low, at - 1) + 1) or low : at - 1]
    if not word.isalpha():  # a line end or a mark may stand in it
        parts = word.split()
        word = parts[-1].lstrip(_LEADING) if parts else ""
    return word.lower()


def next_word(body: str, at: int) -> str:
    """The word after `at`, over white space and quotation marks; "" at the end of the text."""
    match = _NEXT.match(body, at)
    return (match[1] or "") if match else ""


def _by_phrase(parts: dict[str, list[str]]) -> dict[str, Part]:
    return {phrase: cast(Part, part) for part, phrases in parts.items() for phrase in phrases}


@from_lexicon
def noun_reader() -> NounReader:
    """The finder of counted nouns, made of the lexicon once."""
    return NounReader()
