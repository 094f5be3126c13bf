"""The words of saying: every form of every verb of the lexicon, by the form."""

from __future__ import annotations

from typing import Literal, NamedTuple

from index.facts.lexicons import from_lexicon, table

CueKind = Literal["speech", "quoting", "evidence", "stance", "thought", "act"]
Form = Literal["plain", "third", "past", "participle", "gerund"]


class Cue(NamedTuple):
    """What one form of a verb can be."""

    verb: str
    kind: CueKind
    form: Form
    follow: frozenset[str]
    """Words that must follow: "for" of "call for"; empty for a verb that stands alone."""
    alone: bool
    """The verb is a cue without any of `follow` too."""


class Cues(NamedTuple):
    """The lexicon of cues, for look-up by word."""

    forms: dict[str, Cue]
    between: frozenset[str]
    """Words that may stand between a subject and its verb."""
    sources: dict[str, tuple[str, ...]]
    """The words after the first of what stands before a speaker: ("to",) for "according"."""
    documents: frozenset[str]
    """Nouns for what is written down or measured: "records", "poll", "statement"."""
    finders: frozenset[str]
    """Nouns for those who look for something and tell of it: "court", "researchers"."""


@from_lexicon
def cues() -> Cues:
    """The cues as they stand in the lexicon."""
    lexicon = table("cues")
    kinds: dict[str, tuple[CueKind, set[str], bool]] = {}
    for kind in ("thought", "stance", "evidence", "quoting", "speech"):
        for entry in lexicon["verbs"][kind]:
            verb, _, rest = entry.partition(" ")
            _, follow, alone = kinds.get(verb, (kind, set(), False))
            kinds[verb] = (
                kind,
                follow | ({rest.split(" ")[0]} if rest else set()),
                alone or not rest,
            )
    forms: dict[str, Cue] = {}
    for verb, nouns in lexicon["acts"].items():
        for form, word in _forms(verb, lexicon["acts_irregular"]):
            forms[word] = Cue(verb, "act", form, frozenset(nouns), False)
    for verb, (kind, follow, alone) in kinds.items():
        for form, word in _forms(verb, lexicon["irregular"]):
            if word not in forms or forms[word].kind != "act":
                forms.setdefault(word, Cue(verb, kind, form, frozenset(follow), alone))
    phrases = [phrase.split(" ") for phrase in lexicon["sources"]["phrases"]]
    sources = {first: tuple(rest) for first, *rest in phrases}
    return Cues(
        forms,
        frozenset(lexicon["between"]["words"]),
        sources,
        frozenset(lexicon["documents"]["words"]),
        frozenset(lexicon["finders"]["words"]),
    )


class Silences(NamedTuple):
    """Verbs of saying that tell of no words, by what stands beside them."""

    denied: frozenset[str]
    """With "not" before them: "did not say when"."""
    refusing: frozenset[str]
    """Before "to" and one of `refused`: "declined to comment"."""
    refused: frozenset[str]
    answering: frozenset[str]
    """Before one of `requests`: "did not respond to requests"."""
    requests: frozenset[str]
    counting: frozenset[str]
    """Before a number of things: "added 38,000 jobs"."""
    thinking: frozenset[str]
    """In the passive, before "to": "a development feared to escalate the war"."""
    asking: frozenset[str]
    """In the passive, before "by": "asked by consumers to gather data"."""
    having: frozenset[str]
    """Whatever follows: "did not have any information about it"."""
    occasions: frozenset[str]
    """Words behind an act of speech that tell when it was: "made the comments at a briefing"."""


@from_lexicon
def silences() -> Silences:
    """The silences as they stand in the lexicon."""
    words = table("cues")["silence"]
    return Silences(*(frozenset(words[name]) for name in Silences._fields))


def _forms(verb: str, irregular: dict[str, list[str]]) -> list[tuple[Form, str]]:
    """The forms of a verb; a form that serves for two is given as the first of them."""
    if verb in irregular:
        third, past, participle, gerund = irregular[verb]
    else:
        third, past, gerund = _regular(verb)
        participle = past
    return [
        ("past", past),
        ("participle", participle),
        ("third", third),
        ("gerund", gerund),
        ("plain", verb),
    ]


def _regular(verb: str) -> tuple[str, str, str]:
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        stem = verb if verb.endswith("ee") else verb[:-1]
        return verb + "s", verb + "d", stem + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "z")) else "s")
    return third, verb + "ed", verb + "ing"
