"""From a key to what it brings on the screen, in turn with a key of the minimal app."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import cycle, islice

from tests.benchmarks.reader.clock import ClockedTerminal, Part
from tests.benchmarks.reader.screen import head, least, listed, page, reading, status, whole
from tests.benchmarks.reader.shelves import LENGTHS, Shelves
from tests.benchmarks.reader.table import Row

_QUIET = 0.4
"""Seconds without output after which the next key is struck."""
_IN_LIST: Sequence[tuple[str, str, Part]] = (("j k: next in the list", "jk", listed),)
_IN_ARTICLE: Sequence[tuple[str, str, Part]] = (
    ("j k: next line of an article", "jjkk", page),
    ("ctrl+d ctrl+u: half a page", "\x04\x15", page),
    ("f F: next figure", "ffFF", status),
    ("J K: next article", "JK", head),
)
"""What is done, the keys in turn, and where it shows."""


def keys(shelves: Shelves, rounds: int) -> Iterator[Row]:
    """Keys of the reader on the five samples."""
    fewest: list[float] = []
    with least(shelves) as plain, reading(shelves.seeds(), shelves) as terminal:

        def measured(names: Sequence[tuple[str, str, Part]]) -> Iterator[Row]:
            for name, struck, part in names:
                times: list[float] = []
                for key in islice(cycle(struck), rounds):
                    terminal.settle(_QUIET)
                    times.append(terminal.first_change(key, part))
                    fewest.append(plain.first_change("j", whole))
                yield Row(name, times, fewest, "≤ 2 ×")

        rows = [*measured(_IN_LIST)]
        _enter(terminal)
        rows += measured(_IN_ARTICLE)
        yield Row("j: next row of the minimal app", fewest)
        yield from rows
        yield from _resized(terminal, plain, rounds)


def opening(shelves: Shelves, rounds: int) -> Iterator[Row]:
    """From the key to the first screen of long articles whose facts are known."""
    times: dict[str, list[float]] = {name: [] for name in LENGTHS}
    with reading(shelves.long(), shelves) as terminal:
        _enter(terminal)
        for _ in range(rounds + 1):
            for key, name in (("J", "10k"), ("J", "100k"), ("K", "10k"), ("K", "1k")):
                terminal.settle(_QUIET)
                times[name].append(terminal.first_change(key, head))
    for name, found in times.items():
        yield Row(f"open an article of {name} words", found[1:], target="≤ 60 ms")


def _enter(terminal: ClockedTerminal) -> None:
    """Goes from the list to the article."""
    terminal.first_change("\r", lambda rows: rows[-1])


def _resized(terminal: ClockedTerminal, plain: ClockedTerminal, rounds: int) -> Iterator[Row]:
    """Another width of the window, until nothing changes any more."""
    times: list[list[float]] = [[], []]
    for width in islice(cycle((110, 120)), rounds):
        for one, found in zip((terminal, plain), times, strict=True):
            one.settle(_QUIET)
            change = one.last_change(partial(one.resize, width, 40), whole, _QUIET)
            found.append(change or 0.0)
    yield Row("resize: the minimal app", times[1])
    yield Row("resize: an article beside the list", times[0], times[1])
