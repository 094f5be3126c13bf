"""Whose statement the words at a place are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from index.facts.claims_sentence import Sentence, clause_ends
from index.facts.claims_vocabulary import signs, telling_stem
from index.facts.model import Statement

_SUBJECT = 4
"""Words that whoever estimates may have before the verb."""
_LONGEST_SUBJECT = 8
"""Words by which it can be told who speaks."""
_LONGEST_CLAUSE = 60
"""Words before a number up to which its clause is looked for."""


class Voices:
    """Finds the speaker of the narrowest statement that holds a place of the article."""

    def __init__(self, body: str, statements: Sequence[Statement]) -> None:
        self._body = body
        self._statements = statements  # in order of their starts
        self._starts = [statement.start for statement in statements]
        self._reach = list(accumulate((statement.end for statement in statements), max))
        """How far any statement up to this one goes."""
        self._subjects: dict[int, list[str]] = {}
        """The speakers of each word of saying, by its place."""
        for statement in statements:
            if statement.cue_start is not None and statement.speaker is not None:
                names = self._subjects.setdefault(statement.cue_start, [])
                if statement.speaker not in names:
                    names.append(statement.speaker)

    def subject(self, cue_start: int) -> str | None:
        """Who is the subject of a word of saying: "Russia and North Korea"; None if not known."""
        *others, last = self._subjects.get(cue_start, [""])
        return " and ".join([", ".join(others), last] if others else [last]) or None

    def speaker(self, start: int, end: int) -> str | None:
        """Who says the words between `start` and `end`; None if it is the article, or unnamed."""
        found = self._narrowest(start, end)
        return found.speaker if found else None

    def voice(self, start: int, end: int) -> str | None:
        """Who says these words, as the article has it, where it names nobody: "the union"."""
        found = self._narrowest(start, end)
        if found is None or found.speaker or found.speaker_start is None:
            return None
        words = self._body[found.speaker_start : found.speaker_end].split()
        # "Which", "they" and "another 20" tell nobody who it is.
        told = words and telling_stem(words[-1].lower()) and len(words) <= _LONGEST_SUBJECT
        counted = any(word[0].isdigit() for word in words)
        return _uncapitalised(" ".join(words)) if told and not counted else None

    def _narrowest(self, start: int, end: int) -> Statement | None:
        """The narrowest statement that holds a place; one that plans only where it is the last."""
        found: list[Statement] = []
        for at in range(bisect_right(self._starts, start) - 1, -1, -1):
            if self._reach[at] < end:
                break
            if self._statements[at].end >= end:
                found.append(self._statements[at])
        # Of statements alike the first of the article counts.
        found.reverse()
        return min(found, key=lambda each: (_plans(each), each.end - each.start), default=None)

    def completing(self, start: int, end: int) -> str | None:
        """Who says the sentence from `start`, of which only the end up to `end` is quoted.

        "Freedonia sent 300 troops "over the weeks," an official said": all of it is what he said.
        """
        for at in range(bisect_right(self._starts, start), len(self._statements)):
            statement = self._statements[at]
            if statement.start >= end:
                return None
            after = statement.cue_start is not None and statement.cue_start >= statement.end
            goes_on = self._body[statement.start + 1 : statement.start + 2].islower()
            return statement.speaker if statement.form == "direct" and after and goes_on else None
        return None


def estimating(sentence: Sentence, first: int) -> str | None:
    """Whose number it is that a clause gives as an estimate: "police put the number at 15,000".

    None where the clause before the place `first` has no such verb, or no subject right before it.
    """
    words, ends = sentence.words, clause_ends()
    begin, lowest = first, max(0, first - _LONGEST_CLAUSE)
    while begin > lowest and words[begin - 1] not in ends and words[begin - 1] != ",":
        begin -= 1
    if begin == lowest > 0:
        return None
    verbs = signs("context", "estimating")
    verb = next((place for place in range(begin + 1, first) if words[place] in verbs), None)
    if words[first : first + 1] and words[first] in verbs and first > begin:
        verb = first  # "estimated 12,000" is one figure
    if verb is None and begin > 1 and words[begin] in verbs and words[begin - 1] == ",":
        return _apposed(sentence, begin - 1)
    if verb is None or verb - begin > _SUBJECT or words[begin] in signs("context", "pronouns"):
        return None
    if words[verb - 1] in signs("clauses", "auxiliaries"):
        return None  # "the number was put at 893": nobody says by whom
    subject = sentence.body[sentence.starts[begin] : sentence.starts[verb]].strip()
    return subject.removeprefix("the ").removeprefix("The ") or None


def _apposed(sentence: Sentence, comma: int) -> str | None:
    """The name that a comma closes: "a rebel spokesman, Idris Kol, put the number at 3,900"."""
    first = comma
    while first > 0 and sentence.words[first - 1] != "," and sentence.capital(first - 1):
        first -= 1
    if first in (0, comma) or sentence.words[first - 1] != ",":
        return None
    return sentence.body[sentence.starts[first] : sentence.starts[comma]].strip()


def _plans(statement: Statement) -> bool:
    """Whether its word is one of planning: "she said that Freedonia plans …" is what she says."""
    cue = (statement.cue or "").lower()
    return cue in signs("modality", "plan") or cue in signs("modality", "promise")


def _uncapitalised(words: str) -> str:
    """Words with a small letter where they are written large only because a sentence begins."""
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first in ("The", "A", "An") else words
