"""The story of one article, from the articles near to it: a large library is not read for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol

from index.article import Article
from index.compare.stories import WINDOW, Background, find_stories
from index.facts.claims_sentence import telling_words
from index.facts.model import Facts

LEAD = 900
"""Characters at the beginning of an article that say what to search its story by."""
ASKED_FOR = 20
"""Telling words of an article by which its story is searched for."""
AROUND = 21
"""Days before and after an article in which its story is searched for."""
_NEAREST = (40, 10)
"""Articles that are looked at for one: of the days around, and of any day."""
_STEPS = 3
"""Times that the days around the ends of a story are looked at as well."""
_LOOKED_AT = 100
"""Articles of a library by which its words are known, about."""

_WORD = re.compile(r"[^\W_]{2,}")

Search = Callable[[str, int], Iterable[str]]
"""The ids of the first so many articles that answer a query."""
Documents = Callable[[Sequence[str]], Iterable[tuple[Article, Facts]]]


class Holdings(Protocol):
    """What a library holds, at any time."""

    def count(self) -> int:
        """How many articles."""
        ...

    def ids(self) -> Iterable[str]:
        """Those of all articles."""
        ...


class StoriesNearby:
    """Finds the stories of a library one at a time."""

    def __init__(self, holdings: Holdings, search: Search, documents: Documents) -> None:
        """Of all articles of a library, `holdings`, those that a story needs are read."""
        self._holdings = holdings
        self._search = search
        self._documents = documents
        self._known: Background | None = None

    def of(self, article: Article, without: Collection[str] = ()) -> tuple[str, ...]:
        """The articles that report the same event as this one, itself among them; some may be
        left out.

        Where they reach to other days than those around it, the days around them are looked at
        as well.
        """
        near = dict.fromkeys([article.id, *self._nearest(article, without)])
        story, around = self._story(article.id, [*near]), [article]
        for _ in range(_STEPS):
            before = len(near)
            known = {one.id for one in around}
            ends = [id_ for id_ in (story[0], story[-1]) if id_ not in known]
            for end, _ in self._documents(ends):
                if min(_apart(one, end) for one in around) > AROUND - WINDOW:
                    around.append(end)
                    near |= dict.fromkeys(self._nearest(end, without))
            if len(near) == before:
                break
            story = self._story(article.id, [*near])
        return story

    def _nearest(self, article: Article, without: Collection[str]) -> list[str]:
        queries = zip(queries_for_story(article), _NEAREST, strict=False)
        found = [id_ for query, limit in queries for id_ in self._search(query, limit)]
        return [id_ for id_ in found if id_ not in without]

    def _story(self, article_id: str, ids: Sequence[str]) -> tuple[str, ...]:
        stories = find_stories(self._documents(ids), self.background())
        return next((story for story in stories if article_id in story), (article_id,))

    def background(self) -> Background:
        """The words of the library; told anew when it has grown or shrunk."""
        if self._known is None or self._known.whole != self._holdings.count():
            ids = sorted(self._holdings.ids())
            some = ids[:: max(1, len(ids) // _LOOKED_AT)]
            self._known = Background(len(ids), self._documents(some))
        return self._known


def _apart(one: Article, other: Article) -> int:
    """Days between two articles; 0 where one has no date."""
    first, second = one.published_day, other.published_day
    return abs((first - second).days) if first and second else 0


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
