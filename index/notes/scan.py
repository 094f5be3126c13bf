"""Finding our blocks in the bytes of a notes file, and leaving all other bytes alone.

Works on bytes: the person's own text may be in any encoding, and must come out as it went in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.notes import block
from index.notes.bookmark import Bookmark

_COMMENT = re.compile(
    rb'^<!-- newsreader \{"v":1,"id":"(nr-[0-9a-f]+)"[^\r\n]*-->(\r?\n|\Z)', re.MULTILINE
)

_CALLOUT = block.CALLOUT.encode()


@dataclass(frozen=True, slots=True)
class Record:
    """Where one of our blocks stands in a file."""

    id: str
    start: int
    """First byte of the callout; where a hand has taken that away, of the id or the comment."""
    end: int
    """Behind the line end of the comment."""
    line: int
    """Counted from 1."""
    data: bytes
    """The block as it stands."""

    @property
    def text(self) -> str:
        """The block, decoded, with "\\n" as line end."""
        return self.data.decode("utf-8", "replace").replace("\r\n", "\n")

    def bookmark(self) -> Bookmark | None:
        """What the block says; None if its comment cannot be read."""
        return block.parse(self.text)


def records(data: bytes) -> list[Record]:
    """All our blocks, in the order of the file. An id that stands twice counts once, the first."""
    found: dict[str, Record] = {}
    behind = line = 0
    line_at = 0
    for comment in _COMMENT.finditer(data):
        name = comment.group(1)
        start = _callout(data, behind, comment.start(), name)
        line += data.count(b"\n", line_at, start)
        line_at = start
        behind = comment.end()
        record = Record(name.decode(), start, behind, line + 1, data[start:behind])
        found.setdefault(record.id, record)
    return list(found.values())


def line_end(data: bytes) -> bytes:
    """The line end that a file uses."""
    first = data.find(b"\n")
    return b"\r\n" if first > 0 and data[first - 1 : first] == b"\r" else b"\n"


def encoded(text: str, ending: bytes) -> bytes:
    """Our text as bytes for a file with such line ends."""
    data = text.encode("utf-8", "replace")
    return data if ending == b"\n" else data.replace(b"\n", ending)


def _callout(data: bytes, behind: int, comment: int, name: bytes) -> int:
    """Where the block of that comment begins, as far as it still stands."""
    anchor = data.find(b"\n^" + name, behind, comment)
    if anchor < 0:
        return comment
    callout = data.rfind(b"\n" + _CALLOUT, behind, anchor)
    if callout >= 0:
        return callout + 1
    return behind if data.startswith(_CALLOUT, behind) else anchor + 1
