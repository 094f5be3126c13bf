"""Page furniture: photo counters, captions, share lines, related headlines, bylines, agency tails.

Recognised one paragraph (a line of text) at a time. It stays in the article and is shown dimmed;
officials, statements and claims are not looked for in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from index.facts.captions import CLOSING, find_captions, is_ended
from index.facts.lexicons import alternatives, from_lexicon, table, word_set
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
_ASIDE = re.compile(
    r"\[[^\[\]]{3,160}\]|\([^()]{3,60} / [^()]{3,60}\)|\([A-Z][^()]{2,60}\d[^()]{0,9}\)"
)
"""A line that is nothing but brackets: a link, a credit, the day and page of a newspaper."""
_SIGNED = re.compile(r"\([a-z]{1,4}(?:[/-][a-z]{1,4})?(?:[/-][a-z]{1,4})?\)|[#_*=~ -]+")
"""The initials of an agency's editors, and lines of signs."""
_POSTED = re.compile(r"(?:Posted|Published) by .{3,80} on \w+")
_MAKER_FIRST = re.compile(r"[A-Z][A-Za-z .&'’-]{2,40} ?• ?\w")
"""A credit of two makers: "PLANET • REUTERS The river"."""
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_LONGEST_LABEL = 160
"""Characters up to which a paragraph is weighed as a caption, byline or counter."""
_LONGEST_TAIL = 400
"""Characters up to which a paragraph is weighed as an agency's or author's tail."""
_MOST_STRANGERS = 1
"""Words beside the time in a line such as "Xinhua | Updated: 2017-09-15"."""
_YEAR = 4
_LONGEST_STAMP = 90
"""Characters up to which a paragraph is weighed as the time of its publication."""


class _Phrases(NamedTuple):
    """The lexicon of furniture, in lower case."""

    whole: frozenset[str]
    starts: Mapping[str, tuple[str, ...]]
    """By their first letter, as `links` too."""
    links: Mapping[str, tuple[str, ...]]
    ends: tuple[str, ...]
    holds: tuple[str, ...]
    credit: re.Pattern[str]
    stamp: frozenset[str]
    """Words of a line that tells when it was published, and nothing else."""


@from_lexicon
def _phrases() -> _Phrases:
    words = table("furniture")
    calendar = table("calendar")
    makers = alternatives(words["credits"]["names"])
    days = (*calendar["months"], *calendar["weekdays"], *calendar["zones"])
    return _Phrases(
        frozenset(words["whole"]["phrases"]),
        _by_letter((*words["starts"]["phrases"], *words["corrections"]["phrases"])),
        _by_letter(words["links"]["phrases"]),
        tuple(words["ends"]["phrases"]),
        tuple(words["holds"]["phrases"]),
        re.compile(
            rf"(?:{makers})(?:[:•-]| - |\s+[A-Z])|.*[/(](?:{makers})[)\]]?$"
            rf"|[A-Z][\w.'’ -]{{2,40}} / (?:{makers})\b"
        ),
        frozenset(word.lower() for word in (*days, *words["stamps"]["words"])),
    )


def _by_letter(phrases: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


@from_lexicon
def _corrections() -> tuple[str, ...]:
    return tuple(table("furniture")["corrections"]["phrases"])


def find_corrections(body: str) -> tuple[TextSpan, ...]:
    """The lines of `body` in which the outlet corrects itself, in order, without blanks around."""
    low = body.lower()
    if not any(phrase in low for phrase in _corrections()):
        return ()  # as in nearly every article: no line needs to be looked at
    return tuple(
        line
        for line in _lines(body)
        if _plain(body[line.start : line.end][:_LONGEST_LABEL].lower()).startswith(_corrections())
    )


def _plain(low: str) -> str:
    """A line without the emphasis of Markdown, and without an opening bracket before it."""
    return low.replace("*", "").lstrip("([_• ")


def _lines(body: str) -> list[TextSpan]:
    """The lines that are not blank, without white space around."""
    lines: list[TextSpan] = []
    position = 0
    for line in body.split("\n"):
        text = line.strip()
        if text:
            start = position + line.index(text)
            lines.append(TextSpan(start, start + len(text)))
        position += len(line) + 1
    return lines


def find_furniture(body: str) -> tuple[TextSpan, ...]:
    """The paragraphs of `body` that are page furniture, in order, without white space around."""
    lines = _lines(body)
    low = body.lower()
    holds = tuple(phrase for phrase in _phrases().holds if phrase in low)
    captions = find_captions(body, lines)
    return tuple(
        line
        for at, line in enumerate(lines)
        if at in captions or _is_furniture(body[line.start : line.end], at == 0, holds)
    )


def _is_furniture(text: str, first: bool, holds: tuple[str, ...]) -> bool:
    """Whether one paragraph is furniture; the `first` may be a headline in capitals.

    `holds` are those phrases of the lexicon that the article has at all.
    """
    known = _phrases()
    ended = is_ended(text)
    short = len(text) <= _LONGEST_LABEL
    if holds and len(text) <= _LONGEST_TAIL:
        low = text.lower()
        if any(phrase in low for phrase in holds):
            return True
    if (short or not ended) and _starts(text[:_LONGEST_LABEL].lower(), known.starts):
        return True
    if not ended and _is_link(text, known):
        return True
    if not short:
        return not ended and bool(_COUNTER.match(text))
    counted = _COUNTER.match(text) and "(@" not in text
    if text.lower() in known.whole or counted or _is_stamp(text, known.stamp):
        return True
    if not first and text.isupper() and text.count(" ") > 2 and text.rstrip(CLOSING)[-1:] != ".":
        return True
    if any(pattern.match(text) for pattern in (_BYLINE, _WRITER)):
        return True
    return bool(_ASIDE.fullmatch(text) or _SIGNED.fullmatch(text))


def _is_link(text: str, known: _Phrases) -> bool:
    """Whether a paragraph without a full stop leads elsewhere, or tells who made a picture."""
    low = text[:_LONGEST_LABEL].lower()
    if _starts(low, known.links) or text[-_LONGEST_LABEL:].lower().endswith(known.ends):
        return True
    if len(text) <= _LONGEST_TAIL and known.credit.match(text):
        return True
    if text[0] == "#" and all(word[0] == "#" for word in text.split()):
        return True
    return bool(_MAKER_FIRST.match(text) or _POSTED.search(text))


def _is_stamp(text: str, words: frozenset[str]) -> bool:
    """Whether a paragraph only tells when it was published: "Updated at 9:50 p.m. ET Thursday"."""
    if len(text) > _LONGEST_STAMP or _DIGIT.search(text) is None:
        return False
    said = [word.lower() for word in _WORD.findall(text)]
    others = sum(not (word[0].isdigit() or word in words) for word in said)
    if not word_set("furniture", "stamps", "telling").isdisjoint(said):
        return others <= _MOST_STRANGERS
    # A bare hour heads an entry of a live report.
    return others == 0 and any(len(word) == _YEAR and word.isdigit() for word in said)


def _starts(low: str, by_letter: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the text begins with a phrase, as whole words; an opening bracket may precede."""
    low = _plain(low)
    phrases = by_letter.get(low[:1], ())
    if not low.startswith(phrases):
        return False
    return any(
        low.startswith(phrase) and not (phrase[-1:].isalnum() and low[len(phrase) :][:1].isalnum())
        for phrase in phrases
    )
