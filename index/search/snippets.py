"""The sentence of an article that answers a query best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.facts.sentences import split_sentences
from index.search.highlighting import Highlighter, Span

LONGEST = 240
"""Characters of a snippet: about three lines of a list."""
_BLOCK = 600
_ELLIPSIS = "…"
_ENDS = tuple(mark + closing for mark in ".!?。！？" for closing in ("", '"', "”", "’", ")", "」"))
"""How sentences end; bylines and headlines do not."""


def snippet(text: str, title: str, highlighter: Highlighter) -> tuple[str, list[Span]]:
    """A piece of `text` and where the query's words stand in it.

    The sentence with the most different words of the query; of equals, one that ends as sentences
    do, and no byline; of these the earlier one; the headline, which is shown anyway, only if it has
    more than all others. A sentence that is too long is cut to the part around the first of the
    words.
    """
    best: tuple[str, list[Span]] = ("", [])
    most = (-1, False, 0, False)
    for block in _blocks(text):
        spans = highlighter.spans(block)
        if not spans and most[1]:
            continue
        for sentence in split_sentences(block):
            inside = [span for span in spans if span[0] in sentence]
            different = {block[start:end].casefold() for start, end in inside}
            words = sentence.of(block)
            whole = words.endswith(_ENDS)
            rank = (len(different), words != title, min(len(inside), 3), whole)
            if rank > most:
                best, most = _cut(block, sentence.start, sentence.end, inside), rank
        if most[0] >= highlighter.parts and most[1]:
            break
    return best


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs of `text`, a few at a time: most articles show their best sentence early."""
    mark = "\n\n" if "\n\n" in text else "\n"
    start = 0
    while start < len(text):
        end = text.find(mark, start + _BLOCK)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end


def _cut(text: str, start: int, end: int, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """The text from `start` to `end`, or as much of it around the first span as may be."""
    head = tail = ""
    if end - start > LONGEST:
        if spans and spans[0][1] - start > LONGEST * 3 // 4:
            start = _word_start(text, spans[0][0] - LONGEST // 3, spans[0][0])
            head = f"{_ELLIPSIS} "
        if end - start > LONGEST:
            end = _word_end(text, start, start + LONGEST)
            tail = f" {_ELLIPSIS}"
    shift = len(head) - start
    inside = [(a + shift, b + shift) for a, b in spans if start <= a and b <= end]
    return head + text[start:end] + tail, inside


def _word_start(text: str, at: int, limit: int) -> int:
    """The start of the first word after `at`, or `limit`."""
    blanks = (place + 1 for place in range(at, limit) if text[place].isspace())
    return next(blanks, limit)


def _word_end(text: str, start: int, at: int) -> int:
    """The end of the last whole word before `at`, or `at` where one word is all there is."""
    blanks = (place for place in range(at, start, -1) if text[place].isspace())
    return next(blanks, at)
