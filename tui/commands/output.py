"""Writes what a command says: JSON, styled text on a terminal, or plain lines.

Everything passes the guard. A command says each line once, as words with styles; how it looks is
decided here.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.rendering.ascii import ENCODING_ERRORS
from tui.rendering.guard import guard
from tui.terminal import terminal_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from index.contract.base import Contract

MEASURE = 80
"""Columns of a line of text on a wide terminal."""

Part = str | tuple[str, str]
"""Words, or words and the name of a style."""

STYLES = {
    "figure": "bold yellow",
    "date": "italic",
    "official": "underline cyan",
    "match": "reverse",
    "title": "bold",
    "faint": "dim",
    "disputed": "bold red",
    "agreed": "green",
    "passage": "on grey23",
}
"""Every style also differs without its colour."""


class Output:
    """Standard output, in the manner that options and terminal ask for."""

    def __init__(self, *, json: bool = False, plain: bool = False) -> None:
        self.json = json
        terminal = terminal_of(os.environ)
        # `FORCE_COLOR=1 newsreader show … | less -R`: https://force-color.org
        watched = sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))
        self.plain = plain or json or not watched or not terminal.colors or not terminal.moves
        """No colour, no box drawing, words instead of marks."""
        self._columns = shutil.get_terminal_size().columns if watched else None
        # A letter that the terminal's encoding lacks is no reason to fail; JSON is always UTF-8.
        encoding = "utf-8" if json else None if terminal.letters or not watched else "ascii"
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors=ENCODING_ERRORS, encoding=encoding)
        self._made_console: Console | None = None

    @property
    def measure(self) -> int | None:
        """Columns of a line of text; None where no person watches, and lines are as they come."""
        return min(MEASURE, self._columns) if self._columns else None

    def line(self, *parts: Part) -> None:
        """One line; on a terminal it is wrapped between words."""
        if self.plain:
            words = "".join(part if isinstance(part, str) else part[0] for part in parts)
            for start, end in self._rows(words):
                self.write(words[start:end])
        else:
            self._console.print(_styled(parts), width=self.measure)

    def _rows(self, words: str) -> Sequence[tuple[int, int]]:
        if self.measure is None:
            return [(0, len(words))]
        from tui.rendering.flow import wrap  # and rich with it: only a terminal needs it

        return wrap(words, 0, len(words), self.measure)

    def write(self, words: str) -> None:
        """One line as it stands."""
        sys.stdout.write(guard(words) + "\n")

    def verbatim(self, words: str) -> None:
        """One line that is a file's content: never wrapped or styled."""
        self.write(words)

    def object(self, made: Contract) -> None:
        """One object of the contract, on a line of its own, handed on at once."""
        sys.stdout.write(guard(made.json_line()) + "\n")
        sys.stdout.flush()

    def table(self, titles: Sequence[str], rows: Sequence[Sequence[Part]]) -> None:
        """Rows under titles: a table on a terminal, else columns that line up."""
        if self.plain:
            self._line_up([titles, *rows])
            return
        from rich.table import Table

        table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", show_edge=False)
        for title in titles:
            table.add_column(title)
        for row in rows:
            table.add_row(*(_styled([cell]) for cell in row))
        self._console.print(table)

    def note(self, sentence: str) -> None:
        """A sentence to the person, on standard error: out of the way of what is piped."""
        sys.stdout.flush()
        print(f"newsreader: {guard(sentence)}", file=sys.stderr)

    def _line_up(self, rows: Sequence[Sequence[Part]]) -> None:
        words = [[cell if isinstance(cell, str) else cell[0] for cell in row] for row in rows]
        widths = [max(map(len, column)) for column in zip(*words, strict=True)]
        for row in words:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.write("  ".join(cells).rstrip())

    @property
    def _console(self) -> Console:
        if self._made_console is None:
            from rich.console import Console
            from rich.theme import Theme

            self._made_console = Console(
                theme=Theme(STYLES), highlight=False, markup=False, emoji=False
            )
        return self._made_console


def marked(text: str, spans: Iterable[tuple[int, int, str]]) -> Iterator[Part]:
    """`text` in parts, those of `spans` (start, end, style) with their style; overlaps are cut."""
    at = 0
    for start, end, style in sorted(spans):
        if start < at:
            continue
        yield text[at:start]
        yield text[start:end], style
        at = end
    yield text[at:]


def _styled(parts: Sequence[Part]) -> Text:
    from rich.text import Text

    text = Text()
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        text.append(guard(words), style or None)
    return text
