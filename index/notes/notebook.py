"""The notes of one person: the face that the reader and the commands talk to."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from index.article import Article
from index.errors import NotesUnavailableError, ResourceError, UsageError
from index.facts.model import Facts
from index.locations import notes_file
from index.notes import block
from index.notes.bookmark import Bookmark, BookmarkResult
from index.notes.details import details_of
from index.notes.journal import Journal, known_files
from index.notes.notes_file import Change, NotesFile
from index.notes.passage import Passage
from index.state import State


def new_bookmark(
    article: Article,
    start: int,
    end: int,
    *,
    facts: Facts | None = None,
    note: str = "",
    tags: Sequence[str] = (),
) -> Bookmark:
    """A bookmark that is nowhere yet: what `Notebook.bookmark` writes.

    `start` and `end` are offsets into `article.body`; blanks at either end are left out. Raises
    UsageError if there are no words between them.
    """
    passage = Passage.of(article.id, article.body, start, end, article.sha256)
    if not passage.exact:
        raise UsageError("There are no words to bookmark here; move to a sentence.")
    details = details_of(facts or Facts(), passage.start, passage.end)
    note, kept_tags = block.note_and_tags(note, tuple(tags))
    return Bookmark(
        id=block.block_id(passage),
        passage=passage,
        title=article.title,
        made=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
        source=article.source,
        byline=article.byline,
        published=article.published,
        url=block.without_credentials(article.url),
        figure=details.figure,
        speaker=details.speaker,
        as_of=details.as_of,
        note=note,
        tags=kept_tags,
    )


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
        if notes is None or notes_dir:
            wanted = path if notes_dir else path.parent
            try:
                wanted.mkdir(parents=notes_dir is None, exist_ok=True)
            except OSError as error:
                notices.append(f"The folder {wanted} cannot be made ({error.strerror}).")
        book = cls(path, opened, folder=notes_dir is not None, notices=notices)
        for file in book._files():
            try:
                file.settle()
            except NotesUnavailableError as error:
                book.notices.append(str(error))
        return book

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
            file = self._file_for(article.id, article.title)
            result, change = file.add(new)
            if result.state != "already":
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
                for bookmark in (*file.bookmarks(file.read().data), *file.pending())
            ]
        return [
            bookmark
            for bookmark in found
            if article_id is None
            or bookmark.article == article_id
            or (sha256 and bookmark.passage.sha256 == sha256)
        ]

    def undo(self) -> str | None:
        """Takes back the last write of this session; a sentence that says what, or None.

        Raises NotesUnavailableError if the block was changed since, or the file fails.
        """
        with self._lock:
            if not self._done:
                return None
            file, bookmark, change = self._done[-1]
            if change:
                file.take_back(bookmark.id, change)
            else:
                file.forget(bookmark.id)
            self._done.pop()
        if change is None or change.before is None:
            return f"The bookmark of “{_short(bookmark.exact)}” is taken back."
        return f"The bookmark of “{_short(bookmark.exact)}” is as it was before."

    def close(self) -> None:
        """Lets go of the journal."""
        if self._state:
            self._state.close()

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
        paths = {path.resolve() for path in self._notes.glob("*.md")}
        if self._state:
            paths.update(
                path for path in known_files(self._state) if path.parent == self._notes.resolve()
            )
        return [self._open(path, "Notes") for path in sorted(paths)]

    def _open(self, path: Path, title: str) -> NotesFile:
        state = self._state
        return NotesFile(path, (lambda at: Journal(state, at)) if state else None, title)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
