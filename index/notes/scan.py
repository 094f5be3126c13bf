"""Finding our blocks in the bytes of a notes file, and leaving all other bytes alone.

Works on bytes: the person's own text may be in any encoding, and must come out as it went in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.notes import block
from index.notes.bookmark import Bookmark

_COMMENT = b'<!-- newsreader {"v":1,"id":"'
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
    behind = line = counted = 0
    for comment, end in _comments(data):
        name = data[comment + len(_COMMENT) : data.find(b'"', comment + len(_COMMENT), end)]
        start = _start(data, behind, comment, name)
        line += data.count(b"\n", counted, start)
        counted, behind = start, end
        record = Record(name.decode("ascii", "replace"), start, end, line + 1, data[start:end])
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


def _comments(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each whole comment of ours begins, at the start of a line, and where its line ends."""
    at = 0 if data.startswith(_COMMENT) else data.find(b"\n" + _COMMENT)
    while at >= 0:
        at += data.startswith(b"\n", at)
        behind = data.find(b"\n", at) + 1 or len(data)
        if data[at:behind].rstrip(b"\r\n").endswith(b"-->"):
            yield at, behind
        at = data.find(b"\n" + _COMMENT, behind - 1)


def _start(data: bytes, behind: int, comment: int, name: bytes) -> int:
    """Where the block of that comment begins, as far as it still stands."""
    anchor = data.find(b"\n^" + name, behind, comment)
    if anchor < 0:
        return comment
    callout = data.rfind(b"\n" + _CALLOUT, behind, anchor)
    if callout >= 0:
        return callout + 1
    return behind if data.startswith(_CALLOUT, behind) else anchor + 1
