"""What the keys do in the four panes of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tests.tui.drives.drive import (
    Drive,
    at,
    becomes,
    bookmarks,
    clipboard,
    focus,
    left,
    less,
    more,
    moves,
    other,
    pages,
    place,
    read,
    seen,
    shows,
)
from tests.tui.drives.program import DrivenReader
from tests.tui.drives.view import View
from tui.palette import Palette
from tui.screens.brief import BriefScreen
from tui.screens.card import EvidenceCard
from tui.screens.compare import CompareScreen
from tui.screens.details import DetailsScreen
from tui.screens.dossier import DossierScreen
from tui.screens.help import HelpScreen
from tui.screens.labels import LabelScreen
from tui.screens.mark import MarkScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.note import NoteScreen
from tui.screens.notes import NotesScreen
from tui.screens.picker import Picker
from tui.screens.prompt import Prompt
from tui.screens.searches import SearchPicker

EVERYWHERE: Final = (
    Drive("help", at, becomes(HelpScreen)),
    Drive("palette", at, becomes(Palette)),
    Drive("jump.labels", at, becomes(LabelScreen)),
    Drive("view.theme", at, becomes(Picker)),
)


def typed(words: str) -> str:
    """The keys that write some words."""
    return " ".join("space" if letter == " " else letter for letter in words)


def query(app: DrivenReader) -> str:
    """What stands in the search box."""
    return app.reader.box.value


def marked(app: DrivenReader) -> Sequence[str]:
    """The reports that are marked for comparing."""
    return list(app.reader.hits.marked)


def selected(app: DrivenReader) -> tuple[int, int] | None:
    """What is selected in the article."""
    return app.reader.body.selected_span()


def edited(app: DrivenReader) -> int:
    """How often the editor was started."""
    return len(app.edited)


def widths(app: DrivenReader) -> list[int]:
    """How wide the panes are."""
    reader = app.reader
    return [pane.size.width for pane in (reader.search, reader.pane, reader.facts)]


def empty_box(app: DrivenReader) -> None:
    app.reader.box.value = ""


def unmarked(app: DrivenReader) -> None:
    app.reader.hits.unmark()


def last_marked(app: DrivenReader) -> None:
    app.reader.hits.unmark()
    app.reader.hits.marked[app.reader.hits.hits[-1].id] = None


def asked_before(app: DrivenReader) -> None:
    app.reader.box.remember("official:ryder")


SEARCH = View(
    "search",
    "1",
    [
        Drive("search.complete", query, becomes("official:"), typed("offi"), empty_box),
        Drive("search.results", focus, becomes("results")),
        Drive("search.earlier", query, becomes("official:ryder"), before=asked_before),
    ],
)

RESULTS = View(
    "results",
    "g",
    [
        *moves(),
        Drive("search.focus", focus, becomes("search")),
        Drive("search.narrow", at, becomes(Picker)),
        Drive("search.kept", at, becomes(SearchPicker)),
        Drive("compare.mark", marked, more, "g", unmarked),
        Drive("compare.open", at, becomes(CompareScreen), "g space space", unmarked),
        Drive("matrix.open", at, becomes(MatrixScreen)),
        Drive("dossier.open", at, becomes(Picker), "g"),
        Drive("brief.open", at, becomes(BriefScreen)),
        Drive("open", focus, becomes("article"), "g"),
        # The reader's own keys, where no pane has the same
        Drive("article.relatives", at, becomes(Picker), "G"),
        Drive("article.details", at, becomes(DetailsScreen), "G"),
        Drive("article.browser", seen, shows("Opened https://lisse.example/ferry"), "G"),
        Drive("library.add", at, becomes(Prompt)),
        Drive("library.refresh", seen, shows("There is no feed yet")),
        Drive("library.failures", at, becomes(Picker)),
        Drive("notes.open", at, becomes(NotesScreen)),
        Drive("notes.edit", edited, more),
        Drive("pane.next", focus, becomes("article")),
        Drive("pane.previous", focus, becomes("search")),
        Drive("pane.search", focus, becomes("search")),
        Drive("pane.article", focus, becomes("article")),
        Drive("pane.facts", focus, becomes("facts")),
        Drive("library.notices", at, other),
        Drive("quit", left, more),
        *EVERYWHERE,
        Drive("search.sort", lambda app: app.reader.sort, other, f"/ {typed('kursk')} down"),
        Drive(
            "search.exactly", seen, shows("Asked for exactly"), f"/ ctrl+u {typed('kurskk')} down"
        ),
    ],
)

ARTICLE = View(
    "article",
    "g enter",
    [
        *pages(),
        Drive("move.next_paragraph", place, more, "g"),
        Drive("move.previous_paragraph", place, less, "G"),
        Drive("move.next_word", place, more, "g"),
        Drive("move.previous_word", place, less, "G"),
        Drive("move.next_sentence", place, more, "g"),
        Drive("move.previous_sentence", place, less, "G"),
        Drive("find.open", focus, becomes("find")),
        Drive("find.next", place, more, f"g / {typed('troops')} enter"),
        Drive("find.previous", place, less, f"/ {typed('troops')} enter G"),
        Drive("figure.next", place, more, "g f"),
        Drive("figure.previous", place, less, "G"),
        Drive("official.next", place, more, "g"),
        Drive("official.previous", place, less, "G"),
        Drive("disputed.next", place, more, "g )"),
        Drive("disputed.previous", place, less, "G"),
        Drive("mark.why", at, becomes(MarkScreen), "g f"),
        Drive("select.words", selected, other, "g f"),
        Drive("select.paragraph", selected, other, "g )"),
        Drive("passage.bookmark", bookmarks, more, "g"),
        Drive("passage.annotate", at, becomes(NoteScreen)),
        Drive("passage.copy", clipboard, other, "g"),
        Drive("passage.copy_block", clipboard, other, "g"),
        Drive("open", at, becomes(EvidenceCard), "g c"),
        # The reader's own keys, where the list has the same for itself
        Drive("results.next", read, other, anew=True),
        Drive("results.previous", read, other, "J"),
        Drive("notes.undo", bookmarks, less, "G b"),
        Drive("compare.open", at, becomes(CompareScreen), before=last_marked),
        Drive("compare.return", read, other, "g c enter G enter"),
        Drive("jump.forward", read, other, "g c enter G enter ctrl+o"),
        Drive("matrix.open", at, becomes(MatrixScreen)),
        Drive("dossier.open", at, becomes(DossierScreen), "g w"),
        Drive("brief.open", at, becomes(BriefScreen)),
        Drive("pane.results", focus, becomes("results")),
        Drive("view.zen", lambda app: app.reader.zen, other),
        Drive("view.layers", lambda app: app.reader.body.shown, other),
        Drive("article.pipe", at, becomes(Prompt)),
        Drive("back", focus, becomes("results"), anew=True),
        Drive("close", focus, becomes("results")),
    ],
)

FACTS = View(
    "facts",
    "g enter 4",
    [
        *moves(),
        Drive("search.focus", focus, becomes("search")),
        Drive("mark.why", at, becomes(MarkScreen), "g"),
        Drive("open", focus, becomes("article"), "g"),
        Drive("close", focus, becomes("results")),
    ],
)

BESIDE = View(
    "results",
    "g",
    [
        Drive("pane.narrower", widths, other),
        Drive("pane.wider", widths, other),
    ],
    (130, 24),
)

READING = (SEARCH, RESULTS, ARTICLE, FACTS, BESIDE)
