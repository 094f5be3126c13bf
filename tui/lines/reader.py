"""The conversation: a prompt, a command, an answer that begins with a summary."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from index.errors import NewsreaderError, UsageError
from index.sources.sanitise import clean_line
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

_LONGEST = 10_000
"""Characters of a command."""
_COMMAND = re.compile(r"(?P<name>[A-Za-z]+|\S)\s*(?P<rest>.*)")
_PROMPT = "> "


class LineReader:
    """One sitting: what was listed, what is open, and where a step back leads."""

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
        self._choices: Sequence[View] = ()
        self._trail: list[View] = []
        self._left = False

    @cached_property
    def desk(self) -> Desk:
        """The library, brought up to date, with its notes; opened when it is first asked for."""
        library, state = self.session.fresh_library, None
        try:
            state = State.open()
        except NewsreaderError as error:
            self.pages.note(str(error))
        desk = Desk(library, self.session.notebook, state)
        if self.session.settings is not None:
            desk.watch = self.session.settings.reader.watch
        return desk

    # ---- the conversation

    def run(self) -> int:
        """Talks until the person leaves, by a command, the end of the input, or ctrl+c."""
        from tui.lines.finding import greet

        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="replace")
        try:
            self._answer(partial(greet, self))
            while not self._left and (line := self._ask()):
                self._answer(partial(self.do, line))
        except KeyboardInterrupt:
            self._end_line()
        finally:
            self.close_report()
        return 0

    def _ask(self) -> str:
        """A line with its end; "" where there are no more."""
        self.pages.used = 0
        if sys.stdin.isatty():
            sys.stdout.write(_PROMPT)
            sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            self._end_line()
        return line

    @staticmethod
    def _end_line() -> None:
        if sys.stdin.isatty():  # the shell's prompt begins a line of its own
            sys.stdout.write("\n")

    def _answer(self, act: View) -> None:
        """Does one thing; what goes wrong is said, and the conversation goes on."""
        try:
            act()
        except NewsreaderError as error:
            self.pages.line(str(error))
        except KeyboardInterrupt:
            self.pages.clear()
            self.pages.line("Stopped.")
        self.pages.turn()
        if self.report is not None and self.pages.places:
            self.report.reach(self.pages.places[0], self.pages.places[-1])

    def do(self, line: str) -> None:
        """Does what one line asks for. Raises NewsreaderError."""
        from tui.lines.commands import command_named

        words = clean_line(line, _LONGEST).strip()
        if words:
            self.pages.interrupt()
        if not words:
            self.go_on()
        elif words.isdecimal():
            self.choose(int(words[:9]))
        elif found := _COMMAND.fullmatch(words):
            command_named(found["name"]).do(self, found["rest"])

    def go_on(self) -> None:
        """The next page of what is being said, or of the open report."""
        from tui.lines.reading import go_on

        if not self.pages.resume():
            go_on(self)

    # ---- views

    def show(self, view: View) -> None:
        """Says something new; a step back leads to what was said before it."""
        self._trail.append(view)
        self._say(view)

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

    def back(self) -> None:
        """Says again what was said before."""
        if len(self._trail) > 1:
            self._trail.pop()
        self._say(self._trail[-1])

    def leave(self) -> None:
        """Ends the conversation."""
        self._left = True

    def close_report(self) -> None:
        """Keeps where the person stopped reading."""
        if self.report is not None:
            self.desk.leave(self.report.article, self.report.cursor)
            self.report = None
