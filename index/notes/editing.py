"""What a notes file should become, as bytes: no disk here. Bytes that are not ours never change."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from index.errors import NotesUnavailableError
from index.notes import block, metadata, scan
from index.notes.bookmark import Bookmark
from index.notes.scan import Record
from index.span import TextSpan

_ID_DIGITS = (6, 8, 12, 16, 32, 64)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Addition:
    """Bytes to append for one bookmark."""

    data: bytes
    lasting: int
    """How many of them, at the beginning, stay when the bookmark is undone: a front matter."""
    line: int
    """Where the block will begin, counted from 1."""


def addition(data: bytes, bookmark: Bookmark, title: str) -> Addition:
    """What to append to `data`: a front matter for a new file, a heading where the article is not
    that of the last block, and the block."""
    if data.startswith(_UTF16):
        raise NotesUnavailableError("The notes file is UTF-16; save it as UTF-8 in your editor.")
    ending = scan.line_end(data)
    lasting = b"" if data.strip(b"\xef\xbb\xbf\r\n\t ") else block.front_matter(title).encode()
    before = data + lasting
    own = block.block(bookmark)
    if not _continues(data, bookmark):
        own = f"{block.section(bookmark)}\n{own}"
    gap = b"" if not before else ending * (2 - _newlines_at_end(before))
    added = lasting + gap + scan.encoded(own, ending)
    line = (data + added).rfind(block.CALLOUT.encode())
    return Addition(added, len(lasting), (data + added).count(b"\n", 0, line) + 1)


def standing(records: Sequence[Record], bookmark: Bookmark) -> Record | None:
    """The block that keeps the same words at the same place of the same article."""
    quotation = metadata.quotation(bookmark.passage).encode()
    for record in records:
        if quotation in record.data:
            other = record.bookmark()
            if other and _same_article(other, bookmark):
                return record
    return None


def with_free_id(taken: frozenset[str], bookmark: Bookmark) -> Bookmark:
    """The bookmark with the shortest id that no other passage has."""
    for digits in _ID_DIGITS:
        name = block.block_id(bookmark.passage, digits)
        if name not in taken:
            return dataclasses.replace(bookmark, id=name)
    raise NotesUnavailableError("The notes file has a block with the id of this passage.")


def own_record(data: bytes, name: str) -> tuple[Record, Bookmark]:
    """The block with that id, if it may be rewritten. Raises NotesUnavailableError."""
    for record in scan.records(data):
        if record.id == name:
            bookmark = record.bookmark()
            if bookmark and block.block(bookmark) == record.text:
                return record, bookmark
            raise NotesUnavailableError(
                f"The block at line {record.line} was changed by hand; change it in your editor."
            )
    raise NotesUnavailableError(f"There is no block {name} in the notes file.")


def place_of(data: bytes, record: Record, bookmark: Bookmark) -> TextSpan:
    """The bytes to take out for a block: of the blank lines around it one goes too, and its heading
    where no other block and no text of the person stands under it."""
    ending = scan.line_end(data)
    start = record.start
    heading = scan.encoded(f"{block.section(bookmark)}\n", ending)
    rest = data[record.end :].lstrip(b"\r\n")
    if data[:start].endswith(heading) and (not rest or rest.startswith(b"## ")):
        start -= len(heading)
    if data[:start].endswith(ending * 2) and data.startswith(ending, record.end):
        start -= len(ending)
    return TextSpan(start, record.end)


def replaced(data: bytes, place: TextSpan, new: bytes) -> bytes:
    """`data` with `new` in the place of some of its bytes."""
    return data[: place.start] + new + data[place.end :]


def _continues(data: bytes, bookmark: Bookmark) -> bool:
    """Whether the last block is of the same article, and no heading follows it."""
    records = scan.records(data)
    if not records:
        return False
    last = max(records, key=lambda record: record.end)
    return metadata.article(bookmark.passage).encode() in last.data and not any(
        line.startswith(b"#") for line in data[last.end :].split(b"\n")
    )


def _same_article(one: Bookmark, other: Bookmark) -> bool:
    return one.article == other.article or (
        bool(one.passage.sha256) and one.passage.sha256 == other.passage.sha256
    )


def _newlines_at_end(data: bytes) -> int:
    """How many line ends `data` closes with, at most 2."""
    tail = data[-4:].replace(b"\r\n", b"\n")
    return min(2, len(tail) - len(tail.rstrip(b"\n")))
