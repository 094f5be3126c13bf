"""How a bookmark is written on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from textual.content import Content

from index.notes.bookmark import Bookmark
from index.notes.check import Checked, CheckState
from index.span import TextSpan
from tui.rendering.words import day, short_path

State = CheckState | Literal["vanished"]

SIGN: Final[dict[State, str]] = {
    "ok": "●",
    "moved": "↷",
    "changed": "≈",
    "orphan": "✗",
    "pending": "…",
    "missing": "?",
    "vanished": "−",
}
"""One cell each; every state but "ok" is also said in words."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A bookmark and how it stands."""

    bookmark: Bookmark
    state: State
    message: str
    span: TextSpan | None = None
    """Where the words stand now; None if they do not."""
    article: str | None = None
    """Id of the article now: a renamed one has another than its bookmark; None if it is missing."""

    @classmethod
    def of(cls, checked: Checked) -> Kept:
        """From what checking found."""
        return cls(checked.bookmark, checked.state, checked.message, checked.span, checked.article)

    @classmethod
    def vanished(cls, bookmark: Bookmark) -> Kept:
        """One that somebody took out of the notes file."""
        message = (
            "It was in the notes file, and another program took it out. Press p to put it back."
        )
        return cls(bookmark, "vanished", message)

    def has(self, words: str) -> bool:
        """Whether quotation, note, tags, title, outlet, speaker or state hold all the words."""
        mark = self.bookmark
        parts = [mark.exact, mark.note, mark.title, mark.source, mark.speaker, self.state]
        text = " ".join([*filter(None, parts), *(f"#{tag}" for tag in mark.tags)]).casefold()
        return all(word in text for word in words.casefold().split())

    @property
    def citation(self) -> str:
        """ "ABC News, 4 Nov 2024, ¶3"."""
        mark = self.bookmark
        return f"{mark.source or mark.title}, {day(mark.published)}, ¶{mark.passage.paragraph}"


def summary(kept: Kept) -> Content:
    """Two lines for the list: the words; where they are from, and what is wrong with them."""
    mark = kept.bookmark
    sign = Content.styled(SIGN[kept.state], "$bookmark" if kept.state == "ok" else "bold $disputed")
    words = " ".join(mark.exact.split())
    tags = "".join(f" #{tag}" for tag in mark.tags)
    state = Content("") if kept.state == "ok" else Content.styled(f"{kept.state} · ", "$disputed")
    return Content.assemble(sign, " ", words, "\n  ", state, (f"{kept.citation}{tags}", "$quiet"))


def preview(kept: Kept) -> Content:
    """The whole bookmark."""
    mark = kept.bookmark
    known = [mark.figure, mark.speaker, f"as of {day(mark.as_of)}" if mark.as_of else None]
    blocks = [
        Content.styled(mark.title, "bold"),
        Content(f"“{mark.exact}”"),
        Content.styled(" · ".join(filter(None, [kept.citation, *known])), "$quiet"),
        Content(mark.note),
        Content.styled(" ".join(f"#{tag}" for tag in mark.tags), "$bookmark"),
        Content.styled("" if kept.state == "ok" else kept.message, "$disputed"),
        Content.styled(
            f"{short_path(mark.path)}:{mark.line}" if mark.path and mark.line else "", "$quiet"
        ),
    ]
    return Content("\n\n").join(block for block in blocks if block.plain.strip())
