"""How a segment is written to disk and read from it: Whoosh's third codec with posting lists and
side tables of our own.

Terms, stored fields, lengths, deletions and commits are Whoosh's; so is reading by Whoosh's own
queries, which the tests hold our answers against. What differs: a posting list is one packed
array (`postings`), written term by term from memory; a segment has side tables (`tables`); its
files are mapped, not read; and it knows its size and checksum.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from whoosh.codec.whoosh3 import (
    W3Codec,
    W3FieldWriter,
    W3Segment,
    W3TermsReader,
)
from whoosh.filedb.filetables import HashWriter, OrderedHashWriter
from whoosh.matching import ListMatcher
from whoosh.system import pack_ushort
from whoosh.util.numlists import GrowableArray

from index.search.postings import PostingList, pack
from index.search.storage import FolderStorage, MemoryStorage, SegmentFiles

TABLES_EXTENSION = ".news"
_INFO = struct.Struct("!BfIBBfII")  # W3TermInfo's own layout
_PLACE = struct.Struct("!qi")
_LENGTHS = struct.Struct("!ii")
_CRC32 = 1  # in filetables' list of hash functions

RawTerm = tuple[str, bytes, "array[int]", "array[int] | None", "array[int] | None"]
"""Field, term, articles, counts and positions of one term, as the pool hands them over."""


class NewsCodec(W3Codec):  # type: ignore[misc]  # Whoosh carries no types
    """Whoosh's codec with our posting lists."""

    length_stats = False

    def field_writer(self, storage: Any, segment: NewsSegment) -> NewsFieldWriter:
        return NewsFieldWriter(self, storage, segment)

    def terms_reader(self, storage: Any, segment: NewsSegment) -> NewsTermsReader:
        name = segment.make_filename(self.TERMS_EXT)
        postings = segment.open_file(storage, self.POSTS_EXT)
        return NewsTermsReader(self, storage.open_file(name), storage.file_length(name), postings)

    def new_segment(self, storage: Any, indexname: str) -> NewsSegment:
        return NewsSegment(self, indexname)


class TermTable(OrderedHashWriter):  # type: ignore[misc]  # Whoosh carries no types
    """Whoosh's table of terms with its quicker hash, each term written in one go."""

    def __init__(self, file: Any) -> None:
        HashWriter.__init__(self, file, hashtype=_CRC32)
        self.index = GrowableArray("H")
        self._write = file.raw_file().write
        self._at = file.tell()

    def add(self, key: bytes, value: bytes) -> None:
        """One more term; keys come in order."""
        self.index.append(self._at)
        code = zlib.crc32(key)
        self.buckets[code & 255].append((code, self._at))
        self._at += self._write(_LENGTHS.pack(len(key), len(value)) + key + value)


class NewsFieldWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh carries no types
    """Writes whole posting lists, in the order of field and term."""

    _tindex: Any

    def __init__(self, codec: Any, storage: Any, segment: NewsSegment) -> None:
        super().__init__(codec, storage, segment)
        file = self._tindex.dbfile  # Whoosh has begun a table of its own in it
        file.seek(0)
        self._tindex = TermTable(file)
        self._tindex.extras["fieldmap"] = self._fieldmap

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[RawTerm]) -> None:
        """Writes every term of `items`; `lengths` is not used."""
        fields, at = self._fieldmap, self._postfile.tell()
        write, add_term = self._postfile.raw_file().write, self._tindex.add
        for field, term, ids, counts, positions in items:
            number = fields.setdefault(field, len(fields))
            data = pack(ids, counts, positions)
            write(data)
            total = sum(counts) if counts is not None else len(ids)
            most = max(counts) if counts is not None else 1
            # The least length is not kept: 1 is a bound that holds.
            info = _INFO.pack(0, total, len(ids), 1, 255, most, ids[0], ids[-1])
            add_term(pack_ushort(number) + term, info + _PLACE.pack(at, len(data)))
            at += len(data)


class NewsTermsReader(W3TermsReader):  # type: ignore[misc]  # Whoosh carries no types
    """Finds terms and their posting lists in one segment."""

    def posting_list(self, field: str, term: str) -> PostingList | None:
        """Where `term` stands in this segment, or None if it does not."""
        for place, length in self._tindex.ranges_for_key(self._keycoder(field, term.encode())):
            return self._list_at(self._dbfile.get(place, length))
        return None

    def posting_lists(self) -> Iterator[tuple[str, bytes, PostingList]]:
        """Every field and term of the segment with its list, in order of both."""
        for key, value in self._tindex.items():
            yield *self._keydecoder(key), self._list_at(value)

    def _list_at(self, value: bytes) -> PostingList:
        length = _INFO.unpack_from(value)[2]
        offset, size = _PLACE.unpack_from(value, _INFO.size)
        return PostingList(self._postfile.get(offset, size), length)

    def matcher(self, fieldname: str, tbytes: bytes, format_: Any, scorer: Any = None) -> Any:
        """The list as Whoosh's own queries read it."""
        info = self.term_info(fieldname, tbytes)  # raises TermNotFound where there is none
        postings = self._list_at(self._tindex[self._keycoder(fieldname, tbytes)])
        values = (
            [format_.encode(postings.positions(number)) for number in postings.ids]
            if format_.supports("positions")
            else [b""] * len(postings)
        )
        weights = [float(count) for count in postings.counts]
        return ListMatcher(
            postings.ids,
            weights,
            values,
            format_,
            scorer=scorer,
            term=(fieldname, tbytes),
            terminfo=info,
        )


class NewsSegment(W3Segment):  # type: ignore[misc]  # Whoosh carries no types
    """One segment: a file that is never changed once it is written."""

    checksum: tuple[int, int] | None = None
    """Length and CRC 32 of the file."""

    def create_compound_file(self, storage: FolderStorage | MemoryStorage) -> None:
        """Puts the segment's files into one and remembers what it should look like."""
        super().create_compound_file(storage)
        self.checksum = storage.checksum(self.make_filename(self.COMPOUND_EXT))

    def open_compound_file(self, storage: FolderStorage | MemoryStorage) -> SegmentFiles:
        return SegmentFiles(storage.segment_view(self.make_filename(self.COMPOUND_EXT)))

    def length_is_right(self, storage: FolderStorage | MemoryStorage) -> bool:
        """Whether the file is as long as it was written: quick, finds what was cut off."""
        try:
            length = storage.file_length(self.make_filename(self.COMPOUND_EXT))
        except (OSError, NameError):
            return False
        return self.checksum is not None and length == self.checksum[0]

    def modified(self, storage: FolderStorage | MemoryStorage) -> float:
        """When the file was last written to."""
        return float(storage.file_modified(self.make_filename(self.COMPOUND_EXT)))

    def is_whole(self, storage: FolderStorage | MemoryStorage) -> bool:
        """Whether every byte of the file is as it was written."""
        name = self.make_filename(self.COMPOUND_EXT)
        return self.length_is_right(storage) and storage.checksum(name) == self.checksum
