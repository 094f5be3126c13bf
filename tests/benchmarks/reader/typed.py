"""From letters typed into the search box to what they bring on the screen."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.reader.clock import ClockedTerminal
from tests.benchmarks.reader.screen import listed, reading
from tests.benchmarks.reader.shelves import READER, Shelves
from tests.benchmarks.reader.table import Row

_STILL = 0.7
"""Seconds in which the list must stay as it is: no answer is on its way."""
_LONG = 2.0
"""The same after a word whose letters were not waited for."""
_PAUSE = 0.1
"""Seconds between the letters of a word that is typed at once."""
_LETTERS = 6

_NO_ENGINE = """
import sys
from dataclasses import replace
from index.library import Library
from tui.cli import run

search = Library.search
kept = []

def answer(library, query, **options):
    kept[:] = kept or [search(library, "", **options)]
    gone = len(query) % 5
    return replace(kept[0], hits=kept[0].hits[gone:], total=kept[0].total - gone)

Library.search = answer
sys.exit(run())
"""
"""The reader, with reports that are there already as the answer to whatever is asked."""


def typed(shelves: Shelves, articles: int, words: int) -> Iterator[Row]:
    """Words of the articles, letter by letter, each painted before the next; then all at once."""
    library = shelves.many(articles)
    programs = {"": READER, ", with no engine": [*READER[:-1], _NO_ENGINE]}
    chosen = _words(words)
    found: dict[str, list[list[float]]] = {}
    echo: list[float] = []
    fast: list[float] = []
    for name, program in programs.items():
        with reading(library, shelves, program) as terminal:
            terminal.first_change("/", lambda rows: rows[-1])
            found[name] = _letters(terminal, chosen)
            if not name:
                echo = [_echo(terminal, word) for word in chosen]
                fast = [_at_once(terminal, word) for word in chosen]
    yield Row("a letter in the search box", echo)
    targets = ("≤ 120 ms", "≤ 100 ms", "≤ 60 ms")
    for number, target in enumerate(targets):
        rows = [_from(letters, number) for letters in found.values()]
        for name, own in zip(found, rows, strict=True):
            yield Row(f"results of letter {_nth(number)}{name}", own, rows[-1], target)
    yield Row(f"results of a word typed at {1 / _PAUSE:.0f} letters a second", fast)


def _words(count: int) -> list[str]:
    chance = random.Random(5)
    texts = [article.body.lower().split() for article, _ in Corpus().articles(300)]
    fitting = sorted({word for text in texts for word in text if word.isalpha()})
    return chance.sample([word for word in fitting if len(word) >= _LETTERS], count)


def _letters(terminal: ClockedTerminal, words: Sequence[str]) -> list[list[float]]:
    """Milliseconds of each letter of each word, None left out: the list stayed as it was."""
    times: list[list[float]] = [[] for _ in range(_LETTERS)]
    for word in words:
        for number, letter in enumerate(word[:_LETTERS]):
            taken = terminal.last_change(letter, listed, _STILL)
            if taken is not None:
                times[number].append(taken)
        terminal.last_change("\x15", listed, _STILL)  # ctrl+u empties the box
    return times


def _echo(terminal: ClockedTerminal, word: str) -> float:
    taken = terminal.first_change(word[0], lambda rows: rows[0])
    terminal.last_change("\x15", listed, _STILL)
    return taken


def _at_once(terminal: ClockedTerminal, word: str) -> float:
    """From the last letter to the last change of the list; 0 where it had all come before."""
    for letter in word[:-1]:
        terminal.press(letter)
        time.sleep(_PAUSE)
    taken = terminal.last_change(word[-1], listed, _LONG)
    terminal.last_change("\x15", listed, _LONG)
    return taken or 0.0


def _from(letters: Sequence[Sequence[float]], number: int) -> list[float]:
    """The times of a letter; of the third and all behind it."""
    last = number + 1 if number < 2 else None
    return [taken for times in letters[number:last] for taken in times]


def _nth(number: int) -> str:
    return "3 and on" if number == 2 else str(number + 1)
