"""Which articles report one event."""

from __future__ import annotations

from datetime import date, timedelta

from index.article import Article
from index.compare.stories import WINDOW, find_stories, queries_for_story
from index.facts.model import Facts

FERRY = "Ferry {} runs aground near Sylvan island; coast guard rescues {} passengers from the wreck"
MARKET = "Council of Freedonia votes to close the old market hall; traders {} move to a {} tent"


def document(name: str, text: str, day: date | None) -> tuple[Article, Facts]:
    published = day.isoformat() if day else None
    return Article(name, text, text, published=published), Facts()


def test_reports_of_one_event_come_together() -> None:
    day = date(2019, 5, 14)
    documents = [
        document("a", FERRY.format("again", "forty"), day),
        document("b", MARKET.format("must", "large"), day),
        document("c", FERRY.format("suddenly", "all"), day + timedelta(days=1)),
        document("d", MARKET.format("will", "small"), day),
        document("e", "Rainfall breaks records in the northern hills of another country", day),
    ]
    assert list(find_stories(documents)) == [("a", "c"), ("b", "d")]


def test_the_same_words_much_later_are_another_story() -> None:
    day = date(2019, 5, 14)
    later = day + timedelta(days=WINDOW + 1)
    documents = [
        document("a", FERRY.format("again", "forty"), day),
        document("b", FERRY.format("suddenly", "all"), later),
        document("c", MARKET.format("will", "small"), day),
    ]
    assert list(find_stories(documents)) == []


def test_a_small_library_on_one_event_is_one_story(seeds: dict[str, tuple[Article, Facts]]) -> None:
    (story,) = find_stories(seeds.values())
    assert set(story) == {article.id for article, _ in seeds.values()}


def test_a_story_goes_on_while_its_reports_follow_each_other() -> None:
    days = [date(2019, 5, 14) + timedelta(days=WINDOW * number) for number in range(4)]
    documents = [
        document(f"r{number}", FERRY.format("x", "y"), day) for number, day in enumerate(days)
    ]
    documents += [
        document(f"m{number}", MARKET.format(number, "z"), days[0]) for number in range(4)
    ]
    assert ("r0", "r1", "r2", "r3") in list(find_stories(documents))


def test_an_article_without_a_date_joins_the_story_that_its_words_tell() -> None:
    day = date(2019, 5, 14)
    documents = [
        document("a", FERRY.format("again", "forty"), None),
        document("b", FERRY.format("today", "some"), day),
        document("c", FERRY.format("suddenly", "all"), day),
        document("d", "Rainfall breaks records in the northern hills of another country", None),
        document("m0", MARKET.format("will", "small"), day - timedelta(days=4 * WINDOW)),
        document("m1", MARKET.format("must", "large"), None),
    ]
    assert list(find_stories(documents)) == [("b", "c", "a"), ("m0", "m1")]


def test_articles_without_a_date_meet_each_other() -> None:
    documents = [
        document("a", FERRY.format("again", "forty"), None),
        document("b", FERRY.format("suddenly", "all"), None),
        *(document(f"m{n}", MARKET.format(n, "small"), date(2019, 1, n)) for n in (1, 2)),
    ]
    assert list(find_stories(documents)) == [("m1", "m2"), ("a", "b")]


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


def test_an_empty_library_has_no_story() -> None:
    assert list(find_stories([])) == []
