"""Whether what a sentence tells has happened."""

from __future__ import annotations

from index.facts.claims_sentence import Event, Sentence
from index.facts.claims_vocabulary import signs
from index.facts.model import Modality

_MODALITY_WITHIN = 8
"""Words before an event in which a word of planning is looked for."""


def modality_of(sentence: Sentence, event: Event | None, first: int) -> Modality:
    """Whether the event has happened, as its own clause words it."""
    at = event.first if event else first
    begin = max(0, min(at, first) - _MODALITY_WITHIN)
    planning, estimating = signs("modality", "plan"), signs("modality", "estimate")
    promising = signs("modality", "promise")
    for place in range(max(at, first) - 1, begin - 1, -1):
        word = sentence.words[place]
        if first < place < at and word in ("who", "which"):
            break
        if word in planning or (word in promising and sentence.words[place + 1] == "to"):
            return "plan"
        if word == "to" and sentence.words[place - 1 : place] in (["is"], ["are"]):
            return "plan"  # "the bank is to shut 85 branches"
        if word in estimating:
            return "estimate"
        if place < min(at, first) and word in (";", "but", "while", "which", "who"):
            break
    return "fact"
