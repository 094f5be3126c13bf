"""One sitting: what was listed, what is open, what numbers stand for, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from index.errors import NewsreaderError, UsageError
from index.state import State
from tui.desk import Desk
from tui.lines.pages import Pages

if TYPE_CHECKING:
    from index.article import Article
    from index.compare.model import Question
    from tui.commands.session import Session
    from tui.lines.report import Report

View = Callable[[], None]
"""Says what there is to say, and sets what a number chooses."""


class Sitting:
    """What the commands work on, and find again from one to the next."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.pages = session.output = Pages()
        self.listed: Sequence[str] = ()
        """Ids of the reports of the last list: what `compare 1 3` means."""
        self.report: Report | None = None
        """The report that is open."""
        self.questions: Sequence[Question] = ()
        """Those of the last comparison: what `timeline 2` means."""
        self.compared: Sequence[Article] = ()
        """The reports of that comparison."""
        self.left = False
        """The person wants to leave."""
        self._choices: Sequence[View] = ()
        self._trail: list[View] = []
        self._state: State | None = None

    @cached_property
    def desk(self) -> Desk:
        """The library, brought up to date, with its notes; opened when it is first asked for."""
        library = self.session.fresh_library
        try:
            self._state = State.open()
        except NewsreaderError as error:
            self.pages.note(str(error))
        desk = Desk(library, self.session.notebook, self._state)
        if self.session.settings is not None:
            desk.watch = self.session.settings.reader.watch
        return desk

    # ---- the report

    def open_one(self) -> Report:
        """The report that is open. Raises UsageError where none is."""
        if self.report is None:
            raise UsageError("Open a report first: its number in the list opens it.")
        return self.report

    def close_report(self) -> None:
        """Keeps where the person stopped reading."""
        if self.report is not None:
            self.desk.leave(self.report.article, self.report.cursor)
            self.report = None

    def close(self) -> None:
        """Keeps the place in the open report, and lets go of what only the sitting has opened."""
        self.close_report()
        if self._state is not None:
            self._state.close()

    # ---- views

    def show(self, view: View) -> None:
        """Says something new; a step back leads to what was said before it."""
        self._trail.append(view)
        self._say(view)

    def back(self) -> None:
        """Says again what was said before."""
        if len(self._trail) > 1:
            self._trail.pop()
        self._say(self._trail[-1])

    def _say(self, view: View) -> None:
        self.pages.clear()
        self._choices = ()
        view()

    def offer(self, choices: Sequence[View]) -> None:
        """What the numbers from 1 on choose."""
        self._choices = choices

    def choose(self, number: int) -> None:
        """Does what a number stands for. Raises UsageError."""
        if not 0 < number <= len(self._choices):
            known = f"1 to {len(self._choices)} are" if self._choices else "none is"
            raise UsageError(f"There is nothing numbered {number} here; {known}.")
        self._choices[number - 1]()

    def leave(self) -> None:
        """Ends the conversation."""
        self.left = True
