"""The conversation: a prompt, a command, an answer that begins with a summary."""

from __future__ import annotations

import re
import sys
from functools import partial
from typing import TYPE_CHECKING

from index.errors import NewsreaderError
from index.sources.sanitise import clean_line
from tui.lines.finding import greet
from tui.lines.sitting import Sitting, View

if TYPE_CHECKING:
    from tui.commands.session import Session

_LONGEST = 10_000
"""Characters of a command."""
_COMMAND = re.compile(r"(?P<name>[A-Za-z]+|\S)\s*(?P<rest>.*)")
_PROMPT = "> "


class LineReader:
    """Reads a line, does what it asks for, and says the answer."""

    def __init__(self, session: Session) -> None:
        self.sitting = Sitting(session)

    def run(self) -> int:
        """Talks until the person leaves, by a command, the end of the input, or ctrl+c."""
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="replace")
        try:
            self._answer(partial(greet, self.sitting))
            while not self.sitting.left and (line := self._ask()):
                self._answer(partial(self.do, line))
        except KeyboardInterrupt:
            self._end_line()
        finally:
            self.sitting.close()
        return 0

    def _ask(self) -> str:
        """A line with its end; "" where there are no more."""
        self.sitting.pages.used = 0
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
        pages = self.sitting.pages
        try:
            act()
        except NewsreaderError as error:
            pages.line(str(error))
        except KeyboardInterrupt:
            pages.clear()
            pages.line("Stopped.")
        pages.turn()
        if self.sitting.report is not None and pages.places:
            self.sitting.report.reach(pages.places[0], pages.places[-1])

    def do(self, line: str) -> None:
        """Does what one line asks for; an empty one goes on. Raises NewsreaderError."""
        # What the commands need is imported once the greeting has been said.
        from tui.lines.commands import command_named
        from tui.lines.reading import go_on

        words = clean_line(line, _LONGEST).strip()
        if not words:
            go_on(self.sitting)
            return
        self.sitting.pages.interrupt()
        if words.isdecimal():
            self.sitting.choose(int(words[:9]))
        elif found := _COMMAND.fullmatch(words):
            command_named(found["name"]).do(self.sitting, found["rest"])
