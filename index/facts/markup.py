"""Reads Markdown past its marks: "**212 people**" says what "212 people" says.

The extractors get the text without the marks of emphasis, links, code, headings and quotations,
and with the paths of web addresses hidden; what they find is put back to where it stands in the
body. So no rule has to know of Markdown, every offset points into the body, and no mark begins or
ends with a sign that only formats.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from index.facts.model import Claim, DateMention, Facts, Figure, Mention, Official, Role, Statement
from index.span import TextSpan

_Mark = TypeVar("_Mark", Figure, DateMention, Mention, Role)

_ADDRESSED = ("://", "www.")
_ANY = ("*", "_", "`", "\\", "~~", "](", "[^", "#", ">")
"""Without one of these, or of an address, there is nothing to take out."""
_ADDRESS = re.compile(r"((?:https?://|www\.)[^\s<>()\[\]\"“”/]+/)[^\s<>()\[\]\"“”]+(?<![.,;:!?*_])")
_LINK = re.compile(r"!?\[(?=[^\[\]\n]{1,300}(\]\([^()\s]*(?:\s\"[^\"\n]{0,200}\")?\)))")
_NOTE = re.compile(r"\[\^\w{1,20}\]")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<![`\w\\])(`)[^`\n]{1,200}(`)(?![`\w])")
_HEADING = re.compile(r"(?m)^#{1,6}[ \t]+")
_QUOTED = re.compile(r"(?m)^>[> ]*")
_SIGNS = (("[^", _NOTE), ("\\", _ESCAPE), ("#", _HEADING), (">", _QUOTED))
"""Signs that are taken out whole, each with a character to look for first."""
_RUN = re.compile(r"[*_~](?:(?<=\*)\**|(?<=_)_*|(?<=~)~*)")
_RUNS = frozenset(["*", "**", "***", "_", "__", "___", "~~"])


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without marks, and the way back."""

    text: str
    body: str
    _cuts: list[int]
    """Offsets into `text` before which something was taken out of `body`."""
    _taken: list[int]
    """How many characters were taken out up to each, 0 first."""

    def restored(self, facts: Facts) -> Facts:
        """Facts that were found in `text`, with the offsets and words of `body`."""
        return Facts(
            sentences=tuple(map(self._span, facts.sentences)),
            figures=tuple(map(self._mark, facts.figures)),
            dates=tuple(map(self._mark, facts.dates)),
            officials=tuple(map(self._official, facts.officials)),
            statements=tuple(map(self._statement, facts.statements)),
            claims=tuple(map(self._claim, facts.claims)),
            furniture=tuple(map(self._span, facts.furniture)),
        )

    def _start(self, offset: int) -> int:
        return offset + self._taken[bisect_right(self._cuts, offset)]

    def _end(self, offset: int) -> int:
        """The end of what ends at `offset`: marks that stand after it do not belong to it."""
        return self._start(offset - 1) + 1 if offset else 0

    def _span(self, span: TextSpan) -> TextSpan:
        return TextSpan(self._start(span.start), self._end(span.end))

    def _mark(self, mark: _Mark) -> _Mark:
        start, end = self._start(mark.start), self._end(mark.end)
        return replace(mark, start=start, end=end, text=self.body[start:end])

    def _official(self, official: Official) -> Official:
        return replace(
            official,
            roles=tuple(map(self._mark, official.roles)),
            mentions=tuple(map(self._mark, official.mentions)),
        )

    def _statement(self, statement: Statement) -> Statement:
        moved = replace(statement, start=self._start(statement.start), end=self._end(statement.end))
        if statement.speaker_start is not None and statement.speaker_end is not None:
            moved = replace(
                moved,
                speaker_start=self._start(statement.speaker_start),
                speaker_end=self._end(statement.speaker_end),
            )
        if statement.cue_start is None or statement.cue_end is None:
            return moved
        start, end = self._start(statement.cue_start), self._end(statement.cue_end)
        return replace(moved, cue_start=start, cue_end=end, cue=self.body[start:end])

    def _claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            start=self._start(claim.start),
            end=self._end(claim.end),
            value_start=self._start(claim.value_start),
            value_end=self._end(claim.value_end),
        )


def without_marks(body: str) -> Plain | None:
    """The text that the extractors are to read, or None if it is the body itself."""
    addressed = any(sign in body for sign in _ADDRESSED)
    if not addressed and not any(sign in body for sign in _ANY):
        return None
    hidden = body
    if addressed:
        hidden = _ADDRESS.sub(lambda match: match[1].ljust(len(match[0]), "x"), body)
    ranges = sorted({*_signs(hidden), *_emphasis(hidden)})
    if not ranges:
        return None if hidden == body else Plain(hidden, body, [], [0])
    kept: list[str] = []
    lengths: list[int] = []
    position = 0
    for start, end in ranges:
        if start >= position:
            kept.append(hidden[position:start])
            lengths.append(end - start)
            position = end
    cuts = list(accumulate(map(len, kept)))
    return Plain("".join(kept) + hidden[position:], body, cuts, [0, *accumulate(lengths)])


def _signs(text: str) -> Iterator[tuple[int, int]]:
    """The signs of links, notes, code, headings, quotations and escapes, as ranges."""
    if "](" in text:
        for match in _LINK.finditer(text):
            yield match.span()
            yield match.span(1)
    for sign, pattern in _SIGNS:
        if sign in text:
            for match in pattern.finditer(text):
                yield match.span()
    if "`" in text:
        for match in _CODE.finditer(text):
            yield match.span(1)
            yield match.span(2)


def _emphasis(text: str) -> Iterator[tuple[int, int]]:
    """The runs of stars and underscores that open and close emphasis, as ranges.

    A run opens where a word begins after it, and closes where one ends before it, as CommonMark
    has it, but never between two letters or digits: "2*3*4" and "file_2_b" stay as they are.
    """
    opened: dict[str, tuple[int, int]] = {}
    latest = 0
    for match in _RUN.finditer(text):
        run, (start, end) = match.group(), match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if run not in _RUNS or before == "\\":
            continue
        if opened and "\n\n" in text[latest:start]:
            opened.clear()  # no emphasis goes on in the next paragraph
        latest = end
        closes = before != "" and not before.isspace() and not after.isalnum()
        if closes and (opening := opened.pop(run, None)):
            yield opening
            yield start, end
        elif after != "" and not after.isspace() and not before.isalnum():
            opened[run] = start, end
