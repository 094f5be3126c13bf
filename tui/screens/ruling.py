"""Asking the person how they read the answers to a question."""

from __future__ import annotations

from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from index.compare.model import GRAVITY, Question, RelationKind
from tui.bindings import for_screen
from tui.rendering.relations import MEANING, SIGN
from tui.screens.closing import ClosesOnce
from tui.widgets.key_line import KeyLine
from tui.widgets.keyed_list import KeyedList

Choice = RelationKind | Literal["none"]


class ChoiceList(KeyedList):
    """One relation a line."""

    BINDINGS = for_screen("choices")


class RulingScreen(ModalScreen[Choice | None], ClosesOnce[Choice | None]):
    """Ends with the relation that the person chose, "none" to take a ruling back, or None."""

    CSS_PATH = "../../styles/card.tcss"
    BINDINGS = for_screen("ruling_screen")

    choices = query_one(ChoiceList)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """A box over the dimmed screen."""
        with Vertical(id="card"):
            yield Static(self._question.question, id="card-head", markup=False)
            yield ChoiceList(*self._options(), markup=False)
        yield KeyLine()

    def _options(self) -> list[Option]:
        options = [
            Option(
                Content.assemble(
                    (f"{SIGN[relation]} {relation:<13}", "bold"), (MEANING[relation], "$quiet")
                ),
                id=relation,
            )
            for relation in GRAVITY
        ]
        if self._question.ruling:
            found = f"take your ruling back: the rules found “{self._question.relation}”"
            options.append(Option(found, id="none"))
        return options

    def on_mount(self) -> None:
        """The present relation is highlighted."""
        present = self._question.ruling or self._question.relation
        self.choices.highlighted = GRAVITY.index(present)
        self.choices.focus()

    @on(OptionList.OptionSelected)
    def _choose(self, message: OptionList.OptionSelected) -> None:
        choices: tuple[Choice, ...] = (*GRAVITY, "none")
        self.dismiss(choices[message.option_index])
