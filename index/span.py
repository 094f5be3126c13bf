"""A stretch of an article's body."""

from __future__ import annotations

from dataclasses import dataclass

from index.record import quick


@quick
@dataclass(frozen=True, slots=True, order=True)
class TextSpan:
    """A half-open range of Unicode code points, `start` included and `end` not."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def overlaps(self, other: TextSpan) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words that this span covers in `text`."""
        return text[self.start : self.end]
