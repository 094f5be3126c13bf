"""Stories: which articles of a library report the same event.

An article is known by the words that tell it apart: the weightiest ones by how many of its
paragraphs hold them and how few other articles do (tf-idf). Two articles are as like as the angle
between these weights is narrow, and less so the further they lie apart in time. Candidates come
from shared rare words alone, and only from the days around, so that the cost grows with the number
of articles and not with its square. What is alike is grouped by average linkage, as events are in
topic detection and tracking (Allan et al., 1998).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from math import log, sqrt

from index.article import Article
from index.compare.linkage import Link, linked
from index.facts.claims_sentence import telling_words
from index.facts.model import Facts

WINDOW = 14
"""Days that lie at most between two reports of one story that follow each other."""
FADING = 10
"""Days, beyond the first, after which two reports count as half as like as their words are."""
READ = 3000
"""Characters at the beginning of an article that are read for what it is about."""
LEAD = 800
"""Characters of them that say at once what has happened: what stands there counts twice."""
WORDS = 64
"""Words that an article is known by. The likeness of shorter ones is raised to a power, so that
they must be more alike: with few words, those that all reports of a kind share weigh much."""
STEEPEST = 3.0
"""The greatest such power."""
SLIGHT = 0.02
"""Likeness below which two articles are not alike at all."""
LINKS = 30
"""Earlier articles that an article is linked with at most, the most like ones."""
LOOKED_UP = 40
"""Of those words, the weightiest ones, by which others like it are found."""
CANDIDATES = 200
"""Earlier reports that a report is held against at most, however many the days before brought."""
SEVERAL = 8
"""Articles up to which a word counts as rare as can be: rarer ones only set an article apart."""
COMMON = 0.1
"""The part of all articles from which on a word finds too many."""
_UNDATED = date.max.toordinal() + 1
"""The place of articles without a date in the order of days: after all others."""
BACKGROUND = 1000
"""Articles that a library is taken to have at least: where all of a few report one event, their
shared words are still rare among the news."""


@dataclass(slots=True)
class _Read:
    """What is kept of an article while all are read."""

    id: str
    day: int | None
    """Its day's number in the calendar; None without a date."""
    words: array[int]
    """Numbers of its telling words, each once."""
    paragraphs: bytes
    """How many of its paragraphs hold each of them, as `_counted`, 255 at most."""


@dataclass(slots=True)
class _Known:
    """The words that an article is known by."""

    words: array[int]
    """Their numbers, the weightiest first."""
    weights: array[float]
    """Their squares add up to 1."""
    length: int
    """How many telling words its beginning has."""


class Background:
    """How many articles of a library hold each word, told from some of them."""

    def __init__(self, whole: int, some: Iterable[tuple[Article, Facts]]) -> None:
        """Of `whole` articles `some` are looked at: any that were not chosen for their words."""
        self.whole = whole
        seen: Counter[str] = Counter()
        looked_at = 0
        for article, facts in some:
            seen.update(_counted(article, facts).keys())
            looked_at += 1
        self._again = {word: count - 1 for word, count in seen.items() if count > 1}
        self._each = whole / max(looked_at, 1)

    def frequency(self, word: str) -> float:
        """About how many articles hold a word; the first one that was seen to is chance."""
        return self._again.get(word, 0) * self._each


def find_stories(
    documents: Iterable[tuple[Article, Facts]], background: Background | None = None
) -> Iterator[tuple[str, ...]]:
    """Groups of two and more articles that report one event, newest story first.

    `documents` is gone through once and not kept. An article without a date may tell of any day:
    it comes last, and finds its story by its words alone. Where they are but the part of a library
    that may tell of an event, the library is the `background` by which words are rare.
    """
    numbers: dict[str, int] = {}
    read = [_read(article, facts, numbers) for article, facts in documents]
    read.sort(key=lambda one: (one.day or _UNDATED, one.id))
    ids, days = [one.id for one in read], [one.day for one in read]
    groups = linked(days, _links(read, [*numbers], background), WINDOW)
    for group in sorted(groups, key=lambda group: -(days[group[0]] or 0)):
        yield tuple(ids[number] for number in group)


def _read(article: Article, facts: Facts, numbers: dict[str, int]) -> _Read:
    """Reads the title and the beginning of an article, without page furniture.

    `numbers` gives each word of the library its number, and grows.
    """
    counts = _counted(article, facts)
    words = array("I", (numbers.setdefault(word, len(numbers)) for word in counts))
    day = article.published_day
    return _Read(
        article.id,
        day.toordinal() if day else None,
        words,
        bytes(min(count, 255) for count in counts.values()),
    )


