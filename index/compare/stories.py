"""Stories: which articles of a library report the same event.

One pass over the articles in order of publication. Candidates come from shared rare words alone,
and only from the days around, so that the cost grows with the number of articles and not with its
square (single-pass clustering, as in topic detection and tracking: Allan et al., 1998).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import log, sqrt

from index.article import Article
from index.facts.claims_sentence import telling_words
from index.facts.model import Facts

WINDOW = 7
"""Days that lie at most between two reports of one story that follow each other."""
LIKE = 0.12
"""Likeness from which on two reports tell of one event."""
LEAD = 900
"""Characters at the beginning of an article that say what it is about."""
LOOKED_UP = 24
"""Rare words of a report by which others are found."""
ASKED_FOR = 20
"""Telling words of a report by which those of its story are searched for."""
AROUND = 3 * WINDOW
"""Days before and after a report in which they are searched for."""
CANDIDATES = 200
"""Earlier reports that a report is held against at most, however many the days before brought."""
COMMON = 0.1
"""The part of all articles from which on a word finds too many."""
_UNDATED = date.max.toordinal() + 1
"""The place of articles without a date in the order of days: after all others."""
BACKGROUND = 200
"""Articles that a library is taken to have at least: where all of a few report one event, their
shared words are still rare among the news."""

_WORD = re.compile(r"[^\W_]{2,}")


@dataclass(slots=True)
class _Lead:
    """What is kept of an article: enough to know its story, and little."""

    id: str
    day: int | None
    """Its day's number in the calendar; None without a date."""
    words: array[int]
    """Numbers of its words, each once."""


def queries_for_story(article: Article) -> list[str]:
    """The queries whose first answers hold the reports of the same event: any of the words that
    tell what `article` is about, in the days around, and on any day for reports without a date."""
    words = dict.fromkeys(_WORD.findall(f"{article.title} {article.body[:LEAD]}".lower()))
    telling = [word for word in words if telling_words(word)][:ASKED_FOR]
    if not telling:
        return []
    anyone = " OR ".join(f'"{word}"' for word in telling)
    if (day := article.published_day) is None:
        return [anyone]
    around = timedelta(days=AROUND)
    first, last = max(day, date.min + around) - around, min(day, date.max - around) + around
    return [f"({anyone}) date:{first}..{last}", anyone]


def find_stories(documents: Iterable[tuple[Article, Facts]]) -> Iterator[tuple[str, ...]]:
    """Groups of two and more articles that report one event, newest story first.

    `documents` is gone through once and not kept. An article without a date may tell of any day:
    it comes last, and finds its story by its words alone.
    """
    numbers: dict[str, int] = {}
    leads = [_lead(article, facts, numbers) for article, facts in documents]
    leads.sort(key=lambda lead: (lead.day or _UNDATED, lead.id))
    story_of = _grouped(leads, len(numbers))
    stories: dict[int, list[str]] = {}
    for number, story in enumerate(story_of):
        stories.setdefault(story, []).append(leads[number].id)
    for story in sorted(stories, key=lambda first: -(leads[first].day or 0)):
        if len(stories[story]) > 1:
            yield tuple(stories[story])


def _lead(article: Article, facts: Facts, numbers: dict[str, int]) -> _Lead:
    """The telling words of title and beginning, and the family names of officials.

    `numbers` gives each word of the library its number, and grows.
    """
    words = set(telling_words(article.title))
    words.update(telling_words(article.body[:LEAD]))
    words.update(official.name.split()[-1].lower() for official in facts.officials)
    day = article.published_day
    numbered = array("I", (numbers.setdefault(word, len(numbers)) for word in sorted(words)))
    return _Lead(article.id, day.toordinal() if day else None, numbered)


def _grouped(leads: list[_Lead], vocabulary: int) -> list[int]:
    """For each lead the number of the first lead of its story."""
    counts = [0] * vocabulary
    for lead in leads:
        for word in lead.words:
            counts[word] += 1
    whole = max(len(leads) + 1, BACKGROUND)
    weights = [log(whole / count) ** 2 for count in counts]
    norms = [sqrt(sum(weights[word] for word in lead.words)) or 1.0 for lead in leads]
    most = max(20, int(COMMON * whole))
    postings: dict[int, list[int]] = {}
    story_of = list(range(len(leads)))
    for number, lead in enumerate(leads):
        rare = sorted(
            (word for word in lead.words if 1 < counts[word] <= most), key=counts.__getitem__
        )[:LOOKED_UP]
        best = _best(leads, number, norms, weights, _candidates(leads, postings, lead, rare))
        if best is not None:
            story_of[number] = story_of[best]
        for word in rare:
            postings.setdefault(word, []).append(number)
    return story_of


def _candidates(
    leads: list[_Lead], postings: dict[int, list[int]], lead: _Lead, rare: list[int]
) -> set[int]:
    """Earlier leads of the days before that share a rare word, those with the rarest first."""
    found: set[int] = set()
    since = -1 if lead.day is None else lead.day - WINDOW
    for word in rare:
        for other in reversed(postings.get(word, ())):
            if (leads[other].day or _UNDATED) < since or len(found) >= CANDIDATES:
                break
            found.add(other)
    return found


def _best(
    leads: list[_Lead],
    number: int,
    norms: list[float],
    weights: list[float],
    candidates: set[int],
) -> int | None:
    """The candidate most like a lead, if it is like enough."""
    words = frozenset(leads[number].words)
    best, most = None, LIKE
    for other in sorted(candidates):
        shared = sum(weights[word] for word in leads[other].words if word in words)
        likeness = shared / (norms[number] * norms[other])
        if likeness >= most:
            best, most = other, likeness
    return best
