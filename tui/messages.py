"""What workers tell the screens. A worker never touches a widget: it posts one of these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from tui.posted import posted

if TYPE_CHECKING:
    from index.article import Article
    from index.compare.model import Question
    from index.facts.model import Facts
    from index.notes.bookmark import BookmarkResult
    from index.span import TextSpan
    from index.sync import SyncReport
    from tui.desk import Desk, Listing, Reading


@posted
class Opened(Message):
    """The library is open; what it knew before can be shown."""

    desk: Desk
    at: tuple[str, int] | None
    """The article, and the offset in it, that the person asked for."""


@posted
class Progressed(Message):
    """How far bringing the library up to date has come."""

    done: int
    total: int

    def can_replace(self, message: Message) -> bool:
        """Only the last count is worth showing."""
        return isinstance(message, Progressed)


@posted
class Synced(Message):
    """The library is as its folders are."""

    report: SyncReport


@posted
class Standing(Message):
    """What the status line says of the library all the time."""

    text: str


@posted
class Noticed(Message):
    """Something worth knowing that went well enough; one sentence."""

    text: str
    more: Sequence[str] = ()
    """Further sentences, for which there is no room now."""


@posted
class Failed(Message):
    """Something went wrong; one sentence."""

    reason: str
    more: Sequence[str] = ()
    """Further sentences, for which there is no room now."""


@posted
class Listed(Message):
    """The answer to the query that was typed last."""

    listing: Listing


@posted
class Read(Message):
    """An article, ready to be shown."""

    reading: Reading
    focus: bool
    """The person asked for it, rather than only passing by in the list."""
    at: int | None
    """Where to put the cursor; None leaves it to the matches."""


@posted
class Answered(Message):
    """The questions that the article answers together with other reports."""

    article: str
    questions: Sequence[Question]
    reports: Sequence[Article]
    """Those of its story, its own among them."""


@posted
class Kept(Message):
    """What became of a bookmark."""

    result: BookmarkResult | None
    article: str
    bookmarks: Sequence[TextSpan]
    """Where the bookmarked passages of the article stand."""


@posted
class Refound(Message):
    """What an article says, and what is kept of it, after the notes or the rulings changed."""

    article: str
    facts: Facts
    bookmarks: Sequence[TextSpan]
    """Where the bookmarked passages of the article stand."""


@posted
class Ruled(Message):
    """The person has ruled on a question; every open screen is told."""

    question: Question


@posted
class NotesChanged(Message):
    """Bookmarks, rulings or corrections may be others than before; every open screen is told."""
