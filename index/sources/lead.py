"""What the text itself tells of its origin: title, agency, date, byline at its top."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import shorten

from index.sources.dateline import Dateline, read_dateline
from index.sources.published import iso_published, worded_day

TITLE_LIMIT = 120
"""Characters of a first line that can be a title."""
_GUESS_LIMIT = 100
_HEADER_LINES = 6
_CLOSING = "\"”’')"
"""May stand behind the full stop of a sentence."""

# "date 2024-10-29 (MENAFN) The U.S. Defense …"
_STAMP = re.compile(
    r"(?:date[: ] ?)?(?P<day>\d{4}-\d{2}-\d{2})[ ,]*\((?P<agency>[^()\n]{2,40})\)\s*"
)
_DATE_LABEL = re.compile(
    r"(?:(?:first )?(?:published|posted|updated|date|last updated)(?: on| at)?[: ]+)?",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"By:? (?P<names>[A-Z][^.!?\n]{2,80})")
# A full stop that ends a sentence: no initial, no initialism, no short title or month before it.
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?]+[\"”’')]*\s+(?=[\"“‘'(]?[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """What the top of a text says; None is not said."""

    title: str
    title_guessed: bool
    """The title is the first sentence, shortened."""
    source: str | None = None
    byline: str | None = None
    published: str | None = None


def read_lead(body: str) -> Lead:
    """Looks at the first lines of `body`, which is clean."""
    lines = _first_lines(body)
    source = published = byline = None
    for number, line in enumerate(lines):
        stamp = _STAMP.match(line)
        if stamp:
            source, published = source or stamp["agency"], published or _day(stamp["day"])
        elif dateline := _dateline(line):
            source = source or dateline.agency
            published = published or dateline.published
        elif number and len(line) <= TITLE_LIMIT:
            found = _BYLINE.fullmatch(line)
            byline = byline or (found["names"].strip() if found else None)
            published = published or _dated_line(line)
    title, guessed, _ = _title(lines[0] if lines else "")
    return Lead(title, guessed, source, byline, published)


def opening(body: str, title: str) -> str:
    """The first line of `body` that goes on where its title ends: not the title, a byline, a date
    or the name of a newspaper by itself. Its first line, where there is no such line."""
    lines = _first_lines(body)
    if not lines:
        return ""
    called, _, rest = _title(lines[0])
    below = [rest, *lines[1:]] if called == title else lines
    told = [one for one in below if one and not (_BYLINE.fullmatch(one) or _dated_line(one))]
    sentences = (one for one in told if one.rstrip(_CLOSING).endswith((".", "!", "?", "…", ":")))
    return next(sentences, next(iter(told), lines[0]))


def _first_lines(body: str) -> list[str]:
    lines = (line.strip() for line in body[:20_000].split("\n", 40))
    return [line for line in lines if line][:_HEADER_LINES]


def _title(line: str) -> tuple[str, bool, str]:
    """What a first line calls the article; whether that is its first sentence, shortened; and
    what stands behind it in the line."""
    line = re.sub(r"^#{1,6} +| +#+$", "", line)
    if stamp := _STAMP.match(line):
        line = line[stamp.end() :]
    if dateline := _dateline(line):
        line = line[dateline.end :]
    if _is_title(line):
        return line or "Untitled", not line, ""
    line = line[:2000]
    end = _SENTENCE_END.search(line)
    sentence = line[: end.end()].rstrip() if end else line
    rest = line[end.end() :] if end else ""
    if len(sentence) <= _GUESS_LIMIT:
        return sentence, True, rest
    cut = shorten(sentence, _GUESS_LIMIT, placeholder="…")
    return cut if len(cut) > 1 else sentence[: _GUESS_LIMIT - 1] + "…", True, rest


def _dateline(line: str) -> Dateline | None:
    """The dateline of a line; a title ("NATO - What next?") has one only with its agency."""
    dateline = read_dateline(line)
    if dateline is None or dateline.agency or not _is_title(line):
        return dateline
    return None


def _is_title(line: str) -> bool:
    """Whether a first line can be the title as it is."""
    return len(line) <= TITLE_LIMIT and not line.rstrip(_CLOSING).endswith(".")


def _day(spelling: str) -> str | None:
    try:
        return iso_published(spelling)
    except ValueError:
        return None


def _dated_line(line: str) -> str | None:
    """A line that is a date and little else, with or without its label."""
    label = _DATE_LABEL.match(line)
    line = line[label.end() :] if label else line
    return _day(line) or worded_day(line) if len(line) <= 64 else None
