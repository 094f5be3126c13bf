"""`newsreader doctor`: what is wrong with settings, library, index, notes and terminal."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from index.errors import NewsreaderError
from index.notices import Remark
from tui.commands.session import Session
from tui.rendering.words import count
from tui.terminal import terminal_of


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    check: str
    ok: bool
    message: str
    """One sentence on how it stands."""
    mend: str | None = None
    """One sentence on what to do, where something is wrong."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command takes the common options only."""


def run(options: argparse.Namespace, session: Session) -> int:
    """Prints one line a check; 1 where one of them is not well."""
    well = True
    for finding in _findings(session):
        well = well and finding.ok
        if options.json:
            from index.contract.library import Check

            session.output.object(
                Check(
                    check=finding.check,
                    ok=finding.ok,
                    message=finding.message,
                    mend=finding.mend,
                )
            )
        else:
            sign = ("ok     ", "agreed") if finding.ok else ("WRONG  ", "disputed")
            session.output.line(sign, f"{finding.check}: {finding.message}")
            if finding.mend:
                session.output.line(f"       {finding.mend}")
    return 0 if well else 1


def _findings(session: Session) -> Iterator[Finding]:
    checks: tuple[tuple[str, Callable[[Session], Iterator[Finding]]], ...] = (
        ("settings", _settings),
        ("keys", _keys),
        ("lexicon", _lexicon),
        ("library", _library),
        ("index", _index),
        ("notes", _notes),
        ("terminal", _terminal),
    )
    for name, check in checks:
        try:
            yield from check(session)
        except NewsreaderError as error:
            yield Finding(
                name, ok=False, message=str(error), mend="See to what is named, and ask again."
            )


def _settings(session: Session) -> Iterator[Finding]:
    from index.settings import read_settings
    from tui.theme import theme_fault

    file = session.settings_file
    settings, problems = read_settings(session.named_settings)
    if fault := theme_fault(settings.reader.theme):
        problems.append(f"{file}: {fault}")
    if problems:
        for problem in problems:
            yield Finding(
                "settings", ok=False, message=problem, mend="docs/settings.md lists all keys."
            )
    else:
        there = f"{file} is read" if file.exists() else f"{file} does not exist; the defaults hold"
        yield Finding("settings", ok=True, message=f"{there}.")


def _keys(session: Session) -> Iterator[Finding]:
    from tui.keymap import read_keymap

    problems = read_keymap(session.settings_file).problems
    for problem in problems:
        yield Finding("keys", ok=False, message=problem, mend="docs/keys.md lists all actions.")
    if not problems:
        yield Finding("keys", ok=True, message="Every key has one meaning.")


def _lexicon(session: Session) -> Iterator[Finding]:
    from index.facts.lexicons import own_lexicon_problems
    from index.locations import lexicon_folder

    problems = own_lexicon_problems()
    for problem in problems:
        yield Finding("lexicon", ok=False, message=problem, mend="docs/lexicon.md tells the form.")
    own = list(lexicon_folder().glob("*.toml"))
    if not problems:
        words = (
            f"{count(len(own), 'file')} in {lexicon_folder()}" if own else "no words of your own"
        )
        yield Finding("lexicon", ok=True, message=f"{words}.")


def _library(session: Session) -> Iterator[Finding]:
    places = ", ".join(map(str, session.places))
    report = session.library.sync()
    for failure in report.failed:
        yield Finding(
            "library",
            ok=False,
            message=f"{failure.path} {failure.reason}.",
            mend="Mend the file or take it out; `newsreader index --retry` tries it once more.",
        )
    if not report.articles:
        yield Finding(
            "library",
            ok=False,
            message=f"There is no article in {places}.",
            mend="Put .txt, .md, .html or .eml files there, or name another folder.",
        )
    for notice in session.library.notices:
        harmless = isinstance(notice, Remark)
        mend = None if harmless else "Do what it says, and ask again."
        yield Finding("library", ok=harmless, message=notice, mend=mend)
    if report.articles and not report.failed:
        yield Finding(
            "library", ok=True, message=f"{count(report.articles, 'article')} in {places}."
        )


def _index(session: Session) -> Iterator[Finding]:
    folder = session.library.folder
    if folder is None:
        return  # the library's notices say that it is in memory, and why
    results = session.library.search("the")
    yield Finding("index", ok=True, message=f"{folder} answers in {results.seconds * 1000:.0f} ms.")
    free = shutil.disk_usage(folder).free
    enough = free > 200_000_000
    yield Finding(
        "disk",
        ok=enough,
        message=f"{free / 1e9:,.1f} GB are free where the cache is.",
        mend=None if enough else "Make room; the cache itself can be deleted at any time.",
    )


def _notes(session: Session) -> Iterator[Finding]:
    notebook = session.notebook
    for notice in notebook.notices:
        yield Finding("notes", ok=False, message=notice, mend="Bookmarks wait until it is mended.")
    bookmarks = notebook.bookmarks()
    waiting = sum(bookmark.state == "pending" for bookmark in bookmarks)
    if waiting:
        yield Finding(
            "notes",
            ok=False,
            message=f"{count(waiting, 'bookmark')} not yet written.",
            mend="Make the notes file writable; they are written at the next start.",
        )
    if not waiting and not notebook.notices:
        yield Finding("notes", ok=True, message=f"{count(len(bookmarks), 'bookmark')}.")


def _terminal(session: Session) -> Iterator[Finding]:
    if not sys.stdout.isatty():
        yield Finding(
            "terminal", ok=True, message="Standard output is no terminal; lines are plain."
        )
        return
    size, can = shutil.get_terminal_size(), terminal_of(os.environ)
    wide = size.columns >= 60 and size.lines >= 20
    limits = {
        "it takes lines only": can.moves,
        "no colours": can.colors,
        "signs in ASCII": can.signs,
    }
    told = "".join(f", {limit}" for limit, lifted in limits.items() if not lifted)
    yield Finding(
        "terminal",
        ok=wide,
        message=f"{os.environ.get('TERM', 'unknown')}, {size.columns} × {size.lines}{told}.",
        mend=None if wide else "Make the window at least 60 columns wide and 20 lines high.",
    )
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    yield Finding(
        "encoding",
        ok=encoding == "utf8",
        message=f"The terminal is written to in {sys.stdout.encoding}.",
        mend=None if encoding == "utf8" else "Set LANG to a locale that ends in .UTF-8.",
    )
