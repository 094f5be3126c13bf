"""Saying what is known of an article beyond its words: outlet, day, zone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from zoneinfo import available_timezones

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from index.article import Article
from tui.bindings import for_screen
from tui.screens.form import WritingForm

_LINES: Final = {
    "source": ("Outlet", "such as ABC News"),
    "published": ("Published", "such as 2024-10-29, or 2024-10-29T14:30:00-04:00"),
    "timezone": ("Zone", "such as America/New_York"),
}
"""What can be said, with its name and how it is written."""


class DetailsScreen(WritingForm):
    """A line for each thing that can be said of an article."""

    BINDINGS = for_screen("details_screen")

    def __init__(self, article: Article, write: Callable[[Mapping[str, str]], str]) -> None:
        """`write` is given what has changed; it may raise a NewsreaderError with one sentence."""
        super().__init__()
        self._article = article
        self._declare = write
        self._known = {key: str(getattr(article, key) or "") for key in _LINES}

    def lines(self) -> ComposeResult:
        """The article, and what is known of it."""
        zones = SuggestFromList(sorted(available_timezones()), case_sensitive=False)
        yield Static(Content(self._article.title), markup=False)
        for key, (name, example) in _LINES.items():
            yield Static(name, markup=False, classes="label")
            yield Input(
                self._known[key],
                placeholder=example,
                compact=True,
                id=key,
                suggester=zones if key == "timezone" else None,
            )
        yield Static(
            "Enter writes it into sources.toml beside the article, which stays as it is.",
            markup=False,
            classes="quiet",
        )

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Writes what has changed; closes the box once it is written."""
        said = {key: self.query_one(f"#{key}", Input).value.strip() for key in _LINES}
        changed = {key: value for key, value in said.items() if value != self._known[key]}
        if changed:
            self.write(lambda: self._declare(changed))
        else:
            self.dismiss(None)
