"""Articles come into a library, each once, whatever the feeds and servers do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import NewsreaderError
from index.intake.intake import Intake
from index.intake.model import LARGEST_FILE, IntakeProgress
from index.library import Library
from index.sources.reading import read_article
from index.sources.text import LARGEST_TEXT
from tests.index.intake.press import articles, feed_answer, item, opml, page, rss, sentences
from tests.web_server import Exchange, WebServer


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
