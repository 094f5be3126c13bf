"""What can be done with a question and an answer, on every screen that shows some."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from textual.getters import app

from index.article import Article
from index.compare.model import Question
from tui.places import Place
from tui.rendering.evidence import own_answer
from tui.screens.keeping import KeepsPassages
from tui.screens.openings import choose_official, open_brief
from tui.shared_actions import SharedActions


class Standing(NamedTuple):
    """What the cursor of a screen stands on."""

    questions: Sequence[Question]
    """What is answered there, the gravest first."""
    place: Place | None
    """The report, and the words in it."""


class QuestionActions(KeepsPassages):
    """The card, the ruling, the timeline and the bookmark for what the cursor stands on."""

    app = app(SharedActions)
    is_timeline = False
    """Nothing here leads to a timeline: this is one."""

    @abstractmethod
    def standing(self) -> Standing:
        """What the cursor stands on."""

    @abstractmethod
    def compared(self) -> Sequence[Article]:
        """The reports on the screen."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides what cannot be done without a library to do it in."""
        return action not in ("rule", "unrule", "bookmark") or self.app.desk is not None

    def show_card(self, questions: Sequence[Question], *, reasons: bool = False) -> None:
        """What each report answers, in a box over the screen; `reasons`: with every reason."""
        if questions:
            place, reports = self.standing().place, self.compared()
            self.app.show_card(
                questions, reports, place, reasons=reasons, timeline=not self.is_timeline
            )

    def action_timeline(self) -> None:
        """Shows the answers to the question here over time."""
        if questions := self.standing().questions:
            self.app.show_timeline(questions[0], self.compared())

    def action_why(self) -> None:
        """Shows the reason of every relation here."""
        self.show_card(self.standing().questions, reasons=True)

    def action_rule(self) -> None:
        """Asks how the person reads the answers."""
        if questions := self.standing().questions:
            self.app.ask_ruling(questions[0])

    def action_unrule(self) -> None:
        """Takes the person's ruling back."""
        if questions := self.standing().questions:
            self.app.take_ruling_back(questions[0])

    def action_dossier(self) -> None:
        """Shows what the speaker of the answer here said; where none is named, asks for one."""
        here = self.standing()
        question = next(iter(here.questions), None)
        own = own_answer(question, here.place) if question else None
        answer = question.answers[own] if question and own is not None else None
        choose_official(self.app, [article.id for article in self.compared()], answer)

    def action_brief(self) -> None:
        """Shows these reports as a page for an editor."""
        open_brief(self.app, [article.id for article in self.compared()])
