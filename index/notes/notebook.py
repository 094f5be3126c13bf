"""The notes of one person: the face that the reader and the commands talk to."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import re
import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Final

from index.article import Article
from index.errors import (
    NotesChangedError,
    NotesUnavailableError,
    ResourceError,
    UsageError,
)
from index.facts.model import Facts
from index.locations import notes_file
from index.notes.bookmark import Bookmark, BookmarkResult
from index.notes.check import Checked, check
from index.notes.durable import real
from index.notes.journal import known_files
from index.notes.making import new_bookmark, note_and_tags
from index.notes.notes_file import Change, ChangeKind, NotesFile
from index.notes.passage import Passage
from index.state import State

_UNDONE: Final[dict[ChangeKind, str]] = {
    "added": "Bookmark taken back: “{}”.",
    "edited": "Note and tags are as they were before: “{}”.",
    "deleted": "Bookmark put back: “{}”.",
}
"""What was undone; its words stand last, for they may be cut."""


class Notebook:
    """All notes, in one file or one an article. Every method may be called from any thread."""

    def __init__(
        self, notes: Path, state: State | None, *, folder: bool, notices: Sequence[str] = ()
    ) -> None:
        self._notes = notes
        self._folder = folder
        self._state = state
        self._lock = threading.RLock()
        self._done: list[tuple[str, Callable[[], str]]] = []
        """What was written, oldest first: the id of a bookmark that waits, and how to undo it."""
        self._opened: dict[Path, NotesFile] = {}
        self._own_folder: Path | None = None
        self.notices = list(notices)
        """What the person should be told about opening the notes."""

    @classmethod
    def open(
        cls,
        notes: Path | None = None,
        state: Path | None = None,
        *,
        notes_dir: Path | None = None,
    ) -> Notebook:
        """The notes at `notes` (by default in the documents folder), or one file an article in
        `notes_dir`; `state` is the database of the journal.

        Writes what was left pending. Nothing is raised for files that cannot be written now:
        bookmarks wait, and `notices` says why.
        """
        notices = []
        opened = None
        try:
            opened = State.open(state)
        except ResourceError as error:
            notices.append(str(error))
        path = notes_dir or notes or notes_file()
        book = cls(path, opened, folder=notes_dir is not None, notices=notices)
        book._own_folder = path if notes_dir else path.parent if notes is None else None
        book.notices += book.settle()
        return book

    @property
    def path(self) -> Path:
        """The notes file, or the folder of one file an article."""
        return self._notes

    def bookmark(
        self,
        article: Article,
        start: int,
        end: int,
        *,
        facts: Facts | None = None,
        note: str = "",
        tags: Sequence[str] = (),
    ) -> BookmarkResult:
        """Keeps a passage: offsets into `article.body`.

        Raises UsageError if there are no words, NotesUnavailableError if the bookmark could be
        kept neither in the file nor in the journal.
        """
        new = new_bookmark(article, start, end, facts=facts, note=note, tags=tags)
        with self._lock:
            self.make_folder()
            file = self._file_for(article.id, article.title)
            result, change = file.add(new)
            kept = result.bookmark
            if change:
                self._remember(file, change)
            elif result.state == "pending" and kept.id not in (name for name, _ in self._done):
                self._done.append((kept.id, lambda: self._forgo(file, kept)))
            return result

    def bookmarks(
        self, article_id: str | None = None, *, sha256: str = "", former: Collection[str] = ()
    ) -> list[Bookmark]:
        """All bookmarks in the file's order, then the pending ones.

        With `article_id`, those of one article; with its `sha256`, and the ids that it had
        before, also those that were made while it had another name. Raises
        NotesUnavailableError if the file cannot be read.
        """
        with self._lock:
            found = [
                bookmark
                for file in self._files()
                for bookmark in (*file.standing(), *file.pending())
            ]
        return [
            bookmark
            for bookmark in found
            if article_id is None
            or bookmark.article == article_id
            or bookmark.article in former
            or (sha256 and bookmark.passage.sha256 == sha256)
        ]

    def standing(self, article: Article, start: int, end: int) -> Bookmark | None:
        """The bookmark that keeps exactly these words of the article, if there is one."""
        passage = Passage.of(article.id, article.body, start, end, article.sha256)
        for bookmark in self.bookmarks(article.id, sha256=article.sha256):
            kept = bookmark.passage
            if (kept.start, kept.end, kept.exact) == (passage.start, passage.end, passage.exact):
                return bookmark
        return None

    def edit(
        self,
        name: str,
        *,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        seen: Bookmark | None = None,
    ) -> Bookmark:
        """Gives a bookmark another note, other tags, or both; None leaves as it is.

        Raises NotesUnavailableError if its block was changed by hand, or the file fails; and
        NotesChangedError if note or tags are no longer those of `seen`, the bookmark as the person
        saw it.
        """

        def changed(bookmark: Bookmark) -> Bookmark:
            if seen and (seen.note, seen.tags) != (bookmark.note, bookmark.tags):
                raise NotesChangedError(
                    "Another program has changed this note meanwhile: it now says "
                    f"“{_short(_one_line(bookmark))}”."
                )
            texts = note_and_tags(
                bookmark.note if note is None else note,
                bookmark.tags if tags is None else tags,
            )
            return dataclasses.replace(bookmark, note=texts[0], tags=texts[1])

        with self._lock:
            file = self._holder(name)
            waiting = next((one for one in file.pending() if one.id == name), None)
            if waiting:
                file.reword(new := changed(waiting))
                self.remember(lambda: self._reword(file, waiting))
                return new
            self._remember(file, file.edit(name, changed))
            return next(bookmark for bookmark in file.standing() if bookmark.id == name)

    def delete(self, name: str) -> None:
        """Takes a bookmark out of the file, or out of those that wait for it.

        Raises NotesUnavailableError if its block was changed by hand, or the file fails.
        """
        with self._lock:
            file = self._holder(name)
            waiting = next((one for one in file.pending() if one.id == name), None)
            if waiting:
                file.forget(name)
                self.remember(lambda: self._add_again(file, waiting))
            else:
                self._remember(file, file.delete(name))

    def remember(self, take_back: Callable[[], str]) -> None:
        """Lets `undo` take back something else that was written, when its turn comes.

        `take_back` returns a sentence that says what it did.
        """
        with self._lock:
            self._done.append(("", take_back))

    def undo(self) -> str | None:
        """Takes back the last write of this session; a sentence that says what, or None.

        Raises NotesUnavailableError if the block was changed since, or the file fails; what could
        not be taken back does not stand in the way of what was written before it.
        """
        with self._lock:
            return self._done.pop()[1]() if self._done else None

    def _remember(self, file: NotesFile, change: Change) -> None:
        told = _UNDONE[change.kind].format(_short(change.bookmark.exact))

        def take_back() -> str:
            file.take_back(change)
            return told

        self._done.append(("", take_back))

    def _forgo(self, file: NotesFile, bookmark: Bookmark) -> str:
        """Takes back a bookmark that waited when it was made, and may be written by now."""
        if any(waiting.id == bookmark.id for waiting in file.pending()):
            file.forget(bookmark.id)
        else:
            file.delete(bookmark.id)
        return _UNDONE["added"].format(_short(bookmark.exact))

    def _reword(self, file: NotesFile, bookmark: Bookmark) -> str:
        if any(waiting.id == bookmark.id for waiting in file.pending()):
            file.reword(bookmark)
        else:
            file.edit(bookmark.id, lambda _: bookmark)
        return _UNDONE["edited"].format(_short(bookmark.exact))

    def _add_again(self, file: NotesFile, bookmark: Bookmark) -> str:
        file.add(bookmark)
        return _UNDONE["deleted"].format(_short(bookmark.exact))

    def settle(self) -> list[str]:
        """Writes what waits for the file; what could not be written, in one sentence a file."""
        told = []
        with self._lock:
            for file in self._files():
                try:
                    file.settle()
                except NotesUnavailableError as error:
                    told.append(str(error))
        return told

    def vanished(self) -> list[Bookmark]:
        """Bookmarks that another program took out of the file, as an old buffer saved over it
        does: to be offered for `restore`, never put back unasked."""
        with self._lock:
            there = {one.id for file in self._files() for one in file.standing()}
            gone = [bookmark for file in self._files() for bookmark in file.vanished()]
        return [bookmark for bookmark in gone if bookmark.id not in there]

    def restore(self, name: str) -> BookmarkResult:
        """Puts a vanished bookmark back, at the end of the file."""
        with self._lock:
            for file in self._files():
                for bookmark in file.vanished():
                    if bookmark.id == name:
                        result, change = file.add(bookmark)
                        if change:
                            self._remember(file, change)
                        return result
        raise UsageError(f"No bookmark {name} has vanished.")

    def forget(self, name: str) -> None:
        """Agrees that a vanished bookmark is gone."""
        with self._lock:
            for file in self._files():
                if any(bookmark.id == name for bookmark in file.vanished()):
                    file.forget(name)

    def check(self, article_of: Callable[[str], Article | None]) -> list[Checked]:
        """Every bookmark against its article as it is now; `article_of` as in `check.check`."""
        return check(self.bookmarks(), article_of)

    def signature(self) -> object:
        """Differs from an earlier one if the notes were changed, by us or by another program."""
        with self._lock:
            return tuple((file.path, file.mark()) for file in self._files())

    def close(self) -> None:
        """Lets go of the journal."""
        if self._state:
            self._state.close()

    def _holder(self, name: str) -> NotesFile:
        """The file that a bookmark stands in, or waits for."""
        for file in self._files():
            if any(bookmark.id == name for bookmark in (*file.standing(), *file.pending())):
                return file
        raise NotesUnavailableError(f"There is no bookmark {name} in the notes.")

    def make_folder(self) -> None:
        """Makes the folder of the notes, if that is ours to make.

        One that a setting names a file in is not: it may be on a disk that is not there now. What
        fails here, the write tells.
        """
        if self._own_folder:
            with contextlib.suppress(OSError):
                self._own_folder.mkdir(parents=not self._folder, exist_ok=True)

    def _file_for(self, article: str, title: str) -> NotesFile:
        if not self._folder:
            return self._open(self._notes, "Notes")
        name = re.sub(r"[^\w.-]+", "_", article).strip("._")[:80]
        if name != article:
            digest = hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()
            name = f"{name}-{digest[:8]}"
        return self._open(self._notes / f"{name}.md", f"Notes: {title}")

    def _files(self) -> list[NotesFile]:
        """The notes file; in a folder, every file that may hold blocks, and those awaited."""
        if not self._folder:
            return [self._open(self._notes, "Notes")]
        paths = {real(path) for path in self._notes.glob("*.md")}
        if self._state:
            folder = real(self._notes)
            paths.update(path for path in known_files(self._state) if path.parent == folder)
        return [self._open(path, "Notes") for path in sorted(paths)]

    def _open(self, path: Path, title: str) -> NotesFile:
        if path not in self._opened:
            self._opened[path] = NotesFile(path, self._state, title)
        return self._opened[path]


def _one_line(bookmark: Bookmark) -> str:
    """Note and tags of a bookmark in one line."""
    return " ".join([*bookmark.note.split(), *(f"#{tag}" for tag in bookmark.tags)]) or "nothing"


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
