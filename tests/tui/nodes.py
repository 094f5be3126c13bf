"""What holds the bindings of each scope."""

from __future__ import annotations

from textual.dom import DOMNode
from textual.screen import Screen

from tui.app import NewsReader
from tui.bindings import VIEWS
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
from tui.screens.picker import Picker
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
from tui.widgets.keyed_list import KeyedList
from tui.widgets.matrix_body import MatrixBody
from tui.widgets.paper_body import PaperBody
from tui.widgets.question_list import QuestionList
from tui.widgets.search_box import SearchBox
from tui.widgets.timeline_body import TimelineBody

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
    "choices": KeyedList,
    "ruling_screen": RulingScreen,
    "mark_screen": MarkScreen,
    "note_screen": NoteScreen,
    "notes": NotesScreen,
    "notes_list": BookmarkList,
    "help_screen": HelpScreen,
    "changes_screen": ChangesScreen,
    "changes": ChangesBody,
    "picker_screen": Picker,
    "prompt_screen": Prompt,
    "details_screen": DetailsScreen,
    "searches_screen": SearchPicker,
    "help": KeyList,
}


def screen_of(view: str) -> str:
    """The scope of the screen that a view belongs to."""
    return next(scope for scope in VIEWS[view] if issubclass(NODES[scope], Screen))
