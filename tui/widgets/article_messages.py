"""What an article and its facts tell the screen around them.

Apart from the widgets, which come after the first frame: a screen names its messages before.
"""

from __future__ import annotations

from typing import Final

from textual.message import Message

from tui.posted import posted

STILL_COMPARING: Final = "What the other reports say is still being compared."
"""Told instead of that there is nothing, while that is not known."""


class PageMessages:
    """What every page of an article tells."""

    @posted
    class Moved(Message):
        """The cursor stands elsewhere."""

        def can_replace(self, message: Message) -> bool:
            """Only the last place counts."""
            return isinstance(message, PageMessages.Moved)


class ArticleMessages(PageMessages):
    """What is asked for with the keys of the article."""

    @posted
    class Bookmark(Message):
        """Keep these words."""

        start: int
        end: int

    @posted
    class Annotate(Message):
        """Keep these words with a note."""

        start: int
        end: int

    @posted
    class CopyBlock(Message):
        """Put these words on the clipboard as a block of a notes file."""

        start: int
        end: int

    @posted
    class Why(Message):
        """Say why these words are marked."""

        start: int
        end: int

    @posted
    class Copy(Message):
        """Put these words on the clipboard, with where they come from."""

        start: int
        end: int

    class Selecting(Message):
        """A selection has begun."""

    @posted
    class Open(Message):
        """Show what other reports say where the cursor stands."""

        start: int
        end: int

    @posted
    class Leaping(Message):
        """The cursor is about to go far; where it stands is worth coming back to."""

    @posted
    class Note(Message):
        """One sentence for the status line."""

        text: str


class FactsMessages:
    """What is asked for with the keys of the facts."""

    @posted
    class Why(Message):
        """Say why this is marked."""

        start: int
        end: int

    @posted
    class Jump(Message):
        """Go to these words of the article."""

        start: int
        end: int
