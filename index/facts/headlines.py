"""Lines that capitalise every longer word, as headlines of some outlets do."""

from __future__ import annotations

from index.facts.items import grammar
from index.facts.lexicons import from_lexicon
from index.span import TextSpan

_LONGEST_HEADLINE = 150
_LONGER_WORDS = 5
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", "”", '"', ""})


@from_lexicon
def _little_words() -> frozenset[str]:
    """Words that a headline spells small where it capitalises the others."""
    words = grammar()
    return words.prepositions | words.determiners | words.joints


def headlines(body: str) -> list[TextSpan]:
    """The lines of `body` that are such headlines, in order."""
    start, found = 0, list[TextSpan]()
    for line in body.split("\n"):
        may_be = not start or (len(line) <= _LONGEST_HEADLINE and line[-1:] not in _SENTENCE_ENDS)
        if may_be and _is_headline(line):
            found.append(TextSpan(start, start + len(line)))
        start += len(line) + 1
    return found


def _is_headline(line: str) -> bool:
    little, longer = _little_words(), 0
    for word in line.split():
        if len(word) > 2 and word[0].isalpha():
            if word[0].islower() and word not in little:
                return False
            longer += 1
    return longer >= _LONGER_WORDS
