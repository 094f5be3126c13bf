"""Everything that can be typed, in one table: the help and the documentation are made from it."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.errors import UsageError
from tui.lines import comparing, finding, gathered, keeping, reading

if TYPE_CHECKING:
    from tui.lines.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Command:
    """One command. The names are those of the keys that do the same on the screen, where there
    are such, and a word."""

    names: tuple[str, ...]
    takes: str
    purpose: str
    do: Callable[[Sitting, str], None]

    @property
    def typed(self) -> str:
        """ "d, compare [NUMBER…]"."""
        return f"{', '.join(self.names)} {self.takes}".rstrip()


def _help(sitting: Sitting, words: str) -> None:
    wanted = words.casefold()
    found = [one for one in COMMANDS if wanted in f"{one.typed} {one.purpose}".casefold()]
    pages = sitting.pages
    pages.clear()
    pages.line(f"{len(found)} commands. A number opens what it stands before; Enter goes on.")
    for one in found:
        pages.line(f"{one.typed}: {one.purpose}.")


COMMANDS: Final = (
    Command(("/", "search"), "[WORDS]", "find reports; without words all of them", finding.search),
    Command(("open",), "NAME", "open a report by its id, or a file", finding.open_named),
    Command(("back",), "", "say again what was said before", lambda sitting, _: sitting.back()),
    Command(("J",), "", "open the next report of the list", reading.next_report(1)),
    Command(("K",), "", "open the report before in the list", reading.next_report(-1)),
    Command(
        ("n", "next"), "", "the next page, as Enter does", lambda sitting, _: reading.go_on(sitting)
    ),
    Command(("p", "paragraph"), "[NUMBER]", "read from a paragraph on", reading.from_paragraph),
    Command(("}",), "", "the next paragraph", reading.to_paragraph(1)),
    Command(("{",), "", "the paragraph before", reading.to_paragraph(-1)),
    Command((".",), "", "this sentence", reading.say_sentence),
    Command((")",), "", "the next sentence", reading.to_sentence(1)),
    Command(("(",), "", "the sentence before", reading.to_sentence(-1)),
    Command(("f", "figure"), "", "the next figure, in its sentence", reading.to_mark("figure", 1)),
    Command(("F",), "", "the figure before", reading.to_mark("figure", -1)),
    Command(("w", "official"), "", "the next official", reading.to_mark("official", 1)),
    Command(("W",), "", "the official before", reading.to_mark("official", -1)),
    Command(
        ("c", "disputed"),
        "",
        "the next sentence that another report answers differently",
        reading.to_mark("disputed sentence", 1),
    ),
    Command(("C",), "", "the one before", reading.to_mark("disputed sentence", -1)),
    Command(("find",), "[WORDS]", "find words in the report; then the next", reading.find_words),
    Command(("!", "why"), "", "why something is marked here", reading.say_why),
    Command(("H", "marks"), "", "name other marks, or none", reading.change_marks),
    Command(("facts",), "", "all figures, dates, officials, statements, claims", reading.say_facts),
    Command(("d", "compare"), "[NUMBER…]", "where reports part", comparing.compare),
    Command(("M", "matrix"), "[NUMBER…]", "who says what to each question", comparing.matrix),
    Command(("T", "timeline"), "[NUMBER]", "the answers to a question in time", comparing.timeline),
    Command(("r", "rule"), "[NUMBER] RELATION", "keep how you read the answers", comparing.rule),
    Command(("D", "dossier"), "[NAME]", "all that an official said", gathered.dossier),
    Command(("R", "brief"), "[NUMBER…]", "the reports as a page for an editor", gathered.brief),
    Command(("b", "bookmark"), "", "keep this sentence in the notes", keeping.bookmark),
    Command(("a", "note"), "WORDS #TAG", "keep it with a note and tags", keeping.annotate),
    Command(("u", "undo"), "", "take back what was written last", keeping.undo),
    Command(("B", "notes"), "[WORDS]", "all bookmarks, or those with some words", keeping.notes),
    Command(("o", "browser"), "", "open the report's web page", keeping.browse),
    Command(("|", "pipe"), "PROGRAM", "give the report's words to a program", keeping.pipe_to),
    Command(("update",), "", "read in what has changed in the library", finding.update),
    Command(("?", "help"), "[WORDS]", "these commands", _help),
    Command(("q", "quit"), "", "leave", lambda sitting, _: sitting.leave()),
)
"""In the order of the help."""

_BY_NAME: Final = {name: command for command in COMMANDS for name in command.names}


def command_named(name: str) -> Command:
    """The command of a name. Raises UsageError for one that there is none of."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    near = difflib.get_close_matches(name, _BY_NAME, 1)
    hint = f"did you mean {near[0]}?" if near else "? lists all."
    raise UsageError(f"There is no command {name}; {hint}")
