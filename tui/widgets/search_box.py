"""The box that takes a query: completes it, remembers those of before, shows what is unclear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual.message import Message
from textual.widgets import Input

from tui.bindings import for_screen
from tui.posted import posted


class _Underline(Highlighter):
    """Underlines parts of one text, and leaves any other as it is."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: Sequence[tuple[int, int]] = ()

    def highlight(self, text: Text) -> None:
        """See rich."""
        if text.plain == self.text:
            for start, end in self.spans:
                text.stylize("underline bold", start, end)


class SearchBox(Input):
    """Takes the query. Tab completes, the arrows go through the queries of before."""

    BINDINGS: ClassVar = for_screen("search")

    @posted
    class Complete(Message):
        """The word before `cursor` is to be completed."""

        query: str
        cursor: int

    @posted
    class Completed(Message):
        """One of `offers` has been taken."""

        offers: Sequence[str]
        taken: int

    @posted
    class Left(Message):
        """The person wants to go on to the results."""

    def __init__(self, *, placeholder: str, id: str) -> None:  # noqa: A002  (Textual's name)
        self._underline = _Underline()
        super().__init__(placeholder=placeholder, compact=True, id=id, highlighter=self._underline)
        self.earlier: list[str] = []
        """The queries of before, the last one first."""
        self._at = -1
        """Which of them stands in the box; -1 for what is being typed."""
        self._draft = ""
        self._offers: Sequence[str] = ()
        self._behind = 0
        """Characters behind the word that is being completed."""

    def underline(self, query: str, spans: Sequence[tuple[int, int]]) -> None:
        """Shows what in `query` was not understood, as long as it stands in the box."""
        self._underline.text, self._underline.spans = query, spans
        self.refresh()

    # ---- queries of before

    def remember(self, query: str) -> None:
        """Puts a query before all others of before."""
        self.earlier = [query, *(other for other in self.earlier if other != query)]
        self._at = -1

    def action_earlier(self) -> None:
        """Puts the query before the one in the box into it."""
        if self._at < 0:
            self._draft = self.value
        others = [n for n in range(self._at + 1, len(self.earlier)) if self._is_other(n)]
        if others:
            self._recall(others[0])

    def action_later(self) -> None:
        """Goes on to the query after, and from the one that was being typed to the results."""
        if self._at < 0:
            self.post_message(self.Left())
        else:
            others = [n for n in range(self._at - 1, -1, -1) if self._is_other(n)]
            self._recall(others[0] if others else -1)

    def _is_other(self, number: int) -> bool:
        return self.earlier[number] != self.value

    def _recall(self, number: int) -> None:
        self._at = number
        self.value = self.earlier[number] if number >= 0 else self._draft
        self.cursor_position = len(self.value)

    # ---- completion

    def action_complete(self) -> None:
        """Asks for completions; again, takes the next of them."""
        if self.value in self._offers and len(self._offers) > 1:
            self._take((self._offers.index(self.value) + 1) % len(self._offers))
        else:
            self.post_message(self.Complete(self.value, self.cursor_position))

    def offer(self, asked: Complete, offers: Sequence[str]) -> None:
        """Takes the first of `offers`, unless something else was typed meanwhile."""
        if offers and (asked.query, asked.cursor) == (self.value, self.cursor_position):
            self._offers, self._behind = offers, len(asked.query) - asked.cursor
            self._take(0)

    def _take(self, number: int) -> None:
        self.value = self._offers[number]
        self.cursor_position = len(self.value) - self._behind
        self.post_message(self.Completed(self._offers, number))
