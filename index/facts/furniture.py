"""Page furniture: photo counters, captions, share lines, related headlines, bylines, agency tails.

Recognised one paragraph (a line of text) at a time. It stays in the article and is shown dimmed;
officials, statements and claims are not looked for in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.facts.lexicons import alternatives, from_lexicon, table
from index.span import TextSpan

_PARAGRAPH = re.compile(r"[^\n]+")
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
_DOT = re.compile(r"[.!?:…][\"'”’)\]]*$")
_LONGEST_LABEL = 160
"""Characters up to which a paragraph is weighed as a caption, byline or counter."""
_LONGEST_TAIL = 400
"""Characters up to which a paragraph is weighed as an agency's or author's tail."""


@from_lexicon
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    whole, starts, holds = (
        alternatives(table("furniture")[kind]["phrases"]) for kind in ("whole", "starts", "holds")
    )
    credits = alternatives(table("furniture")["credits"]["names"])
    return (
        re.compile(rf"(?:{whole})$", re.IGNORECASE),
        re.compile(rf"[\[(*]?(?:{starts})(?!\w)|[\[(](?:{starts})", re.IGNORECASE),
        re.compile(rf"{holds}", re.IGNORECASE),
        re.compile(rf"(?:{credits})(?:[:•-]| - |\s+[A-Z])|.*[/(](?:{credits})[)\]]?$"),
    )


def find_furniture(body: str) -> tuple[TextSpan, ...]:
    """The paragraphs of `body` that are page furniture, in order, without white space at the ends."""
    return tuple(_furniture(body))


def _furniture(body: str) -> Iterator[TextSpan]:
    first = True
    for match in _PARAGRAPH.finditer(body):
        text = match.group()
        stripped = text.strip()
        if not stripped:
            continue
        if _is_furniture(stripped, first):
            start = match.start() + len(text) - len(text.lstrip())
            yield TextSpan(start, start + len(stripped))
        first = False


def _is_furniture(text: str, first: bool) -> bool:
    """Whether one paragraph is furniture; the `first` may be a headline in capitals."""
    whole, starts, holds, credit = _patterns()
    ended = bool(_DOT.search(text))
    if len(text) <= _LONGEST_TAIL and holds.search(text):
        return True
    if (len(text) <= _LONGEST_LABEL or not ended) and starts.match(text):
        return True
    if len(text) > _LONGEST_LABEL:
        return not ended and bool(_COUNTER.match(text))
    if whole.match(text) or _COUNTER.match(text):
        return True
    if not first and text.isupper() and text.count(" ") > 2 and not text.endswith("."):
        return True
    if _BYLINE.match(text) or _WRITER.match(text):
        return True
    return not ended and bool(credit.match(text))