def _counted(article: Article, facts: Facts) -> Counter[str]:
    """The telling words of the title and the beginning, each with how many paragraphs hold it;
    those of the lead count twice."""
    counts: Counter[str] = Counter()
    left = LEAD
    for paragraph in dict.fromkeys([article.title.strip(), *_paragraphs(article, facts)]):
        counts.update(telling_words(paragraph))
        counts.update(telling_words(paragraph[: max(left, 0)]))
        left -= len(paragraph)
    return counts


def _paragraphs(article: Article, facts: Facts) -> Iterator[str]:
    """The lines of the beginning of an article that are no page furniture."""
    at, left = 0, READ
    for start, end in [*((one.start, one.end) for one in facts.furniture), (None, None)]:
        text = article.body[at:start][:left]
        left -= len(text)
        for line in text.split("\n"):
            yield line.strip()
        at = end or 0


def _links(
    read: list[_Read], names: Sequence[str], background: Background | None
) -> Iterator[Link]:
    """Which articles are how much alike."""
    frequencies: list[float] = [0.0] * len(names)
    for one in read:
        for word in one.words:
            frequencies[word] += 1
    whole = max(background.whole if background else len(read) + 1, BACKGROUND)
    if background:
        frequencies = [
            min(max(known, background.frequency(name)), whole)
            for known, name in zip(frequencies, names, strict=True)
        ]
    rarities = [log(whole / max(frequency, SEVERAL)) for frequency in frequencies]
    most = max(20, int(COMMON * whole))
    postings: dict[int, array[int]] = {}
    days = [one.day for one in read]
    known: list[_Known] = []
    for number, one in enumerate(read):
        known.append(_known(one, rarities, names))
        one.words, one.paragraphs = array("I"), b""  # all are in memory: let go of what is used
        telling = [word for word in known[number].words if 1 < frequencies[word] <= most]
        del telling[LOOKED_UP:]
        candidates = _candidates(days, postings, one.day, telling)
        for likeness, other in nlargest(LINKS, _likenesses(known, days, number, candidates)):
            if likeness >= SLIGHT:
                yield -other, number, likeness
        for word in telling:
            postings.setdefault(word, array("I")).append(number)


def _known(one: _Read, rarities: Sequence[float], names: Sequence[str]) -> _Known:
    """The weightiest words of an article."""
    weights = {
        word: (1 + log(count)) * rarities[word]
        for word, count in zip(one.words, one.paragraphs, strict=True)
    }
    weightiest = sorted(weights, key=lambda word: (-weights[word], names[word]))[:WORDS]
    norm = sqrt(sum(weights[word] ** 2 for word in weightiest)) or 1.0
    return _Known(
        array("I", weightiest),
        array("f", (weights[word] / norm for word in weightiest)),
        len(weights),
    )


def _candidates(
    days: Sequence[int | None],
    postings: dict[int, array[int]],
    day: int | None,
    telling: Iterable[int],
) -> set[int]:
    """Earlier articles of the days before that share a telling word, by the weightiest first."""
    found: set[int] = set()
    since = -1 if day is None else day - WINDOW
    for word in telling:
        for other in reversed(postings.get(word, ())):
            if (days[other] or _UNDATED) < since or len(found) >= CANDIDATES:
                break
            found.add(other)
    return found


def _likenesses(
    known: Sequence[_Known], days: Sequence[int | None], number: int, others: Iterable[int]
) -> Iterator[tuple[float, int]]:
    """How much an article tells of the same as each of the others, from 0 to 1; and each other's
    number below 0, so that of those alike the earlier one counts as more."""
    one = known[number]
    weights = dict(zip(one.words, one.weights, strict=True))
    for place in others:
        other = known[place]
        shared = 0.0
        for word, weight in zip(other.words, other.weights, strict=True):
            if word in weights:
                shared += weights[word] * weight
        shortness = WORDS / max(sqrt(one.length * other.length), 1.0)
        likeness = min(shared, 1.0) ** min(max(shortness, 1.0), STEEPEST)
        yield likeness * _faded(days[number], days[place]), -place


def _faded(day: int | None, earlier: int | None) -> float:
    """The part of a likeness that is left after the days between; all of it without a date."""
    if day is None or earlier is None:
        return 1.0
    return 1 / (1 + max(0, day - earlier - 1) / FADING)
