"""Where sentences begin and end.

A sentence ends at a full stop, question or exclamation mark, with the quotation marks and brackets
that close after it, when a capital, digit or opening mark follows; and at the end of a paragraph.
A full stop after an abbreviation, an initial or in a number ends none.
"""

from __future__ import annotations

import re

from index.facts.lexicons import from_lexicon, table
from index.span import TextSpan

_CLOSING = "\"'”’)]»"
_OPENING = "\"'“‘([«—–-"
_END = re.compile(rf"[.!?…][{re.escape(_CLOSING)}]*(?=\s+[{re.escape(_OPENING)}]*[^\W_a-zà-ÿ])")
_BREAK = re.compile(r"\n")
_BEFORE_WORD = re.compile(r"[\s\"'“‘(\[]")
_NEXT_WORD = re.compile(r"\s+[\"'“‘(\[«—–-]*([\w’']+)")
_INITIAL = re.compile(r"(?:[A-Z]\.-?)*[A-Z]\.")
_LONGEST_WORD = 24


@from_lexicon
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = table("abbreviations")
    return (
        frozenset(words["before_names"]["words"]),
        frozenset(words["mid_sentence"]["words"]),
        frozenset(words["openers"]["words"]),
    )


def split_sentences(body: str) -> tuple[TextSpan, ...]:
    """The sentences of `body` in order, without white space at their ends; none is empty."""
    sentences: list[TextSpan] = []
    for start, end in _paragraphs(body):
        begin = start
        for match in _END.finditer(body, start, end):
            if match.end() > begin and _ends_sentence(body, match.start(), begin):
                _add(sentences, body, begin, match.end())
                begin = match.end()
        _add(sentences, body, begin, end)
    return tuple(sentences)


def _add(sentences: list[TextSpan], body: str, start: int, end: int) -> None:
    text = body[start:end]
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    if right > left:
        sentences.append(TextSpan(start + left, start + right))


def _paragraphs(body: str) -> list[tuple[int, int]]:
    """Ranges between line ends; in a text with hard line ends, between empty lines."""
    lines = [match.start() for match in _BREAK.finditer(body)]
    inner = [at for at in lines if at + 1 < len(body) and not _is_blank(body, at)]
    lower = sum(body[at + 1].islower() for at in inner)
    wrapped = lower * 4 > len(inner)
    breaks = [at for at in lines if not wrapped or _is_blank(body, at)]
    edges = [0, *breaks, len(body)]
    return [(edges[at], edges[at + 1]) for at in range(len(edges) - 1)]


def _is_blank(body: str, at: int) -> bool:
    """Whether the line end at `at` is next to another one."""
    return body[at + 1 : at + 2] in ("\n", " ", "\t", "\u00a0", "") or body[max(0, at - 1)] == "\n"


def _ends_sentence(body: str, at: int, begin: int) -> bool:
    """Whether the mark at `at` ends a sentence that began at `begin`."""
    if body[at] != ".":
        return True
    if body[at - 1 : at] == ".":  # "discussing what should be done ... I mean" goes on
        return not body[max(0, at - 3)].isspace()
    word = body[max(begin, at - _LONGEST_WORD) : at].rpartition(" ")[2]
    if not word.isalpha():
        word = _BEFORE_WORD.split(word)[-1]
    before_names, mid_sentence, openers = _abbreviations()
    if word in before_names or word.rpartition("-")[2] in before_names:
        return False
    initial = word[-1:].isupper() and _INITIAL.fullmatch(f"{word}.")
    if not initial and word not in mid_sentence:
        return True
    # "…the U.S. It is…" ends here, "U.S. Defense Secretary" and "J. Edgar Hoover" do not.
    following = _NEXT_WORD.match(body, at + 1)
    return following is not None and following.group(1) in openers and len(word) > 1
