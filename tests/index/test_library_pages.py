"""Saved pages and mail in a library, beside texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from index.sources import parsing
from index.sources.parsing import MISSING, ParserPool
from tests.faults.hostile import page

MAIL = b"Subject: Ferry letter\nFrom: The Example Courier <a@courier.example>\n\nTen zebras came.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "a.txt").write_text("Ten zebras were seen.")
    (folder / "bridge.html").write_bytes(page())
    (folder / "ferry.eml").write_bytes(MAIL)
    (folder / "ferry.htm").write_bytes(page().replace(b"Bridge", b"Ferry"))
    (folder / "README.html").write_bytes(page())
    return folder


def test_pages_and_mail_are_articles(folder: Path, tmp_path: Path) -> None:
    (folder / "sources.toml").write_text(
        '["bridge.html"]\nsource = "The person\'s own word"\npublished = 2024-10-29\n'
    )
    with Library.open([folder], cache=tmp_path / "cache") as library:
        report = library.sync()
        assert (report.added, report.failed) == (4, [])
        assert {entry.id for entry in library.entries()} == {
            "a",
            "bridge",
            "ferry.eml",
            "ferry.htm",
        }
        bridge = library.article("bridge")
        assert bridge.source == "The person's own word"
        assert bridge.published == "2024-10-29"
        assert bridge.body.startswith("Bridge opens\n\nThe bridge over the river")
        (figure, *_) = library.facts("bridge").figures
        assert bridge.body[figure.start : figure.end] == "About 1,200"
        assert library.search("lorries").total == 2
        assert library.sync().updated == 0
        (folder / "bridge.html").rename(folder / "new name.html")
        library.sync()
        assert library.resolve("bridge") == "new name"


def test_what_is_odd_about_a_page_is_kept_with_it(folder: Path, tmp_path: Path) -> None:
    (folder / "stub.html").write_bytes(page('<div class="paywall">Subscribe now</div>'))
    with Library.open([folder], cache=tmp_path / "cache") as library:
        library.sync()
        assert "only the beginning" in (library.article("stub").remark or "")
        assert library.article("bridge").remark is None


def test_without_the_extra_each_page_says_how_to_get_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = tmp_path / "absent"
    absent.mkdir()
    for name in ("trafilatura", "lxml", "feedparser"):
        (absent / f"{name}.py").write_text("raise ImportError('not installed')")
    with (
        Library.open([folder], cache=tmp_path / "cache") as library,
        ParserPool(1) as without,
        ParserPool(1) as with_it,
    ):
        with monkeypatch.context() as patch:
            patch.setenv("PYTHONPATH", str(absent))
            patch.setattr(parsing, "_shared", without)
            report = library.sync()
        assert {Path(one.path).name: one.reason for one in report.failed} == {
            "bridge.html": MISSING,
            "ferry.htm": MISSING,
        }
        assert "pip install 'newsreader[web]'" in MISSING
        assert {entry.id for entry in library.entries()} == {"a", "ferry.eml"}
        # Once it is installed, the next start reads them.
        monkeypatch.setattr(parsing, "_shared", with_it)
        assert (library.sync().added, library.sync().failed) == (2, [])


def test_many_pages_are_read_by_processes_of_their_own(folder: Path, tmp_path: Path) -> None:
    for number in range(30):
        (folder / f"page{number}.html").write_bytes(page(f"<p>Number {number}.</p>"))
    (folder / "bad.html").write_bytes(b"%PDF-1.7")
    with Library.open([folder], cache=tmp_path / "cache") as library:
        library.bulk = 10
        report = library.sync()
        assert report.articles == 34
        assert [Path(one.path).name for one in report.failed] == ["bad.html"]
        assert report.failed[0].reason == "is no page but a PDF"
