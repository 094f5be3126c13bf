"""The questions that the reports answer: how they stand to each other, and the values."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from index.compare.model import DISPUTED, Question
from tui.bindings import for_screen
from tui.rendering.relations import label, shown_relation
from tui.rendering.reports import Reports
from tui.widgets.keyed_list import KeyedList


class QuestionList(KeyedList):
    """Questions, the gravest first."""

    BINDINGS = for_screen("questions")

    @property
    def chosen(self) -> str | None:
        """Id of the question that is highlighted."""
        return None if self.highlighted is None else self.options[self.highlighted].id

    def show(self, reports: Reports, *, everything: bool) -> None:
        """Lists all questions, or only those in which the reports do not say the same."""
        chosen = self.highlighted
        self.set_options(
            Option(_prompt(question, reports), id=question.id)
            for question in reports.comparison.questions
            if everything or shown_relation(question) in DISPUTED
        )
        self.can_focus = bool(self.option_count)
        if self.option_count:
            self.highlighted = min(chosen or 0, self.option_count - 1)

    def follow(self, questions: Sequence[Question]) -> None:
        """Highlights the first of some questions that is listed, or stays where none of them is."""
        listed = {option.id: number for number, option in enumerate(self.options)}
        found = (listed[one.id] for one in questions if one.id in listed)
        self.highlighted = next(found, self.highlighted)


def _prompt(question: Question, reports: Reports) -> Content:
    """Two lines: relation and question; below, who says what."""
    style = "$disputed" if shown_relation(question) in DISPUTED else "$quiet"
    return Content.assemble(
        (label(question), f"bold {style}"),
        "  ",
        question.question,
        "\n",
        (f"  {values(question, reports)}", "$quiet"),
    )


def values(question: Question, reports: Reports) -> str:
    """Each report's words for it: "DoD: a small number · ABC News: at least 10,000"."""
    said: dict[str, dict[str, str]] = {}
    for answer in question.answers:
        words = " ".join(answer.text.split())
        said.setdefault(answer.article, {}).setdefault(words.casefold(), words)
    return " · ".join(
        f"{reports.outlet(article)}: {' / '.join(words.values())}"
        for article, words in said.items()
    )
