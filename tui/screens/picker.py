"""Choosing one of many: a report, an outlet, a search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import app, query_one
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui.bindings import for_screen
from tui.rendering.words import day
from tui.screens.filtered import FiltersList
from tui.shared_actions import SharedActions
from tui.widgets.key_line import KeyLine
from tui.widgets.keyed_list import KeyedList

if TYPE_CHECKING:
    from index.catalog import Entry

MOST = 200
"""Choices that are listed at once; typing narrows them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen."""

    id: str
    text: str
    detail: str = ""
    """Said of it on a second line, in a quieter voice."""
    sign: str = ""
    """One cell before it: "✓" where it is chosen already."""
    heading: str = ""
    """The group that it belongs to; groups stand together."""


class ChoiceList(KeyedList):
    """One choice on a line or two."""

    BINDINGS = for_screen("choices")


class Picker(ModalScreen[str | None], FiltersList[str | None]):
    """Ends with the id of what was chosen, or None."""

    CSS_PATH = "../../styles/help.tcss"
    BINDINGS = for_screen("picker_screen")

    app = app(SharedActions)
    choices = query_one(ChoiceList)
    box = query_one("#help", Vertical)

    def __init__(
        self,
        choices: Sequence[Choice],
        *,
        title: str,
        typing: str = "narrow the list",
        hint: str = "",
        nothing: str = "Nothing has these words.",
    ) -> None:
        """`choices`: the likeliest first. `typing` says what typing does, `hint` what else there is
        to know, and `nothing` is said where no choice is left."""
        super().__init__()
        self._title_words = title
        self._choices = choices
        self._typing = typing
        self._hint = hint
        self._nothing = nothing

    def compose(self) -> ComposeResult:
        """A box over the dimmed screen."""
        with Vertical(id="help"):
            typing = f"{self.app.key_of('filter.focus')} to {self._typing}"
            told = "; ".join(filter(None, [self._hint, typing]))
            yield Input(placeholder=told, compact=True)
            yield ChoiceList(markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows what can be chosen."""
        self._show()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offers other choices; the highlight stays on the same one where it is still there."""
        highlighted = self.highlighted
        self._choices = choices
        self._show()
        if highlighted is not None and any(choice.id == highlighted for choice in self._shown()):
            self.choices.highlighted = self.choices.get_option_index(highlighted)

    @property
    def highlighted(self) -> str | None:
        """The id of the choice under the cursor."""
        option = self.choices.highlighted_option
        return option.id if option is not None else None

    @on(Input.Changed)
    def _narrow(self) -> None:
        self._show()

    def _shown(self) -> Sequence[Choice]:
        words = self.filter.value.casefold().split()
        return list(islice((one for one in self._choices if _has(one, words)), MOST))

    def _show(self) -> None:
        shown = self._shown()
        self.box.border_title = Content(f"{self._title_words} · {len(shown):,}")
        self.choices.set_options(_options(shown) or [Option(self._nothing, disabled=True)])
        self.choices.action_first()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)


class ReportPicker(Picker):
    """Ends with the id of the report that was chosen, or None."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        """`choices`: see `report_choices`."""
        super().__init__(
            choices,
            title="Reports",
            typing="search the reports",
            nothing="No other report has these words.",
        )


def report_choices(entries: Iterable[Entry]) -> list[Choice]:
    """Reports to choose from, the likeliest first. Of a large library not for the thread of the
    keys."""
    return [
        Choice(entry.id, entry.title, f"{entry.source or ''} · {day(entry.published)}")
        for entry in entries
    ]


def _has(choice: Choice, words: Sequence[str]) -> bool:
    text = f"{choice.text} {choice.detail}".casefold()
    return all(word in text for word in words)


def _options(choices: Iterable[Choice]) -> list[Option]:
    """One option each, with a heading before each group."""
    options: list[Option] = []
    heading = ""
    for choice in choices:
        if choice.heading != heading:
            heading = choice.heading
            options.append(Option(Content.styled(heading, "bold"), disabled=True))
        sign = f"{choice.sign or ' '} " if heading else ""
        detail = ("\n", (f"  {choice.detail}", "$quiet")) if choice.detail else ()
        options.append(Option(Content.assemble(sign, choice.text, *detail), id=choice.id))
    return options
