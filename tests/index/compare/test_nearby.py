"""The story of one article, looked for among the articles near to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from index.article import Article
from index.compare.nearby import StoriesNearby, queries_for_story
from index.facts.model import Facts
from tests.index.compare.test_stories import FERRY, MARKET, document

DAY = date(2019, 5, 14)


class Shelf:
    """A library that is searched for days alone, and tells what was read of it."""

    def __init__(self, documents: Sequence[tuple[Article, Facts]]) -> None:
        self.held = {article.id: (article, facts) for article, facts in documents}
        self.read: list[str] = []
        self.nearby = StoriesNearby(self, self.search, self.documents)

    def count(self) -> int:
        return len(self.held)

    def ids(self) -> list[str]:
        return [*self.held]

    def search(self, query: str, limit: int) -> list[str]:
        days = re.search(r"date:(\S+)\.\.(\S+)", query)
        return [
            id_
            for id_, (article, _) in self.held.items()
            if days and days[1] <= (article.published or "") <= days[2]
        ][:limit]

    def documents(self, ids: Sequence[str]) -> Iterable[tuple[Article, Facts]]:
        self.read += ids
        return [self.held[id_] for id_ in ids]


def test_the_reports_of_a_story_are_asked_for_by_any_telling_word_in_the_days_around() -> None:
    text = 'Minister said: "no" -- OR ferry'
    dated, undated = (document("a", text, day)[0] for day in (date(2019, 5, 14), None))
    near, anywhere = queries_for_story(dated)
    assert near == f"({anywhere}) date:2019-04-23..2019-06-04"
    assert queries_for_story(undated) == [anywhere]
    assert set(anywhere.split(" OR ")) == {'"minister"', '"ferry"'}
    assert queries_for_story(document("a", "It is.", None)[0]) == []
    (first, _) = queries_for_story(document("a", text, date.min)[0])
    assert first.endswith(" date:0001-01-01..0001-01-22")


def test_a_story_is_followed_to_days_further_off() -> None:
    days = [DAY + timedelta(days=12 * number) for number in range(4)]
    reports = [document(f"r{number}", FERRY, day) for number, day in enumerate(days)]
    shelf = Shelf([*reports, document("m", MARKET, DAY)])
    for article, _ in reports:
        assert shelf.nearby.of(article) == ("r0", "r1", "r2", "r3")
    assert shelf.nearby.of(shelf.held["m"][0]) == ("m",)
    assert shelf.nearby.of(reports[1][0], {"r2"}) == ("r0", "r1")


def test_the_library_is_looked_at_again_only_when_it_has_grown() -> None:
    shelf = Shelf([document(f"o{number}", MARKET, None) for number in range(300)])
    ferry = document("ferry", FERRY, DAY)
    shelf.held["ferry"] = ferry
    shelf.nearby.of(ferry[0])
    first = len(shelf.read)
    assert 100 <= first <= 152, "some of the library, not all of it"
    shelf.nearby.of(ferry[0])
    assert len(shelf.read) == first + 1
    shelf.held["again"] = document("again", FERRY, DAY)
    assert set(shelf.nearby.of(ferry[0])) == {"again", "ferry"}
    assert len(shelf.read) > first + 100
