"""Which articles report one event."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from index.article import Article
from index.compare.stories import WINDOW, Background, find_stories
from index.facts.model import Facts

FERRY = "Ferry {} runs aground near Sylvan island; coast guard rescues {} passengers from the wreck"
MARKET = "Council of Freedonia votes to close the old market hall; traders {} move to a {} tent"

ALIKE = tomllib.loads((Path(__file__).parents[2] / "data" / "alike.toml").read_text("utf-8"))
"""Reports of events that are much alike, by event."""


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


def test_an_empty_library_has_no_story() -> None:
    assert list(find_stories([])) == []


def told(events: dict[str, Sequence[int]]) -> list[tuple[Article, Facts]]:
    """Some of the invented reports of each event: "quake-illan/1"."""
    return [
        (Article(f"{event}/{number}", text[0], "\n".join(text), published=published), Facts())
        for event, numbers in events.items()
        for number in numbers
        for text, published in [
            (ALIKE[event][number]["paragraphs"], ALIKE[event][number]["published"])
        ]
    ]


def events_of(documents: Sequence[tuple[Article, Facts]]) -> list[set[str]]:
    """Of each story the events that its reports tell of."""
    return [{id_.split("/")[0] for id_ in story} for story in find_stories(documents)]


def test_events_that_are_much_alike_are_a_story_each() -> None:
    """Two earthquakes in a week, two trials, matches of a club, budgets of two years, …"""
    documents = told(dict.fromkeys(ALIKE, (0, 1)))
    found = set(find_stories(documents))
    assert found == {(f"{event}/0", f"{event}/1") for event in ALIKE}
    random.Random(1).shuffle(documents)
    assert set(find_stories(documents)) == found
    for gone, _ in documents:  # one report more or less leaves the others where they are
        rest = [one for one in documents if one[0] is not gone]
        assert set(find_stories(rest)) == {story for story in found if gone.id not in story}


@pytest.mark.parametrize("number", [0, 1])
def test_single_reports_of_events_that_are_much_alike_are_no_story(number: int) -> None:
    assert events_of(told(dict.fromkeys(ALIKE, (number,)))) == []


@pytest.mark.parametrize("single", [0, 1])
def test_a_single_report_stays_out_of_the_story_of_an_event_that_is_alike(single: int) -> None:
    whole = dict.fromkeys([*ALIKE][single::2], (0, 1))
    documents = told(whole | dict.fromkeys([*ALIKE][1 - single :: 2], (0,)))
    assert sorted(map(sorted, events_of(documents))) == sorted([event] for event in whole)


def test_of_a_few_reports_the_library_tells_which_words_are_common() -> None:
    """What every report of an outlet ends with makes no story of two of them."""
    footer = (
        "\nSubscribe weekly newsletter, follow editors, download application, support journalism, "
        "advertise online, privacy policy, terms conditions, cookies preferences, archive search, "
        "crossword puzzles, horoscope, letters readers, classified listings, contact newsroom"
    )
    day = date(2019, 5, 14)
    ferry, market = (
        document(name, text.format("again", "forty") + footer, day)
        for name, text in (("ferry", FERRY), ("market", MARKET))
    )
    others = [document(f"o{number}", f"Rain.{footer}", day) for number in range(40)]
    background = Background(4000, others)
    assert background.frequency("newsletter") == 3900
    assert background.frequency("ferry") == 0
    assert list(find_stories([ferry, market], background)) == []
    assert list(find_stories([ferry, market])) == [("ferry", "market")]
    again = document("again", FERRY.format("suddenly", "all") + footer, day)
    assert list(find_stories([ferry, market, again], background)) == [("again", "ferry")]
