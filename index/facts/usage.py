"""Whether a word that can be a word of saying is one where it stands.

"The reports", "showed promise", "declined to comment" and "a leader called X" hold words of saying
that attribute nothing to anybody; what stands beside them tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.facts.clauses import Range
from index.facts.cues import Cue, cues, silences
from index.facts.figure_words import CURRENCY_SIGNS
from index.facts.items import QUOTE, Item, grammar
from index.facts.lexicons import from_lexicon, table
from index.facts.vocabulary import vocabulary
from index.facts.words import normal

_ACT_REACH = 6
"""Words after "made" in which "announcement" makes it an act of speech."""
_QUOTE_REACH = 8
"""Words between a verb and the quotation that makes it one of saying."""
_LIVES_REACH = 6
"""Words behind "claimed" among which the lives stand that a war has claimed."""
_REQUEST_REACH = 6
_ESTIMATE_REACH = 9
"""Words after "put" in which "at" and the number stand."""
_BEFORE_NUMBER = frozenset({"about", "around", "at", "between", "more", "nearly", "over", "some"})
_BEFORE_NUMBER |= frozenset(CURRENCY_SIGNS)
MOST_QUOTED_WORDS = 16
"""Words between "quoted" and "as saying"."""
_HEADLINE = 0.7
"""Share of the words with a capital from which a line is a headline."""
_CLOSERS = frozenset(",.;)!?")
_POSSESSIVES = frozenset({"'s", "’s"})
_DEFINITE = frozenset({"the", "this", "these", "that", "those"})
_OPENS_ACT = frozenset({"that", ":", QUOTE, "about", "clear"})
"""Open the words said after "made the announcement"."""
_OPENS_CLAUSE = frozenset({"to", "that", "if", "whether", QUOTE, "about", "how", "what", "why"})
_OTHER_MEANINGS = frozenset({("comment", "to"), ("call", "so")})
"""A verb and the word before it: "so called"."""
_ANONYMOUS = ["not", "to", "be"]
"""After "asked": "... named", "... identified"."""
_NEGATIONS = frozenset({"not", "never", "cannot"})


def is_used(items: Sequence[Item], index: int, cue: Cue) -> bool:
    """Whether the word can be a word of saying here, by what follows it."""
    if cue.verb == "put" and _puts_a_number(items, index):
        return True
    following = items[index + 1 : index + 1 + (_ACT_REACH if cue.kind == "act" else 1)]
    if following and following[0].low in _POSSESSIVES:
        return False  # "the state's act"
    if not cue.alone and not any(item.low in cue.follow for item in following):
        return False
    if items[index].capital and index and not _is_headline(items):
        return False  # "the United States", "the Commission on Presidential Debates"
    if cue.kind == "quoting":
        return _is_beside_quotation(items, index)
    if cue.kind == "act":
        # "made the remarks" means words told elsewhere; "made his first comment" tells none.
        definite = following[0].low in _DEFINITE
        return definite or any(item.low in _OPENS_ACT for item in following)
    if not _tells_words(items, index, cue):
        return False
    if cue.kind != "thought":
        return True
    if not following:
        return False
    low = following[0].low
    if cue.form == "past" and low == "to" and cue.verb in silences().thinking:
        return False  # "a development feared to escalate the war"
    return opens_clause(following[0])


def _puts_a_number(items: Sequence[Item], index: int) -> bool:
    """Whether a verb such as "put" tells of an estimate: "organisers put the crowd at 40,000"."""
    lows = [item.low for item in items[index + 1 : index + 1 + _ESTIMATE_REACH]]
    if not lows or lows[0] not in grammar().determiners or "at" not in lows[:-1]:
        return False
    number = lows[lows.index("at") + 1]
    return number[-1].isdigit() or number in _BEFORE_NUMBER | _numbers() | {QUOTE}


@from_lexicon
def _numbers() -> frozenset[str]:
    """The words for single numbers: "eight"."""
    return frozenset((*table("numbers")["ones"], *table("numbers")["tens"])) - {"one"}


def _tells_words(items: Sequence[Item], index: int, cue: Cue) -> bool:
    """Whether the words around a verb let it tell what somebody said, and not that nothing was."""
    lows = [item.low for item in items[index + 1 : index + 1 + _REQUEST_REACH]]
    silent = silences()
    if cue.verb == "quote":
        return not _is_reported(items, index)
    if cue.verb in silent.refusing:
        return silent.refused.isdisjoint(lows[1:2])
    if cue.verb in silent.answering:
        return silent.requests.isdisjoint(lows)
    if (cue.verb, items[index - 1].low) in _OTHER_MEANINGS:
        return False
    if cue.verb == "go" and grammar().determiners.isdisjoint(lows[1:2]) and lows[1:2] != ["to"]:
        return _is_beside_quotation(items, index)  # "drivers went on strike"; not "on the record"
    if cue.verb in silent.counting and lows[:1] and (lows[0][0].isdigit() or lows[0] == "its"):
        return False
    if cue.verb == "claim" and lows[:1] != ["that"]:
        taken = items[index + 1 : index + 1 + _LIVES_REACH]
        return all(item.low != "lives" for item in taken)  # "the war has claimed 20,000 lives"
    return cue.verb != "ask" or lows[:3] != _ANONYMOUS


def opens_clause(item: Item) -> bool:
    """Whether an item can begin what is said or thought."""
    known, low = grammar(), item.low
    opens = low in known.pronouns or low in known.determiners or low in _OPENS_CLAUSE
    return opens or item.capital or low.isdigit() or not (item.is_word or low in _CLOSERS)


def _is_headline(items: Sequence[Item]) -> bool:
    """Whether nearly every word begins with a capital."""
    words = [item.capital for item in items if item.is_word and item.length > 3]
    return sum(words) >= _HEADLINE * len(words)


def _is_reported(items: Sequence[Item], index: int) -> bool:
    """Whether "quoted" goes on with "as saying": who says it is the one who is quoted."""
    following = [item.low for item in items[index + 1 : index + 1 + MOST_QUOTED_WORDS]]
    return any(
        before == "as" and word in cues().forms and cues().forms[word].form == "gerund"
        for before, word in pairwise(following)
    )


def _is_beside_quotation(items: Sequence[Item], index: int) -> bool:
    """Whether a quotation stands before or after a verb: "“...,” he continued"."""
    near = items[max(0, index - _QUOTE_REACH) : index + 4]
    return any(item.low == QUOTE for item in near)


def opens_words(items: Sequence[Item], index: int) -> bool:
    """Whether the words said follow at once, or after when and where they were said."""
    following = [item.low for item in items[index + 1 : index + 1 + _QUOTE_REACH]]
    if following[:1] in (["that"], [QUOTE], [":"]):
        return True
    return any(pair == (",", QUOTE) for pair in pairwise(following))


def attributes_nothing(items: Sequence[Item], first: int, index: int, cue: Cue) -> bool:
    """Whether the verb from `first` to `index` tells of silence: "did not say when"."""
    if cue.verb not in silences().denied:
        return False
    lows = [item.low for item in items[first:index]]
    return any(low in _NEGATIONS or low.endswith(("n't", "n’t")) for low in lows)


def is_evidence(items: Sequence[Item], subject: Range) -> bool:
    """Whether the subject is something measured, or who measured it: "polls in Ohio show"."""
    known = cues().documents | cues().finders
    return any(items[at].low in known for at in range(subject[0], subject[1] + 1))


def is_speaker(item: Item) -> bool:
    """Whether a small word means somebody who speaks: "said officials", but not "denied murder"."""
    return item.low in grammar().persons or normal(item.low) in vocabulary().speaking
