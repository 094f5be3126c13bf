"""What feeds name comes into a library, each article once, whatever the feeds do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.intake.feed_list import FeedList
from index.intake.intake import Intake
from tests.index.intake.press import articles, feed_answer, item, opml, page, rss, sentences
from tests.web_server import WebServer


def test_a_feed_is_followed_and_its_items_taken(server: WebServer, intake: Intake) -> None:
    server.pages["/feed"] = feed_answer(rss(item(1) + item(2, whole=False)))
    report = intake.add([server.root + "/feed"])
    assert (report.new_feeds, report.feeds[0].added, report.feeds[0].title) == (
        1,
        2,
        "Courier feed",
    )
    assert [feed.address for feed in FeedList(intake.folder).feeds()] == [server.root + "/feed"]
    assert server.asked == {"/feed": 1, "/a/2": 1}  # the first is whole in the feed
    one, two = articles(intake)
    assert (one.title, two.title) == ("Plant 1 stands still", "Plant 2 stands still")
    assert one.published == "2031-05-06T07:08:09-05:00"
    assert one.source == "Courier feed"
    assert one.url == server.root + "/a/1"
    assert all(text in one.body for text in sentences(1))
    assert all(text in two.body for text in sentences(2))


def test_refreshing_takes_what_is_new_and_asks_politely(server: WebServer, intake: Intake) -> None:
    server.pages["/feed"] = feed_answer(rss(item(1)))
    intake.add([server.root + "/feed"])
    assert intake.refresh().feeds[0].state == "unchanged"
    server.pages["/feed"] = feed_answer(rss(item(2) + item(1)))
    report = intake.refresh()
    assert (report.feeds[0].added, report.feeds[0].known) == (1, 1)
    assert len(articles(intake)) == 2


def test_an_item_that_changes_in_its_feed_is_a_new_version(
    server: WebServer, intake: Intake
) -> None:
    server.pages["/feed"] = feed_answer(rss(item(1)))
    intake.add([server.root + "/feed"])
    server.pages["/feed"] = feed_answer(rss(item(1).replace("workers of plant", "men of plant")))
    assert intake.refresh().feeds[0].changed == 1
    assert intake.refresh(retry=True).feeds[0].known == 1
    assert len(articles(intake)) == 2


def test_what_the_person_deletes_stays_away(server: WebServer, intake: Intake) -> None:
    server.pages["/feed"] = feed_answer(rss(item(1) + item(2)))
    (first, *_) = intake.add([server.root + "/feed"]).taken
    first.path.unlink()
    server.pages["/feed"] = feed_answer(rss(item(1) + item(2) + item(3)))
    assert intake.refresh().feeds[0].added == 1
    assert not first.path.exists()
    intake.add([first.address or ""])
    assert first.path.exists()


def test_without_its_ledger_nothing_is_taken_twice(
    server: WebServer, intake: Intake, own_home: Path
) -> None:
    server.pages["/feed"] = feed_answer(rss(item(1) + item(2, whole=False)))
    intake.add([server.root + "/feed", server.root + "/a/5"])
    for file in (own_home / ".local/share/newsreader").iterdir():
        file.unlink()
    report = intake.refresh()
    assert (report.feeds[0].added, report.feeds[0].known) == (0, 2)
    assert intake.add([server.root + "/a/5"]).known == 1
    assert len(articles(intake)) == 3


DUPLICATES = {
    "the same guid for all": [item(n, guid="x") for n in range(5)],
    "no guid": [item(n, guid="") for n in range(5)],
    "the front page as link of all": [item(n, link="/") for n in range(5)],
    "no link": [item(n, link="") for n in range(5)],
    "neither": [item(n, link="", guid="") for n in range(5)],
    "twice the same item": [item(n) for n in (0, 1, 2, 3, 4, 3, 2)],
    "guids that are no addresses": [item(n, guid="../../x\x7f") for n in range(5)],
}


@pytest.mark.parametrize("items", DUPLICATES.values(), ids=DUPLICATES.keys())
def test_items_are_told_apart(server: WebServer, intake: Intake, items: list[str]) -> None:
    """Row 55: duplicate and missing guids."""
    server.pages["/feed"] = feed_answer(rss("".join(items)))
    assert intake.add([server.root + "/feed"]).feeds[0].added == 5
    server.pages["/feed"] = feed_answer(rss("".join(reversed(items))))
    assert intake.refresh().feeds[0].added == 0
    assert len(articles(intake)) == 5


def test_guids_are_those_of_one_feed(server: WebServer, intake: Intake) -> None:
    """Row 55: another feed may count from 1 as well."""
    server.pages["/one"] = feed_answer(rss(item(1, link="", guid="1")))
    server.pages["/two"] = feed_answer(rss(item(2, link="", guid="1")))
    intake.add([server.root + "/one", server.root + "/two"])
    assert len(articles(intake)) == 2


def test_an_article_in_two_feeds_is_taken_once(server: WebServer, intake: Intake) -> None:
    server.pages["/one"] = feed_answer(rss(item(1, whole=False)))
    server.pages["/two"] = feed_answer(rss(item(1, guid="other", whole=False)))
    intake.add([server.root + "/one", server.root + "/two"])
    assert len(articles(intake)) == 1
    assert server.asked["/a/1"] == 1


def test_a_feed_without_end_is_capped(server: WebServer, intake: Intake) -> None:
    """Row 55: 100,000 items."""
    items = "".join(f"<item><title>{n}</title><guid>{n}</guid></item>" for n in range(100_000))
    server.pages["/feed"] = feed_answer(rss(items))
    report = intake.add([server.root + "/feed"])
    assert report.feeds[0].left_out == 99_000
    assert report.feeds[0].state == "read"


JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Courier JSON",
    "items": [
        {
            "id": 7,
            "url": "/a/7",
            "title": "Plant 7 stands still",
            "content_html": "".join(f"<p>{text}</p>" for text in sentences(7)),
            "date_published": "2031-05-06T07:08:09+09:00",
            "authors": [{"name": "Ada Invented"}, {"name": "Bo Invented"}],
        }
    ],
}


ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier Atom</title><entry>'
    '<id>tag:7</id><title type="html">Plant 7 &amp;amp; others</title><link href="/a/7"/>'
    "<author><name>Ada Invented</name></author><updated>2031-05-06T07:08:09Z</updated>"
    f'<content type="html">{"".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in sentences(7))}'
    "</content></entry></feed>"
)


@pytest.mark.parametrize(
    ("content", "published", "byline"),
    [
        (json.dumps(JSON_FEED), "2031-05-06T07:08:09+09:00", "Ada Invented, Bo Invented"),
        (ATOM, "2031-05-06T07:08:09+00:00", "Ada Invented"),
    ],
)
def test_all_kinds_of_feed_are_read(
    server: WebServer, intake: Intake, content: str, published: str, byline: str
) -> None:
    server.pages["/feed"] = content.encode()
    assert intake.add([server.root + "/feed"]).feeds[0].added == 1
    (article,) = articles(intake)
    assert (article.published, article.byline) == (published, byline)
    assert article.url == server.root + "/a/7"
    assert article.body.split("\n\n")[:14] == sentences(7)


def test_one_dead_page_leaves_the_others_alone(server: WebServer, intake: Intake) -> None:
    dead = item(99, whole=False)
    server.pages["/feed"] = feed_answer(rss(item(1) + dead + item(2, whole=False)))
    report = intake.add([server.root + "/feed"])
    assert (report.feeds[0].added, report.feeds[0].failed) == (2, 1)
    assert report.failed[0].reason == "is not there (HTTP 404)"
    (failure,) = intake.failures()
    assert failure.address == server.root + "/a/99"
    (intake.folder / "feeds.toml").write_text("")  # no feed is followed any more
    assert intake.failures() == []


def test_what_a_server_says_is_not_there_is_asked_for_again_only_on_wish(
    server: WebServer, intake: Intake
) -> None:
    server.pages["/feed"] = feed_answer(rss(item(99, whole=False)))
    intake.add([server.root + "/feed"])
    intake.refresh()
    assert server.asked["/a/99"] == 1
    server.pages["/a/99"] = page(99)
    assert intake.refresh(retry=True).feeds[0].added == 1
    assert intake.failures() == []


def test_what_failed_for_the_moment_is_tried_the_next_time(
    server: WebServer, intake: Intake
) -> None:
    server.pages["/a/1"] = lambda e: e.answer(status="503 Busy")
    server.pages["/feed"] = feed_answer(rss(item(1, whole=False)))
    assert intake.add([server.root + "/feed"]).feeds[0].failed == 1
    server.pages["/a/1"] = page(1)
    assert intake.refresh().feeds[0].added == 1
    assert intake.failures() == []


def test_a_feed_that_fails_is_told_and_the_others_go_on(server: WebServer, intake: Intake) -> None:
    server.pages["/two"] = feed_answer(rss(item(1)))
    (intake.folder).mkdir()
    (intake.folder / "feeds.toml").write_text(
        f'[[feed]]\nurl = "{server.root}/gone"\n[[feed]]\nurl = "{server.root}/two"\n'
        '[[feed]]\nurl = "file:///etc/passwd"\n[[feed]]\ntitle = "no address"\n'
    )
    report = intake.refresh()
    assert {feed.state for feed in report.feeds} == {"failed", "read"}
    assert len(report.notices) == 2
    assert "feed 3" in report.notices[0]
    assert [failure.address for failure in intake.failures()] == [server.root + "/gone"]


@pytest.mark.parametrize(
    "content",
    [b"/etc/passwd", b"file:///etc/passwd", b"", b"\0\1\2", b"{}", b"{'version'", b"<rss"],
)
def test_what_a_feed_is_not_opens_nothing(
    server: WebServer, intake: Intake, content: bytes
) -> None:
    """Row 35: a body that is the name of a file."""
    server.pages["/feed"] = lambda e: e.answer(content, kind="application/rss+xml")
    intake.add([server.root + "/feed"])
    assert not any("root:" in article.body for article in articles(intake))
    assert articles(intake) == []


def test_a_list_of_feeds_is_taken_in(server: WebServer, intake: Intake, tmp_path: Path) -> None:
    for n in range(3):
        server.pages[f"/feed/{n}"] = feed_answer(rss(item(n), f"Feed {n}"))
    content = opml(
        [*(f"{server.root}/feed/{n}" for n in range(3)), "exec:id", "file:///etc/passwd"]
    )
    (tmp_path / "list.opml").write_bytes(content)
    report = intake.add([str(tmp_path / "list.opml")])
    assert (report.new_feeds, report.refused, len(report.feeds)) == (3, 2, 3)
    assert len(articles(intake)) == 3
    again = intake.add([str(tmp_path / "list.opml")])
    assert (again.new_feeds, len(again.taken)) == (0, 0)


def test_a_feed_goes_on_after_an_item_that_is_too_large(
    server: WebServer, intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.intake.taking.LARGEST_TEXT", 20_000)
    server.pages["/feed"] = feed_answer(rss(item(1, lines=500) + item(2)))
    report = intake.add([server.root + "/feed"])
    assert (report.feeds[0].added, report.feeds[0].failed) == (1, 1), report.failed
    assert report.failed[0].reason.startswith("is too large: ")
