"""Finds the words of saying in a sentence, each with its subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Literal, NamedTuple

from index.facts.clauses import (
    Range,
    agrees,
    head_noun,
    main_subject,
    subject_after,
    subject_before,
)
from index.facts.cues import Cue, cues, silences
from index.facts.items import QUOTE, Item, Row, Unit, grammar
from index.facts.lexicons import word_set
from index.facts.phrases import is_adverb
from index.facts.speakers import Speakers
from index.facts.usage import (
    MOST_QUOTED_WORDS,
    attributes_nothing,
    is_evidence,
    is_speaker,
    is_used,
    opens_clause,
    opens_words,
)
from index.facts.vocabulary import vocabulary
from index.facts.words import normal

Rule = Literal[
    "subject and word of saying",
    "word of saying before its subject",
    "shares the subject before",
    "passive with by",
    "according to",
    "quoted as saying",
    "quotation with its speaker under it",
    "speaker with a colon",
    "attributed inside a quotation",
]

_LABEL = re.compile(r"(?m)^[“\"]?([A-Z][A-Z .'-]{2,40}):")
_DASHES = frozenset("—–―-")
_MOST_SIGNATURE_WORDS = 8
_MOST_LABEL_WORDS = 4
_MOST_SPEAKER_WORDS = 6
"""Words of a speaker without a name: "said the country's health minister"."""
_PARTICIPLE_AFTER = frozenset({",", QUOTE, "while", "and", "—", "–"})
_SENTENCE_ENDS = frozenset({",", ".", "who", "—", ";"})


class Attribution(NamedTuple):
    """One word of saying with its subject, as places in the items of a unit."""

    cue: int
    first: int
    """First item of the group that subject and verb make."""
    last: int
    """Last item of that group."""
    subject: Range
    rule: Rule


class AttributionFinder:
    """Finds the attributions of one article, unit by unit."""

    def __init__(self, body: str, speakers: Speakers) -> None:
        self._body = body
        self._speakers = speakers
        self._labels: Counter[str] | None = None
        """How often each label in capitals begins a line; read when the first one is met."""

    def find(self, unit: Unit) -> list[Attribution]:
        """Every word of saying in the unit that has a subject, in order."""
        items = unit.items
        signed = self._signature(items) or self._label(unit)
        if signed is not None:
            return [signed]
        found: list[Attribution] = []
        for index in [at for at, item in enumerate(items) if item.may_attribute]:
            item = items[index]
            each = None
            if item.cue is not None:
                each = self._verb(items, index, item.cue, found)
            elif item.source is not None:
                each = _source(items, index, item.source)
            if each is not None:
                found.append(each)
        return found

    def find_inside(self, items: Row) -> list[Attribution]:
        """What the words of a quotation attribute to somebody by name.

        "But as you heard Secretary Austin say last week, ...": the speaker is not believed to
        tell of himself, so pronouns do not count here.
        """
        found = []
        for index, item in enumerate(items):
            if item.cue is None or item.cue.kind != "speech" or item.capital:
                continue
            subject = subject_before(items, index)
            if subject is None:
                continue
            name = subject[1]
            if self._speakers.mentions_between(items.start(name), items.end(name)):
                rule: Rule = "attributed inside a quotation"
                found.append(Attribution(index, subject[0], index, subject, rule))
        return found

    def _signature(self, items: Sequence[Item]) -> Attribution | None:
        """A quotation with its speaker under it: "“...” ― Jorge Falcon"."""
        if len(items) < 3 or items[0].low != QUOTE or items[1].low not in _DASHES:
            return None
        first, last = 2, len(items) - 1
        while first < last and items[first].low in _DASHES:
            first += 1
        while last > first and not items[last].is_word:
            last -= 1
        named = all(item.capital for item in items[first : last + 1])
        if not named or last - first >= _MOST_SIGNATURE_WORDS:
            return None
        return Attribution(1, 1, last, (first, last), "quotation with its speaker under it")

    def _label(self, unit: Unit) -> Attribution | None:
        """A transcript's line or a headline that begins with its speaker: "WALLACE: ..."."""
        items = unit.items
        if not unit.opens_paragraph:
            return None
        first = last = 0 if items[0].is_word else 1
        while last < min(len(items), first + _MOST_LABEL_WORDS) and items[last].capital:
            last += 1
        if first == last or last + 1 >= len(items) or items[last].low != ":":
            return None
        start, end = items.start(first), items.end(last - 1)
        if not self._is_label(self._body[start:end]) and not self._speakers.is_known(start, end):
            return None
        return Attribution(last, first, last, (first, last - 1), "speaker with a colon")

    def _is_label(self, words: str) -> bool:
        """Whether words in capitals are a speaker's, and no dateline: "WALLACE:", "NEW DELHI:"."""
        if self._labels is None:
            self._labels = Counter(match[1] for match in _LABEL.finditer(self._body))
        return self._labels[words] > 1 or self._speakers.shouted(words) is not None

    def _verb(
        self, items: Row, index: int, cue: Cue, found: list[Attribution]
    ) -> Attribution | None:
        """Reads one form of a verb of saying, if it is one here."""
        if not is_used(items, index, cue):
            return None
        first, passive = _verb_start(items, index, cue)
        if attributes_nothing(items, first, index, cue):
            return None
        if cue.form == "gerund":
            return self._gerund(items, index, first, passive, cue, found)
        if passive or (cue.form in {"past", "participle"} and _has_agent(items, index)):
            return None if cue.verb in silences().asking else _agent(items, index)
        before = items[first - 1].low if first else ""
        inverts = before == "," or (before == QUOTE and self._is_clause(items.end(first - 1)))
        if inverts and cue.kind == "speech" and cue.verb != "tell":
            inverted = _inverted(items, index, before)
            if inverted is not None:
                return inverted
        if before in {"and", "but", "or"} and cue.form != "plain":
            return self._shared(items, index, first, found)
        subject = subject_before(items, first)
        if subject is None or not agrees(items, subject, index, cue):
            return None
        if not self._may_say(items, index, cue, subject):
            return None
        return Attribution(index, subject[0], index, subject, "subject and word of saying")

    def _may_say(self, items: Row, index: int, cue: Cue, subject: Range) -> bool:
        """Whether this subject can do what the verb tells."""
        if (cue.kind in {"stance", "thought"} or cue.verb == "put") and not self._can_speak(
            items, subject
        ):
            return False
        if cue.kind == "evidence" and not is_evidence(items, subject):
            return cue.verb == "find" and self._can_find(items, subject)
        return not (cue.form == "third" and subject == (0, 0) and self._is_noun(items, index))

    def _is_clause(self, end: int) -> bool:
        """Whether a quotation ends at `end` as before "said": with a comma or a full stop."""
        return self._body[end - 2] in ",.!?…—-'"

    def _is_noun(self, items: Row, index: int) -> bool:
        """Whether a word such as "reports" is a noun after the first word of its sentence.

        After a name it is a verb; else it is one if what follows can begin what is said.
        """
        if items[0].low in grammar().pronouns or is_speaker(items[0]):
            return False
        if self._speakers.is_named(items, 0):
            return False
        following = items[index + 1] if index + 1 < len(items) else None
        return following is not None and not opens_clause(following)

    def _can_speak(self, items: Row, subject: Range) -> bool:
        """Whether the subject is somebody: opinions of trams and reports are not wanted."""
        first, last = subject
        if first == last and items[first].low in grammar().pronouns:
            return items[first].low in grammar().persons
        little = grammar().determiners
        named = (items[at].capital and items[at].low not in little for at in range(first, last + 1))
        # The capital that begins a sentence tells nothing of "Members of a club called Paradise".
        opens = first == 0 and last - first > 2 and not self._speakers.is_named(items, first)
        if any(islice(named, int(opens), None)):
            return True
        return normal(items[last].low) in vocabulary().speaking

    def _can_find(self, items: Row, subject: Range) -> bool:
        """Whether the subject looks into things: "the Observer found", but not "they found"."""
        return items[subject[0]].low not in grammar().pronouns and self._can_speak(items, subject)

    def _gerund(
        self,
        items: Row,
        index: int,
        first: int,
        progressive: bool,
        cue: Cue,
        found: list[Attribution],
    ) -> Attribution | None:
        """Reads ", adding that", whose subject is the sentence's, or "he is calling for"."""
        if progressive:
            if items[first].low == "to":
                return None  # "are understood to be considering a cut"
            subject = subject_before(items, first)
            if subject is None or (cue.kind == "evidence" and not is_evidence(items, subject)):
                return None
            return Attribution(index, subject[0], index, subject, "subject and word of saying")
        while first and (items[first - 1].low in grammar().days or items[first - 1].low == "on"):
            first -= 1
        if not first:
            return None
        before = items[first - 1].low
        if before in _PARTICIPLE_AFTER:
            return self._shared(items, index, first, found)
        if before == "as":
            return _quoted(items, index)
        if before in cues().documents:
            return self._shared(items, index, first, found) if opens_words(items, index) else None
        if items[first - 1].capital and opens_words(items, index):
            subject = subject_before(items, first)
            if subject is not None:
                return Attribution(index, subject[0], index, subject, "subject and word of saying")
        return None

    def _shared(
        self, items: Sequence[Item], index: int, first: int, found: list[Attribution]
    ) -> Attribution | None:
        """Reads a further verb of the same subject."""
        own = (each.subject for each in reversed(found) if each.rule != "according to")
        subject = next(own, None) or main_subject(items)
        if subject is None:
            return None
        return Attribution(index, first, index, subject, "shares the subject before")


