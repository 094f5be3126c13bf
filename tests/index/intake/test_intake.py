"""Articles come into a library, each once, whatever the feeds and servers do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from index.article import Article
from index.errors import NewsreaderError
from index.intake.feed_list import FeedList
from index.intake.intake import Intake
from index.intake.model import LARGEST_FILE, IntakeProgress
from index.library import Library
from index.sources.reading import read_article
from index.sources.text import LARGEST_TEXT
from tests.index.intake.press import feed_answer, item, opml, page, rss, sentences
from tests.web_server import Exchange, WebServer


def articles(intake: Intake) -> list[Article]:
    """What the library holds, read back from its files."""
    paths = sorted(intake.folder.rglob("*.md"), key=lambda path: path.stem)
    return [read_article(path) for path in paths]


def test_a_page_becomes_a_plain_file(server: WebServer, intake: Intake) -> None:
    report = intake.add([server.root + "/a/3?utm_source=mail#top"])
    (taken,) = report.taken
    assert taken.path.parent.name == server.name.replace(":", "-")
    assert taken.path.name.startswith("2031-05-06-plant-3-stands-still-")
    (article,) = articles(intake)
    assert article.title == "Plant 3 stands still"
    assert article.source == "The Invented Courier"
    assert article.published == "2031-05-06T07:08:09-04:00"
    assert article.url == server.root + "/a/3?utm_source=mail"
    assert [text for text in sentences(3) if text in article.body] == sentences(3)
    text = taken.path.read_text("utf-8")
    assert "\nfetched: " in text
    assert "\nsha256: " in text


def test_a_page_that_is_asked_for_again_is_taken_once(server: WebServer, intake: Intake) -> None:
    first = intake.add([server.root + "/a/3", server.root + "/a/3#notes"])
    again = intake.add([server.root + "/a/3?utm_medium=x"])
    assert (len(first.taken), first.known) == (1, 1)
    assert (len(again.taken), again.known) == (0, 1)
    assert len(articles(intake)) == 1


def test_a_page_that_has_not_changed_is_not_sent_again(server: WebServer, intake: Intake) -> None:
    """Conditional requests."""
    server.pages["/a/3"] = feed_answer(page(3))
    intake.add([server.root + "/a/3"])
    report = intake.add([server.root + "/a/3"])
    assert report.known == 1
    assert server.requests[-1].headers["if-none-match"]


def test_a_changed_page_stands_beside_its_older_version(server: WebServer, intake: Intake) -> None:
    for extra in ("", "One more line.", "One more line.", "Another line."):
        server.pages["/a/3"] = page(3, extra=extra)
        intake.add([server.root + "/a/3"])
    files = sorted(path.stem[-3:] for path in intake.folder.rglob("*.md"))
    assert len(files) == 3
    assert [name for name in files if name.startswith("-v")] == ["-v2", "-v3"]
    bodies = [article.body for article in articles(intake)]
    assert not any("more line" in body for body in bodies[:1])
    assert "One more line." in bodies[1]
    assert "Another line." in bodies[2]


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


@pytest.mark.parametrize(
    ("make", "taken"),
    [
        (lambda root: page(4), 1),
        (lambda root: opml([f"{root}/feed"]), 1),
        (lambda root: f"# mine\n{root}/a/1\n{root}/a/2\n".encode(), 2),
        (lambda root: rss(item(5)), 1),
        (lambda root: b"From: a@news.example\nSubject: Plant 6\n\nThe plant stands still.\n", 1),
        (lambda root: b"Plant 6 stands still\n\nSo it was said.\n", 1),
        (lambda root: b" ", 0),
    ],
)
def test_standard_input_may_be_any_of_these(
    server: WebServer, intake: Intake, make: Callable[[str], bytes], taken: int
) -> None:
    server.pages["/feed"] = feed_answer(rss(item(5)))
    report = intake.add(["-"], standard_input=lambda: make(server.root))
    assert len(report.taken) == taken, report.failed
    assert len(intake.add(["-"], standard_input=lambda: make(server.root)).taken) == 0


@pytest.mark.parametrize("name", ["page.html", "PAGE.HTM", "page"])
def test_a_saved_page_is_taken_in(intake: Intake, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(page(8))
    (taken,) = intake.add([str(tmp_path / name)]).taken
    assert taken.path.suffix == ".md"
    assert read_article(taken.path).title == "Plant 8 stands still"
    assert intake.add([str(tmp_path / name)]).known == 1


def test_a_text_is_copied_as_it_stands(intake: Intake, tmp_path: Path) -> None:
    text = tmp_path / "Ätna erupts.txt"
    text.write_bytes("Ätna erupts\n\n  So it is.\t\x1b[31mRed\n".encode())
    (taken,) = intake.add([str(text)]).taken
    assert taken.path.name.startswith("ätna-erupts-")
    assert taken.path.read_bytes() == text.read_bytes()


@pytest.mark.parametrize("size", [LARGEST_TEXT + 1, LARGEST_FILE + 1])
def test_what_the_library_could_not_read_is_not_taken_in(intake: Intake, size: int) -> None:
    report = intake.add(["-"], standard_input=lambda: (b"Ten ships came.\n" * size)[:size])
    assert [one.name for one in report.failed] == ["standard input"]
    assert report.failed[0].reason.startswith("is too large: ")
    assert not list(intake.folder.rglob("*.md"))


def test_a_feed_goes_on_after_an_item_that_is_too_large(
    server: WebServer, intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.intake.taking.LARGEST_TEXT", 20_000)
    server.pages["/feed"] = feed_answer(rss(item(1, lines=500) + item(2)))
    report = intake.add([server.root + "/feed"])
    assert (report.feeds[0].added, report.feeds[0].failed) == (1, 1), report.failed
    assert report.failed[0].reason.startswith("is too large: ")


def test_what_lies_in_the_library_is_left_there(intake: Intake) -> None:
    intake.folder.mkdir()
    (intake.folder / "mine.txt").write_text("Mine\n\nMy own.\n")
    assert intake.add([str(intake.folder / "mine.txt")]).known == 1
    assert [path.name for path in intake.folder.rglob("*")] == ["mine.txt"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nothing.html", "is not there"),
        (".", "is a folder"),
        ("a\0b", "no file can have"),
        ("ftp://news.example/x", "only http:// and https://"),
        ("http://127.0.0.1:9/x", "private network"),
    ],
)
def test_what_cannot_be_taken_in_is_told(intake: Intake, name: str, told: str) -> None:
    (failed,) = intake.add([name]).failed
    assert told in failed.reason
    assert not articles(intake)


def test_a_page_without_an_article_is_told(server: WebServer, intake: Intake) -> None:
    server.pages["/empty"] = b"<html><body></body></html>"
    server.pages["/pdf"] = lambda e: e.answer(b"%PDF-1.4 \x00\x01", kind="application/pdf")
    report = intake.add([server.root + "/empty", server.root + "/pdf"])
    told = sorted(one.reason for one in report.failed)
    assert told == [
        "has no text of an article",
        "is neither page nor feed but application/pdf",
    ]


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="alternate" type="application/rss+xml" title="All" href="/feed?a=1&amp;b=2">',
        "<LINK href='/feed?a=1&amp;b=2' TYPE='application/atom+xml' REL='alternate home'/>",
    ],
)
def test_a_front_page_names_its_feed(server: WebServer, intake: Intake, link: str) -> None:
    wrong = '<link rel="alternate" type="application/rss+xml" href="exec:id">'
    server.pages["/"] = page(1).replace(b"<head>", f"<head>{wrong}{link}".encode())
    (failed,) = intake.add([server.root + "/"]).failed
    assert failed.reason.endswith(f"add its feed instead: {server.root}/feed?a=1&b=2")
    assert articles(intake) == []


def test_a_link_in_the_library_leads_nowhere(
    server: WebServer, intake: Intake, tmp_path: Path
) -> None:
    """Row 27: a folder that is a link to another place."""
    outside = tmp_path / "outside"
    outside.mkdir()
    intake.folder.mkdir()
    (intake.folder / server.name.replace(":", "-")).symlink_to(outside)
    with pytest.raises(NewsreaderError, match="leads out of the library"):
        intake.add([server.root + "/a/1"])
    assert list(outside.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(server: WebServer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NewsreaderError, match="cannot be written"):
        Intake(tmp_path / "file" / "library", allow_private=[server.name]).add(["x"])


def test_one_process_at_a_time(server: WebServer, intake: Intake) -> None:
    told = []

    def slow(exchange: Exchange) -> None:
        with pytest.raises(NewsreaderError, match="Another newsreader"):
            Intake(intake.folder).refresh()
        told.append(True)
        exchange.answer(page(1))

    server.pages["/slow"] = slow
    intake.add([server.root + "/slow"])
    assert told == [True]


def test_progress_is_told_and_may_stop_the_work(server: WebServer, intake: Intake) -> None:
    class LeaveError(Exception):
        pass

    told: list[IntakeProgress] = []

    def progress(so_far: IntakeProgress) -> None:
        told.append(so_far)
        if so_far.done == 3:
            raise LeaveError

    with pytest.raises(LeaveError):
        intake.add([f"{server.root}/a/{n}" for n in range(10)], progress=progress)
    assert [one.done for one in told[:3]] == [1, 2, 3]
    assert told[0].total == 10
    report = intake.add([f"{server.root}/a/{n}" for n in range(10)])
    assert len(report.taken) + report.known == 10
    assert len(articles(intake)) == 10


def test_the_library_finds_what_was_taken(server: WebServer, intake: Intake) -> None:
    (taken,) = intake.add([server.root + "/a/3"]).taken
    with Library.open([intake.folder]) as library:
        assert library.sync().added == 1
        (entry,) = library.entries()
        assert library.article(entry.id).path == taken.path
        assert entry.id == f"{taken.path.parent.name}/{taken.path.stem}"


def test_opening_and_reading_make_no_connection(
    server: WebServer, intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 72: nothing but `add` and `refresh` uses the network."""
    intake.add([server.root + "/a/3"])
    before = server.connections

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    with Library.open([intake.folder]) as library:
        library.sync()
        (entry,) = library.entries()
        library.article(entry.id)
        library.facts(entry.id)
        library.search("workers")
        assert library.compare([entry.id]).questions is not None
    assert server.connections == before
