"""How a bookmark is written on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from textual.content import Content

from index.article import Article
from index.notes.bookmark import Bookmark
from index.notes.check import Checked, CheckState, check
from index.notes.decisions import WRONG, Correction
from index.span import TextSpan
from tui.rendering.words import day, short_path

State = CheckState | Literal["vanished", "correction"]

SIGN: Final[dict[State, str]] = {
    "ok": "●",
    "moved": "↷",
    "changed": "≈",
    "orphan": "✗",
    "pending": "…",
    "missing": "?",
    "vanished": "−",
    "correction": "!",
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
    correction: Correction | None = None
    """What is kept is no bookmark, but that a mark is wrong."""

    @property
    def words(self) -> str:
        """What is kept, in one line."""
        words = " ".join(self.bookmark.exact.split())
        return f"“{words}” is {WRONG[self.correction.kind]}" if self.correction else words

    @property
    def fine(self) -> bool:
        """Whether there is nothing to say of its state."""
        return self.state in ("ok", "correction") and not self.message

    @classmethod
    def corrected(cls, correction: Correction, article: Article | None) -> Kept:
        """A correction, held against its article as it is now; None if that is missing."""
        passage = correction.passage
        mark = Bookmark(
            id=f"{correction.kind} {passage.article} {passage.start} {passage.sha256}",
            passage=passage,
            title=article.title if article else passage.article,
            made=correction.made,
            source=article.source if article else None,
            published=article.published if article else None,
            note=correction.note,
        )
        [now] = check([mark], lambda _: article)
        holds = now.state in ("ok", "moved")
        message = "" if holds else f"It marks nothing any more. {now.message}"
        return cls(
            mark, "correction", message, now.span if holds else None, now.article, correction
        )

    @classmethod
    def of(cls, checked: Checked) -> Kept:
        """From what checking found."""
        message = "" if checked.state == "ok" else checked.message
        return cls(checked.bookmark, checked.state, message, checked.span, checked.article)

    @classmethod
    def vanished(cls, bookmark: Bookmark, restore: str, forget: str) -> Kept:
        """One that somebody took out of the notes file, and the keys for what can be done."""
        message = (
            "It was in the notes file, and another program took it out. "
            f"Press {restore} to put it back, {forget} to forget it."
        )
        return cls(bookmark, "vanished", message)

    def has(self, words: str) -> bool:
        """Whether quotation, note, tags, title, outlet, speaker or state hold all the words."""
        mark = self.bookmark
        parts = [self.words, mark.note, mark.title, mark.source, mark.speaker, self.state]
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
    sign = Content.styled(SIGN[kept.state], "$bookmark" if kept.fine else "bold $disputed")
    tags = "".join(f" #{tag}" for tag in mark.tags)
    told = Content("") if kept.state == "ok" else Content(f"{kept.state} · ")
    state = told.stylize("$quiet" if kept.fine else "$disputed")
    return Content.assemble(
        sign, " ", kept.words, "\n  ", state, (f"{kept.citation}{tags}", "$quiet")
    )


def preview(kept: Kept) -> Content:
    """The whole bookmark."""
    mark = kept.bookmark
    known = [mark.figure, mark.speaker, f"as of {day(mark.as_of)}" if mark.as_of else None]
    blocks = [
        Content.styled(mark.title, "bold"),
        Content(kept.words if kept.correction else f"“{mark.exact}”"),
        Content.styled(" · ".join(filter(None, [kept.citation, *known])), "$quiet"),
        Content(mark.note),
        Content.styled(" ".join(f"#{tag}" for tag in mark.tags), "$bookmark"),
        Content.styled(kept.message, "$disputed"),
        Content.styled(
            f"{short_path(mark.path)}:{mark.line}" if mark.path and mark.line else "", "$quiet"
        ),
    ]
    return Content("\n\n").join(block for block in blocks if block.plain.strip())