def _verb_start(items: Sequence[Item], index: int, cue: Cue) -> tuple[int, bool]:
    """The first word of the verb with its auxiliaries, and whether it is passive or progressive."""
    known, between, first, passive = grammar(), cues().between, index, False
    while first > 0:
        low = items[first - 1].low
        copula = low in known.copulas
        inside = low in between or is_adverb(items[first - 1])
        if not (inside or (copula and cue.form == "gerund")):
            break
        passive = passive or copula
        first -= 1
    return first, passive


def _source(items: Sequence[Item], index: int, rest: tuple[str, ...]) -> Attribution | None:
    """Reads "according to X"; `rest` are the words of the phrase after its first."""
    after = index + 1 + len(rest)
    if tuple(item.low for item in items[index + 1 : after]) != rest:
        return None
    subject = subject_after(items, after)
    if subject is None:
        return None
    return Attribution(index, index, subject[1], subject, "according to")


def _quoted(items: Sequence[Item], index: int) -> Attribution | None:
    """Reads "quoted X as saying" and "X was quoted as saying"."""
    quoting = word_set("cues", "quoted", "verbs")
    for at in range(index - 2, max(0, index - MOST_QUOTED_WORDS), -1):
        if items[at].low in quoting:
            passive = items[at - 1].low in grammar().copulas
            who = subject_before(items, at - 1 if passive else at)
            subject = who if passive else (at + 1, index - 2)
            if subject is None or subject[1] < subject[0]:
                return None
            return Attribution(index, who[0] if who else at, index, subject, "quoted as saying")
    return None


