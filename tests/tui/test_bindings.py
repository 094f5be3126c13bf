"""The table of actions keeps the promises that screens, help, palette and docs lean on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from tui.actions import GROUPS, Action
from tui.app import NewsReader
from tui.bindings import ACTIONS, VIEWS, for_screen
from tui.screens.brief import BriefScreen
from tui.screens.card import AnswerList, EvidenceCard
from tui.screens.changes import ChangesScreen
from tui.screens.compare import CompareScreen
from tui.screens.details import DetailsScreen
from tui.screens.dossier import DossierScreen
from tui.screens.file_name import FileNameScreen
from tui.screens.help import HelpScreen, KeyList
from tui.screens.mark import MarkScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.note import NoteScreen
from tui.screens.notes import NotesScreen
from tui.screens.picker import ReportPicker
from tui.screens.prompt import Prompt
from tui.screens.reader import ReaderScreen
from tui.screens.ruling import RulingScreen
from tui.screens.searches import SearchPicker
from tui.screens.timeline import TimelineScreen
from tui.widgets.article_body import ArticleBody
from tui.widgets.bookmark_list import BookmarkList
from tui.widgets.changes_body import ChangesBody
from tui.widgets.compare_body import CompareBody
from tui.widgets.facts_pane import FactsPane
from tui.widgets.hit_list import HitList
from tui.widgets.matrix_body import MatrixBody
from tui.widgets.paper_body import PaperBody
from tui.widgets.question_list import QuestionList
from tui.widgets.search_box import SearchBox
from tui.widgets.timeline_body import TimelineBody

SCOPES = sorted({scope for view in VIEWS.values() for scope in view})
UNUSABLE = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+c"}


def bindings(scope: str) -> list[Binding]:
    """One for each key."""
    return list(Binding.make_bindings(for_screen(scope)))


def keys(scope: str) -> list[str]:
    return [binding.key for binding in bindings(scope)]


def test_ids_are_unique_and_every_scope_is_part_of_a_view() -> None:
    assert len(ACTIONS) == sum(len(group) for group in GROUPS.values())
    assert {scope for action in ACTIONS.values() for scope in action.scopes} == set(SCOPES)


@pytest.mark.parametrize("scope", SCOPES)
def test_a_key_stands_once_in_a_scope(scope: str) -> None:
    assert len(keys(scope)) == len(set(keys(scope)))


@pytest.mark.parametrize("scope", SCOPES)
def test_no_key_that_a_terminal_cannot_tell_apart(scope: str) -> None:
    assert UNUSABLE.isdisjoint(keys(scope))


@pytest.mark.parametrize("view", VIEWS)
def test_the_footer_shows_at_most_seven_keys(view: str) -> None:
    shown = {b.id for scope in VIEWS[view] for b in bindings(scope) if b.show}
    assert 2 <= len(shown) <= 7


@pytest.mark.parametrize("action", ACTIONS.values(), ids=list(ACTIONS))
def test_every_action_explains_itself(action: Action) -> None:
    binding = next(b for b in bindings(action.scopes[0]) if b.id == action.id)
    assert binding.description
    assert binding.tooltip.endswith(".")


NODES: dict[str, type[DOMNode]] = {
    "app": NewsReader,
    "reader": ReaderScreen,
    "search": SearchBox,
    "results": HitList,
    "article": ArticleBody,
    "facts": FactsPane,
    "compare": CompareScreen,
    "columns": CompareBody,
    "questions": QuestionList,
    "matrix": MatrixScreen,
    "grid": MatrixBody,
    "timeline": TimelineScreen,
    "lanes": TimelineBody,
    "dossier": DossierScreen,
    "brief": BriefScreen,
    "paper": PaperBody,
    "file_screen": FileNameScreen,
    "card_screen": EvidenceCard,
    "card": AnswerList,
    "ruling_screen": RulingScreen,
    "mark_screen": MarkScreen,
    "note_screen": NoteScreen,
    "notes": NotesScreen,
    "notes_list": BookmarkList,
    "help_screen": HelpScreen,
    "changes_screen": ChangesScreen,
    "changes": ChangesBody,
    "picker_screen": ReportPicker,
    "prompt_screen": Prompt,
    "details_screen": DetailsScreen,
    "searches_screen": SearchPicker,
    "help": KeyList,
}
SCREENS = {
    "reader",
    "compare",
    "matrix",
    "timeline",
    "dossier",
    "brief",
    "file_screen",
    "notes",
    "card_screen",
    "ruling_screen",
    "mark_screen",
    "note_screen",
    "help_screen",
    "picker_screen",
    "changes_screen",
    "prompt_screen",
    "details_screen",
    "searches_screen",
}


@pytest.mark.parametrize("scope", SCOPES)
def test_every_action_is_done_by_its_node(scope: str) -> None:
    """No key that does nothing."""
    views = [view for view in VIEWS.values() if scope in view]
    screen = next(other for other in views[0] if other in SCREENS)
    doers = {"app": NewsReader, "screen": NODES[screen], "": NODES[scope]}
    for binding in bindings(scope):
        where, _, name = binding.action.rpartition(".")
        assert hasattr(doers[where], f"action_{name}"), binding.action


def test_the_docs_name_every_action_with_its_keys() -> None:
    page = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w.]+)` \| (.+?) \| .+ \|$", page, re.MULTILINE)
    documented = {  # a bar would end the cell: Markdown wants it escaped
        identity: [key.replace("\\|", "|") for key in re.findall(r"`([^`]+)`", keys)]
        for identity, keys in rows
    }
    assert documented == {action.id: action.keys.split(",") for action in ACTIONS.values()}
