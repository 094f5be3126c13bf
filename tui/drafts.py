"""A note that is being written: on a passage of an article, or on a bookmark that stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import NotesChangedError
from tui.rendering.words import short_path

if TYPE_CHECKING:
    from index.article import Article
    from index.facts.model import Facts
    from index.notes.bookmark import Bookmark
    from index.notes.notebook import Notebook

_AGAIN = "Save again to put yours in its place."


@dataclass(frozen=True, slots=True)
class Draft:
    """What a note begins with, and the way to write it."""

    words: str
    """What the note is about."""
    note: str
    tags: Sequence[str]
    known_tags: Sequence[str]
    """All tags of the notes, the commonest first."""
    save: Callable[[str, Sequence[str]], str]
    """Writes note and tags; a sentence that says where.

    Raises NotesUnavailableError, with nothing written. After a NotesChangedError, whose sentence
    says what another program has done meanwhile, the next call writes all the same.
    """

    @classmethod
    def of_passage(
        cls, notebook: Notebook, article: Article, facts: Facts, start: int, end: int
    ) -> Draft:
        """On the words between two offsets of the article's body; where they are bookmarked
        already, on that bookmark. Raises NotesUnavailableError if the notes cannot be read."""
        standing = notebook.standing(article, start, end)
        if standing:
            return cls.of_bookmark(notebook, standing)
        keeping = _Keeping(notebook, article, facts, start, end)
        words = article.body[start:end].strip()
        return cls(words, "", (), _known_tags(notebook), keeping.save)

    @classmethod
    def of_bookmark(cls, notebook: Notebook, bookmark: Bookmark) -> Draft:
        """On a bookmark. Raises NotesUnavailableError if the notes cannot be read."""
        editing = _Editing(notebook, bookmark)
        known = _known_tags(notebook)
        return cls(bookmark.exact, bookmark.note, bookmark.tags, known, editing.save)


class _Editing:
    """Writes to a bookmark that stands, and never over what the person has not seen."""

    def __init__(self, notebook: Notebook, seen: Bookmark) -> None:
        self._notebook = notebook
        self._id = seen.id
        self._seen: Bookmark | None = seen
        self._lost = False

    def save(self, note: str, tags: Sequence[str]) -> str:
        if any(one.id == self._id for one in self._notebook.vanished()):
            if not self._lost:
                self._lost = True
                raise NotesChangedError(
                    "Another program took this bookmark out of the notes meanwhile. Save again to "
                    "put it back with your note."
                )
            self._notebook.restore(self._id)
            self._seen = None
        try:
            edited = self._notebook.edit(self._id, note=note, tags=tags, seen=self._seen)
        except NotesChangedError as error:
            self._seen = None
            raise NotesChangedError(f"{error} {_AGAIN}") from error
        if edited.line is None:
            return "The note is kept, and waits with its bookmark for the notes file."
        where = f"{short_path(edited.path)}, line {edited.line}" if edited.path else "the notes"
        return f"The note is kept in {where}."


class _Keeping:
    """Writes a new bookmark; where another program was faster, to the one that stands then."""

    def __init__(
        self, notebook: Notebook, article: Article, facts: Facts, start: int, end: int
    ) -> None:
        self._notebook = notebook
        self._article, self._facts = article, facts
        self._start, self._end = start, end
        self._editing: _Editing | None = None

    def save(self, note: str, tags: Sequence[str]) -> str:
        if self._editing:
            return self._editing.save(note, tags)
        result = self._notebook.bookmark(
            self._article, self._start, self._end, facts=self._facts, note=note, tags=tags
        )
        if result.state != "already":
            return result.message.replace(str(result.path), short_path(result.path))
        self._editing = _Editing(self._notebook, result.bookmark)
        if result.bookmark.note or result.bookmark.tags:
            raise NotesChangedError(
                "Another program has bookmarked these words meanwhile, with a note of its own. "
                f"{_AGAIN}"
            )
        return self._editing.save(note, tags)


def _known_tags(notebook: Notebook) -> list[str]:
    used = Counter(tag for one in notebook.bookmarks() for tag in one.tags)
    return [tag for tag, _ in used.most_common()]
