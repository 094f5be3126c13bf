"""Where the words of a query stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from index.search.analyzer import (
    STOP_WORDS,
    beginning_of,
    form_of,
    is_cjk,
    term_of,
    words,
    words_with_places,
)
from index.search.nearness import near
from index.search.query import Figures, Fuzzy, Named, Node, Pattern, Phrase, Word, leaves
from index.search.spelling import distance, fits, folded_pattern

Span = tuple[int, int]

_CURRENCY_SIGNS = ("$", "€", "£", "¥", "₩", "₹", "₽", "₴")
_BLANK = re.compile(r"\s")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9}


class Highlighter:
    """Finds the words of one query in any number of texts. Needs no index."""

    def __init__(self, node: Node | None) -> None:
        self._terms: set[str] = set()
        self._beginnings: list[str] = []
        self._patterns: list[str] = []
        self._misspelt: list[tuple[str, int]] = []
        self._phrases: list[tuple[list[str], int, str]] = []
        self._figures: list[Figures] = []
        stop_words: set[str] = set()
        for leaf in leaves(node):
            match leaf:
                case Word() | Phrase():
                    stop_words |= self._take_words(leaf)
                case Pattern():
                    self._patterns.append(folded_pattern(leaf.text))
                case Fuzzy():
                    self._misspelt.append((form_of(leaf.text), leaf.distance))
                case Figures():
                    self._figures.append(leaf)
                case Named(field) if field != "source":
                    found = [term_of(word) for word in words(leaf.text)]
                    if leaf.prefix:
                        self._beginnings.append(beginning_of(words(leaf.text)[-1]))
                    else:
                        self._phrases.append((found, 0, ""))
                case _:
                    pass
        if not self:
            self._terms = stop_words
        terms = self._terms.union(*(wanted for wanted, _, _ in self._phrases))
        self._initials = _first_letters(terms)
        alike = [*self._beginnings, *(wanted for wanted, _ in self._misspelt)]
        self._alike_initials = _first_letters(alike if not self._patterns else ())
        self._openings: re.Pattern[str] | None = None
        """Where a word begins that may be one of the query; None where every word counts."""
        if self and not (self._phrases or self._figures or self._patterns):
            letters = re.escape("".join(sorted(self._initials | self._alike_initials)))
            starts = r"(?:(?<=[^\x00-\x7f])|(?<![^\W\d_].))"
            self._openings = re.compile(rf"[{letters}\x80-\U0010ffff]{starts}", re.DOTALL)

    def __bool__(self) -> bool:
        """Whether there is anything to find."""
        return self.parts > 0

    def _take_words(self, leaf: Word | Phrase) -> set[str]:
        """Takes the words of one leaf; returns the stop words, which are marked only alone."""
        found = words(leaf.text)
        last = found[-1]
        if isinstance(leaf, Word) and leaf.is_just_begun:
            return set()  # to mark every word in "m" would hide the text
        begins = leaf.prefix or (len(last) == 1 and is_cjk(last))
        terms = [term_of(word) for word in found]
        if len(found) == 1:
            if begins:
                self._beginnings.append(beginning_of(last))
            elif form_of(last) in STOP_WORDS and isinstance(leaf, Word):
                return {terms[0]}
            self._terms.add(terms[0])
        else:
            slop = leaf.slop if isinstance(leaf, Phrase) else 0
            self._phrases.append((terms, slop, beginning_of(last) if begins else ""))
        return set()

    @property
    def parts(self) -> int:
        """How many different words and phrases there are to find."""
        alike = len(self._beginnings) + len(self._patterns) + len(self._misspelt)
        return len(self._terms) + len(self._phrases) + len(self._figures) + alike

    def spans(self, text: str) -> list[Span]:
        """The places, in order and without overlaps; a phrase is one place."""
        if not self:
            return []
        places = list(self._places(text))
        # A word keeps its first letter in its term, so that most words need not be looked up.
        initials = self._initials
        terms = [
            term_of(word) if word[0] in initials or word[0] > "\x7f" else ""
            for _, _, word in places
        ]
        hits = {row for row, term in enumerate(terms) if term in self._terms}
        if self._beginnings or self._patterns or self._misspelt:
            alike = self._alike_initials
            hits.update(
                row
                for row, (_, _, word) in enumerate(places)
                if (not alike or word[0] in alike or word[0] > "\x7f") and self._is_like(word)
            )
        spans = [places[row][:2] for row in hits]
        for wanted, slop, beginning in self._phrases:
            spans.extend(_phrase_spans(places, terms, wanted, slop, beginning))
        for figures in self._figures:
            spans.extend(_figure_spans(text, places, figures))
        return _merged(spans)

    def _places(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The words of `text` with their places: all, or those between blanks with an opening."""
        if self._openings is None:
            yield from words_with_places(text)
            return
        end = 0
        while opening := self._openings.search(text, end):
            start = opening.start()
            while start > end and not text[start - 1].isspace():
                start -= 1
            blank = _BLANK.search(text, opening.end())
            end = blank.start() if blank else len(text)
            for first, last, word in words_with_places(text[start:end]):
                yield start + first, start + last, word

    def _is_like(self, word: str) -> bool:
        """Whether a word is one that the query only begins, sketches or misspells."""
        form = form_of(word)
        return (
            any(form.startswith(beginning) for beginning in self._beginnings)
            or any(fits(pattern, form) for pattern in self._patterns)
            or any(
                form[:1] == wanted[:1] and distance(wanted, form, most) <= most
                for wanted, most in self._misspelt
            )
        )


