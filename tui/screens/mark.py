"""Why something is marked, and saying that a mark is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from index.facts.explain import Reason, ReasonKind
from index.notes.decisions import WRONG, Correction, MarkKind
from tui.bindings import for_screen
from tui.rendering.flow import shorten
from tui.screens.closing import ClosesOnce
from tui.widgets.key_line import KeyLine
from tui.widgets.keyed_list import KeyedList

_OFFERS: Final[dict[ReasonKind, tuple[MarkKind, ...]]] = {
    "figure": ("figure",),
    "date": ("date",),
    "official": ("official", "person"),
    "statement": ("statement", "speaker"),
    "claim": ("claim",),
}
"""What can be wrong with a mark; nothing with furniture and with roles, which are not marked."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """The person says that a mark is wrong."""

    kind: MarkKind
    start: int
    end: int


class ReasonList(KeyedList):
    """Why each mark stands; below it, what the person may say against it."""

    BINDINGS = for_screen("choices")


class MarkScreen(ModalScreen[Wrong | Correction | None], ClosesOnce[Wrong | Correction | None]):
    """Ends with what is wrong, with a correction that the person takes back, or with None."""

    CSS_PATH = "../../styles/card.tcss"
    BINDINGS = for_screen("mark_screen")

    reasons = query_one(ReasonList)

    def __init__(
        self, words: str, reasons: Sequence[Reason], corrections: Sequence[Correction], body: str
    ) -> None:
        """`words` are what is asked about, `corrections` those that hold among them."""
        super().__init__()
        self._words = words
        self._choices: list[Wrong | Correction | None] = []
        """One for each option of the list; None for what only explains."""
        self._options: list[Option] = []
        for reason in reasons:
            self._explain(reason.sentence)
            marked = _short(body[reason.start : reason.end])
            for kind in _OFFERS.get(reason.kind, ()):
                offer = f"  Wrong: “{marked}” is {WRONG[kind]}"
                self._offer(offer, Wrong(kind, reason.start, reason.end))
        for correction in corrections:
            said = f"“{_short(correction.passage.exact)}” is {WRONG[correction.kind]}"
            self._explain(f"You have said that {said}.")
            self._offer("  Take that back", correction)
        if not self._options:
            self._explain("Nothing is marked here.")

    def _explain(self, sentence: str) -> None:
        if self._options:
            self._choices.append(None)
            self._options.append(Option("", disabled=True))
        self._choices.append(None)
        self._options.append(Option(Content(sentence)))

    def _offer(self, words: str, choice: Wrong | Correction) -> None:
        self._choices.append(choice)
        self._options.append(Option(Content(words)))

    def compose(self) -> ComposeResult:
        """A box over the dimmed screen."""
        with Vertical(id="card"):
            words = shorten(" ".join(self._words.split()), 160)
            yield Static(Content(f"Why marked: “{words}”"), id="card-head", markup=False)
            yield ReasonList(*self._options, markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The first reason is highlighted: a hasty Enter there corrects nothing."""
        self.reasons.highlighted = 0
        self.reasons.focus()

    @on(OptionList.OptionSelected)
    def _choose(self, message: OptionList.OptionSelected) -> None:
        if (choice := self._choices[message.option_index]) is not None:
            self.dismiss(choice)


def _short(words: str) -> str:
    return shorten(" ".join(words.split()), 40)
