"""A sentence as a row of words, marks and quotations; and the small words of grammar."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.facts.cues import Cue, cues
from index.facts.lexicons import from_lexicon, table
from index.facts.quotations import find_quotations
from index.facts.vocabulary import vocabulary
from index.facts.words import Remembered, abbreviations
from index.span import TextSpan

QUOTE = "“"
"""The `low` of an item that is a whole quotation."""


_MOST_ITEMS = 400
"""No sentence is as long: a longer row is cut, so that reading it takes time in proportion."""


_MOST_REMEMBERED = 1 << 16
_LONGEST_REMEMBERED = 40
_AFTER_PARTICLE = re.compile(r"[a-z]{1,3}[-'’][^\W\d_a-zà-ÿ]")
"""A name that begins with a small particle: "al-Masri", "d'Estaing"."""


class Item(NamedTuple):
    """A word, a mark, or a whole quotation, wherever it stands."""

    low: str
    """In lower case, for look-up."""
    length: int
    capital: bool = False
    is_word: bool = False
    cue: Cue | None = None
    """What it is as a word of saying."""
    source: tuple[str, ...] | None = None
    """The words after it in "according to" and its like."""
    may_attribute: bool = False
    """It is one of the two."""


class Row(list[Item]):
    """The items of a stretch of the body, in order.

    `starts` has the place of each, `quotations` the numbers of those that are quotations.
    """

    __slots__ = ("quotations", "starts")

    def __init__(self, items: Iterable[Item] = (), starts: Iterable[int] = ()) -> None:
        super().__init__(items)
        self.starts = list(starts)
        self.quotations = [at for at, item in enumerate(self) if item.low == QUOTE]

    def start(self, at: int) -> int:
        """Where an item begins in the body."""
        return self.starts[at]

    def end(self, at: int) -> int:
        """Where an item ends in the body."""
        return self.starts[at] + self[at].length

    def quotations_in(self, first: int, last: int) -> list[int]:
        """The numbers of the quotations among the items from `first` on, `last` exclusive."""
        return [at for at in self.quotations if first <= at < last]

    def at(self, offset: int) -> int:
        """The last item that begins at an offset of the body, or before it."""
        return bisect_right(self.starts, offset) - 1


class _Chunks(dict[str, tuple[tuple[Item, int], ...]]):
    """The items of a stretch without a blank, each with its offset: such stretches recur."""

    def __init__(self) -> None:
        super().__init__()
        self._items = Remembered(_read)

    def __missing__(self, chunk: str) -> tuple[tuple[Item, int], ...]:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        matches = _item().finditer(chunk)
        items = self._items
        found = tuple([(items[match.group()], match.start()) for match in matches])
        if len(chunk) <= _LONGEST_REMEMBERED:
            self[chunk] = found
        return found


def _read(word: str) -> Item:
    low, known = word.lower(), cues()
    if low in grammar().pronouns and low in vocabulary().acronyms and word.isupper():
        low = ".".join(low)  # "the WHO said"
    cue, source = known.forms.get(low), known.sources.get(low)
    return Item(
        low,
        len(word),
        word[0].isupper() or _AFTER_PARTICLE.match(word) is not None,
        word[0].isalnum(),
        cue,
        source,
        cue is not None or source is not None,
    )


@from_lexicon
def _chunks() -> _Chunks:
    return _Chunks()


class Unit(NamedTuple):
    """One sentence, or several that a quotation joins."""

    items: Row
    opens_paragraph: bool


class Grammar(NamedTuple):
    """Small words by what they do."""

    pronouns: frozenset[str]
    persons: frozenset[str]
    """Pronouns that mean people."""
    determiners: frozenset[str]
    prepositions: frozenset[str]
    joints: frozenset[str]
    """Words that begin a new clause: no subject reaches across them."""
    auxiliaries: frozenset[str]
    copulas: frozenset[str]
    singular: frozenset[str]
    """Words that begin a singular subject, or are one."""
    many: frozenset[str]
    """Words that are a subject of a verb in the plural."""
    openers: frozenset[str]
    """Words between the start of a sentence and its subject."""
    leading: frozenset[str]
    """Words that begin a clause before the subject: "Asked about it, Lee said"."""
    plurals: frozenset[str]
    days: frozenset[str]
    not_adverbs: frozenset[str]
    """Words in -ly that are nouns."""


@from_lexicon
def _item() -> re.Pattern[str]:
    abbreviated = "|".join(rf"(?<=\b{word}\.)" for word in sorted(abbreviations()))
    # A full stop belongs to the word in "U.S.", "J." and "Gen.", and before a comma ("Md.,").
    stop = rf"(?<=\b[A-Z]\.)|(?=,)|{abbreviated}"
    return re.compile(rf"\w+(?:[’'.&-]\w+|,\d{{3}})*(?<![’']s)(?:\.(?:{stop}))?|[’']s\b|[^\w\s]")


@from_lexicon
def grammar() -> Grammar:
    """The small words as they stand in the lexicon."""
    words = table("grammar")
    return Grammar(*(frozenset(words[name]) for name in Grammar._fields))


def read_units(
    body: str, sentences: Sequence[TextSpan], furniture: Sequence[TextSpan]
) -> Iterator[Unit]:
    """The sentences outside the furniture, joined where a quotation spans them."""
    blocked = iter(furniture)
    block = next(blocked, None)
    for paragraph in _paragraphs(body, sentences):
        start = paragraph[0].start
        while block is not None and block.end <= start:
            block = next(blocked, None)
        if block is None or start < block.start:
            quotations = find_quotations(body, TextSpan(start, paragraph[-1].end))
            yield from _joined(body, paragraph, quotations)


def _paragraphs(body: str, sentences: Sequence[TextSpan]) -> Iterator[list[TextSpan]]:
    paragraph: list[TextSpan] = []
    for sentence in sentences:
        if paragraph and "\n" in body[paragraph[-1].end : sentence.start]:
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def _joined(body: str, paragraph: list[TextSpan], quotations: list[TextSpan]) -> Iterator[Unit]:
    rest = iter(quotations)
    following = next(rest, None)
    first, start = paragraph[0].start, -1
    inside: list[TextSpan] = []
    for sentence in paragraph:
        start = sentence.start if start < 0 else start
        while following is not None and following.start < sentence.end:
            inside.append(following)
            following = next(rest, None)
        if not inside or inside[-1].end <= sentence.end:
            items = read_items(body, start, sentence.end, inside)
            for at in range(0, len(items), _MOST_ITEMS):
                until = at + _MOST_ITEMS
                part = (
                    Row(items[at:until], items.starts[at:until]) if at or items[until:] else items
                )
                yield Unit(part, start == first and at == 0)
            start, inside = -1, []


def read_items(body: str, start: int, end: int, quotations: Sequence[TextSpan] = ()) -> Row:
    """The words, marks and quotations of one stretch, in order."""
    items = Row()
    for quotation in quotations:
        _add_words(items, body, start, quotation.start)
        items.quotations.append(len(items))
        items.append(Item(QUOTE, quotation.end - quotation.start))
        items.starts.append(quotation.start)
        start = quotation.end
    _add_words(items, body, start, end)
    return items


def _add_words(items: Row, body: str, start: int, end: int) -> None:
    known, starts = _chunks(), items.starts
    for chunk in body[start:end].split(" "):
        for item, offset in known[chunk]:
            items.append(item)
            starts.append(start + offset)
        start += len(chunk) + 1