def _first_letters(words: Iterable[str]) -> frozenset[str]:
    return frozenset(letter for word in words for letter in (word[:1], word[:1].upper()))


def _phrase_spans(
    places: Sequence[tuple[int, int, str]],
    terms: Sequence[str],
    wanted: Sequence[str],
    slop: int,
    beginning: str,
) -> list[Span]:
    """The places of one phrase; `beginning` is what its last word may only begin with."""
    if slop:
        return _near_spans(places, terms, wanted, slop)
    width = len(wanted)
    fixed = list(wanted[:-1]) if beginning else list(wanted)
    spans = []
    for row, term in enumerate(terms[: len(terms) - width + 1]):
        if term != wanted[0] or list(terms[row : row + len(fixed)]) != fixed:
            continue
        last = row + width - 1
        if not beginning or form_of(places[last][2]).startswith(beginning):
            spans.append((places[row][0], places[last][1]))
    return spans


def _figure_spans(text: str, places: Sequence[tuple[int, int, str]], wanted: Figures) -> list[Span]:
    """Numbers in digits that lie in the range, each with the word that scales it; no years."""
    if wanted.low is None and wanted.high is None:
        return []
    spans = []
    for row, (start, end, word) in enumerate(places):
        is_year = len(word) == 4 and word[:2] in ("19", "20")
        if not word[0].isdecimal() or is_year:
            continue
        if wanted.kind == "money" and text[start - 1 : start] not in _CURRENCY_SIGNS:
            continue
        with suppress(ValueError):  # "2024.10.28" begins like a number
            value = float(form_of(word))
            following = places[row + 1] if row + 1 < len(places) else (end, end, "")
            scale = _SCALES.get(following[2].casefold(), 1)
            if wanted.holds(value * scale, value * scale):
                spans.append((start, end if scale == 1 else following[1]))
    return spans


def _near_spans(
    places: Sequence[tuple[int, int, str]], terms: Sequence[str], wanted: Sequence[str], slop: int
) -> list[Span]:
    """Each word of the phrase, where all of them stand near each other."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, term in enumerate(terms):
        if term in wanted:
            rows[term].append(row)
    widest = len(wanted) + slop
    spans = []
    for where in rows.values():
        for row in where:
            around = [
                [other for other in rows[each] if abs(other - row) < widest] for each in wanted
            ]
            if all(around) and near(wanted, around, slop):
                spans.append(places[row][:2])
    return spans


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
