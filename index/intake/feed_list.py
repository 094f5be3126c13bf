"""feeds.toml: the feeds that `refresh` asks. The person's own file in the library's folder.

TOML, because a person can read and write it with comments, and because a feed is added by writing
a few lines at the end: what stands there already is never touched. (An OPML file would have to be
written anew as a whole.)

    [[feed]]
    url = "https://news.example/feed.xml"
    title = "News"
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.errors import InputError, ResourceError
from index.replacing import replace_text
from index.sources.addresses import checked_address, same_page
from index.sources.files import read_file
from index.sources.sanitise import clean_line

FILE_NAME = "feeds.toml"
_LARGEST = 5_000_000
_HEAD = (
    "# Feeds that `newsreader refresh` asks. The file is yours: edit it, take feeds out, write\n"
    "# comments; newsreader only adds feeds at its end.\n"
)


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """One feed of the list."""

    address: str
    title: str | None = None


class FeedList:
    """The list in one folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self.problems: list[str] = []
        """Entries that are passed over, one sentence each."""

    def feeds(self) -> list[ListedFeed]:
        """Every feed once, in order; raises InputError where the file is no TOML."""
        self.problems.clear()
        found: dict[str, ListedFeed] = {}
        for number, entry in enumerate(self._tables(), 1):
            address = entry.get("url") if isinstance(entry, dict) else None
            title = entry.get("title") if isinstance(entry, dict) else None
            try:
                if not isinstance(address, str):
                    raise InputError('The entry has no address; write url = "https://…".')
                feed = ListedFeed(
                    checked_address(address), clean_line(title) if isinstance(title, str) else None
                )
            except InputError as error:
                self.problems.append(f"{self.path}, feed {number}: {error}")
            else:
                found.setdefault(same_page(address), feed)
        return list(found.values())

    def add(self, feeds: Iterable[ListedFeed]) -> int:
        """Adds those that are not listed, at the end; gives their number.

        Raises InputError where the file is no TOML, ResourceError where it cannot be written.
        """
        known = {same_page(feed.address) for feed in self.feeds()}
        lines: list[str] = []
        count = 0
        for feed in feeds:
            page = same_page(feed.address)
            if page in known:
                continue
            known.add(page)
            count += 1
            lines += ["", "[[feed]]", f"url = {_quoted(feed.address)}"]
            if feed.title:
                lines.append(f"title = {_quoted(feed.title)}")
        if count:
            self._append("\n".join([*lines, ""]))
        return count

    def _tables(self) -> list[object]:
        if not self.path.exists():
            return []
        try:
            content = read_file(self.path, _LARGEST).content
        except InputError as error:
            raise InputError(f"{self.path} {error}.") from None
        try:
            tables = tomllib.loads(content.decode("utf-8-sig")).get("feed", [])
        except (ValueError, RecursionError) as error:
            reason = clean_line(str(error), 120)
            raise InputError(f"{self.path} is no TOML ({reason}); mend it first.") from None
        if not isinstance(tables, list):
            raise InputError(f"{self.path}: write [[feed]] with two brackets above each feed.")
        return tables

    def _append(self, text: str) -> None:
        """The old content and `text`, whole or not at all; a link to the file stays one."""
        try:
            before = self.path.read_bytes().decode() if self.path.exists() else _HEAD
            ending = "\r\n" if "\r\n" in before else "\n"
            if before and not before.endswith("\n"):
                before += ending
            replace_text(self.path, before + text.replace("\n", ending))
        except OSError as error:
            raise ResourceError(
                f"{self.path} cannot be written ({(error.strerror or str(error)).lower()}); "
                "see to the disk's space and permissions."
            ) from None


def _quoted(text: str) -> str:
    """A TOML string: JSON's escapes are among TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
