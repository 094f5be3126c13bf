"""Page furniture: photo counters, captions, share lines, related headlines, bylines, agency tails.

Recognised one paragraph (a line of text) at a time. It stays in the article and is shown dimmed;
officials, statements and claims are not looked for in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.facts.lexicons import alternatives, from_lexicon, table
from index.span import TextSpan

_COUNTER = re.compile(
    r"\d{1,3}\s?(?:/|of)\s?\d{1,3}(?:\s+[A-Z\d]|\s*$)|(?:.* )?\d{1,3} of \d{1,3}$"
)
_BYLINE = re.compile(
    r"(?:By|BY)\s+(?:[A-Z][\w.'’-]*[ ,|/]*(?:(?:and|AND|for|of|in) )?){2,10}(?:\w+ \d.*)?$"
)
_WRITER = re.compile(
    r"[\w.'’ -]{3,60}(?: is an? .{0,60}(?:reporter|correspondent|writer|editor|columnist)\b"
    r"|, (?:[\w.'’-]+ ){0,4}(?:Writer|Correspondent|Staff|Editor)$)"
)
_LONGEST_LABEL = 160
"""Characters up to which a paragraph is weighed as a caption, byline or counter."""
_LONGEST_TAIL = 400
"""Characters up to which a paragraph is weighed as an agency's or author's tail."""


_CLOSING = "\"'”’)] "


class _Phrases(NamedTuple):
    """The lexicon of furniture, in lower case."""

    whole: frozenset[str]
    starts: tuple[str, ...]
    holds: tuple[str, ...]
    credit: re.Pattern[str]


@from_lexicon
def _phrases() -> _Phrases:
    words = table("furniture")
    makers = alternatives(words["credits"]["names"])
    return _Phrases(
        frozenset(words["whole"]["phrases"]),
        tuple(words["starts"]["phrases"]),
        tuple(words["holds"]["phrases"]),
        re.compile(rf"(?:{makers})(?:[:•-]| - |\s+[A-Z])|.*[/(](?:{makers})[)\]]?$"),
    )


def find_furniture(body: str) -> tuple[TextSpan, ...]:
    """The paragraphs of `body` that are page furniture, in order, without white space around."""
    return tuple(_furniture(body))


def _furniture(body: str) -> Iterator[TextSpan]:
    known, low = _phrases(), body.lower()
    holds = tuple(phrase for phrase in known.holds if phrase in low)
    first, position = True, 0
    for line in body.split("\n"):
        text = line.strip()
        if text:
            if _is_furniture(text, first, holds):
                start = position + line.index(text)
                yield TextSpan(start, start + len(text))
            first = False
        position += len(line) + 1


def _is_furniture(text: str, first: bool, holds: tuple[str, ...]) -> bool:
    """Whether one paragraph is furniture; the `first` may be a headline in capitals.

    `holds` are those phrases of the lexicon that the article has at all.
    """
    known = _phrases()
    ended = text.rstrip(_CLOSING)[-1:] in {".", "!", "?", ":", "…"}
    short = len(text) <= _LONGEST_LABEL
    if holds and len(text) <= _LONGEST_TAIL:
        low = text.lower()
        if any(phrase in low for phrase in holds):
            return True
    if (short or not ended) and _starts(text[:_LONGEST_LABEL].lower(), known.starts):
        return True
    if not short:
        return not ended and bool(_COUNTER.match(text))
    if text.lower() in known.whole or _COUNTER.match(text):
        return True
    if not first and text.isupper() and text.count(" ") > 2 and text.rstrip(_CLOSING)[-1:] != ".":
        return True
    if _BYLINE.match(text) or _WRITER.match(text):
        return True
    return not ended and bool(known.credit.match(text))


def _starts(low: str, phrases: tuple[str, ...]) -> bool:
    """Whether the text begins with a phrase, as whole words; an opening bracket may precede."""
    if low[0] in "([*":
        low = low[1:]
    if not low.startswith(phrases):
        return False
    return any(
        low.startswith(phrase) and not (phrase[-1:].isalnum() and low[len(phrase) :][:1].isalnum())
        for phrase in phrases
    )
