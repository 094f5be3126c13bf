"""`newsreader [PATH…]`: opens the reader."""

from __future__ import annotations

import argparse
import difflib
import gc
import os
import sys
from pathlib import Path
from typing import Any

from index.errors import InputError, SettingsError, UsageError
from index.locations import default_places, library_place
from index.settings_file import read_table
from tui.commands import COMMANDS
from tui.commands.session import Session
from tui.terminal import Terminal, terminal_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the reader takes beyond the common options."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="folders and files")


def run(options: argparse.Namespace, session: Session) -> int:
    """Opens the reader, on the screen or line by line, and stays until it is left.

    The settings are taken as they stand: checking them is for after the first frame.
    """
    table: dict[str, Any] = {}
    try:
        table, _ = read_table(options.config)
    except SettingsError:  # the reader says so on its screen, but a file must be there to be read
        if options.config is not None and not options.config.exists():
            raise
    places = options.paths or options.library or _stated(table, "library", "path")
    places = [_place(place) for place in places] or default_places()
    terminal = _terminal(table)
    watched = sys.stdin.isatty() and sys.stdout.isatty()
    in_lines = _told(table, "reader", "plain") is True or not terminal.moves
    if not options.json and (options.plain or (watched and in_lines)):
        from tui.lines.reader import LineReader

        options.library, options.plain = places, True
        return LineReader(session).run()
    if options.json or not watched:
        raise UsageError(
            "The reader needs a terminal; `newsreader --plain` reads line by line without one, and "
            "`newsreader search ''` lists the articles."
        )
    gc.disable()  # what is made while importing stays: looking through it would be for nothing
    from tui.app import NewsReader
    from tui.theme import DARK

    notes, folder = options.notes, None
    if notes is None:
        notes = next(iter(_stated(table, "notes", "path")), None)
        folder = next(iter(_stated(table, "notes", "notes_dir")), None)
    app = NewsReader(
        places,
        notes=notes and notes.expanduser(),
        notes_dir=folder and folder.expanduser(),
        config=options.config,
        theme=str(_told(table, "reader", "theme") or DARK.name),
        session=_told(table, "reader", "session") is not False,
    )
    app.fit(terminal)
    app.run()
    return app.return_code or 0


def _terminal(table: dict[str, Any]) -> Terminal:
    """The terminal as it is, and as the person wants it used."""
    terminal = terminal_of(os.environ)
    plain_signs = _told(table, "reader", "ascii")
    signs = not plain_signs if isinstance(plain_signs, bool) else terminal.signs
    motion = _told(table, "reader", "motion") is not False
    return terminal._replace(signs=signs, motion=motion)


def _place(path: Path) -> Path:
    try:
        return library_place(path)
    except InputError:
        near = difflib.get_close_matches(str(path), COMMANDS, 1)
        if not near:
            raise
        raise InputError(
            f"There is no file or folder {str(path)!r}; did you mean `newsreader {near[0]}`?"
        ) from None


def _stated(table: dict[str, Any], section: str, key: str) -> list[Path]:
    """The paths under a key, one or many; nothing where the file says something else."""
    value = _told(table, section, key)
    words = value if isinstance(value, list) else [value]
    return [Path(word) for word in words if isinstance(word, str) and word]


def _told(table: dict[str, Any], section: str, key: str) -> object:
    """What stands under a key; None where there is nothing."""
    found = table.get(section, {})
    return found.get(key) if isinstance(found, dict) else None
