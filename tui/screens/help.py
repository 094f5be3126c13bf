"""The keys that work where the person is, to look through, to search, and to try."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.getters import app, query_one
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.actions import GROUPS, Action
from tui.bindings import ACTIONS, for_screen
from tui.keymap import normal_key
from tui.rendering.flow import wrap
from tui.rendering.relations import MEANING, SIGN
from tui.screens.filtered import FiltersList
from tui.shared_actions import SharedActions
from tui.widgets.key_line import KeyLine
from tui.widgets.keyed_list import KeyedList

_KEYS: Final = 16
"""Cells for the keys, left of the words."""
_EDGES: Final = 4
"""Cells beside them: the list's bar and margins."""
_FEWEST: Final = 16
"""Cells that the words have in the narrowest terminal."""
_KNOWN: Final = "Move"
"""The group of the keys that every program has."""
_WITH_SIGNS: Final = frozenset({"disputed.next", "question.why"})
"""Actions of the screens that have signs in the margin."""


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

    How to move comes last: fingers know it, and what can be done here is seen at once. Taken from
    the living bindings: the person's own keys, only what the focused pane and its screen offer,
    nothing that is switched off.
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
    return sorted(working, key=lambda one: _GROUP_OF[one.action.id] == _KNOWN)


class KeyList(KeyedList):
    """One key a line, under the headings of their groups."""

    BINDINGS = for_screen("help")


class HelpScreen(ModalScreen[WorkingKey | None], FiltersList[WorkingKey | None]):
    """Ends with the action that the person wants done, or None."""

    CSS_PATH = "../../styles/help.tcss"
    BINDINGS = for_screen("help_screen")

    app = app(SharedActions)
    keys = query_one(KeyList)
    box = query_one("#help", Vertical)

    def __init__(self, working: Sequence[WorkingKey]) -> None:
        super().__init__()
        self._working = working

    def compose(self) -> ComposeResult:
        """A box over the dimmed screen."""
        with Vertical(id="help"):
            key = self.app.key_of("filter.focus")
            yield Input(placeholder=f"{key} to search these keys", compact=True)
            yield KeyList(markup=False)
            yield Static(
                "ctrl+c copies what is selected, ctrl+q leaves at once. docs/keys.md says how to "
                "change keys.",
                id="help-foot",
                markup=False,
            )
        yield KeyLine()

    @on(events.Resize)
    def _lay_out(self) -> None:
        """Shows the keys, in lines of the width that there is now."""
        self.call_after_refresh(lambda: self._list(self.filter.value))

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._list(event.value)

    def _list(self, words: str) -> None:
        wanted = [one for one in self._working if matches(one, words)]
        options: list[Option] = []
        for group, members in groupby(wanted, key=lambda one: _GROUP_OF[one.action.id]):
            options.append(_heading(group))
            options += [
                Option(self._line(one.keys, one.action.tooltip.removesuffix(".")), id=one.action.id)
                for one in members
            ]
        if not options:
            options.append(Option("No key does that here.", disabled=True))
        options += self._signs(words)
        self.box.border_title = Content(f"Keys that work here · {len(wanted)}")
        self.keys.set_options(options)
        self.keys.action_first()

    def _signs(self, words: str) -> Sequence[Option]:
        """What the signs in the margin mean, where there are any."""
        if not any(one.action.id in _WITH_SIGNS for one in self._working):
            return ()
        found = [
            Option(self._line(sign, meaning))
            for sign, meaning in _signs()
            if all(word in f"{sign} {meaning}".casefold() for word in words.casefold().split())
        ]
        return [_heading("Signs in the margin"), *found] if found else ()

    def _line(self, keys: str, words: str) -> Content:
        """Keys, and what they do behind them; further rows begin below the words."""
        room = max(_FEWEST, self.keys.scrollable_content_region.width - _KEYS - _EDGES)
        rows = [words[start:end] for start, end in wrap(words, 0, len(words), room)]
        below = "\n" + " " * _KEYS
        return Content.assemble((f"  {keys}".ljust(_KEYS), "bold"), below.join(rows))

    @on(OptionList.OptionSelected)
    def _do(self, event: OptionList.OptionSelected) -> None:
        chosen = next((one for one in self._working if one.action.id == event.option_id), None)
        if chosen is not None:  # a sign does nothing
            self.dismiss(chosen)


_GROUP_OF = {action.id: group for group, actions in GROUPS.items() for action in actions}


def matches(one: WorkingKey, words: str) -> bool:
    """Whether a key, its name or its sentence has all the words."""
    text = f"{one.keys} {one.action.label} {one.action.tooltip} {one.action.id}".casefold()
    return all(word in text for word in words.casefold().split())


def _heading(words: str) -> Option:
    return Option(Content.styled(words, "bold $primary"), disabled=True)


def _signs() -> Iterator[tuple[str, str]]:
    """The signs that stand before sentences and answers, with what each means."""
    for relation, sign in SIGN.items():
        yield sign, f"{relation}: {MEANING[relation]}"
    yield "≠3", "the number behind a sign: so many other reports answer this too"
    yield "•", "words of yours are kept from here"
