"""Hostile and odd text from the file to what is found, marked, shown and kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.article import Article
from index.facts.extract import extract
from index.library import Library
from index.notes.notebook import Notebook
from index.sources.published import sortable
from index.sources.reading import read_article
from tests.tui.program import run_here

PROGRAM = Path(sys.executable).with_name("newsreader")


@pytest.mark.parametrize(
    "minister",
    [
        "Min\u200bister",
        "Min\u00adister",
        "\u202eMinister\u202c",
        "Mi\u2060nis\ufeffter",
        "Min\x1b[31mis\x1b[0mter",
        "Minister" + "\u0301" * 40 + " and Minister",
    ],
)
def test_search_and_marks_find_a_word_that_was_taken_apart(minister: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"Harbour report\n\nDefence {minister} Anna Berg said 10,000 people came to the port.\n"
    )
    with Library.open([tmp_path], cache=tmp_path / ".cache") as library:
        library.sync()
        (hit,) = library.search("minister").hits
        assert hit.article == "a"
        body, facts = library.article("a").body, library.facts("a")
        (figure,) = facts.figures
        assert body[figure.start : figure.end] == "10,000"
        assert [official.name for official in facts.officials] == ["Anna Berg"]


@pytest.mark.parametrize("white", ["\t", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\r\n", "\r"])
def test_marks_stand_at_their_words_whatever_the_white_space(white: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"Title{white}here{white}{white}Here{white}10,000 people came.".encode())
    article = read_article(path)
    (figure,) = extract(article).figures
    assert article.body[figure.start : figure.end] == "10,000"
    assert not set(article.body) & set("\t\u2028\u2029\x85\x0b\x0c\r")


def test_a_lone_surrogate_is_shown_bookmarked_and_copied(tmp_path: Path) -> None:
    name = os.fsdecode(b"report\xff.txt")
    (tmp_path / name).write_bytes(
        "Ten \udc80\ud800 zebras – “four old” – were seen in the café’s park … “twice”.".encode(
            "utf-8", "surrogatepass"
        )
    )
    article = read_article(tmp_path / name)
    assert "\ufffd" in article.body
    notebook = Notebook.open(tmp_path / "notes.md")
    notebook.bookmark(article, 0, len(article.body))
    (kept,) = notebook.bookmarks()
    notebook.close()
    assert kept.passage.exact == article.body
    assert "\ufffd" in (tmp_path / "notes.md").read_text("utf-8")
    assert "zebras" in kept.passage.exact.encode().decode()
    done = subprocess.run(
        [PROGRAM, "show", tmp_path / name, "--json"], capture_output=True, check=True
    )
    assert json.loads(done.stdout)["body"] == article.body


@pytest.mark.parametrize(
    "literal",
    ["[/]", "[@click=app.quit]x[/]", "Smith [D-NY] spoke", "He [sic] said", "[link=file:///etc]x"],
)
def test_square_brackets_arrive_character_by_character(literal: str, tmp_path: Path) -> None:
    text = f"A headline with {literal}\n\nA sentence with {literal} in it."
    for path in (tmp_path / "a.txt", tmp_path / "a.html"):
        path.write_text(
            text
            if path.suffix == ".txt"
            else f"<html><article><h1>A headline with {literal}</h1><p>A sentence with {literal} "
            "in it.</p></article></html>"
        )
        assert read_article(path).body == text
        done = run_here("show", path)
        assert f"A sentence with {literal} in it." in " ".join(done.stdout.split())


DAYS = ["1601-01-01", "9999-12-31", "0001-01-01", "9999-12-31T23:59:59-23:59", "1" * 100_000, ""]


def test_odd_days_sort_and_raise_nothing(tmp_path: Path) -> None:
    for number, day in enumerate(DAYS):
        (tmp_path / f"{number}.md").write_text(
            f"---\ntitle: Report {number}\npublished: {day}\n---\nOn Tuesday 10,000 people came."
        )
    with Library.open([tmp_path], cache=tmp_path / ".cache") as library:
        report = library.sync()
        assert report.articles == len(DAYS)
        days = [entry.published for entry in library.entries()]
        assert sorted(days, key=sortable, reverse=True) == days
        library.search("people", sort="date")
        assert library.compare([str(number) for number in range(len(DAYS))]).articles
        for number in range(len(DAYS)):
            library.facts(str(number))


def test_a_clock_that_jumps_breaks_nothing(tmp_path: Path) -> None:
    """A file from the future, then from before 1970, is read anew and once."""
    path = tmp_path / "a.txt"
    path.write_text("Ten zebras were seen.")
    with Library.open([tmp_path], cache=tmp_path / ".cache") as library:
        for moment in (4_000_000_000, 0, 1_700_000_000):
            os.utime(path, (moment, moment))
            report = library.sync()
            assert (report.articles, report.failed) == (1, [])
        assert library.article("a").published is None


SECRET = "https://reader:hunter2@courier.example/a?b=1"


def test_a_password_in_an_address_is_in_no_output(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\nurl: {SECRET}\n---\nTen zebras were seen.")
    (tmp_path / "b.html").write_text(
        f'<html><link rel="canonical" href="{SECRET}"><article><p>Ten zebras.</p></article></html>'
    )
    (tmp_path / "c.md").write_text("---\nurl: 'ftp://reader:hunter2@courier.example/'\n---\nTen.")
    told = ""
    for words in (["show", "a"], ["show", "b"], ["facts", "a"], ["search", "ten"], ["index"]):
        for form in ("--plain", "--json"):
            done = run_here(*words, "--library", tmp_path, form)
            told += done.stdout + done.stderr
    assert "https://courier.example/a?b=1" in told
    assert "hunter2" not in told
    with Library.open([tmp_path], cache=tmp_path / ".cache") as library:
        library.sync()
        notebook = Notebook.open(tmp_path / "notes.md")
        for id_ in ("a", "b"):
            notebook.bookmark(library.article(id_), 0, 3)
        notebook.close()
        assert not [notice for notice in library.notices if "hunter2" in notice]
    assert "hunter2" not in (tmp_path / "notes.md").read_text("utf-8")


HOSTILE_IDS = ["../../x", "/etc/x", "a/../../x", "a\0b", "x" * 300, ".", "..", "~", "-x", "a\nb"]


@pytest.mark.parametrize("id_", HOSTILE_IDS)
def test_notes_of_an_article_stay_in_their_folder(id_: str, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er" / "notes"
    folder.mkdir(parents=True)
    before = {path for path in tmp_path.rglob("*") if not path.is_relative_to(folder)}
    notebook = Notebook.open(notes_dir=folder, state=tmp_path / "state.db")
    notebook.bookmark(Article(id=id_, title="T", body="Ten zebras were seen."), 0, 3)
    notebook.close()
    assert len(list(folder.glob("*.md"))) == 1
    after = {path for path in tmp_path.rglob("*") if not path.is_relative_to(folder)}
    assert {path.name.split("-")[0] for path in after - before} <= {"state.db"}


def test_odd_names_of_files_stay_in_the_library(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    names = [
        "..x.txt",
        "...txt",
        "a\nb.txt",
        "x" * 250 + ".txt",
        "-x.txt",
        "~.txt",
        "%2e%2e.txt",
        " .txt",
    ]
    for name in names:
        (folder / name).write_text("Ten zebras were seen.")
    (folder / "sources.toml").write_text(
        '["../../a.txt"]\nsource = "x"\n["/etc/passwd"]\nurl = "x"'
    )
    before = sorted(path.name for path in folder.iterdir())
    with Library.open([folder], cache=tmp_path / "cache") as library:
        report = library.sync()
        assert not report.failed
        entries = library.entries()
        for entry in entries:
            article = library.article(library.resolve(entry.id))
            assert article.body
            assert article.path
            assert article.path.parent == folder
            assert "\n" not in entry.id
    assert sorted(path.name for path in folder.iterdir()) == before
