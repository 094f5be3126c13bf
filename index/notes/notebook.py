"""The notes of one person: the face that the reader and the commands talk to."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import re
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from index.article import Article
from index.errors import NotesUnavailableError, ResourceError, UsageError
from index.facts.model import Facts
from index.locations import notes_file
from index.notes.bookmark import Bookmark, BookmarkResult
from index.notes.check import Checked, check
from index.notes.durable import real
from index.notes.journal import known_files
from index.notes.making import new_bookmark, note_and_tags
from index.notes.notes_file import Change, NotesFile
from index.state import State


class Notebook:
    """All notes, in one file or one an article. Every method may be called from any thread."""

    def __init__(
        self, notes: Path, state: State | None, *, folder: bool, notices: Sequence[str] = ()
    ) -> None:
        self._notes = notes
        self._folder = folder
        self._state = state
        self._lock = threading.RLock()
        self._done: list[tuple[NotesFile, Bookmark, Change | None]] = []
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
            self._make_folder()
            file = self._file_for(article.id, article.title)
            result, change = file.add(new)
            waiting = any(one.id == result.bookmark.id and not way for _, one, way in self._done)
            if result.state == "written" or (result.state == "pending" and not waiting):
                self._done.append((file, result.bookmark, change))
            return result

    def bookmarks(self, article_id: str | None = None, *, sha256: str = "") -> list[Bookmark]:
        """All bookmarks in the file's order, then the pending ones.

        With `article_id`, those of one article; with its `sha256` too, also those that were made
        while it had another name. Raises NotesUnavailableError if the file cannot be read.
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
            or (sha256 and bookmark.passage.sha256 == sha256)
        ]

    def edit(
        self, name: str, *, note: str | None = None, tags: Sequence[str] | None = None
    ) -> Bookmark:
        """Gives a bookmark another note, other tags, or both; None leaves as it is.

        Raises NotesUnavailableError if its block was changed by hand, or the file fails.
        """

        def changed(bookmark: Bookmark) -> Bookmark:
            texts = note_and_tags(
                bookmark.note if note is None else note,
                bookmark.tags if tags is None else tags,
            )
            return dataclasses.replace(bookmark, note=texts[0], tags=texts[1])

        with self._lock:
            file = self._holder(name)
            change = file.edit(name, changed)
            self._done.append((file, change.bookmark, change))
            return next(bookmark for bookmark in file.standing() if bookmark.id == name)

    def delete(self, name: str) -> None:
        """Takes a bookmark out of the file, or out of those that wait for it.

        Raises NotesUnavailableError if its block was changed by hand, or the file fails.
        """
        with self._lock:
            file = self._holder(name)
            if any(bookmark.id == name for bookmark in file.pending()):
                file.forget(name)
            else:
                change = file.delete(name)
                self._done.append((file, change.bookmark, change))

    def undo(self) -> str | None:
        """Takes back the last write of this session; a sentence that says what, or None.

        Raises NotesUnavailableError if the block was changed since, or the file fails; what could
        not be taken back does not stand in the way of what was written before it.
        """
        with self._lock:
            if not self._done:
                return None
            file, bookmark, change = self._done.pop()
            if change:
                file.take_back(change)
            elif any(waiting.id == bookmark.id for waiting in file.pending()):
                file.forget(bookmark.id)
            else:  # it was pending when it was made, and has been written since
                file.delete(bookmark.id)
        words = _short(bookmark.exact)
        match change.kind if change else "added":
            case "added":
                return f"The bookmark of “{words}” is taken back."
            case "edited":
                return f"Note and tags of “{words}” are as they were before."
            case _:
                return f"The bookmark of “{words}” is back."

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
                        return file.add(bookmark)[0]
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

    def _make_folder(self) -> None:
        """Makes the folder that is ours to make: one that a setting names a file in is not, as it
        may be on a disk that is not there now. What fails here, the write tells."""
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


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
