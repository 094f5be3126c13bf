"""What the commands share: settings, the library, the notes, and the manner of printing."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index.locations import default_places
from tui.commands.output import Output
from tui.commands.progress import ProgressBar, ProgressManner
from tui.terminal import terminal_of

if TYPE_CHECKING:
    from index.article import Article
    from index.compare.model import Comparison
    from index.facts.model import Facts
    from index.intake.intake import Intake
    from index.library import Library
    from index.notes.bookmark import Bookmark
    from index.notes.notebook import Notebook
    from index.notes.rulings import Rulings
    from index.outside import OutsideArticles
    from index.settings import Settings
    from index.sync import SyncReport

MOST_NOTICES = 10
"""Sentences at a time; a fault that a thousand files share is told ten times."""


class Session:
    """One run of one command; a context manager that closes what was opened."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._opened = ExitStack()
        self._named: set[str] = set()
        self._told = 0
        self.output = Output(json=options.json, plain=options.plain)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    @property
    def named_settings(self) -> Path | None:
        """The settings file of the option `--config`."""
        named: Path | None = self._options.config
        return named.expanduser() if named else None

    @property
    def settings_file(self) -> Path:
        """The settings file in force; it need not exist."""
        from index.locations import config_file

        return self.named_settings or config_file()

    @cached_property
    def settings(self) -> Settings | None:
        """The person's settings, None without a file; what is wrong in them is told once."""
        if self.named_settings is None and not self.settings_file.exists():
            return None
        from index.settings import read_settings

        settings, problems = read_settings(self.named_settings)
        for problem in problems:
            self.output.note(problem)
        return settings

    @property
    def places(self) -> list[Path]:
        """The folders and files of the library: the option, the setting, what was taken in, or
        the samples."""
        if self._options.library:
            return list(self._options.library)
        return (self.settings.library.path if self.settings else []) or default_places()

    @property
    def intake(self) -> Intake:
        """What takes articles into the library: into its first folder.

        The samples are not written to; where there is nothing else, a folder is begun in the
        person's documents. Raises UsageError for a library of single files.
        """
        from index.intake.intake import Intake
        from index.intake.place import intake_folder

        allowed = self.settings.library.allow_private if self.settings else []
        return Intake(intake_folder(self.places), allow_private=allowed)

    @cached_property
    def library(self) -> Library:
        """The library as it stood at its last sync."""
        from index.library import Library

        library = self._opened.enter_context(Library.open(self.places))
        library.leave_out = (*library.leave_out, *filter(None, [self.notes_file, self.notes_dir]))
        library.rulings = self.rulings
        return library

    @cached_property
    def fresh_library(self) -> Library:
        """The library, brought up to date first."""
        self.sync()
        return self.library

    def sync(self, *, retry: bool = False) -> SyncReport:
        """Brings the library up to date; with a progress bar if that takes a while.

        `retry`: tries the files once more whose content could not be read before.
        """
        self._check_lexicons()
        bar = ProgressBar(self.progress_manner)
        try:
            report = self.library.sync(bar.advance, retry=retry)
        finally:
            bar.close()
        for failure in report.failed[:MOST_NOTICES]:
            self.output.note(f"{failure.path} {failure.reason}.")
        if len(report.failed) > MOST_NOTICES:
            self.output.note(f"{len(report.failed) - MOST_NOTICES} files more could not be read.")
        self.tell_notices()
        return report

    @property
    def progress_manner(self) -> ProgressManner:
        """How long work says how far it has come: not where nobody watches, nor between JSON."""
        if not sys.stderr.isatty() or (self.output.json and sys.stdout.isatty()):
            return "none"
        terminal = terminal_of(os.environ)
        plain = self._options.plain or not terminal.moves or not terminal.signs
        return "lines" if plain else "bar"

    def _check_lexicons(self) -> None:
        """Raises SettingsError for a lexicon of the person's own that does not fit."""
        from index.facts.lexicons import check_own_lexicons

        check_own_lexicons()

    def tell_notices(self) -> None:
        """Says what the library has to tell, each sentence once."""
        new = self.library.notices[self._told :]
        self._told += len(new)
        for notice in new[:MOST_NOTICES]:
            self.output.note(notice)
        if len(new) > MOST_NOTICES:
            self.output.note(f"{len(new) - MOST_NOTICES} notices more of these kinds.")

    def article(self, name: str) -> tuple[Article, Facts]:
        """The article that `name` means, and its facts.

        A file is read as it stands, be it in the library or not; any other name is looked up in the
        library, which is brought up to date first. Raises UsageError and InputError.
        """
        from index.outside import existing_file

        self._check_lexicons()
        path = existing_file(name)
        if path:
            found = self._outside.get(path, self._named.__contains__, self._folders)
            found = found[0], self._corrected(*found)
            for problem in self._outside.problems:
                self.output.note(problem)
            self._outside.problems.clear()
        else:
            id_ = self.fresh_library.resolve(name)
            found = self.library.article(id_), self.library.facts(id_)
        self._named.add(found[0].id)
        return found

    @cached_property
    def _folders(self) -> list[Path]:
        """Those of the library, as whole real paths."""
        from index.locations import library_place

        return [library_place(place) for place in self.places if place.is_dir()]

    @cached_property
    def _outside(self) -> OutsideArticles:
        from index.outside import OutsideArticles

        return OutsideArticles()

    def _corrected(self, article: Article, facts: Facts) -> Facts:
        """Without what the person has called wrong; all where that cannot be read."""
        from index.errors import InputError

        try:
            return self.rulings.corrected(article, facts)
        except InputError as error:
            self.output.note(str(error))
            return facts

    @cached_property
    def notebook(self) -> Notebook:
        """The person's notes."""
        from index.notes.notebook import Notebook

        notebook = Notebook.open(self.notes_file, notes_dir=self.notes_dir)
        self._opened.callback(notebook.close)
        for notice in notebook.notices:
            self.output.note(notice)
        return notebook

    def bookmarks(self, articles: Sequence[Article]) -> list[Bookmark]:
        """What the person has kept of articles that were named.

        A file elsewhere may bear the id of an article in the library: of it only those count whose
        passage stands in it. Raises NotesUnavailableError.
        """
        from index.notes.anchors import locate
        from tui.noted import bookmarks_of

        found: dict[str, Bookmark] = {}
        for article in articles:
            inside = self._is_inside(article)
            for bookmark in bookmarks_of([article], self.notebook, self.library):
                if inside or locate(bookmark.passage, article.body, article.sha256).span:
                    found.setdefault(bookmark.id, bookmark)
        return list(found.values())

    def _is_inside(self, article: Article) -> bool:
        """Whether an article is one of the library's."""
        from index.locations import library_place

        path = article.path
        return path is None or any(
            path.is_relative_to(library_place(place)) for place in self.places
        )

    def ruled(self, comparison: Comparison) -> Comparison:
        """`comparison` with what the person has decided on its questions."""
        from tui.rulings import ruled

        return ruled(comparison, self.rulings.rulings())

    @cached_property
    def rulings(self) -> Rulings:
        """The person's rulings on questions and corrections of marks, beside the notes."""
        from index.notes.rulings import Rulings

        beside = self.notes_dir or self.notes_file
        return Rulings(beside.parent / "rulings.toml" if beside else None)

    @cached_property
    def notes_file(self) -> Path | None:
        """The notes file that option or setting names; None leaves the usual one."""
        named: Path | None = self._options.notes
        if named:
            return named.expanduser().resolve()
        return self.settings.notes.path if self.settings else None

    @property
    def notes_dir(self) -> Path | None:
        """The folder with one notes file for each article, if that is wanted."""
        if self._options.notes or self.settings is None:
            return None
        return self.settings.notes.notes_dir
