"""The plain commands, one a room: each has `add_arguments` and `run`, which gives the exit code."""

from __future__ import annotations

from typing import Final

COMMANDS: Final[dict[str, str]] = {
    "index": "bring the index of the library up to date",
    "add": "take in pages, feeds, lists of feeds and files",
    "refresh": "take in what is new in all feeds",
    "search": "find articles",
    "show": "print an article with its figures and officials marked",
    "facts": "print what articles say: figures, dates, officials, statements, claims",
    "compare": "lay reports side by side: the questions they answer, and where they part",
    "conflicts": "do the same over every story of the library",
    "notes": "list, check and export bookmarks",
    "doctor": "say what is wrong with index, library, notes and terminal, and how to mend it",
}
"""Name and purpose of each plain command."""
