"""A drive: one action, and what must be different once its key was pressed.

A rule takes what was seen before and after the key. It must not hold between a sight and itself:
then no drive can pass when its key does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from tests.tui.drives.program import DrivenReader
from tests.tui.host import screen_text
from tui.widgets.article_body import ArticleBody
from tui.widgets.row_view import RowView
from tui.widgets.virtual_list import VirtualList

Look = Callable[[DrivenReader], Any]
Rule = Callable[[Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Drive:
    """One action where one view has the focus."""

    action: str
    """Its id. Each of its keys is driven."""
    look: Look
    rule: Rule
    first: str = ""
    """Keys that come before, with blanks between."""
    before: Callable[[DrivenReader], None] | None = None
    """What another program, or an earlier day, has done."""
    anew: bool = False
    """From the list of reports as it was at first, not from where the drive before ended."""


# What must be different


def more(before: Any, after: Any) -> bool:
    """Further down, or one more."""
    return bool(after > before)


def less(before: Any, after: Any) -> bool:
    """Further up, or one less."""
    return bool(after < before)


def other(before: Any, after: Any) -> bool:
    """Anything else than before."""
    return bool(after != before)


def becomes(wanted: object) -> Rule:
    """This, which it was not."""
    return lambda before, after: bool(before != wanted == after)


def shows(words: str) -> Rule:
    """These words, which were not there."""
    return lambda before, after: words not in before and words in after


# What is looked at


def seen(app: DrivenReader) -> str:
    """All that stands on the screen, with line breaks as blanks."""
    return " ".join(screen_text(app).split())


def at(app: DrivenReader) -> type[Screen[object]]:
    """The screen on top."""
    return type(app.screen)


def focus(app: DrivenReader) -> str | None:
    """The id of what has the focus, or its class."""
    return (app.focused.id or type(app.focused).__name__) if app.focused else None


def place(app: DrivenReader) -> tuple[float, ...]:
    """Where the cursor stands in what has the focus, or what is in view of it."""
    widget = app.focused
    assert isinstance(widget, Widget)
    if isinstance(widget, ArticleBody | VirtualList):
        return (widget.cursor,)
    if isinstance(widget, OptionList):
        return (-1 if widget.highlighted is None else widget.highlighted,)
    if isinstance(widget, RowView):
        return widget.row, widget.scroll_y
    return (widget.scroll_y,)


def bookmarks(app: DrivenReader) -> int:
    """How many there are."""
    assert app.desk is not None
    assert app.desk.notebook is not None
    return len(app.desk.notebook.bookmarks())


def ruled(app: DrivenReader) -> list[str]:
    """The questions that were ruled on."""
    assert app.desk is not None
    return sorted(app.desk.rulings.rulings())


def clipboard(app: DrivenReader) -> str:
    """What was copied."""
    return app.clipboard


def read(app: DrivenReader) -> tuple[str, int] | None:
    """The article on the page, and the place in it."""
    reading = app.reader.reading
    return (reading.article.id, app.reader.body.cursor) if reading else None


def left(app: DrivenReader) -> int:
    """How often the program was left."""
    return app.left


# Drives that many views have


def moves() -> Iterator[Drive]:
    """Up and down, from one end and from the other."""
    for step in ("down", "half_page_down", "page_down", "last"):
        yield Drive(f"move.{step}", place, more, "g")
    for step in ("up", "half_page_up", "page_up", "first"):
        yield Drive(f"move.{step}", place, less, "G")


def pages() -> Iterator[Drive]:
    """The same where the space bar turns the page."""
    yield from moves()
    yield Drive("move.space", place, more, "g")
