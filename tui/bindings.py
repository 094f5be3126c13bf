"""Makes Textual's bindings from the table of actions.

A widget or screen takes the part of its scope:

    class ArticleBody(ScrollView):
        BINDINGS = for_screen("article")

A key stands once in a scope, and the focused pane wins over its screen.
"""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from tui.actions import GROUPS, Action

VIEWS: Final[dict[str, tuple[str, ...]]] = {
    "search": ("search", "reader", "app"),
    "results": ("results", "reader", "app"),
    "article": ("article", "reader", "app"),
    "facts": ("facts", "reader", "app"),
    "columns": ("columns", "compare", "app"),
    "questions": ("questions", "compare", "app"),
    "matrix": ("grid", "matrix", "app"),
    "timeline": ("lanes", "timeline", "app"),
    "dossier": ("paper", "dossier", "app"),
    "brief": ("paper", "brief", "app"),
    "notes": ("notes_list", "notes", "app"),
    "card": ("card", "card_screen"),
    "ruling": ("choices", "ruling_screen"),
    "mark": ("choices", "mark_screen"),
    "note": ("note_screen",),
    "file": ("file_screen",),
    "prompt": ("prompt_screen",),
    "details": ("details_screen",),
    "changes": ("changes", "changes_screen"),
    "picker": ("choices", "picker_screen"),
    "searches": ("choices", "searches_screen", "picker_screen"),
    "help": ("help", "help_screen"),
}
"""What can have the focus, with the scopes whose keys work there, the innermost first.

The card, the ruling, the mark, the note, the file's name, the picker and the help are modal:
nothing below them hears a key.
"""

ACTIONS: Final[dict[str, Action]] = {
    action.id: action for group in GROUPS.values() for action in group
}
"""Every action by its id."""


def for_screen(name: str) -> list[BindingType]:
    """The bindings of one scope ("reader", "article", "compare"…), ready for `BINDINGS`.

    The keys are the default ones: `App.set_keymap` puts the person's own in their place by id.
    """
    return [
        Binding(
            action.keys,
            action.action,
            action.label,
            show=action.in_footer(name),
            tooltip=action.tooltip,
            id=action.id,
        )
        for action in ACTIONS.values()
        if name in action.scopes
    ]
