"""The keys that work where the person is, to look through, to search, and to try."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.getters import query_one
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.actions import GROUPS, Action
from tui.bindings import ACTIONS, for_screen
from tui.keymap import normal_key
from tui.widgets.key_line import KeyLine
from tui.widgets.keyed_list import KeyedList

_KEYS = 16
"""Cells for the keys, left of the words."""


@dataclass(frozen=True, slots=True)
class WorkingKey:
    """An action that can be done now."""

    action: Action
    keys: str
    """As they are written for people: "j ↓"."""
    binding: Binding
    node: DOMNode
    """The pane, screen or app that does it."""


def working_keys(screen: Screen[object]) -> list[WorkingKey]:
    """What can be done on `screen` as it is now, in the order of the table of actions.

    Taken from the living bindings: the person's own keys, only what the focused pane and its
    screen offer, nothing that is switched off.
    """
    found: dict[str, tuple[DOMNode, list[Binding]]] = {}
    for node, binding, enabled, _ in screen.active_bindings.values():
        if enabled and binding.id in ACTIONS:
            owner, bindings = found.setdefault(binding.id, (node, []))
            if owner is node:
                bindings.append(binding)
    working = []
    for action in ACTIONS.values():
        if action.id in found:
            node, bindings = found[action.id]
            usual = [normal_key(key) for key in action.keys.split(",")]
            bindings.sort(key=lambda one: usual.index(one.key) if one.key in usual else -1)
            keys = " ".join(map(screen.app.get_key_display, bindings))
            working.append(WorkingKey(action, keys, bindings[0], node))
    return working


class KeyList(KeyedList):
    """One key a line, under the headings of their groups."""

    BINDINGS = for_screen("help")


class HelpScreen(ModalScreen[WorkingKey | None]):
    """Ends with the action that the person wants done, or None."""

    CSS_PATH = "../../styles/help.tcss"
    BINDINGS = for_screen("help_screen")

    keys = query_one(KeyList)
    filter = query_one(Input)

    def __init__(self, working: Sequence[WorkingKey]) -> None:
        super().__init__()
        self._working = working

    def compose(self) -> ComposeResult:
        """A box over the dimmed screen."""
        with Vertical(id="help"):
            yield Input(placeholder="/ to search these keys", compact=True)
            yield KeyList(markup=False)
            yield Static(
                "ctrl+c copies what is selected, ctrl+q leaves at once. docs/keys.md says how to "
                "change keys.",
                id="help-foot",
                markup=False,
            )
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows all keys; typing is one key away."""
        self._list("")
        self.keys.focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted)
    def _leave_filter(self) -> None:
        self.keys.focus()

    def _list(self, words: str) -> None:
        wanted = [one for one in self._working if matches(one, words)]
        options = []
        for group, members in groupby(wanted, key=lambda one: _GROUP_OF[one.action.id]):
            heading = Content.styled(group, "bold $primary")
            options.append(Option(heading, disabled=True))
            options.extend(Option(_line(one), id=one.action.id) for one in members)
        if not options:
            options.append(Option("No key does that here.", disabled=True))
        self.keys.set_options(options)
        self.keys.action_first()

    @on(OptionList.OptionSelected)
    def _do(self, event: OptionList.OptionSelected) -> None:
        chosen = next(one for one in self._working if one.action.id == event.option_id)
        self.dismiss(chosen)

    def action_focus_filter(self) -> None:
        self.filter.focus()

    def action_step_back(self) -> None:
        """Out of the search first, then out of the help."""
        if self.filter.has_focus or self.filter.value:
            self.filter.value = ""
            self.keys.focus()
        else:
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)


_GROUP_OF = {action.id: group for group, actions in GROUPS.items() for action in actions}


def matches(one: WorkingKey, words: str) -> bool:
    """Whether a key, its name or its sentence has all the words."""
    text = f"{one.keys} {one.action.label} {one.action.tooltip} {one.action.id}".casefold()
    return all(word in text for word in words.casefold().split())


def _line(one: WorkingKey) -> Content:
    return Content.assemble(
        (f"  {one.keys}".ljust(_KEYS), "bold"), f"{one.action.tooltip.removesuffix('.')}"
    )
