"""What the keys do on the screens that lay reports beside each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.screen import Screen

from tests.tui.drives.drive import (
    Drive,
    at,
    becomes,
    bookmarks,
    clipboard,
    focus,
    less,
    more,
    moves,
    other,
    pages,
    place,
    ruled,
    seen,
    shows,
)
from tests.tui.drives.program import DrivenReader
from tests.tui.drives.reading import EVERYWHERE, edited
from tests.tui.drives.view import View
from tui.screens.brief import BriefScreen
from tui.screens.card import EvidenceCard
from tui.screens.compare import CompareScreen
from tui.screens.file_name import FileNameScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.notes import NotesScreen
from tui.screens.picker import Picker, ReportPicker
from tui.screens.reader import ReaderScreen
from tui.screens.ruling import RulingScreen
from tui.screens.timeline import TimelineScreen
from tui.widgets.paper_body import PaperBody

Top = TypeVar("Top", bound=Screen[None])
Value = TypeVar("Value")


def of(kind: type[Top], look: Callable[[Top], Value]) -> Callable[[DrivenReader], Value]:
    """Looks at the screen on top, which is of some kind."""

    def looks(app: DrivenReader) -> Value:
        assert isinstance(app.screen, kind)
        return look(app.screen)

    return looks


def compared(screen: CompareScreen) -> list[str]:
    """The reports in the order of their columns."""
    assert screen.reports is not None
    return [article.id for article in screen.reports.articles]


def number_compared(screen: CompareScreen) -> int:
    return len(compared(screen))


def on_a_passage(app: DrivenReader) -> None:
    """The cursor stands on the first entry that comes from an article."""
    body = app.screen.query_one(PaperBody)
    body.go(next(row for row, entry in enumerate(body._entries) if entry.place))


WIDE = (160, 30)
OPENINGS = (
    Drive("brief.open", at, becomes(BriefScreen)),
    Drive("dossier.open", at, becomes(Picker)),
)
LEAVING = (
    Drive("back", at, becomes(ReaderScreen)),
    Drive("close", at, becomes(ReaderScreen)),
)
RULING = (
    Drive("question.rule", at, becomes(RulingScreen), "g"),
    Drive("question.unrule", ruled, less, "g r enter"),
    Drive("question.why", at, becomes(EvidenceCard), "g"),
)

COLUMNS = View(
    "columns",
    "g space space space d",
    [
        *pages(),
        *RULING,
        *OPENINGS,
        *EVERYWHERE,
        Drive("open", at, becomes(EvidenceCard), "g"),
        Drive("disputed.next", place, more, "g"),
        Drive("disputed.previous", place, less, "G"),
        Drive("passage.bookmark", bookmarks, more, "g"),
        Drive("notes.open", at, becomes(NotesScreen)),
        Drive("notes.edit", edited, more),
        Drive("compare.everything", of(CompareScreen, lambda top: top.body.everything), other),
        Drive("compare.link", of(CompareScreen, lambda top: top.body.linked), other),
        Drive("compare.swap", of(CompareScreen, compared), other),
        Drive("compare.next_report", of(CompareScreen, lambda top: top.body.column), other),
        Drive("compare.previous_report", of(CompareScreen, lambda top: top.body.column), other),
        Drive("compare.questions", focus, becomes("QuestionList")),
        Drive("pane.next", focus, becomes("QuestionList")),
        Drive("pane.previous", focus, becomes("QuestionList")),
        Drive("view.layers", of(CompareScreen, lambda top: top.body._shown), other),
        Drive("timeline.open", at, becomes(TimelineScreen), "g"),
        Drive("matrix.open", at, becomes(MatrixScreen)),
        *LEAVING,
        Drive("compare.add", at, becomes(ReportPicker)),
        Drive("compare.drop", of(CompareScreen, number_compared), less),
    ],
    WIDE,
)

QUESTIONS = View(
    "questions",
    "g space space space d 1",
    [*moves(), Drive("open", at, becomes(EvidenceCard), "g")],
    WIDE,
)

MATRIX = View(
    "matrix",
    "g M",
    [
        *pages(),
        *RULING,
        *OPENINGS,
        *EVERYWHERE,
        Drive("open", at, becomes(EvidenceCard), "g"),
        Drive("disputed.next", place, more, "g"),
        Drive("disputed.previous", place, less, "G"),
        Drive("passage.bookmark", bookmarks, more, "g"),
        Drive("compare.everything", of(MatrixScreen, lambda top: top.body.everything), other),
        Drive("compare.next_report", of(MatrixScreen, lambda top: top.body.column), more, "h h"),
        Drive(
            "compare.previous_report", of(MatrixScreen, lambda top: top.body.column), less, "l l"
        ),
        Drive("timeline.open", at, becomes(TimelineScreen), "g"),
        *LEAVING,
    ],
    WIDE,
)

TIMELINE = View(
    "timeline",
    "g M g T",
    [
        *pages(),
        *RULING,
        *OPENINGS,
        *EVERYWHERE,
        Drive("open", at, becomes(EvidenceCard), "g"),
        Drive("passage.bookmark", bookmarks, more, "g"),
        Drive("back", at, becomes(MatrixScreen)),
        Drive("close", at, becomes(MatrixScreen)),
    ],
    (100, 20),
)

DOSSIER = View(
    "dossier",
    "g enter g w D",
    [
        *pages(),
        *EVERYWHERE,
        Drive("passage.bookmark", bookmarks, more, before=on_a_passage),
        Drive("dossier.story", seen, shows("this story")),
        Drive("open", at, becomes(ReaderScreen), before=on_a_passage),
        *LEAVING,
    ],
)

BRIEF = View(
    "brief",
    "g R",
    [
        *pages(),
        *EVERYWHERE,
        Drive("passage.copy", clipboard, other),
        Drive("brief.write", at, becomes(FileNameScreen)),
        Drive("open", at, becomes(ReaderScreen), before=on_a_passage),
        *LEAVING,
    ],
)

COMPARING = (COLUMNS, QUESTIONS, MATRIX, TIMELINE, DOSSIER, BRIEF)
