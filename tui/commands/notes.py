"""`newsreader notes`: bookmarks as a list, held against their articles, and exported."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands.session import Session

if TYPE_CHECKING:
    from index.contract.articles import Note
    from index.notes.bookmark import Bookmark

ACTIONS = ("list", "check", "export")
FORMATS = ("md", "jsonld", "csv", "csl")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beyond the common options."""
    parser.add_argument("action", choices=ACTIONS, metavar="|".join(ACTIONS), help="what to do")
    parser.add_argument("--to", choices=FORMATS, default="md", help="the format of the export")


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints the bookmarks; 1 where `check` finds one that does not match its article."""
    if options.action == "check":
        return _check(options, session)
    bookmarks = session.notebook.bookmarks()
    if options.action == "export":
        from index.notes.exports import export

        session.output.verbatim(export(bookmarks, options.to).rstrip("\n"))
        return 0
    for bookmark in bookmarks:
        if options.json:
            session.output.object(note_of(bookmark, bookmark.state))
        else:
            _print(bookmark, "" if bookmark.state == "written" else bookmark.state, session)
    if not bookmarks and not options.json:
        session.output.note("there are no bookmarks yet; the key b in the reader makes one.")
    return 0


def _check(options: argparse.Namespace, session: Session) -> int:
    library = session.fresh_library
    found = session.notebook.check(lambda id_: library.article(library.current_id(id_) or id_))
    for one in found:
        if options.json:
            session.output.object(note_of(one.bookmark, one.state))
        else:
            _print(one.bookmark, f"{one.state}: {one.message}", session)
    return 0 if all(one.state == "ok" for one in found) else 1


def _print(bookmark: Bookmark, state: str, session: Session) -> None:
    tags = " ".join(f"#{tag}" for tag in bookmark.tags)
    place = f"{bookmark.article}#{bookmark.id}"
    session.output.line((" ".join(bookmark.exact.split()), "title"))
    session.output.line((" · ".join(filter(None, (place, bookmark.made[:10], tags))), "faint"))
    for line in filter(None, (" ".join(bookmark.note.split()), state)):
        session.output.line(f"  {line}")


def note_of(bookmark: Bookmark, state: str) -> Note:
    """The contract's object for one bookmark."""
    from index.contract.articles import Note

    return Note(
        id=bookmark.id,
        article=bookmark.article,
        exact=bookmark.exact,
        note=bookmark.note,
        tags=list(bookmark.tags),
        made=bookmark.made,
        state=state,
    )