def _has_agent(items: Sequence[Item], index: int) -> bool:
    """Whether "by X" follows, and not "by doing"."""
    following = [item.low for item in items[index + 1 : index + 3]]
    by = following[:1] == ["by"] and not following[-1].endswith(("ing", "not"))
    return by and following[-1] not in word_set("cues", "quoted", "means")


def _agent(items: Sequence[Item], index: int) -> Attribution | None:
    """Reads "was criticized by X"."""
    for at in range(index + 1, min(index + 4, len(items))):
        if items[at].low == "by":
            subject = subject_after(items, at + 1)
            if subject is None:
                return None
            return Attribution(index, index, subject[1], subject, "passive with by")
    return None


def _inverted(items: Sequence[Item], index: int, before: str) -> Attribution | None:
    """Reads "said Ryder" after a quotation, or after a clause that ends in a comma."""
    subject = subject_after(items, index + 1)
    if subject is None:
        return None
    first, last = subject
    if before == ",":
        if last + 1 < len(items) and items[last + 1].low not in _SENTENCE_ENDS:
            return None
        if not items[last].capital:
            title = is_speaker(items[last]) or is_speaker(head_noun(items, subject))
            # A name in apposition ends a title of any length.
            named = [item.capital for item in items[last + 1 : last + 3]] == [False, True]
            if not title or (last - first >= _MOST_SPEAKER_WORDS and not named):
                return None
    return Attribution(index, index, last, subject, "word of saying before its subject")
