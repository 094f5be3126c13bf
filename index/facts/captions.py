"""Lines that stand out among the running paragraphs of a report: captions and pulled quotations.

Running text ends in a full stop. Where most of an article's paragraphs do, a longer line that does
not is the caption of a picture, the headline of another story or a line of its summary; and one
that the report has word for word elsewhere is pulled from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from index.facts.cues import cues
from index.span import TextSpan

CLOSING = "\"'”’)] "
"""Marks that may follow the one that ends a sentence."""

_ENDS = frozenset({".", "!", "?", ":", "…", ",", ";"})
_FEWEST_LINES = 6
_FEWEST_WORDS = 7
"""Words from which a line without a full stop is a caption; shorter ones are headings."""
_LONGEST_CAPTION = 260
_MOSTLY = 0.6
"""Share of an article's longer lines that must end in a full stop, for others to stand out."""
_OPENING_LINES = 2
"""Lines at the top that are no captions: the headline, and what stands under it."""
_PULLED = 40
"""Characters that a line and the report have in common if it is pulled from there."""
_MOST_CAPTIONS = 60
_LONGEST_AGENCY = 30


def is_ended(text: str) -> bool:
    """Whether a paragraph ends as running text does, an agency in brackets left out."""
    if text[-1:] == ")":
        opening = text.rfind(" (", len(text) - _LONGEST_AGENCY)
        text = text[:opening] if opening > 0 else text
    return text.rstrip(CLOSING)[-1:] in _ENDS


def find_captions(body: str, lines: Sequence[TextSpan]) -> frozenset[int]:
    """The numbers of those `lines`, the paragraphs of `body` in order, that are captions."""
    if len(lines) < _FEWEST_LINES:
        return frozenset()
    texts = [body[line.start : line.end] for line in lines]
    longer = [at for at, text in enumerate(texts) if text.count(" ") + 1 >= _FEWEST_WORDS]
    open_ones = [at for at in longer if not is_ended(texts[at])]
    if len(longer) - len(open_ones) < _MOSTLY * len(longer):
        return frozenset()
    weighed = (at for at in open_ones if at >= _OPENING_LINES and not _goes_on(texts, at))
    return frozenset(
        at
        for at in islice(weighed, _MOST_CAPTIONS)
        if _is_caption(texts[at]) or _is_pulled(body, lines[at])
    )


def _goes_on(texts: Sequence[str], at: int) -> bool:
    """Whether a line goes on in the next one, or is the rest of the one before."""
    following = texts[at + 1][:1] if at + 1 < len(texts) else ""
    return following.islower() or texts[at][:1].islower()


def _is_caption(text: str) -> bool:
    """Whether a line without a full stop shows something, and tells of no words said."""
    if len(text) > _LONGEST_CAPTION or not text[0].isupper() or "(@" in text:
        return False
    forms = cues().forms
    return not any(word in forms and forms[word].kind == "speech" for word in text.split())


def _is_pulled(body: str, line: TextSpan) -> bool:
    """Whether the line's beginning stands elsewhere in the body too."""
    start = body[line.start : line.end].strip("\"“”‘’' ")[:_PULLED]
    if len(start) < _PULLED:
        return False
    first = body.find(start)
    return first < line.start - 1 or body.find(start, line.end) >= 0
