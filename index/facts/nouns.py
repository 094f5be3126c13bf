"""What a number counts: the noun after it or before it, and whether it is a part or a whole."""

from __future__ import annotations

import re
from typing import cast

from index.facts.lexicons import alternatives, from_lexicon, table
from index.facts.model import Part

_REACH, _LONGEST_PHRASE = 90, 8
_WORD = re.compile(r"[\s\"”’'\]\[(]*([\w][\w’'.-]*)([^\w\s]*)")
_END = re.compile(r"[.,;:!?()—–\n]|--")


class NounReader:
    """Finds the counted noun around a number."""

    def __init__(self) -> None:
        words = table("nouns")
        self._classes = {
            word: name for name, members in words["classes"].items() for word in members
        }
        self._plurals = frozenset(words["plurals"]["words"])
        self._not_plural = frozenset(words["plurals"]["not_plural"])
        self.stops = frozenset(words["stops"]["words"])
        self._skipped = frozenset(words["stops"]["skipped"])
        heads = alternatives(words["left"]["heads"])
        verbs = alternatives(words["left"]["verbs"])
        self._left = re.compile(
            rf"(?i:\b(?P<head>{heads})(?:\s(?:from|in|of|for)\s[\w\s’'-]{{1,30}}?)?\s(?:has\s|had\s)?(?:{verbs})\s*)\Z"
        )
        self._members = {
            verb: re.compile(rf"\b(?:{alternatives(words['classes'][name])})\b")
            for verb, name in words["verbs"].items()
        }
        before, after = table("numbers")["parts_before"], table("numbers")["parts_after"]
        self._before = re.compile(
            "(?i:"
            + "|".join(rf"(?P<{name}>\b(?:{alternatives(before[name])}))" for name in before)
            + r")\s+\Z"
        )
        self._after = re.compile(
            r"(?i:\s*(?:[\w’'-]+\s)?(?:"
            + "|".join(rf"(?P<{name}>{alternatives(after[name])})" for name in after)
            + r")(?!\w))"
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
            and plain.endswith("s")
            and not plain.endswith(("ss", "us", "’s", "'s"))
            and plain not in self._not_plural
        )

    def after(self, body: str, at: int, *, single: bool) -> str | None:
        """The noun after a number that ends at `at`, as written."""
        found: str | None = None
        last: str | None = None
        begin, stop = at, min(len(body), at + _REACH)
        for _ in range(_LONGEST_PHRASE):
            match = _WORD.match(body, begin, stop)
            if match is None:
                break
            word, mark = match[1].rstrip(".’'"), match[2]
            if body.find("\n", begin, match.start(1)) >= 0:
                break
            plain = word.lower()
            if plain in self.stops:
                break
            if plain in self._skipped:
                if last is not None and plain == "of":
                    break
                begin = match.end()
                continue
            if self.is_plural(plain) or (single and plain in self._classes):
                found = word
            elif found:
                break
            last = word
            if mark or (match[1].endswith(("’s", "'s")) and found):
                break
            begin = match.end()
        if found or not single:
            return found
        return last if last and last.islower() and not last.endswith("ed") else None

    def before(self, body: str, start: int) -> str | None:
        """The noun before a number: "the death toll rose to 59"."""
        match = self._left.search(body, max(0, start - 60), start)
        return match["head"].split()[-1] if match else None

    def inferred(self, body: str, start: int) -> str | None:
        """The noun of a number that has lost it: "dispatched 10,000 to Russia" means troops.

        The verb before the number gives the class; the article's first noun of it is taken.
        """
        words = body[max(0, start - 20) : start].split()
        members = self._members.get(words[-1].lower()) if words else None
        match = members.search(body) if members else None
        return match.group() if match else None

    def part(self, body: str, start: int, end: int) -> Part | None:
        """Whether the words around a number make it a total, a subset or an addition."""
        found = self._before.search(body, max(0, start - 18), start) or self._after.match(body, end)
        return cast(Part, found.lastgroup) if found else None


@from_lexicon
def noun_reader() -> NounReader:
    """The finder of counted nouns, made of the lexicon once."""
    return NounReader()
