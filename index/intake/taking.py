"""Puts one article after the other into the folder, and writes down that it was done.

Used by one thread at a time. The file is written first: a program that is killed before it could
write down what it did finds the file by its name the next time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal

from index.errors import InputError
from index.intake.document import Document
from index.intake.folder import ArticleFolder
from index.intake.items import Item
from index.intake.ledger import KnownItem, Ledger
from index.intake.model import Taken
from index.intake.names import file_stem, server_folder, short_key, slug
from index.sources.answers import Known
from index.sources.files import read_file, too_large
from index.sources.text import LARGEST_TEXT

Standing = Literal["new", "maybe changed", "known"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the versions of one article stand."""

    server: str
    key: str

    @classmethod
    def of(cls, identity: str, address: str | None) -> Place:
        """For the article that is known by `identity`, from the server of `address`."""
        return cls(server_folder(address), short_key(identity))


class Taking:
    """One folder with its ledger."""

    def __init__(self, folder: ArticleFolder, ledger: Ledger) -> None:
        self.folder = folder
        self.ledger = ledger
        self._waiting: list[tuple[Sequence[str], KnownItem]] = []

    def standings(self, items: Sequence[Item], feed: str) -> list[Standing]:
        """How each item of a feed stands to what is in the library."""
        known = self.ledger.items([one for item in items for one in item.identities])
        return [self._standing(item, known, feed) for item in items]

    def _standing(self, item: Item, known: dict[str, KnownItem], feed: str) -> Standing:
        before = next((known[one] for one in item.identities if one in known), None)
        if before is not None:
            return "known" if before.mark == item.mark else "maybe changed"
        place = Place.of(item.identities[0], item.address or feed)
        if not self.folder.versions(place.server, place.key):
            return "new"
        # Taken in by a run that was killed before it could write that down.
        self._waiting.append((item.identities, KnownItem(item.mark, "")))
        return "known"

    def keep(
        self,
        document: Document,
        identities: Sequence[str],
        *,
        server: str | None,
        mark: str = "",
        answer: Known | None = None,
        asked: bool = False,
    ) -> Taken | None:
        """Writes an article, or one more version of it; None where its words are known.

        `server` is the address whose server gives the folder. An article that the person has
        deleted comes back only if it was `asked` for by name. Raises InputError for more than the
        library reads of one file, ResourceError where the folder cannot be written.
        """
        content = _readable(document.file_content())
        before = next(iter(self.ledger.items(identities).values()), None)
        place = Place.of(identities[0], server)
        there = self.folder.versions(place.server, place.key)
        now = KnownItem(mark or (before.mark if before else ""), document.text_digest)
        if answer:
            now = replace(now, answer=answer)
        self._waiting.append((identities, now))
        if before and not there and not asked:
            return None
        if there and _is_known(document, before, there[-1]):
            return None
        stem = file_stem(document.title, document.published_day, place.key)
        if there:
            stem = first_stem(there[0].stem)
        path = self.folder.write(place.server, stem, place.key, content)
        title = document.title or path.stem
        return Taken(path, title, document.address, "changed" if there else "added")

    def keep_file(self, content: bytes, path: Path | None) -> Taken | None:
        """Copies a text into the library as it stands; None where it is there already. Raises as
        `keep` does."""
        identity = f"file:{sha256(content).hexdigest()}"
        key = short_key(identity)
        if self.folder.versions("files", key):
            return None
        name = path.stem if path else ""
        ending = ".txt" if path and path.suffix.lower() in (".txt", ".text") else ".md"
        stem = f"{slug(name) or 'text'}-{key}"
        written = self.folder.write("files", stem, key, _readable(content), ending)
        return Taken(written, name or written.stem, None, "added")

    def answer_of(self, identity: str, address: str) -> Known | None:
        """What a server said of a page the last time, if the page is still in the library."""
        place = Place.of(identity, address)
        if not self.folder.versions(place.server, place.key):
            return None
        known = self.ledger.items([identity]).get(identity)
        return known.answer if known else None

    def write_down(self, others: Iterable[tuple[Sequence[str], KnownItem]] = ()) -> None:
        """Writes down what was kept since the last time."""
        waiting, self._waiting = [*self._waiting, *others], []
        if waiting:
            self.ledger.record(waiting)


def _readable(content: bytes) -> bytes:
    """`content`, if the library can read it back; raises InputError."""
    if len(content) > LARGEST_TEXT:
        raise InputError(too_large(len(content), LARGEST_TEXT))
    return content


def _is_known(document: Document, before: KnownItem | None, newest: Path) -> bool:
    """Whether the words of an article are those of its newest version."""
    if before and before.text:
        return before.text == document.text_digest
    try:
        return document.body.encode("utf-8", "replace") in read_file(newest, 20_000_000).content
    except InputError:
        return False


def first_stem(stem: str) -> str:
    """The name of the first version: later ones are "-v2", "-v3" …, so that they sort behind it."""
    head, _, number = stem.rpartition("-v")
    return head if head and number.isdigit() else stem
