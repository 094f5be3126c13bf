"""How the boxes over a screen are laid out, as plain text: each in every size.

The screens themselves have their pictures beside their other tests.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.app import App
from textual.screen import Screen

from index.catalog import Entry
from index.search.engine import Facets
from tests.tui import comparing
from tests.tui.host import Host, TextPicture, screen_text
from tests.tui.invented import ARTICLES, HARBOUR, HURT
from tests.tui.piloting import SIZES, driven, named
from tests.tui.shelf import ShelfReader
from tests.tui.test_changes import host as changes
from tui.screens.details import DetailsScreen
from tui.screens.file_name import FileNameScreen
from tui.screens.picker import Picker, ReportPicker, report_choices
from tui.screens.prompt import Prompt
from tui.screens.ruling import RulingScreen
from tui.screens.searches import SearchPicker, facet_choices
from tui.searches import KeptSearch, Searches

ENTRIES = [Entry(one.id, one.title, one.source, one.published) for one in ARTICLES]
QUERY = 'source:"Courier"'
FACETS = Facets(
    sources=tuple((one.source or "", 1) for one in ARTICLES),
    months=(("2031-05", 2), ("", 1)),
)


class KnownSearches:
    """As much of the searches as the box asks for."""

    def kept(self) -> list[KeptSearch]:
        return [KeptSearch("figure:40..63 ferry", 2), KeptSearch("said:okoro", 1)]

    def earlier(self) -> list[str]:
        return ["pilot", "said:okoro"]


def box(make: Callable[[], Screen[Any]]) -> Callable[[], App[None]]:
    """An app that shows one box."""
    return lambda: Host(make)


def prompt() -> Screen[Any]:
    hint = "One program with its arguments, such as less or wc -w; no shell reads it."
    return Prompt("Give the article to the command", value="wc -w", hint=hint)


def details() -> Screen[Any]:
    return DetailsScreen(HARBOUR, lambda changed: "")


def file_name() -> Screen[Any]:
    return FileNameScreen("the brief", Path.home() / "notes" / "brief-ferry-runs-aground.md")


def searches() -> Screen[Any]:
    return SearchPicker(cast(Searches, KnownSearches()), "coastguard")


BOXES: dict[str, tuple[Callable[[], App[None]], tuple[str, ...]]] = {
    "card": (lambda: comparing.host(*ARTICLES), ("c", "enter")),
    "changes": (changes, ()),
    "details": (box(details), ()),
    "file": (box(file_name), ()),
    "help": (comparing.host, ("question_mark",)),
    "labels": (ShelfReader, ("enter", "semicolon")),
    "outlets": (
        box(lambda: Picker(facet_choices(FACETS, 'source:"Courier"'), title="Outlets and months")),
        (),
    ),
    "palette": (ShelfReader, ("colon",)),
    "prompt": (box(prompt), ()),
    "reports": (box(lambda: ReportPicker(report_choices(ENTRIES))), ("j",)),
    "ruling": (box(lambda: RulingScreen(HURT)), ("G",)),
    "searches": (box(searches), ()),
}


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("name", BOXES)
async def test_layout(name: str, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    make, keys = BOXES[name]
    app = make()
    async with driven(app, *keys, size=size):
        assert screen_text(app) == snapshot.use_extension(TextPicture)
