"""What the keys do among the bookmarks, and in the boxes that stand over a screen."""

from __future__ import annotations

from textual.widgets import Input, OptionList

from tests.tui.drives.drive import (
    Drive,
    at,
    becomes,
    bookmarks,
    focus,
    less,
    more,
    moves,
    other,
    pages,
    read,
    ruled,
    seen,
    shows,
)
from tests.tui.drives.program import DrivenReader
from tests.tui.drives.reading import EVERYWHERE, edited, typed
from tests.tui.drives.view import View
from tui.screens.brief import BriefScreen
from tui.screens.note import NoteScreen
from tui.screens.reader import ReaderScreen
from tui.screens.ruling import RulingScreen
from tui.screens.timeline import TimelineScreen

TO_THE_READER = (
    Drive("back", at, becomes(ReaderScreen)),
    Drive("close", at, becomes(ReaderScreen)),
)


def taken_out(app: DrivenReader) -> None:
    """Another program empties the notes file."""
    app.notes.write_text("Emptied.\n", "utf-8")
    app.notes_changed()


def kept(app: DrivenReader) -> int:
    """How many searches are kept."""
    assert app.desk is not None
    return len(app.desk.searches.kept())


def asked_before(app: DrivenReader) -> None:
    assert app.desk is not None
    for query in ("kursk", "ryder"):
        app.desk.searches.remember(query)


def briefs(app: DrivenReader) -> int:
    """How many briefs were written."""
    return len(list(app.notes.parent.glob("brief*")))


def listed(app: DrivenReader) -> list[str]:
    """What a list says, out of sight as well."""
    return [str(option.prompt) for option in app.screen.query_one(OptionList).options]


def other_zone(app: DrivenReader) -> None:
    app.screen.query_one("#timezone", Input).value = "Europe/Oslo"


NOTES = View(
    "notes",
    "g enter g b ) b ) b ) b ) b B",
    [
        *moves(),
        Drive("open", at, becomes(ReaderScreen), "g"),
        Drive("filter.focus", focus, becomes("Input")),
        Drive("passage.annotate", at, becomes(NoteScreen), "g"),
        Drive("notes.delete", bookmarks, less, "g d"),
        Drive("notes.undo", bookmarks, more, "g d d"),
        Drive("notes.edit", edited, more),
        Drive("pane.next", focus, other),
        Drive("pane.previous", focus, other),
        *TO_THE_READER,
        *EVERYWHERE,
        Drive("notes.restore", bookmarks, more, "g", taken_out),
    ],
)

CARD = View(
    "card",
    "g enter g c enter",
    [
        *moves(),
        Drive("card.next", seen, shows(" 2/"), "N n"),
        Drive("card.previous", seen, other),
        Drive("question.rule", at, becomes(RulingScreen)),
        Drive("question.unrule", ruled, less, "r enter"),
        Drive("question.why", listed, other),
        Drive("timeline.open", at, becomes(TimelineScreen)),
        Drive("open", at, becomes(ReaderScreen), "g"),
        *TO_THE_READER,
    ],
)

RULING = View(
    "ruling",
    "g M g r",
    [
        *moves(),
        Drive("choose", ruled, more, "G"),
        Drive("back", at, other),
        Drive("close", at, other),
    ],
)

MARK = View(
    "mark",
    "g enter g ) !",
    [
        *moves(),
        Drive("choose", at, becomes(ReaderScreen), "G"),
        *TO_THE_READER,
    ],
)

NOTE = View(
    "note",
    "g enter g a",
    [
        Drive("note.save", bookmarks, more, typed("ask")),
        Drive("back", at, becomes(ReaderScreen)),
    ],
)

FILE = View(
    "file",
    "g R w",
    [
        Drive("form.save", briefs, more),
        Drive("back", at, becomes(BriefScreen)),
    ],
)

PROMPT = View(
    "prompt",
    "A",
    [
        Drive("form.save", at, becomes(ReaderScreen), typed("nowhere.html")),
        Drive("back", at, becomes(ReaderScreen)),
    ],
)

DETAILS = View(
    "details",
    "G i",
    [
        Drive("form.save", at, becomes(ReaderScreen), before=other_zone),
        Drive("back", at, becomes(ReaderScreen)),
    ],
)

CHANGES = View(
    "changes",
    "G O g j enter",
    [
        *pages(),
        Drive("version.read", read, other, "g"),
        *TO_THE_READER,
    ],
)

PICKER = View(
    "picker",
    "f",
    [
        *moves(),
        Drive("choose", at, becomes(ReaderScreen), "g"),
        Drive("filter.focus", focus, becomes("Input")),
        Drive("pane.next", focus, other),
        Drive("pane.previous", focus, other),
        *TO_THE_READER,
    ],
)

SEARCHES = View(
    "searches",
    "S",
    [
        *moves(),
        Drive("searches.keep", kept, more, "g"),
        Drive("searches.forget", kept, less, "g"),
        Drive("choose", at, becomes(ReaderScreen), "g"),
        Drive("filter.focus", focus, becomes("Input")),
        Drive("pane.next", focus, other),
        Drive("pane.previous", focus, other),
        *TO_THE_READER,
    ],
    before=asked_before,
)

HELP = View(
    "help",
    "?",
    [
        *moves(),
        Drive("keys.do", at, other, f"/ {typed('details')} enter g"),
        Drive("filter.focus", focus, becomes("Input")),
        Drive("pane.next", focus, other),
        Drive("pane.previous", focus, other),
        *TO_THE_READER,
    ],
)

BOXES = (NOTES, CARD, RULING, MARK, NOTE, FILE, PROMPT, DETAILS, CHANGES, PICKER, SEARCHES, HELP)
