"""A passage of an article, held so that it can be found again.

The two selectors of the W3C Web Annotation Data Model: a position (start, end) that is quick, and
a quotation (exact, prefix, suffix) that survives changes around it.
"""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = 32
"""Code points of prefix and suffix that are kept around a quotation."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one article's body."""

    article: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    paragraph: int
    """Counted from 1."""
    sha256: str
    """Digest of the article's file when the passage was taken."""

    @classmethod
    def of(cls, article: str, body: str, start: int, end: int, sha256: str) -> Passage:
        """The passage of `body` between two offsets, without the blanks at either end."""
        words = body[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        return cls(
            article=article,
            start=start,
            end=end,
            exact=body[start:end],
            prefix=body[max(0, start - CONTEXT) : start],
            suffix=body[end : end + CONTEXT],
            paragraph=paragraph_number(body, start),
            sha256=sha256,
        )


def paragraph_number(body: str, offset: int) -> int:
    """Which paragraph of `body` holds `offset`, counted from 1. Blank lines do not count."""
    lines = body[:offset].split("\n")
    return sum(1 for line in lines[:-1] if line.strip()) + 1
