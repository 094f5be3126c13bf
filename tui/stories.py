"""Where the reports of a library part: its stories, and what the reports of one are compared to.

Nothing here draws; everything may run in a thread.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from index.article import Article
from index.compare.model import DISPUTED, Comparison, Question
from index.errors import InputError
from tui.rendering.relations import gravity, shown_relation
from tui.rendering.words import count
from tui.rulings import ruled

if TYPE_CHECKING:
    from index.compare.matrix import Matrix
    from index.library import Library
    from index.notes.rulings import Rulings

LARGEST_STORY = 20
"""Reports that are compared with each other in the background at most."""

SMALL_LIBRARY = 300
"""Up to so many reports, the stories of the whole library are found; beyond, one when needed."""

_MOST_ANSWERS = 5_000
"""Answers in the comparisons that are kept; the last one is, however many it holds."""


class Stories:
    """The reports of a library by the events they tell of, compared when that is asked for."""

    def __init__(self, library: Library, rulings: Rulings) -> None:
        """`rulings` lie over what is found."""
        self._library = library
        self._rulings = rulings
        self._comparisons: dict[frozenset[str], Comparison] = {}
        self._stories: list[tuple[str, ...]] | None = None
        self._near: dict[str, tuple[str, ...]] = {}
        """The stories that were looked for one by one."""
        self._lock = threading.Lock()

    def forget(self) -> None:
        """Reports are compared, and put into stories, anew when that is next asked for."""
        self._comparisons, self._near = {}, {}
        with self._lock:
            self._stories = None

    # ---- stories

    def of(self, article_id: str) -> tuple[str, ...]:
        """The reports of the same story, the article's own among them."""
        stories = self.all()
        if stories is None:
            known = self._near  # what is forgotten meanwhile is `known`, and this answer with it
            if article_id not in known:
                known[article_id] = self._library.story_of(article_id)
            return known[article_id]
        return next((story for story in stories if article_id in story), (article_id,))

    def all(self) -> list[tuple[str, ...]] | None:
        """Groups of reports of one event; None in a library too large for it."""
        with self._lock:
            if self._stories is None and len(self._library.entries()) <= SMALL_LIBRARY:
                self._stories = [tuple(group) for group in self._library.stories()]
            return self._stories

    def counted(self) -> str:
        """ "5 reports": versions and copies count with the one that is listed for them."""
        folds = self._library.folds()
        listed = sum(folds.shown_for(one.id) == one.id for one in self._library.entries())
        return count(listed, "report")

    def standing(self) -> str:
        """ "5 reports · 7 questions answered differently"; large libraries only count reports."""
        reports = self.counted()
        stories = [s for s in self.all() or () if 2 <= len(s) <= LARGEST_STORY]
        if not stories:
            return reports
        number = sum(len(disputed(self.comparison(story))) for story in stories)
        return f"{reports} · {count(number, 'question')} answered differently"

    # ---- comparisons

    def comparison(self, ids: Sequence[str]) -> Comparison:
        """Compares reports, once in any order; the person's rulings lie over what was found."""
        key, known = frozenset(ids), self._comparisons
        found = known.pop(key, None) or self._library.compare(ids)
        known[key] = found  # what is forgotten meanwhile is `known`, and this answer with it
        _keep_the_last(known)
        return ruled(found, self._rulings.rulings()).in_order(ids)

    def answered(self, article_id: str) -> tuple[list[Question], list[Article]]:
        """The questions worth showing that this article answers, the gravest first, and the
        reports of its story, of a large one the nearest; nothing where no other report tells it."""
        story = self._nearest(article_id, self.of(article_id))
        if len(story) < 2:
            return [], []
        questions = [
            question
            for question in strong(self.comparison(story)).questions
            if any(answer.article == article_id for answer in question.answers)
        ]
        questions.sort(key=gravity)
        return questions, [self._library.article(id_) for id_ in story]

    def _nearest(self, article_id: str, story: tuple[str, ...]) -> tuple[str, ...]:
        """Of a story that is too large to be compared as a whole the reports, the article's own
        among them, that came out nearest to it."""
        if len(story) <= LARGEST_STORY:
            return story
        days = {id_: self._library.article(id_).published_day for id_ in story}
        own = days[article_id]

        def distance(id_: str) -> tuple[bool, float]:
            day = days[id_]
            return id_ != article_id, abs((day - own).days) if day and own else inf

        nearest = sorted(story, key=distance)[:LARGEST_STORY]
        return tuple(id_ for id_ in story if id_ in nearest)

    def matrix(self, ids: Sequence[str], current: str | None = None) -> Matrix:
        """Questions × reports, the earliest report first.

        Without two `ids` it is that of the story of `current`, or else of the largest story of the
        library. Raises InputError where no two reports tell of one event, or they answer nothing.
        """
        from index.compare.matrix import by_day, matrix_of

        chosen = ids if len(ids) > 1 else self._some_story(current)
        articles = by_day([self._library.article(id_) for id_ in chosen])
        comparison = strong(self.comparison([article.id for article in articles]))
        if not comparison.questions:
            raise InputError("These reports answer no question together.")
        return matrix_of(articles, comparison)

    def _some_story(self, current: str | None) -> Sequence[str]:
        story = self.of(current) if current else ()
        if len(story) < 2:
            story = max(self.all() or (), key=len, default=())
        if len(story) < 2:
            raise InputError("No other report tells of this event: choose two or more.")
        return story


def _keep_the_last(known: dict[frozenset[str], Comparison]) -> None:
    """Drops the comparisons that were asked for longest ago, where they hold too many answers."""
    answers = 0
    for key, one in reversed([*known.items()]):
        before, answers = answers, answers + sum(len(asked.answers) for asked in one.questions)
        if before and answers > _MOST_ANSWERS:
            known.pop(key, None)


def strong(comparison: Comparison) -> Comparison:
    """A comparison without the questions that are only shown on request."""
    questions = tuple(one for one in comparison.questions if one.strength == "strong")
    return replace(comparison, questions=questions)


def disputed(comparison: Comparison) -> list[Question]:
    """The questions worth showing where the reports do not say the same."""
    return [
        question
        for question in comparison.questions
        if question.strength == "strong" and shown_relation(question) in DISPUTED
    ]
