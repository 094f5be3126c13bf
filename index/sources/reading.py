"""One file to one Article: bytes, draft, clean text, and what is known of it.

What is known comes, in this order, from `sources.toml`, the file's own metadata, the text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from index.article import Article
from index.errors import InputError, MissingExtraError
from index.sources.declared import Declarations, read_declarations
from index.sources.files import FileContent, read_file
from index.sources.front_matter import NOTES_TYPE
from index.sources.kinds import SUFFIXES, source_of
from index.sources.lead import read_lead
from index.sources.sanitise import clean, clean_counting, clean_line, without_blank_ends
from index.sources.source import Source


class UnreadableError(InputError):
    """One file that could not be read; `reason` follows its name in a sentence.

    `final`: the reason lies in what the file holds, not in permissions, disks or what is installed.
    """

    def __init__(self, path: Path, reason: str, *, final: bool = False) -> None:
        self.reason = clean_line(reason)
        self.final = final
        super().__init__(f"{clean(str(path))} {self.reason}.")


class NotesFileError(UnreadableError):
    """The file holds bookmarks and is left out of the library in silence."""


def read_article(path: Path, *, id: str | None = None, root: Path | None = None) -> Article:  # noqa: A002 - the contract's word
    """The article in the file `path`; see `ArticleReader.read`."""
    return ArticleReader().read(path, id=id, root=root)


class ArticleReader:
    """Reads files; knows each folder's `sources.toml` once, and gathers what was wrong."""

    def __init__(self) -> None:
        self._declarations: dict[Path, Declarations] = {}
        self.problems: list[str] = []
        """Faults that cost some metadata, one sentence each, naming file, key and mend."""

    def declared(self, path: Path) -> dict[str, Any]:
        """What `sources.toml` beside `path` states of it."""
        folder = path.parent
        if folder not in self._declarations:
            self._declarations[folder] = read_declarations(folder)
            self.problems += self._declarations[folder].problems
        return self._declarations[folder].of(path.name)

    def content(self, path: Path, *, follow: bool = True) -> FileContent:
        """The bytes of `path`; raises UnreadableError."""
        try:
            return read_file(path, _source_of(path).largest, follow=follow)
        except UnreadableError:
            raise
        except InputError as error:
            raise UnreadableError(path, str(error)) from None

    def read(
        self,
        path: Path,
        *,
        id: str | None = None,  # noqa: A002 - the contract's word
        root: Path | None = None,
        content: FileContent | None = None,
    ) -> Article:
        """The article in `path`, under `id` or under its path inside `root` without its ending.

        Without either the id is the stem of the file's name. `content` is what `path` holds where
        that is known already. Raises UnreadableError.
        """
        from index.sources.metadata import checked  # pydantic: not where nothing is read

        content = content or self.content(path)
        try:
            draft = _source_of(path).read(content.content)
        except InputError as error:
            final = not isinstance(error, MissingExtraError)
            raise UnreadableError(path, str(error), final=final) from None
        if draft.stated.get("type") == NOTES_TYPE:
            raise NotesFileError(path, "is a file of bookmarks, no article")
        text, removed = clean_counting(draft.body)
        body = without_blank_ends(text)
        if not body:
            raise UnreadableError(path, "has no text", final=True)

        name = clean(str(path))
        stated, faults = checked(draft.stated)
        self.problems += [f"{name}: {fault}." for fault in draft.problems + faults]
        declared, faults = checked(self.declared(path))
        self.problems += [
            f"{clean(str(path.with_name('sources.toml')))}: [{clean(path.name)}] {fault}."
            for fault in faults
        ]
        known = declared.over(stated)
        lead = read_lead(body)
        return Article(
            id=clean_line(id or _plain_id(path, root), 1000),
            title=known.title or lead.title,
            body=body,
            source=known.source or _line(lead.source),
            byline=known.byline or _line(lead.byline),
            published=known.published or lead.published,
            timezone=known.timezone,
            url=known.url,
            path=path,
            sha256=content.sha256,
            title_guessed=lead.title_guessed and known.title is None,
            removed_characters=draft.removed_characters + removed,
            remark=_line(draft.remark),
        )


def _source_of(path: Path) -> Source:
    source = source_of(path)
    if source is None:
        known = ", ".join(sorted(SUFFIXES))
        raise UnreadableError(path, f"is of no kind that can be read; known endings are {known}")
    return source


def _plain_id(path: Path, root: Path | None) -> str:
    inside = path.relative_to(root) if root and path.is_relative_to(root) else Path(path.name)
    return inside.with_suffix("").as_posix()


def _line(text: str | None) -> str | None:
    return clean_line(text) if text else None
