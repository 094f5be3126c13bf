"""The side tables of a segment: what is known of each article, and the words of each field.

A table is named bytes in one file of the segment. Words are kept as sorted lines
(`form TAB term TAB articles`) that are searched where they lie.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from index.search.storage import MappedFile

LONGEST_FORM = 64
"""Longer words are found whole, but neither completed nor corrected."""
_LONGEST_HEAD = 1 << 14
"""Bytes; the two dozen tables that there are take a tenth of it."""


class Entry(NamedTuple):
    """A spelling, the term it is filed under, and how many articles have it."""

    form: str
    term: str
    articles: int


class Lexicon:
    """The spellings of one field of one segment, in order."""

    def __init__(self, lines: bytes) -> None:
        """`lines` begins and ends with a newline."""
        self._lines = lines

    def beginning_with(self, prefix: str) -> Iterator[Entry]:
        """Every spelling that starts with `prefix`."""
        wanted = prefix.encode()
        return self._entries(self._first_from(wanted), self._first_from(wanted + b"\xff"))

    def alike(self, initial: str, lengths: range, pieces: Iterable[str]) -> Iterator[Entry]:
        """Every spelling that starts with `initial`, is as long as one of `lengths` (a step of 1)
        and has one of `pieces` in it."""
        wanted = initial.encode()
        start, end = self._first_from(wanted), self._first_from(wanted + b"\xff")
        any_piece = "|".join(map(re.escape, pieces))
        line = re.compile(
            rf"^(?=[^\t\n]*(?:{any_piece}))([^\t\n]{{{lengths[0]},{lengths[-1]}}})\t(.*)\t(\d+)$",
            re.MULTILINE,
        )
        for form, term, articles in line.findall(self._lines[start:end].decode()):
            yield Entry(form, term or form, int(articles))

    def containing(self, part: str) -> Iterator[Entry]:
        """Every spelling that has `part` in it."""
        wanted = part.encode()
        at = self._lines.find(wanted)
        while at >= 0:
            start, end = self._lines.rfind(b"\n", 0, at) + 1, self._lines.index(b"\n", at)
            for entry in self._entries(start, end):
                if part in entry.form:  # and not in its term alone
                    yield entry
            at = self._lines.find(wanted, end)

    def __iter__(self) -> Iterator[Entry]:
        return self._entries(1, len(self._lines))

    def _entries(self, start: int, end: int) -> Iterator[Entry]:
        for line in self._lines[start:end].decode().splitlines():
            form, term, articles = line.split("\t")
            yield Entry(form, term or form, int(articles))

    def _first_from(self, wanted: bytes) -> int:
        """Where the first line that is not before `wanted` starts."""
        low, high = 1, len(self._lines)
        while low < high:
            start = self._lines.rfind(b"\n", 0, (low + high) // 2) + 1
            start = max(start, low)
            end = self._lines.index(b"\n", start)
            if self._lines[start:end] < wanted:
                low = end + 1
            else:
                high = start
        return low


def lexicon_lines(entries: Iterable[tuple[str, str, int]]) -> bytes:
    """The bytes of a lexicon of (form, term, articles), which come in the order of their forms."""
    lines = [
        f"{form}\t{'' if term == form else term}\t{articles}\n" for form, term, articles in entries
    ]
    return ("\n" + "".join(lines)).encode()


def strings_table(strings: Iterable[str]) -> bytes:
    """The bytes of a table of strings."""
    return json.dumps(list(strings)).encode()


def write_tables(tables: Mapping[str, bytes]) -> bytes:
    """All tables as one file: a line of JSON that names them and their lengths, then the bytes."""
    head = json.dumps([(name, len(data)) for name, data in tables.items()])
    return head.encode() + b"\n" + b"".join(tables.values())


class Tables:
    """The tables of one segment, each read from its file when it is asked for."""

    def __init__(self, file: MappedFile) -> None:
        """Raises ValueError where the file is no whole file of tables."""
        self._file = file
        head = file.get(0, min(_LONGEST_HEAD, file.length)).partition(b"\n")[0]
        self._places: dict[str, tuple[int, int]] = {}
        at = len(head) + 1
        for name, length in json.loads(head):
            self._places[name] = (at, length)
            at += length
        if at != file.length:
            raise ValueError("the tables of a segment are cut short")

    def bytes(self, name: str) -> bytes:
        """A table as it is; empty if there is none of that name."""
        return self._file.get(*self._places.get(name, (0, 0)))

    def numbers(self, name: str, typecode: str) -> array[int]:
        """A table of numbers."""
        values: array[int] = array(typecode)
        values.frombytes(self.bytes(name))
        return values

    def strings(self, name: str) -> list[str]:
        """A table of strings."""
        values: list[str] = json.loads(self.bytes(name) or b"[]")
        return values

    def lexicon(self, field: str) -> Lexicon:
        """The spellings of one field."""
        return Lexicon(self.bytes(f"words of {field}") or b"\n")
